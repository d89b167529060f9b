using BridgeBot.Host.Storage;

namespace BridgeBot.Tests.Outbox;

/// <summary>The real store, of which a host that is killed comes to no more than some commits.</summary>
/// <param name="store">The store.</param>
/// <param name="commits">After how many it is killed.</param>
internal sealed class KilledStore(IStore store, int commits) : IStore
{
    private int _left = commits;

    public bool IsExclusive => false;

    public Task<Row?> ReadAsync(string partition, string key, CancellationToken cancel) =>
        _left < 0 ? throw new Killed() : store.ReadAsync(partition, key, cancel);

    public Task<IReadOnlyList<Row>> RangeAsync(string partition, string from, string to, int limit, CancellationToken cancel) =>
        _left < 0 ? throw new Killed() : store.RangeAsync(partition, from, to, limit, cancel);

    public Task<IReadOnlyList<StoredRow>> ScanAsync(string partition, string key, int limit, CancellationToken cancel) =>
        store.ScanAsync(partition, key, limit, cancel);

    public Task<CommitResult> CommitAsync(string partition, IReadOnlyList<Write> writes, CancellationToken cancel) =>
        --_left < 0 ? throw new Killed() : store.CommitAsync(partition, writes, cancel);

    /// <summary>Nothing that comes after it is done.</summary>
    public sealed class Killed : Exception;
}
