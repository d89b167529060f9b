namespace BridgeBot.Core.Framing.Calendar;

/// <summary>Days and periods counted from today.</summary>
internal static class CountRules
{
    /// <summary>The rules.</summary>
    public static readonly DateRule[] All =
    [
        new("in-count", "in about|around? {n} {work}? {unit}", w => w.After is "since" ? null : new(After(w, 0, 1, 2)), "in two weeks", "2026-03-25"),
        new("within-count", "within about|the? next|coming? {n}? {work}? {unit}", w => new(w.Today, After(w, 0, 1, 2)) { Due = After(w, 0, 1, 2) }, "within two weeks", "2026-03-11..2026-03-25"),
        new("count-from-now", "{n} {work}? {unit} from now|today", w => w.Before is "for" ? new(w.Today, Days.Add(After(w, 0, 1, 2), -1, 'd')) : new(After(w, 0, 1, 2)), "two weeks from now", "2026-03-25"),
        new("count-later", "{n} {unit} later|hence", w => new(Days.Add(w.Today, w.Count(0), w.Unit(1))), "two weeks later", "2026-03-25"),
        new("count-ago", "{n} {unit} ago|earlier", w => new(Days.Add(w.Today, -w.Count(0), w.Unit(1))), "two weeks ago", "2026-02-25"),
        new("counts-ago", "{n} {unit} and {n} {unit} ago", w => new(Days.Add(Days.Add(w.Today, -w.Count(0), w.Unit(1)), -w.Count(2), w.Unit(3))), "two weeks and 2 days ago", "2026-02-23"),
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

    private static DateOnly After(DateWords w, int count, int work, int unit) =>
        w[work] is not null && w.Unit(unit) == 'd' ? Periods.Workdays(w.Today, w.Count(count)) : Days.Add(w.Today, w.Count(count), w.Unit(unit));

    private static DateOnly AfterHours(int hours, DateOnly today) => Days.Add(today, hours / 24, 'd');

    private static DateSpan Within(int hours, DateOnly today) => AfterHours(hours, today) is var due && due > today ? new(today, due) { Due = due } : new(today);

    private static DateSpan? Several(DateWords w, int move, int count, int work, int unit) =>
        move == 0 || w.Count(count) == 0 ? null : Periods.Several(w.Today, move * w.Count(count), w.Unit(unit), w[work] is not null);
}
