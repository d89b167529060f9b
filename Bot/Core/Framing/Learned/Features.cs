using BridgeBot.Core.Framing.Reading;
using BridgeBot.Core.Framing.Requests;

namespace BridgeBot.Core.Framing.Learned;

/// <summary>
/// What a learned model looks at: each word or mark, each two in a row, and the first two of each sentence, as numbers of
/// buckets. Tokens that a flag covers are passed over as if they were not there, so that deleting them changes nothing here.
/// </summary>
internal static class Features
{
    /// <summary>How many buckets there are; two features rarely share one.</summary>
    public const int Buckets = 1 << 15;

    /// <summary>The most features that are read of one message; what follows is not looked at, so the cost has a bound.</summary>
    public const int Most = 1024;

    private const int PerToken = 3;
    private const int OpeningWords = 2;

    /// <summary>Writes the buckets of a message's features.</summary>
    /// <param name="reading">The message.</param>
    /// <param name="into">Room for <see cref="Most"/> features.</param>
    /// <param name="without">Tokens to pass over as well.</param>
    /// <returns>How many were written.</returns>
    public static int Read(Understanding reading, Span<int> into, Reading.Span without = default)
    {
        var message = reading.Message;
        var (count, place, previous) = (0, 0, "");
        for (var i = 0; i < message.Tokens.Length && count <= Most - PerToken; i++)
        {
            var token = message.Tokens[i];
            if (reading.FlagAt[i] >= 0 || without.Contains(i) || message.Quoted[i] || token.Kind is TokenKind.Break)
            {
                continue;
            }

            var word = Word(token);
            into[count++] = Bucket('w', "", word);
            into[count++] = Bucket('b', previous, word);
            if (place < OpeningWords)
            {
                into[count++] = Bucket('o', previous, word);
            }

            (place, previous) = token.IsStop ? (0, "") : (place + 1, word);
        }

        return count;
    }

    private static string Word(Token token) => token.Kind switch
    {
        TokenKind.Number => "0",
        TokenKind.Url => "<url>",
        TokenKind.Code when token.Key[0] == '`' => "`",
        _ => token.Key,
    };

    // FNV-1a, the same on every machine, unlike string.GetHashCode: https://datatracker.ietf.org/doc/html/rfc9923
    private static int Bucket(char kind, string first, string second)
    {
        const uint Basis = 2166136261;
        const uint Prime = 16777619;
        var hash = (Basis ^ kind) * Prime;
        foreach (var c in first)
        {
            hash = (hash ^ c) * Prime;
        }

        hash = (hash ^ ' ') * Prime;
        foreach (var c in second)
        {
            hash = (hash ^ c) * Prime;
        }

        return (int)((hash ^ (hash >> 15)) % Buckets);
    }
}
