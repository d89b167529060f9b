using BridgeBot.Core.Framing.Reading;
using BridgeBot.Core.Framing.Requests;

namespace BridgeBot.Core.Framing.Learned;

/// <summary>What tells whether a message asks for anything, and where in it another ask starts.</summary>
internal static class AskFeatures
{
    /// <summary>The most features of one message or piece.</summary>
    public const int Most = 512;

    private const Traits Asked = Traits.Asks | Traits.Asset | Traits.Thing;
    private const Traits Telling = Traits.Asks | Traits.Complains | Traits.Asset | Traits.Name | Traits.Number | Traits.Date | Traits.Flagged | Traits.Thing;

    /// <summary>The features of a whole message, for all that is asked about it as a whole.</summary>
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

        foreach (var sentence in reading.Message.Sentences)
        {
            into.Add('1', evidence.Shape(sentence.Start, 2));
            into.Add('2', evidence.Shape(sentence.Start, 3));
            into.Add('3', (uint)(evidence.TraitsIn(sentence) & Telling));
        }

        into.Add('t', all);
        into.Add('q', (uint)(all & Telling));
        into.Add('A', Few(counts.Asks));
        into.Add('S', Few(counts.Assets));
        into.Add('F', Few(counts.Facts));
        into.Add('D', Few(counts.Facts + counts.Assets), Few(counts.Asks));
        into.Add('H', Few(counts.Assets + counts.Things), Hashing.Mix('a', Few(counts.Asks), Few(counts.Facts)));
        into.Add('y', Few(counts.Assets + counts.Things), (uint)Math.Min(6, counts.Words / 8));
        into.Add('x', counts.Words == 0 ? 0 : (uint)(counts.Flagged * 4 / counts.Words));
        into.Add('n', Few(reading.Message.Sentences.Count), reading.Manner.Courteous ? 1u : 0u);
        into.Add('l', (uint)Math.Min(6, counts.Words / 8));
        into.Add('e', evidence.Word(evidence.Length - 1));
    }

    /// <summary>What tells beside those whether it is courteous already.</summary>
    public static void OfTone(Understanding reading, ref FeatureList into)
    {
        into.Add('W', (uint)Math.Min(6, Math.Round(reading.Manner.Warmth * 3)), (uint)Math.Min(2, reading.Manner.Flags.Count));
        into.Add('N', (uint)Math.Min(2, reading.Manner.Flags.Count));
        into.Add('C', reading.Manner.Courteous ? 1u : 0u, (uint)Math.Min(2, reading.Manner.Flags.Count));
        into.Add('T', (uint)Math.Clamp(Math.Round((ToneModel.Score(reading) + 1) * 5), 0, 10));
    }

    /// <summary>The features of a piece that may start another ask, whatever was asked before.</summary>
    public static void OfPiece(Understanding reading, in SeamPiece at, ref FeatureList into)
    {
        var (evidence, piece, opens) = (reading.Evidence, at.Piece, at.Opens);
        var (first, second, third) = (evidence.Word(piece.Start), evidence.Word(piece.Start + 1), evidence.Word(piece.Start + 2));
        into.Add('s', opens);
        into.Add('j', opens, first);
        into.Add('J', evidence.Word(piece.Start - 1), opens);
        into.Add('o', first, second);
        into.Add('O', Hashing.Mix('2', first, second), third);
        into.Add('t', at.Traits, opens);
        into.Add('r', at.Rest & Telling, opens);
        for (var length = 1; length <= 4; length++)
        {
            into.Add('h', evidence.Shape(piece.Start, length), opens);
        }

        into.Add('g', evidence.Shape(piece.Start - 2, 4), opens);
        for (var i = piece.Start; i < piece.End; i++)
        {
            into.Add('w', evidence.Word(i), opens);
        }
    }

    /// <summary>The features of a piece beside the ask before it.</summary>
    public static void OfStart(Understanding reading, in SeamPiece at, in AskSoFar ask, ref FeatureList into)
    {
        var (evidence, piece, opens) = (reading.Evidence, at.Piece, at.Opens);
        var relation = at.Kind is null ? 0u : ask.Kind is null ? 1u : at.Kind == ask.Kind ? 2u : 3u;
        var asked = (uint)(ask.Traits & Asked);
        into.Add('p', ask.Traits & Telling, relation);
        into.Add('q', (uint)((at.Traits & Telling) | (Traits)(asked << 14)), opens);
        into.Add('k', relation, opens);
        into.Add('K', Hashing.Mix('k', at.Kind is null ? 0 : WordHash.Of(at.Kind), ask.Kind is null ? 0 : WordHash.Of(ask.Kind)), opens);
        into.Add('R', Hashing.Mix('k', relation, (uint)(at.Rest & Telling)), asked);
        into.Add('c', (uint)Math.Min(3, ask.Before), (uint)Math.Min(4, ask.Announced));
        into.Add('C', (uint)Math.Min(3, ask.Before), Hashing.Mix('i', Few(ask.Items), opens));
        into.Add('i', Few(ask.Items), Hashing.Mix('i', opens, asked));
        into.Add('n', (uint)Math.Min(4, ask.Pieces), opens);
        into.Add('a', ask.Names && (at.Traits & Traits.Name) != 0 ? 1u : 0u, relation);
        into.Add('G', evidence.Shape(piece.Start - 1, 3), asked);
        for (var length = 1; length <= 4; length++)
        {
            into.Add('H', evidence.Shape(piece.Start, length), relation);
        }
    }

    /// <summary>What tells beside those how many things it asks for.</summary>
    public static void OfCount(Understanding reading, ref FeatureList into)
    {
        var (assets, things, asking, kinds, opening) = (0, 0, 0, new HashSet<string>(), 0);
        foreach (var (piece, sentence) in reading.Pieces)
        {
            var traits = reading.Evidence.TraitsIn(piece);
            assets += (traits & Traits.Asset) != 0 ? 1 : 0;
            things += (traits & (Traits.Asset | Traits.Thing)) != 0 ? 1 : 0;
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
        into.Add('T', (uint)Math.Min(6, things));
        into.Add('U', (uint)Math.Min(6, things), (uint)Math.Min(5, asking));
        into.Add('Q', (uint)Math.Min(6, asking));
        into.Add('R', (uint)Math.Min(5, kinds.Count));
        into.Add('V', (uint)Math.Min(5, opening));
        into.Add('X', (uint)Math.Min(5, assets), (uint)Math.Min(5, asking));
        into.Add('Y', (uint)Math.Min(5, opening), (uint)Math.Min(5, kinds.Count));
        into.Add('Z', (uint)Math.Min(5, Signals.Announced(reading.Message)));
        into.Add('I', (uint)Math.Min(5, AskSoFar.ItemsIn(reading.Message)));
        into.Add('L', (uint)Math.Min(12, reading.Message.Tokens.Length / 8));
    }

    private static uint Few(int count) => (uint)Math.Min(3, count);

    private readonly record struct Counts(int Words, int Asks, int Assets, int Things, int Facts, int Flagged)
    {
        public Counts With(Traits traits, bool word) => new(
            Words + (word ? 1 : 0),
            Asks + ((traits & Traits.Asks) != 0 ? 1 : 0),
            Assets + ((traits & Traits.Asset) != 0 ? 1 : 0),
            Things + ((traits & (Traits.Asset | Traits.Thing)) == Traits.Thing ? 1 : 0),
            Facts + ((traits & (Traits.Name | Traits.Number | Traits.Date)) != 0 ? 1 : 0),
            Flagged + (word && (traits & Traits.Flagged) != 0 ? 1 : 0));
    }
}
