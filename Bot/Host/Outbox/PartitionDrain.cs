using BridgeBot.Core.Delivery;
using BridgeBot.Host.Channel;
using BridgeBot.Host.Storage;
using BridgeBot.Host.Telemetry;
using BridgeBot.Host.Turns;

namespace BridgeBot.Host.Outbox;

/// <summary>
/// Delivers what is in one partition's outbox: the first row of every lane, lane beside lane, until every lane is empty
/// or has to wait. A row is leased by its ETag before anything is sent, and a lane that hangs holds up no other.
/// </summary>
internal sealed partial class PartitionDrain(IStore store, Delivery delivery, SendRecord record, Measures measures, TimeProvider clock, ILogger<PartitionDrain> log)
{
    /// <summary>How often a row is tried whose failure is our own fault: it would only hold up its lane.</summary>
    private const int TriesOfAFault = 5;

    /// <summary>Longer than a row may take, with its record, so that no two workers send the same one.</summary>
    private static readonly TimeSpan Lease = TimeSpan.FromSeconds(60);

    /// <summary>When to look again at a row that another host has in hand.</summary>
    private static readonly TimeSpan InOtherHands = TimeSpan.FromSeconds(4);

    /// <summary>How long carrying out a row may take: one call of the connector with all its tries, and what is read for it. What needs a second
    /// call goes on with the next try.</summary>
    private static readonly TimeSpan Longest = Connector.LongestCall + TimeSpan.FromSeconds(2);

    /// <summary>A row that waits for a channel is looked at again without being told.</summary>
    private static readonly TimeSpan ChannelPoll = TimeSpan.FromHours(1);

    private static readonly Func<ILogger, string, string?, IDisposable?> LetterScope =
        LoggerMessage.DefineScope<string, string?>("{Partition} thread {ThreadId}");

    /// <summary>Leases from before this instant are a killed host's, which cannot send any more.</summary>
    private readonly DateTimeOffset _beganAlone = store.IsExclusive ? clock.GetUtcNow() : DateTimeOffset.MinValue;

