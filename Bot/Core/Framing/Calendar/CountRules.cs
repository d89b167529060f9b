namespace BridgeBot.Core.Framing.Calendar;

/// <summary>Days and periods counted from today.</summary>
internal static class CountRules
{
    /// <summary>The rules.</summary>
    public static readonly DateRule[] All =
    [
        new("in-count", "in about|around|exactly|another? {n} {work}? {unit}", w => w.After is "since" ? null : new(After(w, 0, 1, 2)), "in two weeks", "2026-03-25"),
        new("within-count", "within about|the? next|coming? {n}? {work}? {unit}", w => new(w.Today, After(w, 0, 1, 2)) { Due = After(w, 0, 1, 2) }, "within two weeks", "2026-03-11..2026-03-25"),
        new("count-from-now", "{n} {work}? {unit} from now|today", w => w.Before is "for" ? new(w.Today, Days.Add(After(w, 0, 1, 2), -1, 'd')) : new(After(w, 0, 1, 2)), "two weeks from now", "2026-03-25"),
        new("count-later", "{n} {work}? {unit} later|hence", w => new(After(w, 0, 1, 2)), "two weeks later", "2026-03-25"),
        new("unit-from-now", "fortnight from now|today", w => new(Days.Add(w.Today, 1, 'f')), "fortnight from now", "2026-03-25"),
        new("count-ago", "{n} {work}? {unit} ago|earlier|back", w => new(After(w, 0, 1, 2, -1)), "two weeks ago", "2026-02-25"),
        new("count-ago-from", "{n} {unit} ago on? {near}", w => new(Days.Add(w.Near(2), -w.Count(0), w.Unit(1))), "a week ago yesterday", "2026-03-03"),
        new("count-on-near", "{n} {unit} {near}", w => w.Unit(1) is 'w' or 'f' ? new(Days.Add(w.Near(2), w.Count(0), w.Unit(1))) : null, "a week tomorrow", "2026-03-19"),
        new("near-week", "{near} week", w => new(Days.Add(w.Near(0), 1, 'w')), "tomorrow week", "2026-03-19"),
        new("counts-ago", "{n} {unit} ,|and? {n} {unit} ,|and? {n}? {unit}? ago|earlier", w => new(Sum(w, w.Today, -1, 0)), "two weeks and 2 days ago", "2026-02-23"),
        new("counts-later", "{n} {unit} ,|and? {n} {unit} ,|and? {n}? {unit}? later|hence", w => new(Sum(w, w.Today, 1, 0)), "two weeks and 2 days later", "2026-03-27"),
        new("counts-from-now", "{n} {unit} ,|and? {n} {unit} ,|and? {n}? {unit}? from now|today", w => new(Sum(w, w.Today, 1, 0)), "a week and 2 days from now", "2026-03-20"),
        new("in-counts", "in {n} {unit} ,|and {n} {unit} ,|and? {n}? {unit}?", w => new(Sum(w, w.Today, 1, 0)), "in a week and 2 days", "2026-03-20"),
        new("next-counts", "{move} {n} {unit} ,|and {n} {unit} ,|and? {n}? {unit}?", w => Moved(w), "the last 2 months and 3 days", "2026-01-08..2026-03-11"),
        new("counts-small-ago", "{n} {unit} ,|and? {n} {small} ago|earlier", w => new(Days.Add(w.Today, -w.Count(0), w.Unit(1))), "2 days and 3 hours ago", "2026-03-09"),
        new("counts-small-later", "{n} {unit} ,|and? {n} {small} later|hence", w => new(Days.Add(w.Today, w.Count(0), w.Unit(1))), "2 days and 3 hours later", "2026-03-13"),
        new("weekends-ago", "{n} weekends|weekend ago", w => Periods.Weekend(w.Today, -w.Count(0)), "two weekends ago", "2026-02-28..2026-03-01"),
        new("weekends-ahead", "{n} weekends|weekend from now", w => Periods.Weekend(w.Today, w.Count(0) - 1), "two weekends from now", "2026-03-21..2026-03-22"),
        new("next-count", "{move} {n} {work}? {unit}", w => Several(w, w.Move(0), 1, 2, 3), "over the next two weeks", "2026-03-12..2026-03-25"),
        new("count-next", "{n} {move} {work}? {unit}", w => w[3]![^1] != 's' ? null : Several(w, w.Move(1), 0, 2, 3), "the two coming weeks", "2026-03-12..2026-03-25"),
        new("hours", "in {hours}", w => new(AfterHours(CalendarWords.Hours(w[0]!)!.Value, w.Today)), "in 48h", "2026-03-13"),
        new("hours-within", "within {hours}", w => Within(CalendarWords.Hours(w[0]!)!.Value, w.Today), "within 48h", "2026-03-11..2026-03-13"),
        new("hours-spelled", "in about? {n} hours|hrs", w => new(AfterHours(w.Count(0), w.Today)), "in 48 hours", "2026-03-13"),
        new("hours-spelled-within", "within about|the? next? {n} hours|hrs", w => Within(w.Count(0), w.Today), "within 48 hours", "2026-03-11..2026-03-13"),
        new("minutes", "in|within about|the? next? {n} {small}", w => new(w.Today), "in 5 minutes", "2026-03-11"),
        new("minutes-later", "{n} {small} later|ago|hence", w => w.EndsPhrase ? new(w.Today) : null, "5 minutes ago", "2026-03-11"),
        new("minutes-from-now", "{n} {small} from now", w => new(w.Today), "5 minutes from now", "2026-03-11"),
        new("half-hour", "half an hour from|later|ago now?", w => new(w.Today), "half an hour from now", "2026-03-11"),
        new("in-half-hour", "in|within half an hour", w => new(w.Today), "in half an hour", "2026-03-11"),
        new("moved-minutes", "{move} {n}? {small}", w => w.Move(0) == 0 || w.After == "deal" ? null : new(w.Today) { Passing = true }, "in the last hour", "2026-03-11"),
        new("minutes-moved", "{n} {move} {small}", w => w.Move(1) == 0 ? null : new(w.Today) { Passing = true }, "the 5 last minutes", "2026-03-11"),
    ];

