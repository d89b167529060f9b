namespace BridgeBot.Core.Framing.Calendar;

/// <summary>What is counted from a date that was read.</summary>
internal static class OffsetRules
{
    /// <summary>The rules.</summary>
    public static readonly DateRule[] All =
    [
        .. PartRules.All,
        new("counts-after", "{n} {unit} ,|and? {n} {unit} after|from|following|since the? {date}", w => new(CountRules.Sum(w, w.Date(4).First, 1, 0, 2)), "a week and 2 days after 3 April 2026", "2026-04-12"),
        new("counts-before", "{n} {unit} ,|and? {n} {unit} before|previous|prior to? the? {date}", w => new(CountRules.Sum(w, w.Date(4).First, -1, 0, 2)), "a week and 2 days before Christmas", "2026-12-16"),
        new("less-than-count-after", "less|fewer than {n} {work}? {unit} after|from|following the? {date}", w => new(w.Date(3).First, Moved(w, 1)!.Value.First), "less than 3 days after 3 April 2026", "2026-04-03..2026-04-06"),
        new("weekday-count-after", "{date} ,? {n} {unit} after|from the? {date}", w => w.Date(0).Open == 'w' ? On(w.Date(0), Days.Add(w.Date(3).First, w.Count(1), w.Unit(2)), w.Unit(2)) : null, "Monday 3 weeks after 3 April 2026", "2026-04-20"),
        new("count-after-weekday", "{n} {unit} after|from|following the? {date} on {date}", w => w.Date(3).Open == 'w' ? On(w.Date(3), Days.Add(w.Date(2).First, w.Count(0), w.Unit(1)), w.Unit(1)) : null, "3 weeks after 3 April 2026 on Monday", "2026-04-20"),
        new("date-on-weekday", "{date} on {date}", w => w.Date(1).Open == 'w' && w.Date(0) is { Last: null, Open: '\0', Passing: false } ? On(w.Date(1), w.Date(0).First, 'm') : null, "two months from today on Tuesday", "2026-05-12"),
        new("count-after", "{n} {work}? {unit} after|from|following|since the? {date}", w => Moved(w, 1), "3 weeks after 3 April 2026", "2026-04-24"),
        new("count-before", "{n} {work}? {unit} before|previous|prior to? {date}", w => Moved(w, -1), "2 weeks before Christmas", "2026-12-11"),
        new("unit-after", "{unit} after|following the? {date}", w => w.Date(1).Passing && w.Unit(0) != 'd' ? null : Beside(w, 1), "the week after 6 April", "2026-04-13..2026-04-19"),
        new("unit-before", "{unit} before|preceding the? {date}", w => w.Date(1).Passing && w.Unit(0) != 'd' ? null : Beside(w, -1), "the week before Easter 2027", "2027-03-15..2027-03-21"),
        new("day-before", "day|night|evening|eve before {date}", w => new(Days.Add(w.Date(0).First, -1, 'd')), "the day before Christmas", "2026-12-24"),
        new("eve-of", "eve of {date}", w => new(Days.Add(w.Date(0).First, -1, 'd')), "on the eve of 9 May", "2026-05-08"),
        new("count-starting", "for? {n} {unit} ,? starting|beginning|commencing on|from? {date}", w => new(w.Date(2).First, Days.Add(Days.Add(w.Date(2).First, w.Count(0), w.Unit(1)), -1, 'd')), "for 2 weeks starting 20 May", "2026-05-20..2026-06-02"),
        new("count-from", "for {n} {unit} ,? from {date}", w => new(w.Date(2).First, Days.Add(Days.Add(w.Date(2).First, w.Count(0), w.Unit(1)), -1, 'd')), "for 3 days from 4 May", "2026-05-04..2026-05-06"),
        new("weekend-of", "weekend of|around|near the? {date}", w => w.Date(0).Last is null ? Holidays.Weekend(w.Date(0).First) : null, "the weekend of 9 May", "2026-05-09..2026-05-10"),
        new("week-of", "week|w/c|w/b|w/e|wc|wb of|commencing|beginning|starting|ending|containing|with|around? on? the? {date}", w => Periods.Of(w.Date(0).First, 'w'), "w/c April 6", "2026-04-06..2026-04-12"),
    ];

    // The unit beside the one that a date is in: the week after 6 April, the month before October.
    private static DateSpan? Beside(DateWords w, int sign) => w[0]![^1] == 's' ? null
        : w.Unit(0) == 'd' ? new(Days.Add(sign > 0 ? w.Date(1).Last ?? w.Date(1).First : w.Date(1).First, sign, 'd'))
        : Periods.Of(w.Date(1).First, sign, w.Unit(0));

    // A weekday of the week of a day, Sunday first as in the United States; beside a longer unit the next such weekday.
    private static DateSpan? On(DateSpan weekday, DateOnly day, char unit) => weekday.First.DayOfWeek is var wanted && unit is 'w' or 'f'
        ? new(Days.Add(day, (int)wanted - (int)day.DayOfWeek, 'd'))
        : new(Days.Add(day, ((int)wanted - (int)day.DayOfWeek + 7) % 7, 'd'));

    private static DateSpan? Moved(DateWords w, int sign) => w[1] is not null && w.Unit(2) == 'd'
        ? new(Periods.Workdays(w.Date(3).First, sign * w.Count(0)))
        : new(Days.Add(w.Date(3).First, sign * w.Count(0), w.Unit(2)));
}
