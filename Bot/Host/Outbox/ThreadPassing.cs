using BridgeBot.Core.Threads;
using BridgeBot.Host.Storage;
using BridgeBot.Host.Turns;

namespace BridgeBot.Host.Outbox;

/// <summary>
/// Brings a thread from one requester's partition into a colleague's. Its card and events are copied first; one transaction takes it
/// away here and keeps it in a row of its own; a turn takes it in there; only then that row lets go of it. Each step is found done when
/// it is repeated after a crash, and until the end the thread is in one of the two rows.
/// </summary>
internal sealed class ThreadPassing(IStore store, TurnRunner turns, WakeUps wakeUps, TimeProvider clock)
{
    /// <summary>Threads in one transaction, beside the head.</summary>
    private const int Batch = 90;

    /// <summary>Puts all threads of a requester on their way; those that are on it already are left to it, so that it may be repeated.</summary>
    public async Task<DeliveryResult> BeginAsync(PassAllOn all, CancellationToken cancel)
    {
        var from = Keys.Requester(all.FromRequesterId);
        var onTheirWay = await store.AllAsync(from, Keys.OutFrom, Keys.OutTo, cancel)
            .Select(row => OutboxRow.TryRead(row.Body).Row?.Message).OfType<PassOn>().Select(pass => pass.ThreadId).ToHashSetAsync(null, cancel);
        var threads = await RequesterRows.ThreadsAsync(store, all.FromRequesterId, cancel).Select(row => Keys.ThreadId(row.Key)).ToListAsync(cancel);
        foreach (var batch in threads.Distinct().Where(id => !onTheirWay.Contains(id)).Chunk(Batch))
        {
            Outgoing[] passes = [.. batch.Select(id => new PassOn(id, all.ToRequesterId, all.By, all.Where))];
            if (await LateOrders.AppendAsync(store, clock, from, passes, cancel) is { } due)
            {
                wakeUps.Wake(due);
            }
        }

        return new Done();
    }

    /// <summary>Carries it out.</summary>
    public async Task<DeliveryResult> RunAsync(string requesterId, PassOn pass, CancellationToken cancel)
    {
        var from = Keys.Requester(requesterId);
        var head = await store.ReadAsync(from, Keys.Head, cancel);
        var thread = await store.ReadAsync(from, Keys.Open(pass.ThreadId), cancel) ?? await store.ReadAsync(from, Keys.Closed(pass.ThreadId), cancel);
        if (thread is not null && pass.RequesterId != requesterId && await IsThereAsync(pass.RequesterId, cancel))
        {
            if (await IsFollowedAsync(from, pass, cancel))
            {
                // What was decided since is done first; this comes again behind it.
                await LateOrders.AppendAsync(store, clock, from, [pass], cancel);
                return new Done();
            }

            await CopyAsync(from, pass, cancel);
            if (!await TakeAwayAsync(from, head!, thread, pass, cancel))
            {
                return new NotYet(clock.GetUtcNow());
            }
        }

        return await ArriveAsync(from, pass, cancel);
    }

    /// <summary>Whether the colleague is still known; if not, the thread stays where it is.</summary>
    private async Task<bool> IsThereAsync(string requesterId, CancellationToken cancel) =>
        await store.ReadAsync(Keys.Requester(requesterId), Keys.Head, cancel) is { } head
        && StateJson.Read<RequesterHead>(head.Body) is { ErasedAt: null };

    /// <summary>Whether something else about the thread's card is still to be done here.</summary>
    private async Task<bool> IsFollowedAsync(string from, PassOn pass, CancellationToken cancel) =>
        await store.AllAsync(from, Keys.OutFrom, Keys.OutTo, cancel)
            .AnyAsync(row => OutboxRow.TryRead(row.Body).Row?.Message is { } other && other.Lane == pass.Lane && other is not PassOn, cancel);

    private async Task CopyAsync(string from, PassOn pass, CancellationToken cancel)
    {
        var to = Keys.Requester(pass.RequesterId);
        var rows = await RowsOfAsync(from, pass.ThreadId, cancel);

        // Where it comes back to somebody who handed it over, it is no longer elsewhere.
        Write[] writes = [new Delete(Keys.Handed(pass.ThreadId)), .. rows.Select(row => new Upsert(row.Key, row.Body))];
        foreach (var batch in writes.Chunk(StoreLimits.WritesInTransaction))
        {
            await store.CommitAsync(to, batch, cancel);
        }
    }

    /// <summary>The thread's card and events.</summary>
    private async Task<IReadOnlyList<Row>> RowsOfAsync(string partition, string threadId, CancellationToken cancel)
    {
        var card = await store.ReadAsync(partition, Keys.Card(threadId), cancel);
        var events = await store.AllAsync(partition, Keys.EventsFrom(threadId), Keys.EventsTo(threadId), cancel).ToListAsync(cancel);
        return card is null ? events : [card, .. events];
    }

    /// <summary>False if a turn was first: look again.</summary>
    private async Task<bool> TakeAwayAsync(string from, Row head, Row thread, PassOn pass, CancellationToken cancel)
    {
        var handed = new HandedRow(pass.RequesterId, clock.GetUtcNow(), StateJson.Read<RequestThread>(thread.Body), pass.By, pass.Where);
        var taken = await store.CommitAsync(
            from,
            [
                new Replace(Keys.Head, head.Body, head.ETag),
                new Delete(thread.Key, thread.ETag),
                new Delete(Keys.Answer(pass.ThreadId)),
                new Delete(Keys.Reply(pass.ThreadId)),
                new Upsert(Keys.Handed(pass.ThreadId), StateJson.Write(handed)),
            ],
            cancel);
        return taken.Committed;
    }

    private async Task<DeliveryResult> ArriveAsync(string from, PassOn pass, CancellationToken cancel)
    {
        if (await store.ReadAsync(from, Keys.Handed(pass.ThreadId), cancel) is not { } row
            || StateJson.Read<HandedRow>(row.Body) is not { Thread: { } thread } handed)
        {
            return new Done();
        }

        var turn = await turns.RunAsync(new ThreadArrives(handed.RequesterId, thread, handed.By, handed.Where), cancel);
        turn.AfterAnswer?.Invoke();
        await LeadAsync(handed.RequesterId, thread, cancel);
        var rows = await RowsOfAsync(from, thread.Id, cancel);
        foreach (var batch in rows.Select(left => new Delete(left.Key)).Chunk(StoreLimits.WritesInTransaction))
        {
            await store.CommitAsync(from, batch, cancel);
        }

        await store.CommitAsync(from, [new Upsert(row.Key, StateJson.Write(handed with { Thread = null, By = null }))], cancel);
        return new Done();
    }

    /// <summary>Whoever names its reference, or replies below its card, is led to where it is now.</summary>
    private async Task LeadAsync(string requesterId, RequestThread thread, CancellationToken cancel)
    {
        var reference = StateJson.Write(new ReferenceRow(requesterId, thread.Id));
        await store.CommitAsync(Keys.References, [new Upsert(thread.Reference, reference)], cancel);
        if (await store.ReadAsync(Keys.Requester(requesterId), Keys.Card(thread.Id), cancel) is { } row)
        {
            var card = StateJson.Read<CardRow>(row.Body);
            await store.CommitAsync(
                Keys.Channel(card.Channel.TenantId, card.Channel.ConversationId), [new Upsert(Keys.CardAt(card.ActivityId), reference)], cancel);
        }
    }
}
