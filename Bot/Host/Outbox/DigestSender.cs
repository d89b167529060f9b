using System.Diagnostics;
using BridgeBot.Cards;
using BridgeBot.Core.Digest;
using BridgeBot.Host.Channel;
using BridgeBot.Host.Storage;
using BridgeBot.Host.Telemetry;
using BridgeBot.Host.Turns;

namespace BridgeBot.Host.Outbox;

/// <summary>
/// Counts and sends digests. What is read is what two periods, the open threads and the stored totals come to, however much was ever
/// stored; a digest that is tried again is counted again, and stores the same.
/// </summary>
internal sealed class DigestSender(IStore store, Connector connector, DigestOptions options, Measures measures)
{
    /// <summary>Sends a channel's.</summary>
    public async Task<DeliveryResult> SendAsync(SendDigest digest, CancellationToken cancel)
    {
        var zone = TimeZoneInfo.FindSystemTimeZoneById(digest.TimeZone);
        var began = Stopwatch.GetTimestamp();
        var week = await CountAsync(digest, options.HoursIn(zone), cancel);
        measures.Counted(Stopwatch.GetElapsedTime(began));
        if (week.IsEmpty && !options.SendWhenEmpty && !digest.IsPreview)
        {
            return new Done();
        }

        var channel = (await TenantAsync(digest.To.TenantId, cancel)).PlaceOf(digest.To);
        var place = new DigestPlace(channel, zone, digest.IsLate, digest.IsPreview);
        return ThreadCardSender.Result(
            await connector.PostAsync(digest.To, OutgoingActivity.OfCard(DigestCard.Render(week, place), DigestCard.Summary(week)), cancel));
    }

    /// <summary>Counts the period, and the one before again, for what came late; stores both unless it is a preview.</summary>
    internal async Task<WeekDigest> CountAsync(SendDigest digest, WorkingHours hours, CancellationToken cancel)
    {
        var channel = Keys.Channel(digest.To.TenantId, digest.To.ConversationId);
        var events = await DigestRows.EventsAsync(store, channel, digest.Before, digest.Until, cancel);
        var stored = await DigestRows.TotalsAsync(store, channel, cancel);
        var (period, before) = (new DigestPeriod(digest.From, digest.Until), new DigestPeriod(digest.Before, digest.From));

        // Before the bot came there was nothing, which is not the same as a week in which nothing happened.
        var isKnown = stored.Any(totals => totals.Period == before) || events.Any(one => before.Contains(one.At));
        List<DigestTotals> totals =
        [
            .. stored.Where(totals => totals.Period != before && totals.Period != period),
            .. isKnown ? (DigestTotals[])[Totals(before, FigureCounter.Count(events, before, hours))] : [],
        ];
        var week = DigestCounter.Summarize(events, totals, await DigestRows.OpenAsync(store, channel, cancel), period, hours);
        if (!digest.IsPreview)
        {
            await DigestRows.StoreAsync(
                store, channel, [.. totals.Where(one => one.Period == before), Totals(period, week.Figures)], cancel);
        }

        return week;

        DigestTotals Totals(DigestPeriod which, Figures counted) =>
            stored.FirstOrDefault(totals => totals.Period == which)?.Recounted(counted) ?? new(which, counted);
    }

    /// <summary>Sends a rep's own; nothing to somebody who has no open request and for whose customers nothing was delivered.</summary>
    public async Task<DeliveryResult> SendOwnAsync(string requesterId, SendOwnDigest digest, CancellationToken cancel)
    {
        var state = await RequesterRows.LoadAsync(store, requesterId, null, cancel);
        if (state.Head is not { ErasedAt: null, Chat: { } chat } head)
        {
            return new Done();
        }

        List<DigestEvent> events = [];
        foreach (var channel in (await TenantAsync(head.TenantId, cancel)).Channels)
        {
            events.AddRange(await DigestRows.EventsAsync(store, Keys.Channel(head.TenantId, channel.ConversationId), digest.From, digest.Until, cancel));
        }

        var customers = state.OpenThreads.Select(thread => thread.Request.Customer)
            .Concat(events.Where(one => one.RequesterId == requesterId).Select(one => one.Customer));
        var own = OwnDigest.Of(state.OpenThreads, customers.OfType<string>(), events, requesterId, new(digest.From, digest.Until));
        return own.IsEmpty && !options.SendWhenEmpty
            ? new Done()
            : ThreadCardSender.Result(await connector.PostAsync(
                chat, OutgoingActivity.OfCard(OwnDigestCard.Render(own, head.Person), OwnDigestCard.Summary(own)), cancel));
    }

    private async Task<TenantHead> TenantAsync(string tenantId, CancellationToken cancel) =>
        await store.ReadAsync(Keys.Tenant(tenantId), Keys.Head, cancel) is { } row
            ? StateJson.Read<TenantHead>(row.Body)
            : new TenantHead(tenantId, 0);
}
