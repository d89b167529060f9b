namespace BridgeBot.Core.Framing.Calendar;

/// <summary>Parts of a period that was read: the first half, the last day, late in it.</summary>
internal static class PartRules
{
    /// <summary>The rules.</summary>
    public static readonly DateRule[] All =
    [
        new("early-in", "early|earlier|beginning|start in|of? the? {date}", w => IsPeriod(w, 0) ? Half(w.Date(0), 1) ?? w.Date(0) : null, "early next month", "2026-04-01..2026-04-15"),
        new("late-in", "late|later in? the? {date}", w => IsPeriod(w, 0) && Unit(w.Date(0)) is { } unit ? Periods.EndOf(w.Date(0), unit) : null, "late next month", "2026-04-16..2026-04-30"),
        new("mid-in", "mid|middle in|of? the? {date}", w => IsPeriod(w, 0) && Unit(w.Date(0)) is { } unit ? Periods.MidOf(w.Date(0), unit) : null, "in the middle of KW 27", "2026-07-01"),
        new("end-in", "end of? the? {date}", w => IsPeriod(w, 0) && Unit(w.Date(0)) is { } unit ? Periods.EndOf(w.Date(0), unit) : null, "at the end of week 27", "2026-07-02..2026-07-05"),
        new("half-in", "{nth} half of|in? the? {date}", w => Half(w.Date(1), w.Place(0)), "the second half of next month", "2026-04-16..2026-04-30"),
        new("later-half-in", "latter|other half of|in? the? {date}", w => Half(w.Date(0), 2), "the latter half of next month", "2026-04-16..2026-04-30"),
        new("nth-day-in", "{nth} day of|in? the? {date}", w => Day(w, w.Date(1)), "the last day of February 2027", "2027-02-28"),
        new("last-day-in", "last|final day of|in? the? {date}", w => w.Date(0).Last is { } last ? new(last) : null, "the last day of the month", "2026-03-31"),
        new("nth-workday-in", "{nth} {work} day of|in? the? {date}", w => Workday(w.Date(2), w.Place(0)), "the last working day of next month", "2026-04-30"),
        new("nth-week-in", "{nth} week of|in the? {date}", w => Periods.Week(w.Place(0), w.Date(1)), "the first week of Q3", "2026-06-29..2026-07-05"),
        new("several-in", "{nth} {n} {unit} of|in the? {date}", w => Periods.Several(w.Place(0), w.Count(1), w.Unit(2), w.Date(3)), "the first two weeks of Q3", "2026-06-29..2026-07-12"),
        new("nth-weekday-in", "{nth} {date} of|in the? {date}", w => IsPeriod(w, 2) && w.Date(1).Open == 'w' ? Periods.Single(Periods.Weekday(w.Place(0), Weekday(w.Date(1)), w.Date(2))) : null, "the first Monday of Q3", "2026-07-06"),
        new("weekday-after", "{date} after|following the? {date}", w => After(w, 0, 1, 1), "the Monday after Easter", "2026-04-06"),
        new("weekday-before", "{date} before|preceding the? {date}", w => Before(w, 1), "the Friday before Christmas", "2026-12-18"),
        new("nth-weekday-after", "{nth} {date} after|following the? {date}", w => w.Place(0) > 0 ? After(w, 1, 2, w.Place(0)) : null, "the second Monday after Easter", "2026-04-13"),
    ];

    private static bool IsPeriod(DateWords w, int slot) => w.Date(slot) is { Last: { } last } date && last > date.First;

    // A period's length tells what it is; other lengths have no parts with a name.
    private static char? Unit(DateSpan period) => ((period.Last ?? period.First).DayNumber - period.First.DayNumber + 1) switch
    {
        7 => 'w',
        >= 28 and <= 31 => 'm',
        >= 90 and <= 92 => 'q',
        >= 365 and <= 366 => 'y',
        _ => null,
    };

    private static DateSpan? Half(DateSpan period, int place) => (Unit(period), place) switch
    {
        (null, _) or (_, not (1 or 2 or -1)) => null,
        ('m', 1) => period with { Last = Days.Add(period.First, 14, 'd') },
        ('m', _) => period with { First = Days.Add(period.First, 15, 'd') },
        ('y', 1) => period with { Last = Days.Add(Days.Add(period.First, 6, 'm'), -1, 'd') },
        ('y', _) => period with { First = Days.Add(period.First, 6, 'm') },
        ({ } unit, 1) => period with { Last = Days.Add(period.First, unit == 'w' ? 2 : 44, 'd') },
        ({ } unit, _) => period with { First = Days.Add(period.First, unit == 'w' ? 3 : 45, 'd') },
    };

    private static DateSpan? Day(DateWords w, DateSpan period) =>
        period.Last is not { } last ? null
        : w.Place(0) < 0 ? new(last)
        : Days.Add(period.First, w.Place(0) - 1, 'd') is var day && day <= last ? new(day) : null;

    private static DateSpan? Workday(DateSpan period, int place) =>
        period.Last is not { } last ? null
        : place < 0 ? new(Periods.Workdays(Days.Add(last, 1, 'd'), -1))
        : Periods.Workdays(Days.Add(period.First, -1, 'd'), place) is var day && day <= last ? new(day) : null;

    private static int Weekday(DateSpan day) => ((int)day.First.DayOfWeek + 6) % 7;

    private static bool IsWeekend(DateSpan days) => days is { Last: { } last } && last.DayNumber == days.First.DayNumber + 1 && Weekday(days) == 5;

    private static DateSpan? After(DateWords w, int weekday, int from, int place)
    {
        var (day, start) = (w.Date(weekday), w.Date(from).Last ?? w.Date(from).First);
        return day.Open != 'w' && !IsWeekend(day) ? null
            : Days.Add(Days.Coming(Weekday(day), start), place - 1, 'w') is var first && IsWeekend(day) ? new(first, Days.Add(first, 1, 'd')) : new(first);
    }

    private static DateSpan? Before(DateWords w, int to)
    {
        var day = w.Date(0);
        var end = Days.Add(w.Date(to).First, IsWeekend(day) ? -2 : -1, 'd');
        return day.Open != 'w' && !IsWeekend(day) ? null
            : Days.Add(Days.Coming(Weekday(day), end), -1, 'w') is var first && IsWeekend(day) ? new(first, Days.Add(first, 1, 'd')) : new(first);
    }
}