    /// <summary>A day moved by up to three counts with their units, which stand in the slots from one on.</summary>
    internal static DateOnly Sum(DateWords w, DateOnly from, int sign, int slot, int most = 3)
    {
        for (; most > 0 && w[slot] is not null && w[slot + 1] is not null; slot += 2, most--)
        {
            from = Days.Add(from, sign * w.Count(slot), w.Unit(slot + 1));
        }

        return from;
    }

    // "The last 3 months, and 2 days ago" are two dates.
    private static DateSpan? Moved(DateWords w) => w.Move(0) switch
    {
        0 => null,
        _ when w.After is "ago" or "later" or "earlier" => null,
        > 0 => new(Days.Add(w.Today, 1, 'd'), Sum(w, w.Today, 1, 1)) { Due = Sum(w, w.Today, 1, 1) },
        _ => new(Sum(w, w.Today, -1, 1), w.Today),
    };

    private static DateOnly After(DateWords w, int count, int work, int unit, int sign = 1) => w[work] is not null && w.Unit(unit) == 'd'
        ? Periods.Workdays(w.Today, sign * w.Count(count)) : Days.Add(w.Today, sign * w.Count(count), w.Unit(unit));

    private static DateOnly AfterHours(int hours, DateOnly today) => Days.Add(today, hours / 24, 'd');

    private static DateSpan Within(int hours, DateOnly today) => AfterHours(hours, today) is var due && due > today ? new(today, due) { Due = due } : new(today);

    private static DateSpan? Several(DateWords w, int move, int count, int work, int unit) =>
        move == 0 || w.Count(count) == 0 ? null : Periods.Several(w.Today, move * w.Count(count), w.Unit(unit), w[work] is not null);
}
