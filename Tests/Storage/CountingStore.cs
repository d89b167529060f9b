using BridgeBot.Host.Storage;

namespace BridgeBot.Tests.Storage;

/// <summary>The real store, and how much was read from it.</summary>
internal sealed class CountingStore(IStore store) : IStore
{
    private int _rows;
    private int _reads;

    /// <summary>Rows that came back.</summary>
    public int Rows => _rows;

    /// <summary>Requests for rows.</summary>
    public int Reads => _reads;

    public bool IsExclusive => store.IsExclusive;

    public async Task<Row?> ReadAsync(string partition, string key, CancellationToken cancel)
    {
        var row = await store.ReadAsync(partition, key, cancel);
        Count(row is null ? 0 : 1);
        return row;
    }

    public async Task<IReadOnlyList<Row>> RangeAsync(string partition, string from, string to, int limit, CancellationToken cancel)
    {
        var rows = await store.RangeAsync(partition, from, to, limit, cancel);
        Count(rows.Count);
        return rows;
    }

    public Task<IReadOnlyList<StoredRow>> ScanAsync(string partition, string key, int limit, CancellationToken cancel) =>
        store.ScanAsync(partition, key, limit, cancel);

    public Task<CommitResult> CommitAsync(string partition, IReadOnlyList<Write> writes, CancellationToken cancel) =>
        store.CommitAsync(partition, writes, cancel);

    private void Count(int rows)
    {
        Interlocked.Add(ref _rows, rows);
        Interlocked.Increment(ref _reads);
    }
}
