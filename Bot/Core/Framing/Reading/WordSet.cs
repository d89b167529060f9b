namespace BridgeBot.Core.Framing.Reading;

/// <summary>A few words, made for asking whether a token is one of them.</summary>
internal sealed class WordSet
{
    private readonly string[] _words;
    private readonly uint[] _hashes;

    /// <summary>The words, each once.</summary>
    public WordSet(IEnumerable<string> words)
    {
        // In the order of their numbers, so that two with the same number stand side by side.
        _words = [.. words.Distinct(StringComparer.Ordinal).OrderBy(word => WordHash.Of(word))];
        _hashes = [.. _words.Select(word => WordHash.Of(word))];
        Bits = _hashes.Aggregate(0UL, (bits, hash) => bits | WordHash.Bit(hash));
    }

    /// <summary>The words.</summary>
    public IReadOnlyList<string> Words => _words;

    /// <summary>The bits of all words, see <see cref="WordHash.Bit"/>.</summary>
    public ulong Bits { get; }

    /// <summary>Whether a token is one of the words.</summary>
    public bool Contains(in Token token)
    {
        if ((Bits & token.Bit) == 0)
        {
            return false;
        }

        var at = _hashes.AsSpan().IndexOf(token.Hash);
        while (at >= 0 && at < _words.Length && _hashes[at] == token.Hash)
        {
            if (_words[at] == token.Key)
            {
                return true;
            }

            at++;
        }

        return false;
    }
}
