namespace BridgeBot.Core.Framing.Calendar;

/// <summary>What is counted from a date that was read.</summary>
internal static class OffsetRules
{
    /// <summary>The rules.</summary>
    public static readonly DateRule[] All =
    [
        new("count-after", "{n} {work}? {unit} after|from|following|since the? {date}", w => Moved(w, 1), "3 weeks after 3 April 2026", "2026-04-24"),
        new("count-before", "{n} {work}? {unit} before|previous|prior to? {date}", w => Moved(w, -1), "2 weeks before Christmas", "2026-12-11"),
        new("unit-after", "day|week after|following {date}", w => new(Days.Add(w.Date(0).First, 1, 'd')), "the day after Christmas", "2026-12-26"),
        new("day-before", "day|night before {date}", w => new(Days.Add(w.Date(0).First, -1, 'd')), "the day before Christmas", "2026-12-24"),
        new("count-starting", "for? {n} {unit} ,? starting|beginning|commencing on|from? {date}", w => new(w.Date(2).First, Days.Add(Days.Add(w.Date(2).First, w.Count(0), w.Unit(1)), -1, 'd')), "for 2 weeks starting 20 May", "2026-05-20..2026-06-02"),
        new("count-from", "for {n} {unit} ,? from {date}", w => new(w.Date(2).First, Days.Add(Days.Add(w.Date(2).First, w.Count(0), w.Unit(1)), -1, 'd')), "for 3 days from 4 May", "2026-05-04..2026-05-06"),
        new("week-of", "week|w/c of|commencing|beginning|starting? on? {date}", w => Periods.Of(w.Date(0).First, 'w'), "w/c April 6", "2026-04-06..2026-04-12"),
    ];

    private static DateSpan? Moved(DateWords w, int sign) => w[1] is not null && w.Unit(2) == 'd'
        ? new(Periods.Workdays(w.Date(3).First, sign * w.Count(0)))
        : new(Days.Add(w.Date(3).First, sign * w.Count(0), w.Unit(2)));
}
