namespace BridgeBot.Core.Framing.Calendar;

/// <summary>Weeks and weekends.</summary>
internal static class WeekRules
{
    /// <summary>The rules.</summary>
    public static readonly DateRule[] All =
    [
        new("week", "{move} work|working? week|wk|workweek", w => Periods.Of(w.Today, w.Move(0), 'w'), "next week", "2026-03-16..2026-03-22"),
        new("weekend", "weekend", w => w.Before is "every" or "any" or "each" || w.After is "of" ? null : Periods.Weekend(w.Today, 0), "on the weekend", "2026-03-14..2026-03-15"),
        new("moved-weekend", "{move} weekend", w => Periods.Weekend(w.Today, w.Move(0)), "next weekend", "2026-03-21..2026-03-22"),
        new("weekend-after-next", "weekend after next", w => Periods.Weekend(w.Today, 2), "the weekend after next", "2026-03-28..2026-03-29"),
        new("weekend-before-last", "weekend before last", w => Periods.Weekend(w.Today, -2), "the weekend before last", "2026-02-28..2026-03-01"),
        new("nth-weekend-of-month", "{nth} weekend of|in {month} ,? {y}?", w => Periods.Weekend(w.Place(0), Periods.Month(w.Month(1), w.Year(2), w.Today)), "the first weekend of May", "2026-05-02..2026-05-03"),
        new("nth-weekend-of-period", "{nth} weekend of|in the? {move}? {unit}", w => Periods.Weekend(w.Place(0), Periods.Of(w.Today, w.Move(1), w.Unit(2))), "the last weekend of this month", "2026-03-28..2026-03-29"),
        new("nth-week-of-month", "{nth} week of|in {month} ,? {y}?", w => OfMonth(w), "the first week of May", "2026-05-04..2026-05-10"),
        new("weekday-of-nth-week", "{nth} week of|in {month} ,? on? {wd}", w => OfMonth(w) is { } week ? new(Days.Add(week.First, w.Weekday(2), 'd')) : null, "the first week of May on Friday", "2026-05-08"),
        new("nth-week-of-period", "{nth} week of|in the? {move}? {unit}", w => Periods.Week(w.Place(0), Periods.Of(w.Today, w.Move(1), w.Unit(2))), "the last week of this month", "2026-03-23..2026-03-29"),
        new("nth-week-of-year", "{nth} week of|in the? year? {y}", w => Periods.Week(w.Place(0), Periods.Year(w.Year(1)!.Value)), "the third week of 2027", "2027-01-18..2027-01-24"),
        new("end-of-week", "eow|eowk", w => Periods.EndOf(Periods.Of(w.Today, 'w'), 'w'), "by EOW", "2026-03-12..2026-03-15"),
        new("calendar-week", "kw|cw|wk {n}", w => Coming(w.Count(0), w.Today), "bis KW 27", "2026-06-29..2026-07-05"),
        new("calendar-week-joined", "{kw}", w => Coming(CalendarWords.Week(w[0]!)!.Value, w.Today), "bis KW27", "2026-06-29..2026-07-05"),
        new("numbered-week", "week {n}", w => w[0] is "a" or "an" ? null : Nearest(w.Count(0), w.Today), "in week 27", "2026-06-29..2026-07-05"),
        new("numbered-week-of-year", "week|kw|cw|wk {n} ,|/|of|in? {y}", w => Periods.NumberedWeek(w.Count(0), w.Year(1)!.Value), "week 3 of 2027", "2027-01-18..2027-01-24"),
        new("numbered-week-of-next-year", "week|kw|cw|wk {n} of|in? the? {move} year", w => Periods.NumberedWeek(w.Count(0), w.Today.Year + w.Move(1)), "week 3 of next year", "2027-01-18..2027-01-24"),
    ];

    private static DateSpan? OfMonth(DateWords w) => Periods.Week(w.Place(0), Periods.Month(w.Month(1), w.Year(2), w.Today));

    // Whoever counts in calendar weeks plans ahead.
    private static DateSpan? Coming(int number, DateOnly today) =>
        Periods.NumberedWeek(number, today.Year) is { } week && week.Last >= today ? week : Periods.NumberedWeek(number, today.Year + 1);

    private static DateSpan? Nearest(int number, DateOnly today) =>
        Periods.NumberedWeek(number, today.Year) is { } week && week.First.DayNumber > today.DayNumber - 183 ? week : Periods.NumberedWeek(number, today.Year + 1);
}
