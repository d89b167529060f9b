using System.Buffers;
using System.Text;

namespace BridgeBot.Core.Framing.Reading;

/// <summary>Gives words as strings without making the same string twice: a message and its wordings hold mostly the same words.</summary>
/// <remarks>Only a saving: the string is the same whether it was there or not. It holds the last word of each place and so
/// never grows; threads may write at once, since a reference is written whole.</remarks>
internal static class WordPool
{
    /// <summary>Longer words are seldom seen twice; in UTF-16 code units.</summary>
    private const int Longest = 32;
    private const int Places = 1 << 12;
    private static readonly string?[] Words = new string?[Places];

    /// <summary>A word in lower case, and its number; if asked for, with straight apostrophes.</summary>
    public static (string Key, uint Hash) Lower(ReadOnlySpan<char> word, bool straight)
    {
        var lower = word.Length <= Longest ? stackalloc char[Longest] : new char[word.Length];
        lower = lower[..word.Length];
        if (Ascii.ToLower(word, lower, out _) is not OperationStatus.Done)
        {
            word.ToLowerInvariant(lower);
            if (straight)
            {
                lower.Replace('’', '\'');
            }
        }

        var hash = WordHash.Of(lower);
        if (word.Length > Longest)
        {
            return (lower.ToString(), hash);
        }

        ref var place = ref Words[hash % Places];
        var known = place;
        return (lower.SequenceEqual(known) ? known! : place = lower.ToString(), hash);
    }
}
