using System.Buffers;
using System.Text;

namespace BridgeBot.Host.Storage;

/// <summary>
/// Table Storage's limits, kept on both stores, before anything is sent:
/// <see href="https://learn.microsoft.com/rest/api/storageservices/understanding-the-table-service-data-model"/> and, for
/// transactions, <see href="https://learn.microsoft.com/rest/api/storageservices/performing-entity-group-transactions"/>.
/// </summary>
public static class StoreLimits
{
    /// <summary>Writes in one transaction.</summary>
    public const int WritesInTransaction = 100;

    /// <summary>Characters of a key or a partition: 1 KiB of UTF-16.</summary>
    public const int KeyLength = 512;

    /// <summary>UTF-16 bytes of one row's body; an entity may have 1 MiB with its keys and property names.</summary>
    public const int BodyBytes = 960 * 1024;

    /// <summary>Bytes of one transaction as it is sent to Table Storage.</summary>
    public const int TransactionBytes = 4 * 1024 * 1024;

    // What Azure.Data.Tables sends around a body: some 700 bytes were measured, and the keys, in an address and in JSON.
    private const int EnvelopeBytes = 1000;
    private const int BytesOfKeyCharacter = 9;

    // In JSON as Azure.Data.Tables writes it, these take one byte; all others are escaped: \u00E4.
    private static readonly SearchValues<char> PlainCharacters =
        SearchValues.Create([.. Enumerable.Range(' ', '~' - ' ' + 1).Select(code => (char)code).Except("\"&'+<>`\\")]);

    private const int BytesOfEscape = 6;

    // Table Storage forbids / \ # ? and control characters. Beyond that, ASCII only: there the order of UTF-8 bytes, by which
    // SQLite sorts, is the ordinal order of C# strings; for surrogates it is not.
    private static readonly SearchValues<char> KeyCharacters =
        SearchValues.Create([.. Enumerable.Range(' ', '~' - ' ' + 1).Select(code => (char)code).Except(@"/\#?")]);

    // What is not Unicode could not be read back as it was written.
    private static readonly UTF8Encoding Utf8 = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    /// <summary>Whether this can be a key or a partition: 1 to 512 printable ASCII characters without <c>/ \ # ?</c>.</summary>
    public static bool IsKey(string text) =>
        text.Length is > 0 and <= KeyLength && !text.AsSpan().ContainsAnyExcept(KeyCharacters);

    /// <summary>Checks a transaction.</summary>
    /// <exception cref="StoreLimitException">It is empty or too large, holds a key twice, or a key or body that no store
    /// keeps.</exception>
    public static void Check(string partition, IReadOnlyList<Write> writes)
    {
        if (writes.Count is 0 or > WritesInTransaction)
        {
            throw new StoreLimitException($"a transaction has 1 to {WritesInTransaction} writes, this one has {writes.Count}");
        }

        CheckKey(partition);
        var keys = new HashSet<string>(StringComparer.Ordinal);
        var bytes = 0;
        foreach (var write in writes)
        {
            CheckKey(write.Key);
            if (!keys.Add(write.Key)) throw new StoreLimitException($"the key {write.Key} stands twice in a transaction");
            bytes += SizeOf(partition, write);
        }

        if (bytes > TransactionBytes)
        {
            throw new StoreLimitException($"the transaction has {bytes} bytes, {TransactionBytes} are allowed");
        }
    }

    /// <summary>What a write counts of a transaction's <see cref="TransactionBytes"/>.</summary>
    /// <exception cref="StoreLimitException">Its body is one that no store keeps.</exception>
    public static int SizeOf(string partition, Write write) =>
        EnvelopeBytes + (BytesOfKeyCharacter * (partition.Length + write.Key.Length)) + CheckedBytes(write);

    private static void CheckKey(string key)
    {
        if (!IsKey(key))
        {
            throw new StoreLimitException(
                $"a key has 1 to {KeyLength} printable ASCII characters without / \\ # ?, this one does not: {Shown(key)}");
        }
    }

    private static int CheckedBytes(Write write)
    {
        var body = write switch { Insert w => w.Body, Replace w => w.Body, Upsert w => w.Body, _ => "" };
        if (body.Length * 2 > BodyBytes)
        {
            throw new StoreLimitException($"the row {write.Key} has {body.Length * 2} bytes, {BodyBytes} are allowed");
        }

        try
        {
            _ = Utf8.GetByteCount(body);
            return SentBytes(body);
        }
        catch (EncoderFallbackException)
        {
            throw new StoreLimitException($"the row {write.Key} holds half a surrogate pair, which is not Unicode");
        }
    }

    private static int SentBytes(string body)
    {
        var bytes = 0;
        foreach (var character in body) bytes += PlainCharacters.Contains(character) ? 1 : BytesOfEscape;
        return bytes;
    }

    // A log line stays one line, whatever a key was made of.
    private static string Shown(string key) =>
        string.Concat(key.Take(80).Select(c => c is >= ' ' and <= '~' ? c.ToString() : $"\\u{(int)c:X4}"));
}
