using Azure.Data.Tables;

namespace BridgeBot.Host.Storage;

/// <summary>
/// The shape of a row in the table, version <see cref="Version"/>: partition and key as they are, and the body, cut into pieces,
/// in the properties <c>B00</c>, <c>B01</c>, ... One row of a transaction has the transaction's mark in the property <c>By</c>, which no other
/// transaction has. All other properties are left alone, so a later version may add some.
/// <para>
/// The version stands in the row <c>schema</c>, <c>version</c>. What the bodies hold is JSON, in which a missing value reads as
/// its default, so that a newer bot reads what an older one wrote.
/// </para>
/// </summary>
internal static class TableRows
{
    /// <summary>Raised when an older bot could not read what is written now.</summary>
    public const int Version = 1;

    /// <summary>Partition of the row with the version; no partition of the bot's own (see Keys) has its name.</summary>
    public const string VersionPartition = "schema";

    public const string VersionKey = "version";

    /// <summary>
    /// Characters of one piece. A property may have 64 KiB of UTF-16, "about 32K characters or less"
    /// (<see href="https://learn.microsoft.com/rest/api/storageservices/understanding-the-table-service-data-model#property-types"/>).
    /// </summary>
    internal const int PieceLength = 30 * 1024;

    private const string MarkName = "By";

    /// <summary>Writes a row.</summary>
    /// <param name="partition">Its partition.</param>
    /// <param name="key">Its key.</param>
    /// <param name="body">Its body.</param>
    /// <param name="mark">The mark of its transaction; null if another row has it.</param>
    public static TableEntity Write(string partition, string key, string body, string? mark = null)
    {
        var entity = new TableEntity(partition, key);
        if (mark is not null) entity[MarkName] = mark;
        var from = 0;
        for (var i = 0; i == 0 || from < body.Length; i++)
        {
            var length = PieceFrom(body, from);
            entity[Name(i)] = body.Substring(from, length);
            from += length;
        }

        return entity;
    }

    /// <summary>The mark of the transaction that wrote a row; null if another row has it.</summary>
    public static string? MarkOf(TableEntity entity) => entity.GetString(MarkName);

    /// <summary>Reads a row.</summary>
    public static Row Read(TableEntity entity)
    {
        var first = entity.GetString(Name(0)) ?? "";
        return new(entity.RowKey, entity.ContainsKey(Name(1)) ? string.Concat(Pieces(entity)) : first, entity.ETag.ToString());
    }

    private static IEnumerable<string> Pieces(TableEntity entity)
    {
        for (var i = 0; entity.GetString(Name(i)) is { } piece; i++) yield return piece;
    }

    // A pair of surrogates stays together: half of one is not Unicode and would not arrive.
    private static int PieceFrom(string body, int from)
    {
        if (body.Length - from <= PieceLength) return body.Length - from;
        return char.IsHighSurrogate(body[from + PieceLength - 1]) ? PieceLength - 1 : PieceLength;
    }

    private static string Name(int piece) => $"B{piece:D2}";
}
