namespace BridgeBot.Core.Framing.Calendar;

/// <summary>Arithmetic of days. Weeks run from Monday to Sunday (ISO 8601).</summary>
internal static class Days
{
    /// <summary>The day; null if the calendar has no such day.</summary>
    public static DateOnly? Of(int year, int month, int day) =>
        year is >= 1 and <= 9998 && month is >= 1 and <= 12 && day >= 1 && day <= DateTime.DaysInMonth(year, month) ? new(year, month, day) : null;

    /// <summary>The next such day, today included; looks ahead for a 29 February.</summary>
    public static DateOnly? Next(int day, int month, DateOnly today)
    {
        for (var year = today.Year; year <= today.Year + 8; year++)
        {
            if (Of(year, month, day) is { } date && date >= today)
            {
                return date;
            }
        }

        return null;
    }

    /// <summary>The next day of a month with this number, today included.</summary>
    public static DateOnly? NextDay(int day, DateOnly today)
    {
        var first = FirstOfMonth(today);
        for (var ahead = 0; ahead < 3; ahead++)
        {
            var month = Add(first, ahead, 'm');
            if (Of(month.Year, month.Month, day) is { } date && date >= today)
            {
                return date;
            }
        }

        return null;
    }

    /// <summary>Monday of the day's week.</summary>
    public static DateOnly Monday(DateOnly day) => Clamp(day.DayNumber - (((int)day.DayOfWeek + 6) % 7));

    /// <summary>The coming weekday; today counts only as the same day a week later.</summary>
    public static DateOnly Coming(int weekday, DateOnly today) =>
        Clamp(Monday(today).DayNumber + weekday) is var day && day > today ? day : Clamp(day.DayNumber + 7);

    /// <summary>The first of the day's month.</summary>
    public static DateOnly FirstOfMonth(DateOnly day) => new(day.Year, day.Month, 1);

    /// <summary>The last of the day's month.</summary>
    public static DateOnly LastOfMonth(DateOnly day) => new(day.Year, day.Month, DateTime.DaysInMonth(day.Year, day.Month));

    /// <summary>The first day of the quarter that a day is in.</summary>
    public static DateOnly FirstOfQuarter(DateOnly day) => new(day.Year, ((day.Month - 1) / 3 * 3) + 1, 1);

    /// <summary>A day moved by a count of units (d, w, f, m, q, y, x, c); stays within the calendar.</summary>
    public static DateOnly Add(DateOnly day, int count, char unit) => unit switch
    {
        'd' => Clamp(day.DayNumber + count),
        'w' => Clamp(day.DayNumber + (7 * count)),
        'f' => Clamp(day.DayNumber + (14 * count)),
        'q' => Months(day, 3 * count),
        'y' => Months(day, 12 * count),
        'x' => Months(day, 120 * count),
        'c' => Months(day, 1200 * count),
        _ => Months(day, count),
    };

    /// <summary>The first and the last day of the unit that a day is in.</summary>
    public static (DateOnly First, DateOnly Last) Period(DateOnly day, char unit) => unit switch
    {
        'd' => (day, day),
        'w' => (Monday(day), Clamp(Monday(day).DayNumber + 6)),
        'f' => (Monday(day), Clamp(Monday(day).DayNumber + 13)),
        'q' => (FirstOfQuarter(day), LastOfMonth(Months(FirstOfQuarter(day), 2))),
        'y' => (new(day.Year, 1, 1), new(day.Year, 12, 31)),
        'x' => (new(Math.Max(1, day.Year / 10 * 10), 1, 1), new(Math.Min(9999, (day.Year / 10 * 10) + 9), 12, 31)),
        'c' => (new(Math.Max(1, day.Year / 100 * 100), 1, 1), new((day.Year / 100 * 100) + 99, 12, 31)),
        _ => (FirstOfMonth(day), LastOfMonth(day)),
    };

    private static DateOnly Months(DateOnly day, int months) =>
        (day.Year * 12) + months is var total && total is < 24 or > 9998 * 12 ? day : day.AddMonths(months);

    private static DateOnly Clamp(int number) => DateOnly.FromDayNumber(Math.Clamp(number, 0, DateOnly.MaxValue.DayNumber));
}
