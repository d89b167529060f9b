using System.Collections.Concurrent;
using Azure.Data.Tables;
using BridgeBot.Host.Storage;

namespace BridgeBot.Bench.History;

/// <summary>Remembers what is read of a table, to read the same rows without anything around it.</summary>
internal sealed class SeenReads(IStore store) : IStore
{
    private const int Page = 1_000;
    private const string Due = "due-";

    private readonly ConcurrentQueue<Read> _reads = [];

    public bool IsExclusive => store.IsExclusive;

    /// <summary>What was read since the last call. What the sweeper looks for is in nobody's turn.</summary>
    public IReadOnlyList<Read> Take()
    {
        List<Read> taken = [];
        while (_reads.TryDequeue(out var read)) taken.Add(read);
        return [.. taken.Where(read => !read.Partition.StartsWith(Due, StringComparison.Ordinal))];
    }

    public Task<Row?> ReadAsync(string partition, string key, CancellationToken cancel)
    {
        _reads.Enqueue(new(partition, key, null, 1));
        return store.ReadAsync(partition, key, cancel);
    }

    public Task<IReadOnlyList<Row>> RangeAsync(string partition, string from, string to, int limit, CancellationToken cancel)
    {
        _reads.Enqueue(new(partition, from, to, limit));
        return store.RangeAsync(partition, from, to, limit, cancel);
    }

    public Task<IReadOnlyList<StoredRow>> ScanAsync(string partition, string key, int limit, CancellationToken cancel) =>
        store.ScanAsync(partition, key, limit, cancel);

    public Task<CommitResult> CommitAsync(string partition, IReadOnlyList<Write> writes, CancellationToken cancel) =>
        store.CommitAsync(partition, writes, cancel);

    /// <summary>One read: of a row where <see cref="To"/> is null, else of a range.</summary>
    internal sealed record Read(string Partition, string From, string? To, int Limit)
    {
        /// <summary>Reads the same by the table's own client.</summary>
        public async Task AgainAsync(TableClient table)
        {
            if (To is null)
            {
                await table.GetEntityIfExistsAsync<TableEntity>(Partition, From);
                return;
            }

            var rows = 0;
            await foreach (var _ in table.QueryAsync<TableEntity>(TableBounds.Filter(Partition, From, To), Math.Min(Limit, Page)))
            {
                if (++rows == Limit) break;
            }
        }
    }
}
