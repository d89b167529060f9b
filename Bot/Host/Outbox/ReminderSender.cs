using BridgeBot.Cards;
using BridgeBot.Core.Intake;
using BridgeBot.Core.Lists;
using BridgeBot.Core.Threads;
using BridgeBot.Host.Channel;
using BridgeBot.Host.Storage;
using BridgeBot.Host.Turns;

namespace BridgeBot.Host.Outbox;

/// <summary>
/// Reminds a channel on the mornings of working days, in one card. Of what is committed before it is sent, and one host at a time has the
/// row of the channel in hand: so each thread is named once, however many hosts there are and wherever one is killed.
/// </summary>
internal sealed class ReminderSender(IStore store, Connector connector, KindCatalog kinds, TimeProvider clock)
{
    /// <summary>Looks whether somebody has to be reminded, and when to look again.</summary>
    /// <param name="partition">The tenant's partition.</param>
    /// <param name="remind">Which channel.</param>
    /// <param name="cancel">Stops waiting.</param>
    public async Task<DeliveryResult> RemindAsync(string partition, Remind remind, CancellationToken cancel)
    {
        var tenant = StateJson.Read<TenantHead>((await store.ReadAsync(partition, Keys.Head, cancel))!.Body);
        if (tenant.Reminding?.GetValueOrDefault(remind.Channel.ConversationId) != remind.Id
            || tenant.Channels.FirstOrDefault(one => one.ConversationId == remind.Channel.ConversationId) is not { } to)
        {
            return new Done();
        }

        var (now, channel) = (clock.GetUtcNow(), Keys.Channel(tenant.TenantId, to.ConversationId));
        var reminders = new Reminders(TimeZoneInfo.FindSystemTimeZoneById(remind.TimeZone), kind => kinds.Find(kind).RemindAfterDays);
        var row = await store.ReadAsync(channel, Keys.Reminders, cancel);
        if (row is not null && !reminders.IsMorning(now))
        {
            // The channel was connected anew with a row of before, or nothing could be sent in the morning.
            return new NotYet(reminders.Next(now));
        }

        var state = row is null ? new ReminderState(reminders.Next(now), [], []) : StateJson.Read<ReminderState>(row.Body);
        var isDue = row is not null && reminders.IsDue(state, now);
        var open = !isDue && state.Pending.Count == 0 ? [] : await OpenAsync(channel, cancel);
        if (row is null || isDue)
        {
            state = row is null ? state : reminders.Decide(open, state, now);
            var body = StateJson.Write(state);
            Write write = row is null ? new Insert(Keys.Reminders, body) : new Replace(Keys.Reminders, body, row.ETag);
            if (!(await store.CommitAsync(channel, [write], cancel)).Committed)
            {
                return new NotYet(now);
            }
        }

        return state.Pending.Count == 0
            ? new NotYet(reminders.Next(now))
            : await SendAsync(channel, to, state, [.. open.Where(thread => state.Pending.Contains(thread.Id))], reminders, tenant.PlaceOf(to), cancel);
    }

    private async Task<DeliveryResult> SendAsync(
        string channel,
        ConversationReference to,
        ReminderState state,
        IReadOnlyList<ListedThread> threads,
        Reminders reminders,
        ChannelPlace place,
        CancellationToken cancel)
    {
        // What was decided or delivered meanwhile is named no more.
        var now = clock.GetUtcNow();
        List<ListedThread> late = [.. threads.Where(thread => reminders.IsLate(thread, now)).OrderBy(thread => thread.DueDay)];
        List<ListedThread> waiting = [.. threads.Except(late).Where(thread => reminders.IsWaitingLong(thread, now)).OrderBy(thread => thread.SubmittedAt)];
        if (late.Count + waiting.Count > 0)
        {
            var card = ReminderCard.Render(waiting, late, reminders.Today(now), place);
            var sent = await connector.PostAsync(to, OutgoingActivity.OfCard(card, ReminderCard.Summary(waiting, late)), cancel);
            if (sent is not SendAccepted)
            {
                // A channel that takes nothing now may do so on the next working day.
                return sent is SendRefused ? new NotYet(reminders.Next(now)) : ThreadCardSender.Result(sent);
            }
        }

        await store.CommitAsync(channel, [new Upsert(Keys.Reminders, StateJson.Write(state with { Pending = [] }))], cancel);
        return new NotYet(reminders.Next(now));
    }

    private async Task<IReadOnlyList<ListedThread>> OpenAsync(string channel, CancellationToken cancel) => await store
        .AllAsync(channel, Keys.ListedOpenFrom, Keys.ListedOpenTo, cancel)
        .Select(row => StateJson.Read<ListedThread>(row.Body))
        .ToListAsync(cancel);
}
