using BridgeBot.Core.Framing.Reading;

namespace BridgeBot.Core.Framing.Learned;

/// <summary>What tells whether a piece of a sentence has a sting, and which of its words do.</summary>
internal static class FlagFeatures
{
    /// <summary>The most features of one piece or word.</summary>
    public const int Most = 384;

    private const int Certain = 4;

    /// <summary>The features of a piece.</summary>
    public static void OfPiece(Evidence evidence, Span piece, ref FeatureList into)
    {
        var traits = Traits.None;
        for (var i = piece.Start; i < piece.End; i++)
        {
            into.Add('w', evidence.Word(i));
            into.Add('b', i == piece.Start ? 0 : evidence.Word(i - 1), evidence.Word(i));
            if (i >= piece.Start + 2)
            {
                into.Add('c', Hashing.Mix('2', evidence.Word(i - 2), evidence.Word(i - 1)), evidence.Word(i));
            }

            into.Add('3', evidence.Shape(i, Math.Min(3, piece.End - i)));
            into.Add('4', evidence.Shape(i, Math.Min(4, piece.End - i)));
            traits |= evidence.TraitsAt(i);
        }

        into.Add('h', evidence.Shape(piece.Start, Math.Min(2, piece.Length)));
        into.Add('h', evidence.Shape(piece.Start, Math.Min(3, piece.Length)));
        into.Add('o', evidence.Word(piece.Start), piece.Length > 1 ? evidence.Word(piece.Start + 1) : 3);
        into.Add('e', evidence.Word(piece.End - 1));
        into.Add('t', traits);
        into.Add('q', (uint)traits & ((uint)Traits.Asks | (uint)Traits.Complains | (uint)Traits.Flagged));
        into.Add('a', traits & (Traits.Flagged | Traits.Asks | Traits.Bad), evidence.Word(piece.Start));
        into.Add('l', (uint)Math.Min(8, piece.Length), traits == Traits.None ? 0u : 1u);
    }

    /// <summary>The features of a word.</summary>
    /// <param name="evidence">The message.</param>
    /// <param name="piece">The piece that it is in.</param>
    /// <param name="sting">The piece's own score.</param>
    /// <param name="i">The token.</param>
    /// <param name="into">Where the features go.</param>
    public static void OfWord(Evidence evidence, Span piece, double sting, int i, ref FeatureList into)
    {
        var (word, before, after) = (evidence.Word(i), evidence.Word(i - 1), evidence.Word(i + 1));
        var level = (uint)(Math.Clamp(Math.Round(sting * 2), -Certain, Certain) + Certain);
        var (traits, fact) = (evidence.TraitsAt(i), evidence.IsFact(i) ? 1u : 0u);
        into.Add('1', evidence.Shape(i, 2), level);
        into.Add('2', evidence.Shape(i - 1, 2), level);
        into.Add('3', evidence.Shape(i - 1, 3));
        into.Add('4', evidence.Shape(i - 2, 3));
        into.Add('5', evidence.Shape(i, 3));
        into.Add('z', level);
        into.Add('y', level, fact);
        into.Add('v', level, word);
        into.Add('t', traits);
        into.Add('T', traits, level);
        into.Add('w', word);
        into.Add('b', before, word);
        into.Add('a', word, after);
        into.Add('c', Hashing.Mix('2', before, word), after);
        into.Add('d', evidence.Word(i - 2), before);
        into.Add('g', after, evidence.Word(i + 2));
        into.Add('p', before);
        into.Add('f', after);
        into.Add('P', evidence.TraitsAt(i - 1), fact);
        into.Add('F', evidence.TraitsAt(i + 1), fact);
        into.Add('o', evidence.Word(piece.Start), (uint)Math.Min(3, i - piece.Start));
        into.Add('k', (uint)Math.Min(3, i - piece.Start), Hashing.Mix('k', (uint)Math.Min(3, piece.End - 1 - i), level));
        into.Add('u', FactsIn(evidence, piece), level);
    }

    private static uint FactsIn(Evidence evidence, Span piece)
    {
        var facts = 0u;
        for (var i = piece.Start; i < piece.End && facts < 3; i++)
        {
            facts += evidence.IsFact(i) ? 1u : 0u;
        }

        return facts;
    }
}
