namespace BridgeBot.Core.Digest;

/// <summary>Counts a period's figures from its event rows. Pure; the definitions are those of <see cref="Figures"/> and <see cref="Cohort"/>.</summary>
public static class FigureCounter
{
    /// <summary>Counts what happened in a period.</summary>
    /// <param name="events">Event rows in any order, each once; those of other periods are ignored.</param>
    /// <param name="period">The period.</param>
    /// <param name="hours">How working hours are counted.</param>
    public static Figures Count(IEnumerable<DigestEvent> events, DigestPeriod period, WorkingHours hours)
    {
        List<DigestEvent> counted = [.. events.Where(one => period.Contains(one.At))];
        Dictionary<Happening, int> decided = counted
            .Where(one => one.What is Happening.Approved or Happening.Declined)
            .GroupBy(one => one.ThreadId)
            .CountBy(thread => thread.MaxBy(one => one.Number)!.What)
            .ToDictionary();
        return new(
            Threads(Happening.Asked),
            counted.Where(one => DigestEvents.IsAnswer(one.What)).DistinctBy(one => one.ThreadId).Count(),
            decided.GetValueOrDefault(Happening.Approved),
            decided.GetValueOrDefault(Happening.Declined),
            Threads(Happening.Delivered),
            Threads(Happening.Closed),
            Median(one => DigestEvents.IsAnswer(one.What)),
            Median(one => one.What is Happening.Delivered));

        int Threads(Happening what) => counted.Where(one => one.What == what).DistinctBy(one => one.ThreadId).Count();

        double? Median(Func<DigestEvent, bool> isMeant)
        {
            List<double> waited =
            [
                .. from one in counted
                   where isMeant(one) && one.Since is not null
                   let took = hours.Between(one.Since!.Value, one.At).TotalHours
                   orderby took
                   select took,
            ];
            return waited.Count == 0 ? null : (waited[(waited.Count - 1) / 2] + waited[waited.Count / 2]) / 2;
        }
    }

    /// <summary>What has become of the requests asked in a period, by its end.</summary>
    /// <param name="events">Event rows in any order, each once; those of other periods are ignored.</param>
    /// <param name="period">The period.</param>
    public static Cohort Follow(IEnumerable<DigestEvent> events, DigestPeriod period)
    {
        Dictionary<Happening, int> states = events
            .Where(one => period.Contains(one.At))
            .GroupBy(one => one.ThreadId)
            .Where(thread => thread.Any(one => one.What is Happening.Asked))
            .CountBy(thread => thread.Where(one => one.What is not Happening.Thanked).MaxBy(one => one.Number)!.What)
            .ToDictionary();
        return new(
            Of(Happening.Asked) + Of(Happening.Reopened),
            Of(Happening.Answered),
            Of(Happening.Approved),
            Of(Happening.Declined),
            Of(Happening.Delivered),
            Of(Happening.Closed),
            Of(Happening.Withdrawn));

        int Of(Happening last) => states.GetValueOrDefault(last);
    }

    /// <summary>
    /// The stored totals of the periods before one, the newest first. Where the schedule was changed, periods overlap: each of those
    /// that are taken ends before the one after it begins.
    /// </summary>
    /// <param name="stored">Totals in any order.</param>
    /// <param name="period">The period.</param>
    /// <param name="most">At most so many.</param>
    public static IReadOnlyList<DigestTotals> Before(IEnumerable<DigestTotals> stored, DigestPeriod period, int most)
    {
        List<DigestTotals> before = [];
        foreach (var totals in stored.OrderByDescending(totals => totals.Period.To))
        {
            if (before.Count < most && totals.Period.To <= (before.Count == 0 ? period.From : before[^1].Period.From))
            {
                before.Add(totals);
            }
        }

        return before;
    }
}
