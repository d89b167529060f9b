using BridgeBot.Core.Framing.Reading;
using BridgeBot.Core.Framing.Requests;

namespace BridgeBot.Core.Framing.Learned;

/// <summary>What tells whether a message asks for anything, and where in it another ask starts.</summary>
internal static class AskFeatures
{
    /// <summary>The most features of one message or piece.</summary>
    public const int Most = 512;

    private const Traits Telling = Traits.Asks | Traits.Complains | Traits.Asset | Traits.Name | Traits.Number | Traits.Date | Traits.Flagged;

    /// <summary>The features of a whole message: does it ask for anything?</summary>
    public static void OfMessage(Understanding reading, ref FeatureList into)
    {
        var (evidence, all, counts) = (reading.Evidence, Traits.None, default(Counts));
        for (var i = 0; i < evidence.Length; i++)
        {
            var traits = evidence.TraitsAt(i);
            into.Add('w', evidence.Word(i));
            into.Add('b', evidence.Word(i - 1), evidence.Word(i));
            all |= traits;
            counts = counts.With(traits, reading.Message.Tokens[i].IsWordLike);
        }

        into.Add('t', all);
        into.Add('q', (uint)(all & Telling));
        into.Add('A', Few(counts.Asks));
        into.Add('S', Few(counts.Assets));
        into.Add('F', Few(counts.Facts));
        into.Add('D', Few(counts.Facts + counts.Assets), Few(counts.Asks));
        into.Add('x', counts.Words == 0 ? 0 : (uint)(counts.Flagged * 4 / counts.Words));
        into.Add('n', Few(reading.Message.Sentences.Count), reading.Manner.Courteous ? 1u : 0u);
        into.Add('l', (uint)Math.Min(6, counts.Words / 8));
        into.Add('e', evidence.Word(evidence.Length - 1));
    }

    /// <summary>The features of a whole message: is it courteous already?</summary>
    public static void OfTone(Understanding reading, ref FeatureList into)
    {
        OfMessage(reading, ref into);
        into.Add('W', (uint)Math.Min(6, Math.Round(reading.Manner.Warmth * 3)), (uint)Math.Min(2, reading.Manner.Flags.Count));
        into.Add('N', (uint)Math.Min(2, reading.Manner.Flags.Count));
        into.Add('C', reading.Manner.Courteous ? 1u : 0u, (uint)Math.Min(2, reading.Manner.Flags.Count));
        into.Add('T', (uint)Math.Clamp(Math.Round((ToneModel.Score(reading) + 1) * 5), 0, 10));
    }

    /// <summary>The features of a piece that may start another ask.</summary>
    /// <param name="reading">The message.</param>
    /// <param name="piece">The piece.</param>
    /// <param name="sentence">The sentence that it is in.</param>
    /// <param name="ask">The ask before it.</param>
    /// <param name="into">Where the features go.</param>
    public static void OfPiece(Understanding reading, Span piece, Span sentence, AskSoFar ask, ref FeatureList into)
    {
        var evidence = reading.Evidence;
        var traits = evidence.TraitsIn(piece);
        var rest = evidence.TraitsIn(new(piece.Start, sentence.End));
        var opens = piece.Start == sentence.Start ? reading.Message.IsItemNumber(piece.Start) || reading.Message.IsItemNumber(piece.Start + 1) ? 2u : 1u : 0u;
        var kind = Signals.KindIn(reading.Signals, piece);
        var relation = kind is null ? 0u : ask.Kind is null ? 1u : kind == ask.Kind ? 2u : 3u;
        var pair = Hashing.Mix('k', kind is null ? 0 : WordHash.Of(kind), ask.Kind is null ? 0 : WordHash.Of(ask.Kind));
        var code = (uint)((traits & Telling) | (Traits)((int)(ask.Traits & (Traits.Asks | Traits.Asset)) << 12));
        var (first, second, third) = (evidence.Word(piece.Start), evidence.Word(piece.Start + 1), evidence.Word(piece.Start + 2));
        into.Add('s', opens);
        into.Add('j', opens, first);
        into.Add('J', evidence.Word(piece.Start - 1), opens);
        into.Add('o', first, second);
        into.Add('O', Hashing.Mix('2', first, second), third);
        into.Add('t', traits, opens);
        into.Add('r', rest & Telling, opens);
        into.Add('p', ask.Traits & Telling, relation);
        into.Add('q', code, opens);
        into.Add('k', relation, opens);
        into.Add('K', pair, opens);
        into.Add('R', Hashing.Mix('k', relation, (uint)(rest & Telling)), (uint)(ask.Traits & (Traits.Asks | Traits.Asset)));
        into.Add('c', (uint)Math.Min(3, ask.Before), (uint)Math.Min(4, ask.Announced));
        into.Add('n', (uint)Math.Min(4, ask.Pieces), opens);
        into.Add('a', ask.Names && (traits & Traits.Name) != 0 ? 1u : 0u, relation);
        for (var length = 1; length <= 4; length++)
        {
            into.Add('h', evidence.Shape(piece.Start, length), opens);
            into.Add('H', evidence.Shape(piece.Start, length), relation);
        }

        into.Add('g', evidence.Shape(piece.Start - 2, 4), opens);
        into.Add('G', evidence.Shape(piece.Start - 1, 3), (uint)(ask.Traits & (Traits.Asks | Traits.Asset)));
        for (var i = piece.Start; i < piece.End; i++)
        {
            into.Add('w', evidence.Word(i), opens);
        }
    }

