using System.Runtime.CompilerServices;

namespace BridgeBot.Host.Storage;

/// <summary>Reads ranges of any length, a page at a time.</summary>
internal static class StorePages
{
    private const int Page = 500;

    /// <summary>Everything that is stored, behind a row; from the first row if that is none. Rows that are written meanwhile may be
    /// left out.</summary>
    public static async IAsyncEnumerable<StoredRow> AllAsync(
        this IStore store, StoredRow? after, [EnumeratorCancellation] CancellationToken cancel)
    {
        while (await store.ScanAsync(after?.Partition ?? "", after?.Key ?? "", Page, cancel) is { Count: > 0 } rows)
        {
            foreach (var row in rows)
            {
                yield return row;
            }

            after = rows[^1];
        }
    }

    /// <summary>The rows with <paramref name="from"/> &lt;= key &lt; <paramref name="to"/>, in ordinal order of the key. Rows that are
    /// written meanwhile may be left out.</summary>
    public static async IAsyncEnumerable<Row> AllAsync(
        this IStore store, string partition, string from, string to, [EnumeratorCancellation] CancellationToken cancel)
    {
        for (IReadOnlyList<Row> rows; ; from = rows[^1].Key + "\0")
        {
            rows = await store.RangeAsync(partition, from, to, Page, cancel);
            foreach (var row in rows)
            {
                yield return row;
            }

            if (rows.Count < Page)
            {
                yield break;
            }
        }
    }
}
