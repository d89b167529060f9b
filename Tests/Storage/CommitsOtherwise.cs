using BridgeBot.Host.Storage;

namespace BridgeBot.Tests.Storage;

/// <summary>The real store, with something else happening at a commit: it is given the partition and what carries the commit out.</summary>
internal sealed class CommitsOtherwise(IStore store, Func<string, Func<Task<CommitResult>>, Task<CommitResult>> commit) : IStore
{
    public bool IsExclusive => store.IsExclusive;

    public Task<Row?> ReadAsync(string partition, string key, CancellationToken cancel) => store.ReadAsync(partition, key, cancel);

    public Task<IReadOnlyList<Row>> RangeAsync(string partition, string from, string to, int limit, CancellationToken cancel) =>
        store.RangeAsync(partition, from, to, limit, cancel);

    public Task<IReadOnlyList<StoredRow>> ScanAsync(string partition, string key, int limit, CancellationToken cancel) =>
        store.ScanAsync(partition, key, limit, cancel);

    public Task<CommitResult> CommitAsync(string partition, IReadOnlyList<Write> writes, CancellationToken cancel) =>
        commit(partition, () => store.CommitAsync(partition, writes, cancel));
}
