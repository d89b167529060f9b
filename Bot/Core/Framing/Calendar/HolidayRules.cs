namespace BridgeBot.Core.Framing.Calendar;

/// <summary>Days with a name, with or without their year.</summary>
internal static class HolidayRules
{
    private static readonly HashSet<string> Due = ["by", "before", "until", "till", "for", "on", "at", "to", "over", "is"];

    /// <summary>The rules.</summary>
    public static readonly DateRule[] All =
    [
        new("holiday", "{holiday}", w => Coming(w), "before Easter", "2026-04-05"),
        new("holiday-year", "{holiday} ,|of|in? {y}", w => In(w, 0, w.Year(1)!.Value), "on Black Friday 2027", "2027-11-26"),
        new("year-holiday", "{y} {holiday}", w => In(w, 1, w.Year(0)!.Value), "for 2027 Easter", "2027-03-28"),
        new("holiday-of-year", "{holiday} of|in? {move} year", w => In(w, 0, w.Today.Year + w.Move(1)), "Labor Day of next year", "2027-09-06"),
        new("year-s-holiday", "{move} year {holiday}", w => In(w, 1, w.Today.Year + w.Move(0)), "last year's Thanksgiving", "2025-11-27"),
        new("moved-holiday", "{move} {holiday}", Moved, "the next Easter", "2026-04-05"),
        new("holiday-weekend", "{holiday} weekend ,|of? {y}?", w => Weekend(w, 0, 1), "Labor Day weekend 2026", "2026-09-05..2026-09-07"),
        new("holiday-year-weekend", "{holiday} {y} weekend", w => Weekend(w, 0, 1), "Halloween 2026 weekend", "2026-10-31..2026-11-01"),
        new("weekend-of-holiday", "weekend of {holiday} {y}?", w => Weekend(w, 0, 1), "weekend of Thanksgiving 2026", "2026-11-26..2026-11-29"),
    ];

    // "A Christmas flyer" names the flyer.
    private static DateSpan? Coming(DateWords w) =>
        Holidays.Next(w[0]!, w.Today) is { } day ? new(day) { Passing = !Due.Contains(w.Before), Open = 'y' } : null;

    private static DateSpan? In(DateWords w, int holiday, int year) => Periods.Single(Holidays.Day(w[holiday]!, year));

    private static DateSpan? Moved(DateWords w) => w.Move(0) switch
    {
        0 => w[0] is "this" ? In(w, 1, w.Today.Year) : null,
        > 0 => Periods.Single(Holidays.Next(w[1]!, Days.Add(w.Today, 1, 'd'))),
        _ => Periods.Single(Holidays.Day(w[1]!, w.Today.Year) is { } day && day < w.Today ? day : Holidays.Day(w[1]!, w.Today.Year - 1)),
    };

    private static DateSpan? Weekend(DateWords w, int holiday, int year) =>
        (w.Year(year) is { } given ? Holidays.Day(w[holiday]!, given) : Holidays.Next(w[holiday]!, w.Today)) is { } day ? Holidays.Weekend(day) : null;
}
