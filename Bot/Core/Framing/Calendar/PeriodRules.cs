namespace BridgeBot.Core.Framing.Calendar;

/// <summary>Months, quarters, halves, years and what is longer, and their parts.</summary>
internal static class PeriodRules
{
    /// <summary>The rules.</summary>
    public static readonly DateRule[] All =
    [
        new("month", "{month} ,? {y}?", Month, "in September", "2026-09-01..2026-09-30"),
        new("month-of-year", "{month} of|in {y}", w => Periods.Month(w.Month(0), w.Year(1), w.Today), "September of 2027", "2027-09-01..2027-09-30"),
        new("month-of-short-year", "{month} of {yy}", w => Periods.Month(w.Month(0), w.Year(1), w.Today), "April of 98", "1998-04-01..1998-04-30"),
        new("month-of-numbers", "{monthyear}", w => w.Before is not ("model" or "part" or "type" or "series" or "no" or "number") && NumericDate.MonthAndYear(w[0]!) is var (month, year) ? Periods.Month(month, year, w.Today) : null, "in 10/2027", "2027-10-01..2027-10-31"),
        new("moved-year-month", "{move} year {month}", w => Periods.Month(w.Month(1), w.Today.Year + w.Move(0), w.Today), "next year's October", "2027-10-01..2027-10-31"),
        new("year-month", "{y} {month}", w => Periods.Month(w.Month(1), w.Year(0), w.Today), "2027 April", "2027-04-01..2027-04-30"),
        new("moved-month", "{move} {month}", MovedMonth, "this September", "2026-09-01..2026-09-30"),
        new("month-of-moved-year", "{month} of? {move} year", w => Periods.Month(w.Month(0), w.Today.Year + w.Move(1), w.Today), "May next year", "2027-05-01..2027-05-31"),
        new("early-month", "early {month} {y}?", w => Periods.Month(w.Month(0), w.Year(1), w.Today) is var month ? month with { Last = Days.Add(month.First, 14, 'd') } : null, "early May", "2026-05-01..2026-05-15"),
        new("late-month", "late|later in? {month} {y}?", w => Periods.EndOf(Periods.Month(w.Month(0), w.Year(1), w.Today), 'm'), "late May", "2026-05-16..2026-05-31"),
        new("mid-month", "mid|middle|mitte of? {month} {y}?", w => MidMonth(w), "mid May", "2026-05-10..2026-05-20"),
        new("end-of-month-name", "end|ende of? {month} {y}?", w => EndOfMonth(w), "end of Feb", "2027-02-16..2027-02-28"),
        new("month-to-month", "{month} to|till|until|through|thru|-|– {month} ,? {y}?", w => Months(w, 0, 1, 2), "May to July", "2026-05-01..2026-07-31"),
        new("between-months", "between|from {month} and|to|till|until {month} ,? {y}?", w => Months(w, 0, 1, 2), "between May and July", "2026-05-01..2026-07-31"),

        new("unit", "{move} {unit}", Unit, "this quarter", "2026-01-01..2026-03-31"),
        new("that-unit", "that {unit}", w => w.Unit(0) != 'd' && w[0]![^1] != 's' && w.EndsPhrase ? Periods.Of(w.Today, w.Unit(0)) with { Passing = true } : null, "we met that week", "2026-03-09..2026-03-15"),
        new("whole-unit", "of|for|in|during|throughout the {unit}", w => w[0] is "day" or "week" or "month" or "quarter" or "year" or "decade" or "fortnight" && w.EndsPhrase && w.After != "to" ? Periods.Of(w.Today, w.Unit(0)) with { Passing = true } : null, "partner of the year", "2026-01-01..2026-12-31"),
        new("unit-after-next", "{unit} after next", w => IsOne(w) ? Periods.Of(w.Today, 2, w.Unit(0)) : null, "the week after next", "2026-03-23..2026-03-29"),
        new("unit-before-last", "{unit} before last", w => IsOne(w) ? Periods.Of(w.Today, -2, w.Unit(0)) : null, "the month before last", "2026-01-01..2026-01-31"),
        new("rest-of-unit", "rest|remainder|balance of this|the|my|our|current {unit}", w => Periods.Of(w.Today, w.Unit(0)) with { First = w.Today }, "the rest of the month", "2026-03-11..2026-03-31"),
        new("later-in-unit", "later in? this|the {unit}", w => Periods.LaterIn(Periods.Of(w.Today, w.Unit(0)), w.Unit(0), w.Today), "later this year", "2026-07-01..2026-12-31"),
        new("end-of-unit", "end of the|this? {unit}", w => CalendarWords.Count(w.After) is not null ? null : Periods.EndOf(Periods.Of(w.Today, w.Unit(0)), w.Unit(0)), "end of the month", "2026-03-16..2026-03-31"),
        new("end-of-moved-unit", "end of the? {move} {unit}", w => Periods.EndOf(Periods.Of(w.Today, w.Move(0), w.Unit(1)), w.Unit(1)), "end of next month", "2026-04-16..2026-04-30"),
        new("mid-unit", "mid|middle of? the? {move}? {unit}", w => w.Unit(1) is 'w' or 'm' or 'y' ? Periods.MidOf(Periods.Of(w.Today, w.Move(0), w.Unit(1)), w.Unit(1)) : null, "middle of next month", "2026-04-10..2026-04-20"),
        new("month-end", "month-end|eom", w => Periods.EndOf(Periods.Of(w.Today, 'm'), 'm'), "by EOM", "2026-03-16..2026-03-31"),
        new("quarter-end", "eoq|quarter-end", w => Periods.EndOf(Periods.Of(w.Today, 'q'), 'q'), "by EOQ", "2026-03-31"),
        new("year-end", "eoy|year-end", w => Periods.EndOf(Periods.Of(w.Today, 'y'), 'y'), "by EOY", "2026-07-01..2026-12-31"),
        new("to-date-short", "{todate}", w => new(Periods.Of(w.Today, w[0]![0]).First, w.Today), "sales YTD", "2026-01-01..2026-03-11"),
        new("unit-to-date", "{unit} to date", w => new(Periods.Of(w.Today, w.Unit(0)).First, w.Today), "down in the year to date", "2026-01-01..2026-03-11"),

        new("quarter", "{q} of? {y}?", w => Periods.Part(CalendarWords.Quarters[w[0]!], 'q', w.Year(1), w.Today), "in Q3", "2026-07-01..2026-09-30"),
        new("quarter-of-moved-year", "{q} of? {move} year", w => Periods.Part(CalendarWords.Quarters[w[0]!], 'q', w.Today.Year + w.Move(1), w.Today), "Q3 of next year", "2027-07-01..2027-09-30"),
        new("year-quarter", "{y} {q}", w => Periods.Part(CalendarWords.Quarters[w[1]!], 'q', w.Year(0), w.Today), "2027 Q3", "2027-07-01..2027-09-30"),
        new("end-of-quarter", "end|ende of? {q} {y}?", w => Periods.Part(CalendarWords.Quarters[w[0]!], 'q', w.Year(1), w.Today) is { } q ? Periods.EndOf(q, 'q') : null, "end of Q3", "2026-09-30"),
        new("half-of-moved-year", "{half} of? {move} year", w => Periods.Part(CalendarWords.Halves[w[0]!], 'h', w.Today.Year + w.Move(1), w.Today), "H2 of next year", "2027-07-01..2027-12-31"),
        new("half", "{half} of? {y}?", w => Periods.Part(CalendarWords.Halves[w[0]!], 'h', w.Year(1), w.Today), "in H2", "2026-07-01..2026-12-31"),
        new("year-half", "{y} {half}", w => Periods.Part(CalendarWords.Halves[w[1]!], 'h', w.Year(0), w.Today), "2027-H2", "2027-07-01..2027-12-31"),
        new("end-of-half", "end of {half} {y}?", w => Periods.Part(CalendarWords.Halves[w[0]!], 'h', w.Year(1), w.Today) is { } half ? Periods.EndOf(half, 'q') : null, "end of H1", "2026-06-30"),
        new("nth-part-of-year", "{nth} {yearpart} of|in? the|this|year? {y}", w => Periods.Part(w.Place(0), Letter(w[1]!), w.Year(2), w.Today), "the first quarter of 2027", "2027-01-01..2027-03-31"),
        new("nth-part-of-moved-year", "{nth} {yearpart} of|in? the? {move}? year", w => Periods.Part(w.Place(0), Letter(w[1]!), w.Today.Year + w.Move(2), w.Today), "the 9th month of next year", "2027-09-01..2027-09-30"),
        new("year-nth-part", "{y} {nth} {yearpart}", w => Periods.Part(w.Place(1), Letter(w[2]!), w.Year(0), w.Today), "2027 first quarter", "2027-01-01..2027-03-31"),
        new("nth-quarter", "{ord} quarter", w => Periods.Part(w.Day(0), 'q', null, w.Today), "in the fourth quarter", "2026-10-01..2026-12-31"),
        new("several-of-month", "{nth} {n} {unit} of|in {month} ,? {y}?", w => Periods.Several(w.Place(0), w.Count(1), w.Unit(2), Periods.Month(w.Month(3), w.Year(4), w.Today)), "the last 3 days of May", "2026-05-29..2026-05-31"),
        new("moved-year-nth-part", "{move} year {nth} {yearpart}", w => Periods.Part(w.Place(1), Letter(w[2]!), w.Today.Year + w.Move(0), w.Today), "next year's first quarter", "2027-01-01..2027-03-31"),
        new("several-of-year", "{nth} {n} {unit} of|in {y}", w => Periods.Several(w.Place(0), w.Count(1), w.Unit(2), Periods.Year(w.Year(3)!.Value)), "the last four months of 2027", "2027-09-01..2027-12-31"),
        new("several-of-unit", "{nth} {n} {unit} of|in the? {move}? {unit}", w => Periods.Several(w.Place(0), w.Count(1), w.Unit(2), Periods.Of(w.Today, w.Move(3), w.Unit(4))), "the first ten days of next month", "2026-04-01..2026-04-10"),

        new("year", "{y}", Year, "in 2024", "2024-01-01..2024-12-31"),
        new("year-named", "year {y}", w => Periods.Year(w.Year(0)!.Value), "the year 2024", "2024-01-01..2024-12-31"),
        new("early-year", "early|beginning|start of|in? {y}", w => Periods.Year(w.Year(0)!.Value) is var year ? year with { Last = Days.Add(Days.Add(year.First, 4, 'm'), -1, 'd') } : null, "early 2027", "2027-01-01..2027-04-30"),
        new("end-of-year", "end|late of|in? {y}", w => Periods.EndOf(Periods.Year(w.Year(0)!.Value), 'y', named: true), "end of 2027", "2027-09-01..2027-12-31"),
        new("mid-year", "mid|middle of? {y}", w => Periods.MidOf(Periods.Year(w.Year(0)!.Value), 'y'), "mid 2027", "2027-05-01..2027-08-31"),
        new("years", "{y} to|till|until|through|-|– {y}", Years, "2014-2018", "2014-01-01..2018-12-31"),
        new("between-years", "between {y} and|to|through|-|– {y}", Years, "between 2014 and 2018", "2014-01-01..2018-12-31"),
        new("year-or-later", "{y} or|and later|after", w => CalendarWords.Year(w.After) is null ? new(new(w.Year(0)!.Value, 1, 1)) { Passing = true } : null, "2018 or later", "2018-01-01"),
        new("later-than-year", "later|greater|more than {y}", w => new(new(w.Year(0)!.Value + 1, 1, 1)) { Passing = true }, "later than 2018", "2019-01-01"),
        new("decade", "{decade}", w => Decade(CalendarWords.Decade(w[0]!)!.Value), "in the 1990s", "1990-01-01..1999-12-31"),
        new("decade-named", "{tensname}", w => Decade(CalendarWords.Decade(w[0]!)!.Value), "in the eighties", "1980-01-01..1989-12-31"),
        new("decade-of-century", "{n} {tensname}", w => w.Count(0) is >= 15 and <= 20 ? Decade((w.Count(0) * 100) + (CalendarWords.Decades[w[1]!] * 10)) : null, "in the nineteen eighties", "1980-01-01..1989-12-31"),
        new("decade-apart", "{tens} s", w => Decade(CalendarWords.Decade(w[0]! + "s")!.Value), "in the 1990 s", "1990-01-01..1999-12-31"),
        new("century", "{ord} century", w => w.Day(0) is > 15 and < 23 and var n ? new(new((n - 1) * 100, 1, 1), new((n * 100) - 1, 12, 31)) { Passing = true } : null, "in the 21st century", "2000-01-01..2099-12-31"),
    ];

