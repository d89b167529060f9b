using System.Collections.Concurrent;
using BridgeBot.Host.Storage;

namespace BridgeBot.Bench.Load;

/// <summary>Remembers every transaction, so that others of the same bytes can be made.</summary>
internal sealed class RecordingStore : IStore
{
    private readonly MemoryStore _store = new();

    /// <summary>What was carried out, oldest first.</summary>
    public ConcurrentQueue<(string Partition, IReadOnlyList<Write> Writes)> Commits { get; } = [];

    public bool IsExclusive => true;

    public Task<Row?> ReadAsync(string partition, string key, CancellationToken cancel) => _store.ReadAsync(partition, key, cancel);

    public Task<IReadOnlyList<Row>> RangeAsync(string partition, string from, string to, int limit, CancellationToken cancel) =>
        _store.RangeAsync(partition, from, to, limit, cancel);

    public Task<IReadOnlyList<StoredRow>> ScanAsync(string partition, string key, int limit, CancellationToken cancel) =>
        _store.ScanAsync(partition, key, limit, cancel);

    public async Task<CommitResult> CommitAsync(string partition, IReadOnlyList<Write> writes, CancellationToken cancel)
    {
        var result = await _store.CommitAsync(partition, writes, cancel);
        if (result.Committed) Commits.Enqueue((partition, writes));
        return result;
    }
}
