namespace BridgeBot.Core.Framing.Calendar;

/// <summary>Days told from today, and weekdays.</summary>
internal static class DayRules
{
    /// <summary>The rules.</summary>
    public static readonly DateRule[] All =
    [
        new("today", "today|tonight|tonite|heute|hoy|eod|cob", w => new(w.Today), "I need it today", "2026-03-11"),
        new("now", "now|nowadays", w => w.After == "that" ? null : Passing(w.Today), "they have it now", "2026-03-11"),
        new("at-present", "at the|this? present|moment time?", w => Passing(w.Today), "none at the moment", "2026-03-11"),
        new("to-date", "to|till|until date", w => w.Before is "up" || !w.EndsPhrase ? null : Passing(w.Today), "none to date", "2026-03-11"),
        new("this-morning", "this late|early? {part}", w => new(w.Today), "this afternoon", "2026-03-11"),
        new("last-night", "last|previous {part}", w => new(Days.Add(w.Today, -1, 'd')), "the demo last night", "2026-03-10"),
        new("next-morning", "next|following {part}", w => new(Days.Add(w.Today, 1, 'd')), "the next morning", "2026-03-12"),
        new("same-day", "same|that day", w => w.EndsPhrase ? Passing(w.Today) : null, "on that day", "2026-03-11"),
        new("end-of-day", "end|close of the? day|today|business", w => new(w.Today), "by end of day", "2026-03-11"),
        new("tomorrow", "tomorrow|tmrw|tmr|tomorow|morgen|mañana|demain", w => new(Days.Add(w.Today, 1, 'd')), "Can we have it tomorrow?", "2026-03-12"),
        new("day-after-tomorrow", "day after tomorrow|tmrw", w => new(Days.Add(w.Today, 2, 'd')), "the day after tomorrow", "2026-03-13"),
        new("yesterday", "yesterday", w => new(Days.Add(w.Today, -1, 'd')), "sent yesterday", "2026-03-10"),
        new("after-next", "day after next", w => new(Days.Add(w.Today, 2, 'd')), "the day after next", "2026-03-13"),
        new("end-of-near", "eod|cob {near}", w => new(w.Near(0)), "EOD tomorrow", "2026-03-12"),
        new("business-end-of-near", "end|close of business|day|play on? {near}", w => new(w.Near(0)), "close of business tomorrow", "2026-03-12"),
        new("end-of-weekday", "eod|cob on? {wd}", w => Coming(w, 0), "EOD Friday", "2026-03-13"),
        new("business-end-of-weekday", "end|close of business|day|play on? {wd}", w => Coming(w, 0), "close of business Friday", "2026-03-13"),
        new("day-before-yesterday", "day before yesterday", w => new(Days.Add(w.Today, -2, 'd')), "sent the day before yesterday", "2026-03-09"),
        new("the-day-before", "the day before", w => w.EndsPhrase ? Passing(Days.Add(w.Today, -1, 'd')) : null, "see the day before", "2026-03-10"),
        new("the-day-after", "the day after", w => w.EndsPhrase ? Passing(Days.Add(w.Today, 1, 'd')) : null, "see the day after", "2026-03-12"),

        new("weekday", "{wd} {part}?", w => IsOther(w) ? null : Coming(w, 0), "by Friday please", "2026-03-13"),
        new("moved-weekday", "{move} {wd} {part}?", Moved, "by next Friday", "2026-03-20"),
        new("weekday-of-week", "{wd} {part}? of|in? the? {move} week|wk", w => InWeek(w, 0, w.Move(2)), "Friday next week", "2026-03-20"),
        new("week-weekday", "{move} week|wk ,? on? {wd}", w => InWeek(w, 1, w.Move(0)), "next week Friday", "2026-03-20"),
        new("weekday-after-next", "{wd} after next", w => InWeek(w, 0, 2), "the Friday after next", "2026-03-27"),
        new("weekday-before-last", "{wd} before last", w => InWeek(w, 0, -2), "the Friday before last", "2026-02-27"),
        new("weekday-in-weeks", "{wd} in {n} {unit}", w => w.Unit(2) == 'w' ? InWeek(w, 0, w.Count(1)) : null, "Friday in two weeks", "2026-03-27"),
        new("in-weeks-weekday", "in {n} weeks on {wd}", w => InWeek(w, 1, w.Count(0)), "in two weeks on Friday", "2026-03-27"),
        new("weekday-week", "{wd} week", w => new(Days.Add(Days.Coming(w.Weekday(0), w.Today), 1, 'w')), "Friday week", "2026-03-20"),
        new("week-on-weekday", "{n} week|weeks|fortnight on|from {wd}", w => w.Before is "for" ? null : new(Days.Add(Days.Coming(w.Weekday(1), w.Today), w.Count(0), 'w')), "a week on Monday", "2026-03-23"),
        new("weekdays-ahead", "{n} {wds} from now|today", w => new(Days.Add(Days.Coming(CalendarWords.PluralWeekdays[w[1]!], w.Today), w.Count(0) - 1, 'w')), "two Sundays from now", "2026-03-22"),
        new("weekdays-ago", "{n} {wds} ago", w => new(Days.Add(Days.Coming(CalendarWords.PluralWeekdays[w[1]!], Days.Add(w.Today, -8, 'd')), 1 - w.Count(0), 'w')), "two Fridays ago", "2026-02-27"),
        new("weekday-day", "{wd} ,? the? {ord}", w => On(w, 0, 1), "Tuesday the 14th", "2026-04-14"),
        new("weekday-number", "{wd} the? {d}", w => w.EndsPhrase ? On(w, 0, 1) : null, "on Tuesday 14", "2026-04-14"),
        new("nth-weekday", "{nth} {wd} {part}? of|in {month} ,? {y}?", w => NthOf(w), "the last Monday in May", "2026-05-25"),
        new("nth-weekday-of-year", "{nth} {wd} of|in the? year? {y}", w => Periods.Single(Periods.Weekday(w.Place(0), w.Weekday(1), Periods.Year(w.Year(2)!.Value))), "the first Monday of 2027", "2027-01-04"),
        new("nth-weekday-of-unit", "{nth} {wd} {part}? of|in the? {move}? {unit}",
            w => Periods.Single(Periods.Weekday(w.Place(0), w.Weekday(1), Periods.Of(w.Today, w.Move(3), w.Unit(4)))), "the first Monday of next month", "2026-04-06"),
    ];

