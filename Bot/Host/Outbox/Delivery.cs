using BridgeBot.Cards;
using BridgeBot.Core.Threads;
using BridgeBot.Host.Channel;
using BridgeBot.Host.Storage;
using BridgeBot.Host.Turns;

namespace BridgeBot.Host.Outbox;

/// <summary>Carries out one row of the outbox: what it names is rendered now, and sent.</summary>
internal sealed class Delivery(
    IStore store,
    Connector connector,
    ChatRenderer chat,
    ThreadCardSender cards,
    ThreadPassing passing,
    ReminderSender reminders,
    DigestSender digests,
    DigestWatch digestWatch,
    Retention retention,
    TurnRunner turns,
    WakeUps wakeUps,
    TurnSettings settings,
    TimeProvider clock)
{
    private const int Page = 500;

    private readonly ChannelLists _lists = new(store);

    /// <summary>Carries out a message.</summary>
    /// <param name="partition">The partition of the row.</param>
    /// <param name="row">What to do.</param>
    /// <param name="cancel">Stops waiting.</param>
    public async Task<DeliveryResult> DeliverAsync(string partition, OutboxRow row, CancellationToken cancel) => row.Message! switch
    {
        SendNotice notice => await PostAsync(notice.To, chat.Render(notice), cancel),
        SendRejection no => await PostAsync(no.To, ChatRenderer.Render(no), cancel),
        SendHandingOver all => await PostAsync(all.To, ChatRenderer.Render(all), cancel),
        SendDigest digest => await digests.SendAsync(digest, cancel),
        WatchDigest watch => await digestWatch.WatchAsync(partition, watch, cancel),
        EnqueueDigest last => await digestWatch.EnqueueAsync(partition, last.Digest, cancel),
        SendOwnDigest digest => await digests.SendOwnAsync(RequesterId(partition), digest, cancel),
        WatchOwnDigest watch => await digestWatch.WatchOwnAsync(RequesterId(partition), watch, cancel),
        SendChannels channels => await PostAsync(channels.To, chat.Render(await TenantAsync(Keys.Tenant(channels.To.TenantId), cancel)), cancel),
        SendList list => await ListAsync(partition, list, cancel),
        Remind remind => await reminders.RemindAsync(partition, remind, cancel),
        ReleaseWaiting => await ReleaseAsync(partition, cancel),
        PassOn pass => await passing.RunAsync(RequesterId(partition), pass, cancel),
        PassAllOn all => await passing.BeginAsync(all, cancel),
        ThreadOutgoing card => await cards.SendAsync(RequesterId(partition), card, row.RefusedSince, cancel),
        ExpireDialog expire => await ExpireAsync(RequesterId(partition), expire, cancel),
        AskWhetherItHelped ask => await AskWhetherItHelpedAsync(RequesterId(partition), ask, cancel),
        Tidy => await TidyAsync(partition, cancel),
        var message => await ChatAsync(RequesterId(partition), message, cancel),
    };

    /// <summary>Has it decided that a row was refused for good, or waits; the other side hears of it.</summary>
    public async Task ReportAsync(string partition, string key, Outgoing message, DeliveryResult result, CancellationToken cancel)
    {
        Inbound? report = (message, result) switch
        {
            (ReconcileCard card, Refused refused) => new CardRefused(RequesterId(partition), card.ThreadId, refused.Code, default),
            (ReconcileCard card, ChannelRefused refused) =>
                new CardRefused(RequesterId(partition), card.ThreadId, refused.Code, refused.Since),
            (ReconcileCard card, NoChannel) => new CardWaits(RequesterId(partition), card.ThreadId),
            (AboutOwnThread news, Refused) => new NewsRefused(RequesterId(partition), news.ThreadId, key),
            (SendQuestion question, Refused) => new NewsRefused(RequesterId(partition), question.ThreadId, key),
            _ => null,
        };
        if (report is not null)
        {
            var turn = await turns.RunAsync(report, cancel);
            turn.AfterAnswer?.Invoke();
        }
    }

    private static string RequesterId(string partition) => partition[Keys.RequesterPrefix.Length..];

    private async Task<DeliveryResult> PostAsync(ConversationReference to, OutgoingActivity activity, CancellationToken cancel) =>
        ThreadCardSender.Result(await connector.PostAsync(to, activity, cancel));

    private async Task<DeliveryResult> ChatAsync(string requesterId, Outgoing message, CancellationToken cancel)
    {
        var state = await RequesterRows.LoadAsync(store, requesterId, (message as AboutOwnThread)?.ThreadId, cancel);
        if (message is SendMyHistory wanted && state.Threads.TryGetValue(wanted.ThreadId, out var thread))
        {
            state = state with { History = await ThreadHistory.ReadAsync(store, thread, wanted.Until, cancel) };
        }

        return state.Head is { ErasedAt: null, Chat: { } to } && chat.Render(message, state) is { } activity
            ? await PostAsync(to, activity, cancel)
            : new Done();
    }

    private async Task<DeliveryResult> ExpireAsync(string requesterId, ExpireDialog expire, CancellationToken cancel)
    {
        var state = await RequesterRows.LoadAsync(store, requesterId, null, cancel);
        if (state.Dialog is not { } dialog || dialog.Id != expire.DialogId)
        {
            return new Done();
        }

        var lapses = dialog.ChangedAt + settings.DialogAge;
        if (clock.GetUtcNow() < lapses)
        {
            return new NotYet(lapses);
        }

        // Looked at once more: the rep may have gone on with it before this turn, and then it lapses later.
        var turn = await turns.RunAsync(new DialogLapsed(requesterId, dialog.Id), cancel);
        turn.AfterAnswer?.Invoke();
        return new NotYet(clock.GetUtcNow());
    }

    private async Task<DeliveryResult> AskWhetherItHelpedAsync(string requesterId, AskWhetherItHelped ask, CancellationToken cancel)
    {
        var state = await RequesterRows.LoadAsync(store, requesterId, ask.ThreadId, cancel);
        if (state.Threads.GetValueOrDefault(ask.ThreadId) is not { Status: ThreadStatus.Delivered, Handover: { } handover }
            || handover.At != ask.DeliveredAt)
        {
            return new Done();
        }

        var due = handover.AskedAt + settings.AskAgainAfter;
        if (clock.GetUtcNow() < due)
        {
            return new NotYet(due);
        }

        // Looked at once more: for the second time of asking, or for an answer that came before this turn.
        var turn = await turns.RunAsync(new NotAnsweredSince(requesterId, ask.ThreadId, handover.AskedAt), cancel);
        turn.AfterAnswer?.Invoke();
        return new NotYet(clock.GetUtcNow());
    }

    private async Task<DeliveryResult> TidyAsync(string partition, CancellationToken cancel)
    {
        await retention.TidyAsync(partition, cancel);
        return new NotYet(clock.GetUtcNow().AddDays(1));
    }

    private async Task<DeliveryResult> ListAsync(string tenant, SendList list, CancellationToken cancel)
    {
        var head = await store.ReadAsync(tenant, Keys.Head, cancel);
        var (page, card) = await _lists.RenderAsync(
            StateJson.Read<TenantHead>(head!.Body), list.To, list.List, list.Who, Calendar.Today(clock.GetUtcNow(), list.TimeZone), cancel);
        return await PostAsync(list.To, OutgoingActivity.OfCard(card, ListCard.Summary(list.List, page, list.Who)), cancel);
    }

    private async Task<TenantHead> TenantAsync(string partition, CancellationToken cancel) =>
        StateJson.Read<TenantHead>((await store.ReadAsync(partition, Keys.Head, cancel))!.Body);

    /// <summary>Makes everything due that waited for a channel. The due row is written before the waiting row goes.</summary>
    private async Task<DeliveryResult> ReleaseAsync(string partition, CancellationToken cancel)
    {
        var home = Keys.Waiting((await TenantAsync(partition, cancel)).TenantId);
        while (await store.RangeAsync(home, "", "~", Page, cancel) is { Count: > 0 } rows)
        {
            foreach (var row in rows)
            {
                var waiting = StateJson.Read<DueBody>(row.Body);
                var due = new Due(clock.GetUtcNow(), waiting.Partition, waiting.Id);
                await store.CommitAsync(due.Home, [new Upsert(due.Key, StateJson.Write(waiting with { At = due.At }))], cancel);
                await store.CommitAsync(home, [new Delete(row.Key)], cancel);
                wakeUps.Wake(due);
            }
        }

        return new Done();
    }
}
