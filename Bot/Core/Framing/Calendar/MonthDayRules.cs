namespace BridgeBot.Core.Framing.Calendar;

/// <summary>A day and its month, in words or digits.</summary>
internal static class MonthDayRules
{
    /// <summary>The rules.</summary>
    public static readonly DateRule[] All =
    [
        new("day-month", "{wd}? ,? the? {d} day? of|de? {month} ,|of|de? {y}?", w => IsPrice(w) ? null : DayMonth(w, 1, 2, 3), "on 14 April", "2026-04-14"),
        new("month-day", "{move}? {wd}? ,|(|-? {month} the? {d} ,? {y}?", w => w[0] is "following" ? null : w[0] is "this" && w[4] is null ? Periods.Single(Days.Of(w.Today.Year, w.Month(2), w.Day(3))) : DayMonth(w, 3, 2, 4), "April 14th, 2027", "2027-04-14"),
        new("month-day-time-year", "{wd}? {month} {d} {time} {y}", w => DayMonth(w, 2, 1, 4), "Wed Apr 14 10:30:00 2027", "2027-04-14"),
        new("month-day-of-year", "{month} the? {d} of|in {y}", w => DayMonth(w, 1, 0, 2), "July 4th of 2027", "2027-07-04"),
        new("day-month-in-year", "{d} of? {month} of|in {y}", w => DayMonth(w, 0, 1, 2), "28 June in 2027", "2027-06-28"),
        new("day-month-short-year", "{d} of? {month} of {yy}", w => DayMonth(w, 0, 1, 2), "15 April of 98", "1998-04-15"),
        new("month-day-short-year", "{month} {ord} ,? {yy}", w => w.EndsPhrase || w.After == "was" ? DayMonth(w, 1, 0, 2) : null, "February 2nd 27", "2027-02-02"),
        new("day-month-two-digit-year", "{d} {month} ,? {yy}", w => w.EndsPhrase && !IsPrice(w) ? DayMonth(w, 0, 1, 2) : null, "1 Jan 95", "1995-01-01"),
        new("month-day-two-digit-year", "{month} {d} , {yy}", w => w.EndsClause ? DayMonth(w, 1, 0, 2) : null, "Jan 1, 95", "1995-01-01"),
        new("year-month-day", "{y} ,? {month} {d}", w => DayMonth(w, 2, 1, 0), "2027 January 22nd", "2027-01-22"),
        new("day-range-month", "{span} of? {month} {y}?", w => Range(w, 0, 1, 2), "8-10 September", "2026-09-08..2026-09-10"),
        new("month-day-range", "{month} {span} ,? {y}?", w => Range(w, 1, 0, 2), "Sept 11-14", "2026-09-11..2026-09-14"),
        new("day-to-day-month", "{d} to|till|until|through|and|-|– the? {d} of? {month} {y}?", w => RangeOf(w, 0, 1, 2, 3), "8 to 10 September", "2026-09-08..2026-09-10"),
        new("month-day-to-day", "{month} the? {d} to|till|until|through|and|-|–|& the? {d} ,? {y}?", w => RangeOf(w, 1, 2, 0, 3), "April 9th through 17th", "2026-04-09..2026-04-17"),
        new("day-range-moved-month", "{span} of|in? the? {move} month", w => RangeIn(w, CalendarWords.DayRange(w[0]!)!.Value, w.Move(1)), "20-24 next month", "2026-04-20..2026-04-24"),
        new("day-to-day-moved-month", "{d} to|till|until|through|and|-|– the? {d} of|in? the? {move} month", w => RangeIn(w, (w.Day(0), w.Day(1)), w.Move(2)), "from the 5th to the 9th of next month", "2026-04-05..2026-04-09"),
        new("dashed-alone", "on|due {dashed}", w => w.EndsPhrase ? Numeric(w, -1) : null, "needed on 12-4", "2026-04-12"),
        new("numeric", "{move}? {wd}? ,|(|-? {num}", w => IsCode(w.Before, w) ? null : Numeric(w, 2), "due 03/04", "2026-04-03"),
        new("dotted", "{move}? {wd} {dotted}", w => Numeric(w, 2), "on Friday 3.4", "2026-04-03"),
        new("dotted-alone", "on|until|due {dotted}", w => w.EndsPhrase ? Numeric(w, -1) : null, "needed on 3.4", "2026-04-03"),
        new("year-first", "{y} {d} {d}", w => Periods.Single(Days.Of(w.Year(0)!.Value, w.Day(1), w.Day(2))), "on 2027 04 20", "2027-04-20"),
        new("ordinal-day", "{ord}", w => w.Before is not "the" || (char.IsLetter(w[0]![0]) && !w.EndsPhrase) || w.After is "time" or "round" or "wave" ? null : Periods.Single(Days.NextDay(w.Day(0), w.Today)), "by the 20th", "2026-03-20"),
        new("ordinal-date", "on {ord}", w => w.EndsPhrase ? Periods.Single(Days.NextDay(w.Day(0), w.Today)) : null, "the fair is on 29th", "2026-03-29"),
        new("numbered-day", "{d} at|from|between|by {clock}", w => w.Before is not "the" ? null : Periods.Single(Days.NextDay(w.Day(0), w.Today)), "on the 17 at 2pm", "2026-03-17"),
        new("day-moved-month", "{ord} in? {move} month", MonthDay, "the 15th next month", "2026-04-15"),
        new("day-of-month", "{ord} day? of the? {move}? month", MonthDay, "the 15th of next month", "2026-04-15"),
    ];

