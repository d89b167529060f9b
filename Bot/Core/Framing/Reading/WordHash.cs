namespace BridgeBot.Core.Framing.Reading;

/// <summary>The number by which words are sorted into tables; the same on every run.</summary>
internal static class WordHash
{
    /// <summary>The number of a word.</summary>
    /// <remarks>FNV-1a over UTF-16 code units, https://datatracker.ietf.org/doc/html/rfc9923. Nobody can make it slow: the tables hold
    /// the words of rules only, and what is typed is only looked up in them.</remarks>
    public static uint Of(ReadOnlySpan<char> word)
    {
        var hash = 2166136261;
        foreach (var c in word)
        {
            hash = (hash ^ c) * 16777619;
        }

        return hash;
    }

    /// <summary>One bit of 64 for a word: of two words that share none, telling them apart takes no comparison of letters.</summary>
    public static ulong Bit(uint hash) => 1UL << (int)(hash >> 26);
}
