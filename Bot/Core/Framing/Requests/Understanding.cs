using BridgeBot.Core.Framing.Calendar;
using BridgeBot.Core.Framing.Learned;
using BridgeBot.Core.Framing.Manners;
using BridgeBot.Core.Framing.Reading;
using BridgeBot.Core.Framing.Writing;

namespace BridgeBot.Core.Framing.Requests;

/// <summary>Everything that was read of a message before it is split into asks.</summary>
/// <param name="Message">The tokens and sentences.</param>
/// <param name="Manner">The tone.</param>
/// <param name="Dates">The dates.</param>
/// <param name="Names">Names and symbols, in order.</param>
/// <param name="Signals">Where it asks, and for what.</param>
/// <param name="FlagAt">For each token, the index of the flag that it is in; -1 if none.</param>
internal sealed record Understanding(
    Message Message, Manner Manner, IReadOnlyList<FoundDate> Dates, IReadOnlyList<Span> Names, Signals Signals, int[] FlagAt)
{
    private Evidence? _evidence;
    private uint[]? _features;
    private IReadOnlyList<(Span Piece, Span Sentence)>? _pieces;

    /// <summary>The message as the learned models see it, with the flags of the rules alone.</summary>
    public Evidence Evidence => _evidence ??= new(Message, Signals, Names, Dates.Select(date => date.Words), Manner.Courtesies.Select(courtesy => courtesy.Words), FlagAt);

    /// <summary>The features of the whole message, for the learned models; see <see cref="AskFeatures.OfMessage"/>.</summary>
    public ReadOnlySpan<uint> Features => _features ??= ReadFeatures();

    /// <summary>What the rules alone read of it; null if nothing was learned beside that.</summary>
    public Understanding? Ruled { get; private init; }

    /// <summary>Whether it relays a danger, a breach of the law or an outage: then nothing of it is softened but what rules know to be blame.</summary>
    public bool Urgent { get; init; }

    /// <summary>Whether it is courteous and constructive as it is.</summary>
    public bool Positive { get; init; }

    /// <summary>The pieces of its sentences, each with its sentence.</summary>
    public IReadOnlyList<(Span Piece, Span Sentence)> Pieces => _pieces ??= PieceReader.InSentences(Message);

    /// <summary>Reads a message.</summary>
    public static Understanding Of(string text, FramingContext context)
    {
        var ruled = ByRules(text, context);
        var urgent = AskModel.IsUrgent(ruled);
        if (urgent || AskModel.IsPositive(ruled) || (ruled.Manner.Flags.Count == 0 && OwnPhrases.AreIn(text)))
        {
            return ruled with { Positive = !urgent, Urgent = urgent };
        }

        var flags = FlagModel.Read(ruled);
        return ReferenceEquals(flags, ruled.Manner.Flags) ? ruled
            : ruled with { Ruled = ruled, Manner = ruled.Manner with { Flags = flags }, FlagAt = Places(ruled.Message, flags) };
    }

    /// <summary>Reads a message by the rules alone; the learned models build on that.</summary>
    public static Understanding ByRules(string text, FramingContext context)
    {
        var message = new Message(text);
        var manner = ToneReader.Read(message);

        // "Plastics Today" is a paper and no date.
        var names = NameReader.Read(message);
        var inName = names.Where(name => name.Length > 1).Select(name => name.End - 1).ToHashSet();
        var dates = DateReader.Read(message, context).Where(date => !(date.Words.Length == 1 && inName.Contains(date.Words.Start) && message.Tokens[date.Words.Start].Kind is TokenKind.Word));
        return new(message, manner, [.. dates], names, new(message), Places(message, manner.Flags));
    }

    private uint[] ReadFeatures()
    {
        var features = new FeatureList(stackalloc uint[AskFeatures.Most]);
        AskFeatures.OfMessage(this, ref features);
        return features.Read.ToArray();
    }

    private static int[] Places(Message message, IReadOnlyList<Flag> flags)
    {
        var places = new int[message.Tokens.Length];
        Array.Fill(places, -1);
        for (var i = 0; i < flags.Count; i++)
        {
            places.AsSpan(flags[i].Words.Start, flags[i].Words.Length).Fill(i);
        }

        return places;
    }

    /// <summary>Whether a token is in a phrase that is flagged for anything but capitals.</summary>
    public bool IsFlagged(int token) => FlagAt[token] >= 0 && Manner.Flags[FlagAt[token]].Softer is not null;
}
