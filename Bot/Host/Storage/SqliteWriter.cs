using System.Threading.Channels;

namespace BridgeBot.Host.Storage;

/// <summary>
/// The one thread that writes. What has come in while it wrote is its next batch, so under load one fsync serves many callers,
/// and a single caller never waits for company.
/// </summary>
internal sealed class SqliteWriter : IAsyncDisposable
{
    // A batch is short enough that a caller waits milliseconds; the queue holds what a burst of turns brings.
    private const int BatchSize = 64;
    private const int QueueSize = 1024;

    private readonly Channel<CommitRequest> _queue = System.Threading.Channels.Channel.CreateBounded<CommitRequest>(
        new BoundedChannelOptions(QueueSize) { SingleReader = true });

    private readonly TaskCompletionSource _ended = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly SqliteBatch _batch;

    public SqliteWriter(SqliteBatch batch)
    {
        _batch = batch;
        new Thread(Run) { IsBackground = true, Name = "SQLite writer" }.Start();
    }

    /// <summary>Waits for room in the queue, then for the COMMIT.</summary>
    /// <exception cref="OperationCanceledException">It was not written and will not be.</exception>
    public async Task<CommitResult> CommitAsync(CommitRequest request, CancellationToken cancel)
    {
        try
        {
            await _queue.Writer.WriteAsync(request, cancel);
        }
        catch (ChannelClosedException)
        {
            throw new ObjectDisposedException(nameof(SqliteStore));
        }

        using var withdrawal = cancel.Register(() => request.Withdraw(cancel));
        return await request.Done;
    }

    /// <summary>Writes what is queued, then closes the connection.</summary>
    public async ValueTask DisposeAsync()
    {
        _queue.Writer.TryComplete();
        await _ended.Task;
    }

    private void Run()
    {
        while (_queue.Reader.WaitToReadAsync().AsTask().GetAwaiter().GetResult())
        {
            var requests = new List<CommitRequest>();
            while (requests.Count < BatchSize && _queue.Reader.TryRead(out var request))
            {
                if (request.Take()) requests.Add(request);
            }

            if (requests.Count > 0) Commit(requests);
        }

        _batch.Dispose();
        _ended.SetResult();
    }

    private void Commit(List<CommitRequest> requests)
    {
        try
        {
            foreach (var (request, result) in requests.Zip(_batch.Commit(requests))) request.Complete(result);
        }
        catch (Exception fault) // whatever it is, it belongs to those who wait, and the next batch may do better
        {
            foreach (var request in requests)
            {
                request.Fail(new StoreUnavailableException($"The database could not be written: {fault.Message}", fault));
            }
        }
    }
}
