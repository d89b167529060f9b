using BridgeBot.Core.Threads;

namespace BridgeBot.Core.Digest;

/// <summary>Sums a channel's week up. Pure: the period and the zone are arguments.</summary>
public static class DigestCounter
{
    /// <summary>How many threads, thanks and themes a digest names.</summary>
    public const int Named = 5;

    /// <summary>The id of the kind whose deliveries are leads.</summary>
    public const string LeadsKind = "leads";

    private const int PeriodsBefore = 7;
    private const int DaysAhead = 7;

    /// <summary>Sums up.</summary>
    /// <param name="events">Event rows of the period and of the one before, in any order; others are ignored.</param>
    /// <param name="totals">Stored totals in any order.</param>
    /// <param name="open">The channel's open threads in any order.</param>
    /// <param name="period">The period.</param>
    /// <param name="hours">How working hours are counted, and whose days the promised ones are.</param>
    public static WeekDigest Summarize(
        IReadOnlyCollection<DigestEvent> events,
        IReadOnlyCollection<DigestTotals> totals,
        IReadOnlyCollection<ListedThread> open,
        DigestPeriod period,
        WorkingHours hours)
    {
        var today = DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(period.To, hours.Zone).DateTime);
        List<ListedThread> ordered = [.. open.OrderBy(thread => thread.Round.From).ThenBy(thread => thread.Id, StringComparer.Ordinal)];
        return new(
            period,
            FigureCounter.Count(events, period, hours),
            FigureCounter.Before(totals, period, PeriodsBefore),
            Shortlist.Of<DigestThanks>([.. Thanks(events, period)], Named),
            Shortlist.Of<ListedThread>([.. ordered.Where(thread => !thread.WaitsForRep)], Named),
            Shortlist.Of<ListedThread>(
                [.. ordered.Where(thread => !thread.WaitsForRep && thread.DueDay < today.AddDays(DaysAhead)).OrderBy(thread => thread.DueDay)], Named),
            Themes.Of(events.Where(one => one.At < period.To), Named),
            Shortlist.Of<ListedThread>(
                [.. ordered.Where(thread => thread is { Kind: LeadsKind, Status: ThreadStatus.Delivered }).OrderBy(thread => thread.DeliveredAt)], Named));
    }

    /// <summary>Thanks for deliveries come before what reps said has worked well; the same words of the same rep to the same person are named once.</summary>
    private static IEnumerable<DigestThanks> Thanks(IEnumerable<DigestEvent> events, DigestPeriod period) => events
        .Where(one => period.Contains(one.At) && !string.IsNullOrWhiteSpace(one.Words))
        .OrderByDescending(one => one.What)
        .ThenByDescending(one => one.At)
        .ThenBy(one => one.ThreadId, StringComparer.Ordinal)
        .DistinctBy(one => (one.RequesterId, one.Words, one.Marketer?.AadObjectId))
        .Select(one => new DigestThanks(one.Requester, one.Marketer, one.Words!, one.Title));
}
