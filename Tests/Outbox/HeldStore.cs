using BridgeBot.Host.Storage;

namespace BridgeBot.Tests.Outbox;

/// <summary>The real store over a slow line: the first commit to a partition of that kind takes until it is released.</summary>
internal sealed class HeldStore(IStore store, string partitions) : IStore
{
    private readonly TaskCompletionSource _reached = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly TaskCompletionSource _released = new(TaskCreationOptions.RunContinuationsAsynchronously);

    /// <summary>The commit is on its way.</summary>
    public Task Reached => _reached.Task;

    public void Release() => _released.SetResult();

    public bool IsExclusive => false;

    public Task<Row?> ReadAsync(string partition, string key, CancellationToken cancel) => store.ReadAsync(partition, key, cancel);

    public Task<IReadOnlyList<Row>> RangeAsync(string partition, string from, string to, int limit, CancellationToken cancel) =>
        store.RangeAsync(partition, from, to, limit, cancel);

    public Task<IReadOnlyList<StoredRow>> ScanAsync(string partition, string key, int limit, CancellationToken cancel) =>
        store.ScanAsync(partition, key, limit, cancel);

    public async Task<CommitResult> CommitAsync(string partition, IReadOnlyList<Write> writes, CancellationToken cancel)
    {
        if (partition.StartsWith(partitions, StringComparison.Ordinal) && _reached.TrySetResult())
        {
            await _released.Task;
        }

        return await store.CommitAsync(partition, writes, cancel);
    }
}