    private static readonly HashSet<string> BeforeMonth =
        ["in", "by", "until", "till", "before", "after", "since", "next", "during", "through", "for", "from", "of", "last", "early", "late", "mid", "between", "to", "bis", "im"];

    private static readonly HashSet<string> BeforeYear =
        ["in", "since", "before", "after", "during", "year", "of", "for", "from", "by", "until", "till", "through", "on", "than", "but", "between", "around", "back", "prior"];

    private static char Letter(string part) => part switch { "half" => 'h', "quarter" => 'q', "week" => 'w', _ => 'm' };

    // "May" and "dec" are words and names of their own: they need company.
    private static DateSpan? Month(DateWords w) =>
        w.Before is "$" or "#" || (w[1] is null && !CalendarWords.LongMonths.Contains(w[0]!) && !BeforeMonth.Contains(w.Before) && !w.IsName) || (w[1] is null && w.After is "-" && w[0] is "may" or "mar")
            ? null : Periods.Month(w.Month(0), w.Year(1), w.Today);

    private static DateSpan? MovedMonth(DateWords w) =>
        w[0] is "following" && CalendarWords.Day(w.After) is not null ? null
        : w[1] is "may" && w[0] is not ("next" or "last") && !w.EndsClause && !w.IsSecondName ? null
        : w.Move(0) switch
        {
            0 => Periods.Month(w.Month(1), w.Today.Year, w.Today),
            < 0 => Periods.Month(w.Month(1), w.Month(1) < w.Today.Month ? w.Today.Year : w.Today.Year - 1, w.Today),
            _ => Periods.Month(w.Month(1), w.Month(1) > w.Today.Month ? w.Today.Year : w.Today.Year + 1, w.Today),
        };

