namespace BridgeBot.Core.Framing.Calendar;

/// <summary>Ranges of dates that were read.</summary>
internal static class RangeRules
{
    /// <summary>The rules.</summary>
    public static readonly DateRule[] All =
    [
        new("between", "between the? {date} and|to|-|– the? {date}", w => Periods.Range(w.Date(0), w.Date(1)), "between 3 April and 9 May", "2026-04-03..2026-05-09"),
        new("from-to", "from the? {date} to|till|until|through|thru|-|– the? {date}", w => Periods.Range(w.Date(0), w.Date(1)), "from 3 April to 9 May", "2026-04-03..2026-05-09"),
        new("to", "{date} to|till|through|thru|-|– the? {date}", w => w.Date(0).Passing || w.Date(1).Passing ? null : Periods.Range(w.Date(0), w.Date(1)), "3 April - 9 May", "2026-04-03..2026-05-09"),
        new("to-date", "from {date} {date}", w => w.Date(1).Passing ? Periods.Range(w.Date(0), w.Date(1)) : null, "from January to date", "2026-01-01..2026-03-11"),
        new("before-end", "before the? {date}", w => w.Date(0) is { Due: { } due, Last: { } last } && due == last ? new(Days.Add(last, 1, 'd')) { Due = due } : null, "before the end of May", "2026-06-01"),
        new("after-period", "after the? {date}", w => w.Date(0) is { Last: { } last } ? new(Days.Add(last, 1, 'd')) : null, "after May 2026", "2026-06-01"),
    ];
}
