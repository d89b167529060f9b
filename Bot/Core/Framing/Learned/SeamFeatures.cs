using BridgeBot.Core.Framing.Reading;

namespace BridgeBot.Core.Framing.Learned;

/// <summary>What tells whether a sentence still reads as one where something was left out of it.</summary>
internal static class SeamFeatures
{
    /// <summary>The most features of a seam.</summary>
    public const int Most = 32;

    private const uint Edge = 4;

    /// <summary>The features of a seam.</summary>
    /// <param name="evidence">The message.</param>
    /// <param name="sentence">The sentence.</param>
    /// <param name="gap">The tokens that are left out of it; none for words that follow each other as typed.</param>
    /// <param name="into">Where the features go.</param>
    public static void Of(Evidence evidence, Span sentence, Span gap, ref FeatureList into)
    {
        uint Word(int i) => sentence.Contains(i) ? evidence.Word(i) : Edge;
        uint Shape(int i) => sentence.Contains(i) ? evidence.Shape(i) : Edge;
        var (left, right) = (gap.Start - 1, gap.End);
        var (before, after) = (Word(left), Word(right));
        var (first, second, third, fourth) = (Shape(left - 1), Shape(left), Shape(right), Shape(right + 1));
        into.Add('b', before, after);
        into.Add('l', before, third);
        into.Add('r', second, after);
        into.Add('p', before);
        into.Add('f', after);
        into.Add('2', second, third);
        into.Add('3', Hashing.Mix('l', first, second), third);
        into.Add('4', second, Hashing.Mix('r', third, fourth));
        into.Add('5', Hashing.Mix('l', first, second), Hashing.Mix('r', third, fourth));
        into.Add('6', Hashing.Mix('l', Shape(left - 2), first), Hashing.Mix('r', second, third));
        into.Add('7', Hashing.Mix('l', second, third), Hashing.Mix('r', fourth, Shape(right + 2)));
        into.Add('t', evidence.TraitsAt(left), third);
        into.Add('T', evidence.TraitsAt(right), second);
        into.Add('e', left < sentence.Start ? 1u : 0u, right >= sentence.End ? 1u : 0u);
    }
}