    /// <summary>Delivers what can be delivered now.</summary>
    /// <param name="partition">The partition.</param>
    /// <param name="arrival">Gives a task that ends when more may be there.</param>
    /// <param name="stopping">Stops between two rows of a lane.</param>
    /// <param name="cancel">Stops at once: what was sent may not be recorded.</param>
    /// <returns>What is left: by the id of its due row, the UTC instant at which to look again.</returns>
    public async Task<IReadOnlyDictionary<string, DateTimeOffset>> DrainAsync(
        string partition, Func<Task> arrival, CancellationToken stopping, CancellationToken cancel)
    {
        Dictionary<string, Task> underWay = [];
        try
        {
            return await DrainAsync(partition, underWay, arrival, stopping, cancel);
        }
        finally
        {
            // After a fault in one lane the others are still sending: they are waited for, and their due rows are still there.
            await Task.WhenAll(underWay.Values).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
    }

    private async Task<IReadOnlyDictionary<string, DateTimeOffset>> DrainAsync(
        string partition, Dictionary<string, Task> underWay, Func<Task> arrival, CancellationToken stopping, CancellationToken cancel)
    {
        HashSet<string> lookedAt = [];
        while (true)
        {
            var more = arrival();
            var rows = stopping.IsCancellationRequested ? [] : await ReadAsync(partition, cancel);
            var now = clock.GetUtcNow();
            var lanes = rows.GroupBy(row => row.Lane).Select(lane => lane.MinBy(row => row.Body.Number)!).ToList();

            // What waits for a channel is looked at once more, after it was listed as waiting: one connected in between did not find it.
            foreach (var row in lanes.Where(row => !underWay.ContainsKey(row.Lane)))
            {
                if (IsReady(row.Body, now) || (row.Body.WaitsForChannel && lookedAt.Add(row.Key)))
                {
                    underWay[row.Lane] = DeliverAsync(partition, row, cancel);
                }
            }

            if (underWay.Count == 0)
            {
                stopping.ThrowIfCancellationRequested();
                var waits = lanes.ToDictionary(row => row.Lane, row => LookAgainAt(row.Body, now));
                return rows.GroupBy(row => row.DueId).ToDictionary(group => group.Key, group => group.Min(row => waits[row.Lane]));
            }

            await Task.WhenAny([more, .. underWay.Values]);
            foreach (var (lane, delivered) in underWay.Where(lane => lane.Value.IsCompleted).ToList())
            {
                underWay.Remove(lane);
                await delivered;
            }
        }
    }

    private bool IsReady(OutboxRow row, DateTimeOffset now) => WaitsUntil(row) <= now;

    /// <summary>Whoever has the row in hand goes on with its lane; where they stop, or put it off, nobody else would look before the lease ends.</summary>
    private DateTimeOffset LookAgainAt(OutboxRow row, DateTimeOffset now)
    {
        var (until, soon) = (WaitsUntil(row), now + InOtherHands);
        return row.LeasedUntil == until && until > soon ? soon : until;
    }

    private DateTimeOffset WaitsUntil(OutboxRow row)
    {
        var rests = row.NotBefore ?? DateTimeOffset.MinValue;
        var leased = row.LeasedUntil is { } until && until - Lease >= _beganAlone ? until : DateTimeOffset.MinValue;
        return rests > leased ? rests : leased;
    }

    private async Task<IReadOnlyList<ReadRow>> ReadAsync(string partition, CancellationToken cancel)
    {
        List<ReadRow> read = [];
        List<Write> away = [];
        List<Write> expired = [];
        await foreach (var row in store.AllAsync(partition, Keys.OutFrom, Keys.OutTo, cancel))
        {
            var (body, fault) = OutboxRow.TryRead(row.Body);
            switch (body)
            {
                case null:
                    // It becomes a dead letter, and the others go on; not if it was removed since, with somebody who was erased.
                    LogUnreadable(log, row.Key, fault!);
                    measures.Died("Unreadable");
                    away.AddRange(new Delete(row.Key, row.ETag), new Upsert(Keys.Dead(row.Key), DeadLetter.Dated(row.Body, clock.GetUtcNow())));
                    break;
                case { Message: null } when body.NotBefore < clock.GetUtcNow():
                    expired.Add(new Delete(row.Key));
                    break;
                case { Message: not null }:
                    read.Add(new ReadRow(row.Key, row.ETag, body));
                    break;
            }
        }

        // An even number, so that a deletion and its dead letter stay together; tombstones come last.
        foreach (var batch in away.Concat(expired).Chunk(StoreLimits.WritesInTransaction))
        {
            await store.CommitAsync(partition, batch, cancel);
        }

        return read;
    }

    private async Task DeliverAsync(string partition, ReadRow row, CancellationToken cancel)
    {
        using var scope = LetterScope(log, partition, (row.Body.Message as ThreadOutgoing)?.ThreadId);
        var now = clock.GetUtcNow();
        var leased = row.Body with { LeasedUntil = now + Lease };
        var lease = await store.CommitAsync(partition, [new Replace(row.Key, StateJson.Write(leased), row.ETag)], cancel);
        if (!lease.Committed)
        {
            return;
        }

        var kind = leased.Message!.GetType().Name;
        using var span = measures.Delivery(kind);
        var result = await TryAsync(partition, row.Key, leased, cancel);
        measures.Delivered(kind, result.GetType().Name);
        await record.CommitAsync(partition, await AfterwardsAsync(partition, row, leased, result, cancel), cancel);
    }

    /// <summary>One of the three places with a broad catch: whatever happens to one row, the others go on.</summary>
    private async Task<DeliveryResult> TryAsync(string partition, string key, OutboxRow row, CancellationToken cancel)
    {
        using var inTime = CancellationTokenSource.CreateLinkedTokenSource(cancel);
        inTime.CancelAfter(Longest);
        try
        {
            var result = await delivery.DeliverAsync(partition, row, inTime.Token);
            if (result is Refused or ChannelRefused || (result is NoChannel && !row.WaitsForChannel))
            {
                await delivery.ReportAsync(partition, key, row.Message!, result, cancel);
            }

            return result;
        }
        catch (Exception fault) when (fault is not OperationCanceledException || !cancel.IsCancellationRequested)
        {
            LogFault(log, row.Message!.GetType().Name, fault);
            return fault is StoreUnavailableException or TimeoutException or IOException or OperationCanceledException
                || row.Attempts + 1 < TriesOfAFault
                ? new TryLater(fault.GetType().Name, null)
                : new Refused(fault.GetType().Name);
        }
    }

    private async Task<IReadOnlyList<Write>> AfterwardsAsync(
        string partition, ReadRow row, OutboxRow leased, DeliveryResult result, CancellationToken cancel)
    {
        var now = clock.GetUtcNow();
        var rested = leased with { LeasedUntil = null };
        switch (result)
        {
            case Done:
                return [new Delete(row.Key)];
            case NotYet wait:
                // What begins anew every day or week: the failures of years do not add up.
                var attempts = IsForEver(leased.Message!) ? 0 : leased.Attempts;
                return [new Upsert(row.Key, StateJson.Write(rested with { NotBefore = wait.Until, WaitsForChannel = false, Attempts = attempts }))];
            case NoChannel wait:
                await WaitAsync(partition, row.DueId, wait.TenantId, cancel);
                return [new Upsert(row.Key, StateJson.Write(rested with { NotBefore = now + ChannelPoll, WaitsForChannel = true }))];
            case ChannelRefused refused:
                LogChannelRefused(log, refused.Code);
                await WaitAsync(partition, row.DueId, refused.TenantId, cancel);
                return
                [
                    new Upsert(row.Key, StateJson.Write(rested with
                    {
                        NotBefore = now + ChannelPoll, WaitsForChannel = true, RefusedSince = refused.Since, LastCode = refused.Code,
                    })),
                ];
            case TryLater later when RetryPolicy.NextDelay(leased.Attempts + 1, later.After, Random.Shared.NextDouble()) is { } delay:
                LogLater(log, leased.Message!.GetType().Name, later.Code, delay.TotalSeconds);
                return
                [
                    new Upsert(row.Key, StateJson.Write(rested with
                    {
                        Attempts = leased.Attempts + 1, NotBefore = now + delay, WaitsForChannel = false, LastCode = later.Code,
                    })),
                ];
            case Refused or TryLater when IsForEver(leased.Message!):
                return [new Upsert(row.Key, StateJson.Write(rested with { NotBefore = now.AddDays(1), Attempts = 0 }))];
            default:
                var code = result switch { Refused refused => refused.Code, TryLater later => later.Code, _ => "" };
                measures.Died(leased.Message!.GetType().Name);
                LogDead(log, leased.Message!.GetType().Name, code);
                return
                [
                    new Delete(row.Key),
                    new Upsert(Keys.Dead(row.Key), StateJson.Write(WithoutWords(rested with
                    {
                        Attempts = leased.Attempts + 1, LastCode = code, DeadSince = now,
                    }))),
                ];
        }
    }

    /// <summary>Whether a row begins anew again and again: given up, it would never be missed, and never come back.</summary>
    private static bool IsForEver(Outgoing message) => message is Tidy or Remind or WatchDigest or WatchOwnDigest;

    /// <summary>A dead letter is kept; a rep's own words are not.</summary>
    private static OutboxRow WithoutWords(OutboxRow dead) => dead.Message is SendNote { Note.Values.Count: > 0 } note
        ? dead with { Message = note with { Note = note.Note with { Values = [] } }, WordsRemoved = true }
        : dead;

    /// <summary>Lets a newly connected channel find what waits for it.</summary>
    private async Task WaitAsync(string partition, string dueId, string tenantId, CancellationToken cancel) =>
        await store.CommitAsync(
            Keys.Waiting(tenantId),
            [new Upsert($"{partition}|{dueId}", StateJson.Write(new DueBody(partition, dueId, clock.GetUtcNow())))],
            cancel);

    [LoggerMessage(Level = LogLevel.Error, Message = "Delivering {Message} failed; it is tried again")]
    private static partial void LogFault(ILogger log, string message, Exception fault);

    [LoggerMessage(Level = LogLevel.Warning, Message = "{Message} was not accepted ({Code}); it is tried again in {Seconds:F0} s")]
    private static partial void LogLater(ILogger log, string message, string code, double seconds);

    [LoggerMessage(Level = LogLevel.Error, Message = "{Message} was refused for good ({Code}); it is kept as a dead letter")]
    private static partial void LogDead(ILogger log, string message, string code);

    [LoggerMessage(Level = LogLevel.Error, Message = "Each channel of marketing's that a card may go to refused it ({Code}); it waits until another one is connected")]
    private static partial void LogChannelRefused(ILogger log, string code);

    [LoggerMessage(Level = LogLevel.Error, Message = "The outbox row {Key} cannot be read and is kept as a dead letter: {Cause}")]
    private static partial void LogUnreadable(ILogger log, string key, string cause);

    private sealed record ReadRow(string Key, string ETag, OutboxRow Body)
    {
        public string DueId => Key.Split('|')[1];

        public string Lane => Body.Message!.Lane;
    }
}
