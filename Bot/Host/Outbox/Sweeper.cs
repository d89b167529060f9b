using System.Text.Json;
using BridgeBot.Host.Storage;
using BridgeBot.Host.Telemetry;
using BridgeBot.Host.Turns;

namespace BridgeBot.Host.Outbox;

/// <summary>
/// Finds what is due: the first second after a start, then every few seconds. Leases a due row by its ETag, so that of
/// several hosts one takes it, and hands it to the outbox.
/// </summary>
internal sealed partial class Sweeper(IStore store, WakeUps wakeUps, Measures measures, TimeProvider clock, ILogger<Sweeper> log) : BackgroundService
{
    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(2);

    /// <summary>Keeps hosts from looking at the same partition at once, which would cost and not harm: what keeps them from sending the
    /// same row is that row's own lease. Short, since it outlives a host that is killed.</summary>
    private static readonly TimeSpan Lease = TimeSpan.FromSeconds(15);

    /// <summary>Leases from before this instant are a killed host's, and so is every turn that had begun.</summary>
    private readonly DateTimeOffset _beganAlone = store.IsExclusive ? clock.GetUtcNow() : DateTimeOffset.MinValue;

    /// <inheritdoc/>
    protected override async Task ExecuteAsync(CancellationToken stopping)
    {
        using var timer = new PeriodicTimer(Pause, clock);
        do
        {
            try
            {
                var (due, oldest) = (0L, TimeSpan.Zero);
                for (var i = 0; i < Keys.DuePartitions; i++)
                {
                    var (rows, age) = await SweepAsync(Keys.DueHome(i), stopping);
                    (due, oldest) = (due + rows, age > oldest ? age : oldest);
                }

                measures.Swept(due, oldest);
            }
            catch (Exception fault) when (fault is not OperationCanceledException || !stopping.IsCancellationRequested)
            {
                LogFault(log, fault);
            }
        }
        while (await timer.WaitForNextTickAsync(stopping));
    }

    /// <summary>How many rows are due, and for how long the oldest of them has been.</summary>
    private async Task<(long Rows, TimeSpan Oldest)> SweepAsync(string home, CancellationToken stopping)
    {
        var now = clock.GetUtcNow();
        var forsaken = store.IsExclusive ? _beganAlone + Due.Grace : now;
        var (rows, oldest) = (0L, TimeSpan.Zero);
        await foreach (var row in store.AllAsync(home, "", Keys.DueAt(forsaken > now ? forsaken : now), stopping))
        {
            var age = await LeaseAsync(home, row, now, stopping);
            (rows, oldest) = (rows + 1, age > oldest ? age : oldest);
        }

        return (rows, oldest);
    }

    /// <summary>For how long it has been due.</summary>
    private async Task<TimeSpan> LeaseAsync(string home, Row row, DateTimeOffset now, CancellationToken stopping)
    {
        if (Parse(row) is not { } body)
        {
            await store.CommitAsync(home, [new Delete(row.Key), new Upsert(Keys.DeadFrom + row.Key, row.Body)], stopping);
            return TimeSpan.Zero;
        }

        if (body.LeasedUntil > now && body.LeasedUntil - Lease >= _beganAlone)
        {
            return now - body.At;
        }

        var leased = StateJson.Write(body with { LeasedUntil = now + Lease });
        if ((await store.CommitAsync(home, [new Replace(row.Key, leased, row.ETag)], stopping)).Committed)
        {
            wakeUps.Wake(new Due(body.At, body.Partition, body.Id, MayBeLate: !body.IsCommitted));
        }

        return now - body.At;
    }

    /// <summary>Null for a row that this version cannot read: it is put aside, so that those behind it are found.</summary>
    private DueBody? Parse(Row row)
    {
        try
        {
            return StateJson.Read<DueBody>(row.Body);
        }
        catch (JsonException fault)
        {
            LogUnreadable(log, row.Key, fault.Message);
            return null;
        }
    }

    [LoggerMessage(Level = LogLevel.Error, Message = "The due row {Key} cannot be read and is kept as a dead letter: {Cause}")]
    private static partial void LogUnreadable(ILogger log, string key, string cause);

    [LoggerMessage(Level = LogLevel.Error, Message = "Looking for due messages failed; it is tried again")]
    private static partial void LogFault(ILogger log, Exception fault);
}
