using BridgeBot.Host.Storage;
using BridgeBot.Host.Turns;

namespace BridgeBot.Host.Outbox;

/// <summary>
/// Delivers what was decided. Woken by turns, and by the sweeper for what a crash or a full queue left behind. One drain
/// a partition at a time; what arrives meanwhile is done by the same drain.
/// </summary>
internal sealed partial class OutboxWorker(
    IStore store, PartitionDrain drain, WakeUps wakeUps, TimeProvider clock, ILogger<OutboxWorker> log) : BackgroundService
{
    /// <summary>Partitions that are drained beside each other: enough to hide slow connectors, few enough to be polite.</summary>
    private const int Parallel = 64;

    /// <summary>How long a stop waits for sends that are under way: as long as one try of the connector.</summary>
    private static readonly TimeSpan Goodbye = TimeSpan.FromSeconds(10);

    private readonly Dictionary<string, Arrivals> _inHand = [];
    private readonly SemaphoreSlim _places = new(Parallel, Parallel);
    private readonly CancellationTokenSource _abandon = new();

    /// <summary>
    /// Begins nothing new, and lets a send that is under way be recorded: one that was cut off may have been accepted, and
    /// would come twice.
    /// </summary>
    public override async Task StopAsync(CancellationToken cancellationToken)
    {
        using var patience = new CancellationTokenSource(Goodbye, clock);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken, patience.Token);
        await base.StopAsync(either.Token);
        await _abandon.CancelAsync();
    }

    /// <inheritdoc/>
    public override void Dispose()
    {
        base.Dispose();
        _abandon.Cancel();
    }

    /// <inheritdoc/>
    protected override async Task ExecuteAsync(CancellationToken stopping)
    {
        try
        {
            await foreach (var due in wakeUps.Reader.ReadAllAsync(stopping))
            {
                if (Take(due))
                {
                    await _places.WaitAsync(stopping);
                    _ = DrainAsync(due.Partition, stopping);
                }
            }
        }
        finally
        {
            for (var i = 0; i < Parallel; i++)
            {
                await _places.WaitAsync(CancellationToken.None);
            }
        }
    }

    /// <summary>Takes a due row in hand; false if a drain of its partition is under way, which then does it too.</summary>
    private bool Take(Due due)
    {
        lock (_inHand)
        {
            var isNew = !_inHand.TryGetValue(due.Partition, out var arrivals);
            (arrivals ??= _inHand[due.Partition] = new()).Add(due);
            return isNew;
        }
    }

    /// <summary>What arrived for the partition since the last call; nothing ends the drain.</summary>
    private IReadOnlyList<Due> Next(string partition)
    {
        lock (_inHand)
        {
            var arrived = _inHand[partition].Take();
            if (arrived.Count == 0)
            {
                _inHand.Remove(partition);
            }

            return arrived;
        }
    }

    /// <summary>Ends when more arrives for the partition.</summary>
    private Task ArrivalAsync(string partition)
    {
        lock (_inHand)
        {
            return _inHand[partition].NextAsync();
        }
    }

    private async Task DrainAsync(string partition, CancellationToken stopping)
    {
        try
        {
            while (Next(partition) is { Count: > 0 } dues)
            {
                var left = await drain.DrainAsync(partition, () => ArrivalAsync(partition), stopping, _abandon.Token);
                foreach (var due in dues.DistinctBy(due => due.Key))
                {
                    await SettleAsync(due, left, _abandon.Token);
                }
            }
        }
        catch (Exception fault) when (fault is not OperationCanceledException || !stopping.IsCancellationRequested)
        {
            // The due rows are still there: the sweeper comes back to them.
            LogFault(log, fault);
            Drop(partition);
        }
        catch (OperationCanceledException)
        {
            Drop(partition);
        }
        finally
        {
            _places.Release();
        }
    }

    private void Drop(string partition)
    {
        lock (_inHand)
        {
            _inHand.Remove(partition);
        }
    }

    /// <summary>A due row goes when nothing of its commit is left; else it moves to when there is something to do.</summary>
    private async Task SettleAsync(Due due, IReadOnlyDictionary<string, DateTimeOffset> left, CancellationToken cancel)
    {
        if (left.TryGetValue(due.Id, out var at))
        {
            await MoveAsync(due, at, cancel);
            return;
        }

        if (due.MayBeLate && !await BuryAsync(due, cancel))
        {
            wakeUps.Wake(due);
            return;
        }

        await store.CommitAsync(due.Home, [new Delete(due.Key)], cancel);
    }

    /// <summary>Moves a due row: the new one is written before the old one goes.</summary>
    private async Task MoveAsync(Due due, DateTimeOffset at, CancellationToken cancel)
    {
        var later = due with { At = at };
        await WriteAsync(later, cancel);
        if (later.Key != due.Key)
        {
            await store.CommitAsync(due.Home, [new Delete(due.Key)], cancel);
        }
    }

    private async Task WriteAsync(Due due, CancellationToken cancel) => await store.CommitAsync(
        due.Home, [new Upsert(due.Key, StateJson.Write(new DueBody(due.Partition, due.Id, due.At, IsCommitted: true)))], cancel);

    /// <summary>
    /// Makes a late commit of this due row fail, by taking its first outbox key: else it would leave rows that nobody
    /// looks for. False if the commit came first: drain again.
    /// </summary>
    private async Task<bool> BuryAsync(Due due, CancellationToken cancel) =>
        (await store.CommitAsync(
            due.Partition, [new Insert(Keys.Out(due.Id, 0), OutboxRow.Tombstone(clock.GetUtcNow()))], cancel)).Committed;

    /// <summary>The due rows that arrive for a partition while it is drained. Guarded by the lock of the worker.</summary>
    private sealed class Arrivals
    {
        private List<Due> _dues = [];
        private TaskCompletionSource _next = New();

        public void Add(Due due)
        {
            _dues.Add(due);
            _next.TrySetResult();
        }

        public IReadOnlyList<Due> Take()
        {
            var taken = _dues;
            _dues = [];
            return taken;
        }

        public Task NextAsync()
        {
            if (_next.Task.IsCompleted)
            {
                _next = New();
            }

            return _next.Task;
        }

        private static TaskCompletionSource New() => new(TaskCreationOptions.RunContinuationsAsynchronously);
    }

    [LoggerMessage(Level = LogLevel.Error, Message = "The outbox of one conversation could not be read or written; it is tried again")]
    private static partial void LogFault(ILogger log, Exception fault);
}
