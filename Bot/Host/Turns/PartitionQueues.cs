namespace BridgeBot.Host.Turns;

/// <summary>
/// Turns of one partition queue here before they meet in the store, so that a burst of clicks costs no conflicts.
/// Striped: two partitions may share a queue, which delays and never blocks for good, since a turn waits for no network
/// but the store's.
/// </summary>
internal sealed class PartitionQueues
{
    private readonly SemaphoreSlim[] queues = [.. Enumerable.Range(0, 256).Select(_ => new SemaphoreSlim(1, 1))];

    public async Task<T> InTurnAsync<T>(string partition, Func<Task<T>> turn, CancellationToken cancel)
    {
        var queue = queues[(uint)string.GetHashCode(partition, StringComparison.Ordinal) % queues.Length];
        await queue.WaitAsync(cancel);
        try
        {
            return await turn();
        }
        finally
        {
            queue.Release();
        }
    }
}