    private static DateSpan? DayMonth(DateWords w, int day, int month, int year) => Periods.DayMonth(w.Day(day), w.Month(month), w.Year(year), w.Today);

    // "$12 December" is a price and a month.
    private static bool IsPrice(DateWords w) => w.Before is "$" or "€" or "£";

    private static DateSpan? Numeric(DateWords w, int slot)
    {
        var read = NumericDate.Read(slot < 0 ? w[0]! : w[slot]!, w.Context);
        return read is { Open: 'y' } day && slot > 0 && w[0] is "this" ? Periods.Single(Days.Of(w.Today.Year, day.First.Month, day.First.Day)) : read;
    }

    private static DateSpan? MonthDay(DateWords w) =>
        Periods.Of(w.Today, w.Move(1), 'm').First is var month ? Periods.Single(Days.Of(month.Year, month.Month, w.Day(0))) : null;

    private static DateSpan? RangeIn(DateWords w, (int First, int Last) days, int move) =>
        Periods.Of(w.Today, move, 'm').First is var month && Days.Of(month.Year, month.Month, days.First) is { } first && Days.Of(month.Year, month.Month, days.Last) is { } last && first < last
            ? new(first, last) : null;

    // "R 3/4", "ISO 12/08", "24/7", "3/4 inch", "version 10.12.3": a name, a share or a size and no date.
    private static bool IsCode(string before, DateWords w) =>
        (w[2] is "24/7" && !(before is "on" or "by" or "until" or "before" or "due")) || (w[2]!.Length <= 5 && w.After is "of" or "inch" or "inches" or "full" or "mile" or "miles" or "hour" or "cup")
        || w[0] is null && w[1] is null && before is "version" or "v" or "ver" or "rev" or "release" or "firmware" or "build" or "g" or "npt" or "bsp" or "eta" or "iso" or "en" or "din" or "ip" or "r" or "a" or "size" or "part";

    private static DateSpan? Range(DateWords w, int range, int month, int year)
    {
        var (first, last) = CalendarWords.DayRange(w[range]!)!.Value;
        return Between(first, last, w.Month(month), w.Year(year), w.Today);
    }

    private static DateSpan? RangeOf(DateWords w, int first, int last, int month, int year) =>
        Between(w.Day(first), w.Day(last), w.Month(month), w.Year(year), w.Today);

    private static DateSpan? Between(int first, int last, int month, int? year, DateOnly today) =>
        (year is { } given ? Days.Of(given, month, last) : Days.Next(last, month, today)) is { } end && Days.Of(end.Year, month, first) is { } start && start <= end
            ? new(start, end) : null;
}
