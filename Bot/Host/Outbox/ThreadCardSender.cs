using BridgeBot.Cards;
using BridgeBot.Core.Digest;
using BridgeBot.Core.Intake;
using BridgeBot.Core.Threads;
using BridgeBot.Host.Channel;
using BridgeBot.Host.Storage;
using BridgeBot.Host.Turns;

namespace BridgeBot.Host.Outbox;

/// <summary>
/// Keeps the card of a thread in marketing's channel as the thread is. Cards are reconciled, not streamed: a row says
/// "look at the card", the worker renders the newest version, so that a burst of changes is one update and an older
/// state never covers a newer one. The rows of one thread are one lane, so nobody else works on the same card.
/// </summary>
internal sealed partial class ThreadCardSender(
    IStore store, SendRecord record, Connector connector, TurnRunner turns, ColleagueSearch colleagues, KindCatalog kinds, Mention? notify, ILogger<ThreadCardSender> log)
{
    /// <summary>Carries out a message.</summary>
    /// <param name="requesterId">Whose thread it is.</param>
    /// <param name="message">What to do.</param>
    /// <param name="refusedSince">When the channel was connected that refused the card before; null if none did.</param>
    /// <param name="cancel">Stops waiting.</param>
    public async Task<DeliveryResult> SendAsync(
        string requesterId, ThreadOutgoing message, DateTimeOffset? refusedSince, CancellationToken cancel)
    {
        var partition = Keys.Requester(requesterId);
        var state = await RequesterRows.LoadAsync(store, requesterId, message.ThreadId, cancel);
        if (!state.Threads.TryGetValue(message.ThreadId, out var thread))
        {
            return new Done();
        }

        var row = await store.ReadAsync(partition, Keys.Card(thread.Id), cancel);
        var card = row is null ? null : StateJson.Read<CardRow>(row.Body) with { Replaces = row.ETag };
        return (message, card) switch
        {
            (ReconcileCard, null) when thread.Status is ThreadStatus.Withdrawn => new Done(),
            (ReconcileCard, null) => await PostAsync(state, thread, null, refusedSince, cancel),
            (ReconcileCard, { }) => await UpdateAsync(state, thread, card, refusedSince, cancel),
            (_, null) => new Done(),
            (MoveCard move, { }) => await MoveAsync(state, thread, card, move, cancel),
            (SendBelowCard reply, { }) => await ReplyAsync(state, thread, card, reply, refusedSince, cancel),
            (SendHistory history, { }) => await HistoryAsync(thread, card, history, cancel),
            (FindColleague wanted, { }) => await colleagues.RunAsync(state.Id, wanted, card.Channel, cancel),
            (RetireDuplicate duplicate, { }) => await RetireAsync(thread, card.Channel, duplicate.ActivityId, cancel),
            (ListThread, { }) => await ListAsync(thread, card, state.Head!.TenantId, cancel),
            _ => throw new ArgumentOutOfRangeException(nameof(message), message.GetType().Name, "a message without a rule"),
        };
    }

    /// <summary>Posts the card to the channel that is connected for it now; where that one refuses it, to the one for everything else.</summary>
    /// <param name="state">Whose thread it is.</param>
    /// <param name="thread">The thread.</param>
    /// <param name="gone">Where the card was, in a channel that is gone; null for the first time.</param>
    /// <param name="refusedSince">When the channel was connected that refused the card before; null if none did.</param>
    /// <param name="cancel">Stops waiting.</param>
    private async Task<DeliveryResult> PostAsync(
        RequesterState state, RequestThread thread, CardRow? gone, DateTimeOffset? refusedSince, CancellationToken cancel)
    {
        var tenantId = state.Head!.TenantId;
        var row = await store.ReadAsync(Keys.Tenant(tenantId), Keys.Head, cancel);
        var tenant = row is null ? null : StateJson.Read<TenantHead>(row.Body);
        var routes = tenant?.For(thread.Request, refusedSince) ?? [];
        if (routes.Count == 0)
        {
            return new NoChannel(tenantId);
        }

        var code = "";
        foreach (var channel in routes.Select(route => route.Channel).DistinctBy(channel => channel.ConversationId))
        {
            var sent = await connector.PostAsync(channel, Card(ThreadCard.Render(thread, kinds, notify), thread), cancel);
            if (sent is SendAccepted && gone is not null && gone.Channel.ConversationId != channel.ConversationId)
            {
                // It waits for nobody there any more.
                await record.RunAsync(
                    stop => ListedRows.LeaveAsync(store, Keys.Channel(tenantId, gone.Channel.ConversationId), thread, stop), cancel);
                await ForgetPostAsync(gone.Channel, gone.ActivityId, cancel);
            }

            if (sent is not SendRefused refused)
            {
                return await PostedAsync(state.Id, thread, gone, channel, sent, cancel);
            }

            code = refused.Code;
            LogRefused(log, code);
        }

        return new ChannelRefused(tenantId, routes.Max(route => route.Since), code);
    }

    private async Task<DeliveryResult> UpdateAsync(
        RequesterState state, RequestThread thread, CardRow card, DateTimeOffset? refusedSince, CancellationToken cancel)
    {
        if (card.SentVersion < thread.Version)
        {
            var sent = await connector.UpdateAsync(
                card.Channel, card.ActivityId, Card(ThreadCard.Render(thread, kinds, notify), thread), cancel);
            switch (sent)
            {
                case SendAccepted:
                    break;
                case SendRefused { IsMessageGone: true }:
                    return await PostAnewAsync(state.Id, thread, card, cancel);
                case SendRefused { IsConversationGone: true }:
                    return await PostAsync(state, thread, card, refusedSince, cancel);
                default:
                    return Result(sent);
            }
        }

        return await RecordAsync(state.Id, thread, card with { SentVersion = thread.Version }, cancel) ? new Done() : new NotYet(default);
    }

    private async Task<DeliveryResult> ReplyAsync(
        RequesterState state, RequestThread thread, CardRow card, SendBelowCard reply, DateTimeOffset? refusedSince, CancellationToken cancel)
    {
        var sent = await connector.PostAsync(
            card.Channel with { RootId = card.ActivityId }, OutgoingActivity.OfText(Messages.BelowCard(thread, reply.About)), cancel);
        DeliveryResult? posted = sent switch
        {
            SendRefused { IsMessageGone: true } => await PostAnewAsync(state.Id, thread, card, cancel),
            SendRefused { IsConversationGone: true } => await PostAsync(state, thread, card, refusedSince, cancel),
            _ => null,
        };
        if (posted is null)
        {
            return Result(sent);
        }

        // The reply follows below the new card, at once.
        return posted is Done ? new NotYet(default) : posted;
    }

    private async Task<DeliveryResult> HistoryAsync(RequestThread thread, CardRow card, SendHistory history, CancellationToken cancel)
    {
        var page = await ThreadHistory.ReadAsync(store, thread, history.Until, cancel);
        var shown = OutgoingActivity.OfCard(HistoryCard.BelowCard(thread, page), HistoryCard.Summary(thread));
        return Result(await connector.PostAsync(card.Channel with { RootId = card.ActivityId }, shown, cancel));
    }

    private async Task<DeliveryResult> RetireAsync(
        RequestThread thread, ConversationReference channel, string activityId, CancellationToken cancel)
    {
        var pointer = Card(PointerCard.Render(thread.Reference, thread.Request.Title), thread);
        var sent = await connector.UpdateAsync(channel, activityId, pointer, cancel);
        return sent is SendRefused { IsMessageGone: true } ? new Done() : Result(sent);
    }

    /// <summary>Somebody deleted the card: there is another one, in the same channel.</summary>
    private async Task<DeliveryResult> PostAnewAsync(string requesterId, RequestThread thread, CardRow card, CancellationToken cancel)
    {
        var sent = await connector.PostAsync(card.Channel, Card(ThreadCard.Render(thread, kinds, notify), thread), cancel);
        if (sent is SendAccepted)
        {
            await ForgetPostAsync(card.Channel, card.ActivityId, cancel);
        }

        return await PostedAsync(requesterId, thread, card, card.Channel, sent, cancel);
    }

    /// <summary>Whoever replies below the card is led to the thread.</summary>
    private async Task LeadAsync(ConversationReference channel, string activityId, string requesterId, string threadId, CancellationToken cancel) =>
        await record.CommitAsync(
            Keys.Channel(channel.TenantId, channel.ConversationId),
            [new Upsert(Keys.CardAt(activityId), StateJson.Write(new ReferenceRow(requesterId, threadId)))],
            cancel);

    /// <summary>Nobody replies below a post that is gone.</summary>
    private async Task ForgetPostAsync(ConversationReference channel, string activityId, CancellationToken cancel) => await record.CommitAsync(
        Keys.Channel(channel.TenantId, channel.ConversationId), [new Delete(Keys.CardAt(activityId))], cancel);

    private async Task<DeliveryResult> PostedAsync(
        string requesterId, RequestThread thread, CardRow? before, ConversationReference channel, SendResult sent, CancellationToken cancel)
    {
        switch (sent)
        {
            case SendAccepted { ActivityId: { } activityId }:
                await LeadAsync(channel, activityId, requesterId, thread.Id, cancel);
                if (await RecordAsync(requesterId, thread, CardRow.Posted(before, channel, activityId, thread.Version), cancel))
                {
                    return new Done();
                }

                // The card of the record is the one; where this does not reach the other, a click on it does.
                await RetireAsync(thread, channel, activityId, cancel);
                return new NotYet(default);
            case SendAccepted:
                return new Refused("accepted without an id");
            default:
                return Result(sent);
        }
    }

    /// <summary>Records where the card is, then has it decided that it was posted, or has moved; all of it may be repeated after a crash.</summary>
    /// <returns>False if another record was there first: one of an earlier try, which the store seemed not to take and carried out late.</returns>
    private async Task<bool> RecordAsync(string requesterId, RequestThread thread, CardRow card, CancellationToken cancel, Person? movedBy = null)
    {
        var (partition, key, body) = (Keys.Requester(requesterId), Keys.Card(thread.Id), StateJson.Write(card));
        Write write = card.Replaces is { } etag ? new Replace(key, body, etag) : new Insert(key, body);
        if (!(await record.CommitAsync(partition, [write], cancel)).Committed && (await store.ReadAsync(partition, key, cancel))?.Body != body)
        {
            return false;
        }

        if (thread.PostedAt is null)
        {
            var turn = await turns.RunAsync(new CardPosted(requesterId, thread.Id), cancel);
            turn.AfterAnswer?.Invoke();
        }

        if (card.Former.Count > thread.Moves)
        {
            var turn = await turns.RunAsync(new CardMoved(requesterId, thread.Id, card.Former.Count, movedBy, card.Channel.Name), cancel);
            turn.AfterAnswer?.Invoke();
        }

        return true;
    }

    /// <summary>The thread's row in the channel's own partition; a newer version there stays.</summary>
    private async Task<DeliveryResult> ListAsync(RequestThread thread, CardRow card, string tenantId, CancellationToken cancel)
    {
        var channel = Keys.Channel(tenantId, card.Channel.ConversationId);
        var home = Keys.Requester(thread.RequesterId);
        var life = await store.AllAsync(home, Keys.EventsFrom(thread.Id), Keys.EventsTo(thread.Id), cancel)
            .Select(row => StateJson.Read<ThreadEvent>(row.Body))
            .Take(thread.Version)
            .ToListAsync(cancel);

        // What happened is counted where the card was by then.
        int[] moves = [.. life.Index().Where(one => one.Item is Moved).Select(one => one.Index + 1)];
        var events = (life.Count == thread.Version ? DigestEvents.Of(life) : []).ToLookup(
            one => Keys.Channel(tenantId, card.ChannelAfter(moves.Count(move => move < one.Number)).ConversationId));
        if (card.Former.Count > 0 && !await ListedRows.IsListedAsync(store, channel, thread.Id, cancel))
        {
            // It came here just now: what happened shortly before may not be recorded there yet.
            foreach (var before in events.Where(one => one.Key != channel))
            {
                await ListedRows.RecordAsync(store, before.Key, [.. before], cancel);
            }
        }

        if (!await ListedRows.ListAsync(store, channel, thread, card.ActivityId, [.. events[channel]], cancel))
        {
            return new TryLater("somebody else listed it", null);
        }

        if (thread.IsOver && await store.ReadAsync(home, Keys.Card(thread.Id), cancel) is null)
        {
            // It was kept long enough, and was removed in the moment in which it was listed.
            await ListedRows.RemoveAsync(store, channel, thread.Id, cancel);
        }

        return new Done();
    }

    [LoggerMessage(Level = LogLevel.Error, Message = "A channel of marketing's refused a card ({Code}); it goes to the next one, if there is any")]
    private static partial void LogRefused(ILogger log, string code);

    private static OutgoingActivity Card(RenderedCard card, RequestThread thread) =>
        OutgoingActivity.OfCard(card, ThreadCard.Summary(thread));

    /// <summary>What a send comes to for its row.</summary>
    internal static DeliveryResult Result(SendResult sent) => sent switch
    {
        SendAccepted => new Done(),
        SendLater later => new TryLater(later.Code, later.After),
        SendNotYet notYet => new NotYet(notYet.Until),
        SendRefused refused => new Refused(refused.Code),
        _ => throw new ArgumentOutOfRangeException(nameof(sent), sent.GetType().Name, "a result without a rule"),
    };
}