    /// <summary>The features of a whole message: does it ask for several things?</summary>
    public static void OfSeveral(Understanding reading, ref FeatureList into)
    {
        OfMessage(reading, ref into);
        var (assets, asking, kinds, opening) = (0, 0, new HashSet<string>(), 0);
        foreach (var (piece, sentence) in reading.Pieces)
        {
            var traits = reading.Evidence.TraitsIn(piece);
            assets += (traits & Traits.Asset) != 0 ? 1 : 0;
            asking += (traits & Traits.Asks) != 0 ? 1 : 0;
            opening += piece.Start == sentence.Start && (traits & (Traits.Asks | Traits.Asset)) != 0 ? 1 : 0;
            if (Signals.KindIn(reading.Signals, piece) is { } kind)
            {
                kinds.Add(kind);
            }

            into.Add('h', reading.Evidence.Shape(piece.Start, 2), (traits & Traits.Asset) != 0 ? 1u : 0u);
            into.Add('H', reading.Evidence.Shape(piece.Start, 3));
        }

        into.Add('P', (uint)Math.Min(6, assets));
        into.Add('Q', (uint)Math.Min(6, asking));
        into.Add('R', (uint)Math.Min(5, kinds.Count));
        into.Add('V', (uint)Math.Min(5, opening));
        into.Add('X', (uint)Math.Min(5, assets), (uint)Math.Min(5, asking));
        into.Add('Y', (uint)Math.Min(5, opening), (uint)Math.Min(5, kinds.Count));
        into.Add('Z', (uint)Math.Min(5, Signals.Announced(reading.Message)));
        into.Add('I', (uint)Math.Min(4, reading.Message.Sentences.Count(sentence => reading.Message.IsItemNumber(sentence.Start) || reading.Message.IsItemNumber(sentence.Start + 1))));
        into.Add('L', (uint)Math.Min(12, reading.Message.Tokens.Length / 8));
    }

    private static uint Few(int count) => (uint)Math.Min(3, count);

    private readonly record struct Counts(int Words, int Asks, int Assets, int Facts, int Flagged)
    {
        public Counts With(Traits traits, bool word) => new(
            Words + (word ? 1 : 0),
            Asks + ((traits & Traits.Asks) != 0 ? 1 : 0),
            Assets + ((traits & Traits.Asset) != 0 ? 1 : 0),
            Facts + ((traits & (Traits.Name | Traits.Number | Traits.Date)) != 0 ? 1 : 0),
            Flagged + (word && (traits & Traits.Flagged) != 0 ? 1 : 0));
    }
}

/// <summary>The ask that is being read when a piece comes.</summary>
/// <param name="Before">How many asks were complete before it.</param>
/// <param name="Announced">How many the message announced ("two things"); 0 if it did not.</param>
/// <param name="Pieces">How many pieces it has.</param>
/// <param name="Traits">What they hold.</param>
/// <param name="Kind">What kind they tell; null if none.</param>
internal readonly record struct AskSoFar(int Before, int Announced, int Pieces, Traits Traits, string? Kind)
{
    /// <summary>Whether it names somebody.</summary>
    public bool Names => (Traits & Traits.Name) != 0;

    /// <summary>The ask with another piece.</summary>
    public AskSoFar With(Understanding reading, Span piece) => this with
    {
        Pieces = Pieces + 1,
        Traits = Traits | reading.Evidence.TraitsIn(piece),
        Kind = Kind ?? Signals.KindIn(reading.Signals, piece),
    };

    /// <summary>The next ask, which starts with a piece.</summary>
    public AskSoFar Next(Understanding reading, Span piece) => new AskSoFar(Before + 1, Announced, 0, Traits.None, null).With(reading, piece);

    /// <summary>The first ask of a message.</summary>
    public static AskSoFar First(Understanding reading, Span piece) => new AskSoFar(0, Signals.Announced(reading.Message), 0, Traits.None, null).With(reading, piece);
}
