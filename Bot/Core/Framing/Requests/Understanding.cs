using BridgeBot.Core.Framing.Calendar;
using BridgeBot.Core.Framing.Manners;
using BridgeBot.Core.Framing.Reading;

namespace BridgeBot.Core.Framing.Requests;

/// <summary>Everything that was read of a message before it is split into asks.</summary>
/// <param name="Message">The tokens and sentences.</param>
/// <param name="Manner">The tone.</param>
/// <param name="Dates">The dates.</param>
/// <param name="Names">Names and symbols, in order.</param>
/// <param name="FlagAt">For each token, the index of the flag that it is in; -1 if none.</param>
internal sealed record Understanding(Message Message, Manner Manner, IReadOnlyList<FoundDate> Dates, IReadOnlyList<Span> Names, int[] FlagAt)
{
    /// <summary>Reads a message.</summary>
    public static Understanding Of(string text, FramingContext context)
    {
        var message = new Message(text);
        var manner = ToneReader.Read(message);
        var flagAt = new int[message.Tokens.Length];
        Array.Fill(flagAt, -1);
        for (var i = 0; i < manner.Flags.Count; i++)
        {
            flagAt.AsSpan(manner.Flags[i].Words.Start, manner.Flags[i].Words.Length).Fill(i);
        }

        // "Plastics Today" is a paper and no date.
        var names = NameReader.Read(message);
        var inName = names.Where(name => name.Length > 1).Select(name => name.End - 1).ToHashSet();
        var dates = DateReader.Read(message, context).Where(date => !(date.Words.Length == 1 && inName.Contains(date.Words.Start) && message.Tokens[date.Words.Start].Kind is TokenKind.Word));
        return new(message, manner, [.. dates], names, flagAt);
    }

    /// <summary>Whether a token is in a phrase that is flagged for anything but capitals.</summary>
    public bool IsFlagged(int token) => FlagAt[token] >= 0 && Manner.Flags[FlagAt[token]].Softer is not null;
}