    private static DateSpan? MidMonth(DateWords w)
    {
        var mid = Periods.MidOf(Periods.Month(w.Month(0), w.Year(1), w.Today), 'm');
        return w[1] is null && mid.Due < w.Today ? Periods.MidOf(Periods.Month(w.Month(0), w.Today.Year + 1, w.Today), 'm') : mid;
    }

    private static DateSpan? EndOfMonth(DateWords w) => Periods.EndOf(Periods.Month(w.Month(0), w.Year(1), w.Today), 'm');

    private static DateSpan? Months(DateWords w, int first, int last, int year) =>
        Periods.Range(Periods.Month(w.Month(first), null, w.Today), Periods.Month(w.Month(last), w.Year(year), w.Today));

    // "Two weeks after next Monday" goes on.
    private static bool IsOne(DateWords w) => w[0]![^1] != 's' && !CalendarWords.Weekdays.ContainsKey(w.After) && !CalendarWords.Months.ContainsKey(w.After);

    // "past years" counts nothing; "last day" is of something else.
    private static DateSpan? Unit(DateWords w) =>
        w[1]![^1] == 's' || (w.Unit(1) == 'd' && w.Move(0) <= 0 && w[0] is not "previous") ? null : Periods.Of(w.Today, w.Move(0), w.Unit(1));

    // A bare "2019" is a year only where nothing else can be counted by it.
    private static DateSpan? Year(DateWords w) =>
        BeforeYear.Contains(w.Before) && !IsCount(w) ? Periods.Year(w.Year(0)!.Value)
        : w.EndsPhrase && w.Year(0) is >= 1700 and < 2100 && (w.Before is "and" or "or" or "=" or "" or "to" or "not") ? Periods.Year(w.Year(0)!.Value) with { Passing = true }
        : null;

    // "For 2000 pieces": a round number before a plural counts it.
    private static bool IsCount(DateWords w) =>
        w[0] is [.., '0', '0'] && (w.After is "people" or "euro" or "or" || (w.After.Length > 3 && w.After[^1] == 's' && !w.After.EndsWith("ss", StringComparison.Ordinal)));

    private static DateSpan? Years(DateWords w) =>
        w.Year(0) <= w.Year(1) ? new(new(w.Year(0)!.Value, 1, 1), new(w.Year(1)!.Value, 12, 31)) : null;

    private static DateSpan Decade(int year) => Periods.Of(new(year, 1, 1), 'x') with { Passing = true };
}
