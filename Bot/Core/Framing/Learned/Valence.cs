using System.Collections.Frozen;
using System.Globalization;

namespace BridgeBot.Core.Framing.Learned;

/// <summary>How good or bad people find a word, by itself: VADER's lexicon (Hutto and Gilbert 2014), see NOTICE.md.</summary>
internal static class Valence
{
    private static readonly Lazy<FrozenDictionary<string, sbyte>> Words = new(Load);

    /// <summary>The valence in tenths, -40 (very bad) to 40 (very good); 0 if the word is not known.</summary>
    /// <param name="word">In lower case.</param>
    public static int Of(string word) => Words.Value.GetValueOrDefault(word);

    private static FrozenDictionary<string, sbyte> Load()
    {
        using var reader = new StreamReader(LinearModel.Open("valence.txt"));
        Dictionary<string, sbyte> words = new(StringComparer.Ordinal);
        while (reader.ReadLine() is { } line)
        {
            if (line.Split('\t') is [var word, var tenths])
            {
                words[word] = sbyte.Parse(tenths, CultureInfo.InvariantCulture);
            }
        }

        return words.ToFrozenDictionary(StringComparer.Ordinal);
    }
}
