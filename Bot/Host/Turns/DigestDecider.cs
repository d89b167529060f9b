using BridgeBot.Core.Digest;
using BridgeBot.Core.Threads;

namespace BridgeBot.Host.Turns;

/// <summary>Decides when a tenant's channels get their digests. Pure.</summary>
internal static class DigestDecider
{
    /// <summary>A preview covers as many days.</summary>
    private const int PreviewDays = 7;

    /// <summary>What was typed about the digest in one of marketing's channels, or elsewhere.</summary>
    public static TenantPlan Decide(TenantHead tenant, DigestCommand command, Said said, TurnContext context)
    {
        var here = said.Envelope.Conversation;
        if (!tenant.IsMarketings(here))
        {
            return new(tenant, [new SendNotice(here, Notice.DigestElsewhere)]);
        }

        if (command is DigestPause or DigestResume or DigestAt or DigestBy
            && !context.Settings.Membership.Allows(Deed.ScheduleDigest, said.Envelope.From!))
        {
            return new(tenant, [new SendNotice(here, Notice.OnlyMarketingSchedules)]);
        }

        var digest = DigestOf(tenant, here, said.Envelope, context);
        return command switch
        {
            DigestNow => new(tenant, [Preview(digest, here, context)]),
            DigestPause => Change(tenant, digest with { IsPaused = true }, new SendNotice(here, Notice.DigestPaused)),
            DigestResume => Resume(tenant, digest, here, context),
            DigestAt at => Begin(tenant, digest, DigestSchedule.Weekly(at.Day, at.Time).Cron, said.Envelope, context),
            DigestBy by => Begin(tenant, digest, by.Cron, said.Envelope, context),
            DigestNoSchedule => new(tenant, [new SendNotice(here, Notice.DigestNoSchedule)]),
            _ => new(tenant, [new SendNotice(here, Notice.DigestHelp)]),
        };
    }

    /// <summary>Gives a digest to each channel that has become one of marketing's, and takes it from those that are none any more.</summary>
    /// <param name="before">The tenant before; null before the first turn.</param>
    /// <param name="plan">What was decided about the tenant's channels.</param>
    /// <param name="envelope">Who decided it, and so whose time zone is the channel's.</param>
    /// <param name="context">The instant, the settings.</param>
    public static TenantPlan Follow(TenantHead? before, TenantPlan plan, Envelope envelope, TurnContext context)
    {
        if (ReferenceEquals(plan.After.Routes, before?.Routes))
        {
            return plan;
        }

        var channels = plan.After.Channels.Select(channel => channel.ConversationId).ToList();
        var kept = plan.After.Digests.Where(digest => channels.Contains(digest.ChannelId)).ToList();
        List<ChannelDigest> begun =
        [
            .. channels.Where(channel => kept.All(digest => digest.ChannelId != channel))
                .Select(channel => Begun(channel, envelope, context)),
        ];
        return begun.Count == 0 && kept.Count == plan.After.Digests.Count
            ? plan
            : new(
                plan.After with { Digests = [.. kept, .. begun] },
                [.. plan.Messages, .. begun.Select(digest => new WatchDigest(digest.ChannelId, digest.Since))]);
    }

    private static SendDigest Preview(ChannelDigest digest, ConversationReference here, TurnContext context) => new(
        here, context.Now.AddDays(-2 * PreviewDays), context.Now.AddDays(-PreviewDays), context.Now, digest.TimeZone, IsLate: false, IsPreview: true);

    /// <summary>Another schedule: of what was due before, only what was due in the last minutes, and has not been sent yet, still comes.</summary>
    private static TenantPlan Begin(TenantHead tenant, ChannelDigest digest, string cron, Envelope envelope, TurnContext context)
    {
        var begun = Start(
            tenant,
            digest with { Cron = cron, TimeZone = envelope.TimeZone, IsPaused = false, Since = context.Now },
            new SendNotice(envelope.Conversation, Notice.DigestScheduled));
        return begun with { Messages = [.. begun.Messages, .. LastOf(digest, envelope.Conversation, context.Now)] };
    }

    private static IEnumerable<EnqueueDigest> LastOf(ChannelDigest digest, ConversationReference here, DateTimeOffset now)
    {
        var (zone, schedule) = (TimeZoneInfo.FindSystemTimeZoneById(digest.TimeZone), DigestSchedule.Parse(digest.Cron));
        var period = schedule.PeriodOf(schedule.LatestDue(now, zone), zone);
        return digest.IsPaused || period.To < digest.Since || period.To <= now - DigestSchedule.Patience
            ? []
            : [new(new(here, schedule.PeriodOf(period.From, zone).From, period.From, period.To, digest.TimeZone, IsLate: false, IsPreview: false))];
    }

    /// <summary>What was due in the last minutes has not been sent yet, and still comes.</summary>
    private static TenantPlan Resume(TenantHead tenant, ChannelDigest digest, ConversationReference here, TurnContext context)
    {
        var since = context.Now - DigestSchedule.Patience;
        var resumed = new SendNotice(here, Notice.DigestResumed);
        return tenant.Digests.Contains(digest) && !digest.IsPaused
            ? new(tenant, [resumed with { Name = NextOf(digest, since) }])
            : Start(tenant, digest with { IsPaused = false, Since = since }, resumed);
    }

    private static TenantPlan Start(TenantHead tenant, ChannelDigest digest, SendNotice notice)
    {
        var changed = Change(tenant, digest, notice with { Name = NextOf(digest, digest.Since) });
        return changed with { Messages = [.. changed.Messages, new WatchDigest(digest.ChannelId, digest.Since)] };
    }

    private static string NextOf(ChannelDigest digest, DateTimeOffset from)
    {
        var zone = TimeZoneInfo.FindSystemTimeZoneById(digest.TimeZone);
        var next = TimeZoneInfo.ConvertTime(DigestSchedule.Parse(digest.Cron).NextDue(from, zone), zone);
        return FormattableString.Invariant($"{next:dddd d MMMM, HH:mm} ({digest.TimeZone})");
    }

    private static TenantPlan Change(TenantHead tenant, ChannelDigest digest, SendNotice notice) => new(
        tenant with { Digests = [.. tenant.Digests.Where(other => other.ChannelId != digest.ChannelId), digest] }, [notice]);

    private static ChannelDigest DigestOf(TenantHead tenant, ConversationReference here, Envelope envelope, TurnContext context) =>
        tenant.Digests.FirstOrDefault(digest => digest.ChannelId == here.ConversationId) ?? Begun(here.ConversationId, envelope, context);

    private static ChannelDigest Begun(string channelId, Envelope envelope, TurnContext context) =>
        new(channelId, context.Settings.Digest.Cron, envelope.TimeZone, context.Now);
}
