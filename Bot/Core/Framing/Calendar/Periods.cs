namespace BridgeBot.Core.Framing.Calendar;

/// <summary>The days and periods that phrases mean.</summary>
internal static class Periods
{
    /// <summary>A day; null stays null.</summary>
    public static DateSpan? Single(DateOnly? day) => day is { } date ? new(date) : null;

    /// <summary>A day whose year was left open.</summary>
    public static DateSpan? Yearly(DateOnly? day) => day is { } date ? new(date) { Open = 'y' } : null;

    /// <summary>The unit that a day is in.</summary>
    public static DateSpan Of(DateOnly day, char unit)
    {
        var (first, last) = Days.Period(day, unit);
        return new(first, unit == 'd' ? null : last);
    }

    /// <summary>The unit that lies some units after (or before) today's.</summary>
    public static DateSpan Of(DateOnly today, int move, char unit) => Of(Days.Add(Days.Period(today, unit).First, move, unit), unit);

    /// <summary>A year.</summary>
    public static DateSpan Year(int year) => Of(new(Math.Clamp(year, 1, 9999), 1, 1), 'y');

    /// <summary>A day of a month, of the next one from today on where no year is given.</summary>
    public static DateSpan? DayMonth(int day, int month, int? year, DateOnly today) =>
        year is { } given ? Single(Days.Of(given, month, day)) : Yearly(Days.Next(day, month, today));

    /// <summary>A month; without a year the running or the next such month.</summary>
    public static DateSpan Month(int month, int? year, DateOnly today)
    {
        var span = Of(new(Math.Clamp(year ?? (month < today.Month ? today.Year + 1 : today.Year), 1, 9999), month, 1), 'm');
        return year is null ? span with { Open = 'y' } : span;
    }

    /// <summary>The nth half, quarter, month or week of a year; without a year the running or the next such one, save for weeks.</summary>
    public static DateSpan? Part(int place, char unit, int? year, DateOnly today)
    {
        var months = unit switch { 'h' => 6, 'q' => 3, _ => 1 };
        if (unit is 'd' or 'f' or 'y' or 'x' or 'c' || (unit != 'w' && place * months > 12) || place == 0)
        {
            return null;
        }

        var whole = Year(year ?? today.Year);
        if (unit == 'w')
        {
            return Week(place, whole);
        }

        var first = Days.Add(whole.First, (place < 0 ? (12 / months) - 1 : place - 1) * months, 'm');
        var span = new DateSpan(first, Days.LastOfMonth(Days.Add(first, months - 1, 'm')));
        return year is null && span.Last < today ? new(Days.Add(span.First, 1, 'y'), Days.Add(span.Last!.Value, 1, 'y')) : span;
    }

    /// <summary>The nth week of a period, -1 for its last; a week belongs to where its Thursday is (ISO 8601). Null if it has no such week.</summary>
    public static DateSpan? Week(int place, DateSpan period)
    {
        if (period.Last is not { } last)
        {
            return null;
        }

        var thursday = place > 0
            ? Days.Add(Days.Coming(3, Days.Add(period.First, -1, 'd')), place - 1, 'w')
            : Days.Add(Days.Coming(3, last), place, 'w');
        return thursday <= last && thursday >= period.First ? Of(thursday, 'w') : null;
    }

    /// <summary>The first or the last few units of a period.</summary>
    public static DateSpan? Several(int place, int count, char unit, DateSpan period)
    {
        if (place is not (1 or -1) || period.Last is not { } last || count is 0 or > 99)
        {
            return null;
        }

        var (start, end) = unit == 'w' ? (Week(1, period)?.First ?? period.First, Week(-1, period)?.Last ?? last) : (period.First, last);
        return place > 0
            ? new(start, Days.Add(Days.Add(start, count, unit), -1, 'd'))
            : new(Days.Add(Days.Add(end, 1, 'd'), -count, unit), end);
    }

    /// <summary>The weekend of the week that lies some weeks after (or before) today's.</summary>
    public static DateSpan Weekend(DateOnly today, int move) =>
        Days.Add(Days.Monday(today), (7 * move) + 5, 'd') is var saturday ? new(saturday, Days.Add(saturday, 1, 'd')) : default;

    /// <summary>The nth weekend of a period, -1 for its last; null if it has none.</summary>
    public static DateSpan? Weekend(int place, DateSpan period) => Weekday(place, 5, period) is { } saturday ? new(saturday, Days.Add(saturday, 1, 'd')) : null;

