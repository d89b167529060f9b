using BridgeBot.Core.Digest;
using BridgeBot.Host.Storage;
using BridgeBot.Host.Turns;

namespace BridgeBot.Host.Outbox;

/// <summary>Finds that a digest is due. Its rows rest from one digest to the next, so nothing is looked at in between.</summary>
internal sealed class DigestWatch(
    IStore store, TurnRunner turns, Retention retention, DigestOptions options, TurnSettings settings, TimeProvider clock)
{
    /// <summary>A digest that was due longer ago says that it is late.</summary>
    private static readonly TimeSpan OnTime = TimeSpan.FromHours(1);

    /// <summary>How long the rows of a channel are kept, however short its periods are: it may get another schedule, reps have weeks of their
    /// own, and a channel that is not connected any more may be again.</summary>
    private static readonly TimeSpan Kept = TimeSpan.FromDays(35);

    /// <summary>Enqueues the newest digest of a channel that is due, if it was not: an older one that was missed is not sent any more.</summary>
    public async Task<DeliveryResult> WatchAsync(string partition, WatchDigest watch, CancellationToken cancel)
    {
        var tenant = await TenantAsync(partition, cancel);
        var channel = Keys.Channel(tenant.TenantId, watch.ChannelId);
        var digest = tenant.Digests.FirstOrDefault(one => one.ChannelId == watch.ChannelId);
        if (digest is null || tenant.Routes.FirstOrDefault(route => route.Channel.ConversationId == watch.ChannelId) is not { } route)
        {
            return await LetGoAsync(channel, cancel);
        }

        if (digest.Since != watch.Since)
        {
            return new Done();
        }

        var (now, zone, schedule) = (clock.GetUtcNow(), TimeZoneInfo.FindSystemTimeZoneById(digest.TimeZone), DigestSchedule.Parse(digest.Cron));
        var period = schedule.PeriodOf(schedule.LatestDue(now - DigestSchedule.Patience, zone), zone);
        var before = schedule.PeriodOf(period.From, zone).From;
        await DigestRows.TidyAsync(store, channel, before < now - Kept ? before : now - Kept, cancel);
        if (period.To >= digest.Since && !digest.IsPaused && now - period.To <= options.Latest)
        {
            var due = new SendDigest(
                route.Channel, before, period.From, period.To, digest.TimeZone, IsLate: now - period.To > OnTime, IsPreview: false);
            (await turns.RunAsync(new DigestDue(due), cancel)).AfterAnswer?.Invoke();
        }

        return new NotYet(schedule.NextDue(period.To, zone) + DigestSchedule.Patience);
    }

    /// <summary>Enqueues the last digest of a schedule that was changed, when its rows have been waited for; not in a channel that wants
    /// none any more.</summary>
    public async Task<DeliveryResult> EnqueueAsync(string partition, SendDigest digest, CancellationToken cancel)
    {
        var now = clock.GetUtcNow();
        if (now < digest.Until + DigestSchedule.Patience)
        {
            return new NotYet(digest.Until + DigestSchedule.Patience);
        }

        var wanted = (await TenantAsync(partition, cancel)).Digests.Any(one => one.ChannelId == digest.To.ConversationId && !one.IsPaused);
        if (wanted && now - digest.Until <= options.Latest)
        {
            (await turns.RunAsync(new DigestDue(digest with { IsLate = now - digest.Until > OnTime }), cancel)).AfterAnswer?.Invoke();
        }

        return new Done();
    }

    /// <summary>What <see cref="WatchAsync"/> does, for a rep's own digest.</summary>
    public async Task<DeliveryResult> WatchOwnAsync(string requesterId, WatchOwnDigest watch, CancellationToken cancel)
    {
        var state = await RequesterRows.LoadAsync(store, requesterId, null, cancel);
        if (state.Head is not { ErasedAt: null } head || head.DigestSince != watch.Since)
        {
            return new Done();
        }

        var (now, zone) = (clock.GetUtcNow(), TimeZoneInfo.FindSystemTimeZoneById(head.TimeZone));
        var period = settings.Digest.PeriodOf(settings.Digest.LatestDue(now - DigestSchedule.Patience, zone), zone);
        if (period.To >= watch.Since && now - period.To <= options.Latest)
        {
            (await turns.RunAsync(new OwnDigestDue(requesterId, period.From, period.To), cancel)).AfterAnswer?.Invoke();
        }

        return new NotYet(settings.Digest.NextDue(period.To, zone) + DigestSchedule.Patience);
    }

    private async Task<TenantHead> TenantAsync(string partition, CancellationToken cancel) =>
        StateJson.Read<TenantHead>((await store.ReadAsync(partition, Keys.Head, cancel))!.Body);

    /// <summary>Once a week, until nothing is left of what would grow old there.</summary>
    private async Task<DeliveryResult> LetGoAsync(string channel, CancellationToken cancel)
    {
        var now = clock.GetUtcNow();
        await DigestRows.TidyAsync(store, channel, now - Kept, cancel);
        await retention.TidyChannelAsync(channel, cancel);
        return await IsEmptyAsync(channel, Keys.HappenedFrom, Keys.Happened(now), cancel) && await IsEmptyAsync(channel, Keys.DeadFrom, Keys.DeadTo, cancel)
            ? new Done()
            : new NotYet(now.AddDays(7));
    }

    private async Task<bool> IsEmptyAsync(string channel, string from, string to, CancellationToken cancel) =>
        (await store.RangeAsync(channel, from, to, 1, cancel)).Count == 0;
}