    private static DateSpan Passing(DateOnly day) => new(day) { Passing = true };

    // "The sun", "she sat": words of their own unless something says otherwise.
    private static bool IsOther(DateWords w) =>
        w[0] is "sun" or "sat" or "wed" && w[1] is null && !w.IsName && w.Before is not ("on" or "by" or "until" or "till" or "before" or "after" or "since" or "from" or "for" or "," or "or");

    private static DateSpan Coming(DateWords w, int slot) => new(Days.Coming(w.Weekday(slot), w.Today)) { Open = 'w' };

    private static DateSpan? Moved(DateWords w) => w[0] switch
    {
        "coming" or "upcoming" => Coming(w, 1),
        "past" or "prior" => new(Days.Add(Days.Coming(w.Weekday(1), Days.Add(w.Today, -1, 'd')), -1, 'w')),
        _ => InWeek(w, 1, w.Move(0)),
    };

    private static DateSpan InWeek(DateWords w, int weekday, int weeks) => new(Days.Add(Days.Monday(w.Today), (7 * weeks) + w.Weekday(weekday), 'd'));

    private static DateSpan? NthOf(DateWords w)
    {
        var month = Periods.Month(w.Month(3), w.Year(4), w.Today);
        return Periods.Weekday(w.Place(0), w.Weekday(1), month) is not { } day ? null
            : w[4] is null && day < w.Today ? Periods.Single(Periods.Weekday(w.Place(0), w.Weekday(1), Periods.Month(w.Month(3), w.Today.Year + 1, w.Today)))
            : new(day);
    }

    // The next day with that number that falls on that weekday.
    private static DateSpan? On(DateWords w, int weekday, int number)
    {
        for (var ahead = 0; ahead < 24; ahead++)
        {
            var month = Days.Add(Days.FirstOfMonth(w.Today), ahead, 'm');
            if (Days.Of(month.Year, month.Month, w.Day(number)) is { } day && day >= w.Today && Days.Add(Days.Monday(day), w.Weekday(weekday), 'd') == day)
            {
                return new(day);
            }
        }

        return null;
    }
}