    /// <summary>The nth weekday of a period, -1 for its last; null if it has none.</summary>
    public static DateOnly? Weekday(int place, int weekday, DateSpan period)
    {
        if (period.Last is not { } last || place is 0 or > 5)
        {
            return null;
        }

        var day = place > 0
            ? Days.Add(Days.Coming(weekday, Days.Add(period.First, -1, 'd')), place - 1, 'w')
            : Days.Add(Days.Coming(weekday, last), -1, 'w');
        return day <= last && day >= period.First ? day : null;
    }

    /// <summary>A numbered week of a year, from Monday to Sunday; null if there is none.</summary>
    public static DateSpan? NumberedWeek(int number, int year) => number is < 1 or > 53 || year is < 2 or > 9997 ? null : Week(number, Year(year));

    /// <summary>The later part of a period, due on its last day; a week's on its Friday.</summary>
    /// <remarks>Where it starts follows Recognizers-Text: Thursday, the 16th, July; September of a year that is named.</remarks>
    public static DateSpan EndOf(DateSpan period, char unit, bool named = false)
    {
        var last = period.Last ?? period.First;
        return unit switch
        {
            'w' => new(Days.Add(period.First, 3, 'd'), last) { Due = Days.Add(period.First, 4, 'd') },
            'm' => new(Days.Add(period.First, 15, 'd'), last) { Due = last, Open = period.Open },
            'y' => new(Days.Add(period.First, named ? 8 : 6, 'm'), last) { Due = last },
            _ => new(last),
        };
    }

    /// <summary>The middle of a month (10th to 20th, due on the 15th) or of a year (May to August, due on 1 July).</summary>
    public static DateSpan MidOf(DateSpan period, char unit) => unit switch
    {
        'm' => new(Days.Add(period.First, 9, 'd'), Days.Add(period.First, 19, 'd')) { Due = Days.Add(period.First, 14, 'd'), Open = period.Open },
        'y' => new(Days.Add(period.First, 4, 'm'), Days.Add(Days.Add(period.First, 8, 'm'), -1, 'd')) { Due = Days.Add(period.First, 6, 'm') },
        'w' => new(Days.Add(period.First, 2, 'd')),
        _ => period,
    };

    /// <summary>What is left of a period, or its later half where that has not begun.</summary>
    public static DateSpan LaterIn(DateSpan period, char unit, DateOnly today) =>
        EndOf(period, unit).First is var later && later > today ? period with { First = later } : period with { First = today };

    /// <summary>From one date to another. A year or a week left open follows the other's, so that the range is the running or the next one.</summary>
    public static DateSpan? Range(DateSpan from, DateSpan to)
    {
        var start = from.Due is { } due ? Days.Add(due, 1, 'd') : from.First;
        var end = to.Due ?? to.Last ?? to.First;
        if (from.Open == 'y' && to.Open != 'y' && !from.Passing && Days.Add(start, end.Year - start.Year, 'y') is var moved)
        {
            start = moved > end ? Days.Add(moved, -1, 'y') : moved;
        }

        if (end < start && to.Open == 'w')
        {
            end = Days.Add(end, 1 + ((start.DayNumber - end.DayNumber) / 7), 'w');
        }
        else if (end < start && (from.Open, to.Open) is ('y', _) or (_, 'y'))
        {
            (start, end) = from.Open == 'y' ? (Days.Add(start, -1, 'y'), end) : (start, Days.Add(end, 1, 'y'));
        }

        return end < start ? null : end == start ? new(start) : new(start, end);
    }

    /// <summary>A day some working days after (or before) another.</summary>
    public static DateOnly Workdays(DateOnly day, int count)
    {
        var step = Math.Sign(count);
        for (var left = Math.Min(Math.Abs(count), 999); left > 0;)
        {
            day = Days.Add(day, step, 'd');
            left -= day.DayOfWeek is DayOfWeek.Saturday or DayOfWeek.Sunday ? 0 : 1;
        }

        return day;
    }

    /// <summary>The next (or past, for a negative count) few units: the next start tomorrow, quarters, decades and centuries at their own start.</summary>
    public static DateSpan Several(DateOnly today, int count, char unit, bool work)
    {
        if (unit is 'q' or 'x' or 'c')
        {
            var running = Days.Period(today, unit).First;
            return count > 0
                ? new(Days.Add(running, 1, unit), Days.Add(Days.Add(running, count + 1, unit), -1, 'd')) { Due = Days.Add(Days.Add(running, count + 1, unit), -1, 'd') }
                : new(Days.Add(running, count, unit), Days.Add(running, -1, 'd'));
        }

        var end = work && unit == 'd' ? Workdays(today, count) : Days.Add(today, count, unit);
        return count > 0 ? new(work ? Workdays(today, 1) : Days.Add(today, 1, 'd'), end) { Due = end } : new(end, today);
    }
}
