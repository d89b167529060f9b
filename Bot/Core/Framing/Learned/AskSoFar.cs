using BridgeBot.Core.Framing.Reading;
using BridgeBot.Core.Framing.Requests;

namespace BridgeBot.Core.Framing.Learned;

/// <summary>The ask that is being read when a piece comes.</summary>
/// <param name="Before">How many asks were complete before it.</param>
/// <param name="Announced">How many the message announced ("two things"); 0 if it did not.</param>
/// <param name="Items">How many items of lists the message has.</param>
/// <param name="Pieces">How many pieces it has.</param>
/// <param name="Traits">What they hold.</param>
/// <param name="Kind">What kind they tell; null if none.</param>
internal readonly record struct AskSoFar(int Before, int Announced, int Items, int Pieces, Traits Traits, string? Kind)
{
    /// <summary>Whether it names somebody.</summary>
    public bool Names => (Traits & Traits.Name) != 0;

    /// <summary>The ask with another piece.</summary>
    public AskSoFar With(in SeamPiece at) => this with { Pieces = Pieces + 1, Traits = Traits | at.Traits, Kind = Kind ?? at.Kind };

    /// <summary>The next ask, which starts with a piece.</summary>
    public AskSoFar Next(in SeamPiece at) => new AskSoFar(Before + 1, Announced, Items, 0, Traits.None, null).With(at);

    /// <summary>The first ask of a message.</summary>
    public static AskSoFar First(Message message, in SeamPiece at) =>
        new AskSoFar(0, Signals.Announced(message), ItemsIn(message), 0, Traits.None, null).With(at);

    /// <summary>How many items of lists a message has.</summary>
    public static int ItemsIn(Message message) => message.Sentences.Count(sentence => ListReader.MarkAt(message, sentence.Start, sentence) is not ItemMark.None);
}
