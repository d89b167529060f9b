using System.Collections.Frozen;
using System.Globalization;

namespace BridgeBot.Core.Framing.Calendar;

/// <summary>Dates such as 03/04, 21/05/2026, 2026-05-21, 28.05. and 21/May/2026.</summary>
internal static class NumericDate
{
    private static readonly FrozenSet<string> MonthFirstRegions = new[] { "US", "PH", "FM", "PW", "MH" }.ToFrozenSet();

    /// <summary>Whether a locale writes the month before the day.</summary>
    /// <remarks>By region, since the language does not decide: en-GB writes the day first, en-US the month. Source:
    /// Unicode CLDR, short date formats, https://cldr.unicode.org/.</remarks>
    public static bool MonthFirst(string locale) =>
        locale.Length == 0 || locale is "en" || MonthFirstRegions.Contains(locale[(locale.LastIndexOfAny(['-', '_']) + 1)..].ToUpperInvariant());

    /// <summary>Its parts: two or three, separated alike; null if it is not written like a date.</summary>
    public static string[]? Split(string word)
    {
        var separator = word.AsSpan().IndexOfAny('/', '-', '.');
        if (separator <= 0 || word.Length > 17)
        {
            return null;
        }

        var parts = word.TrimEnd('.').Split(word[separator]);
        if (parts.Length is < 2 or > 3 || parts.Any(part => part.Length is 0 or > 9))
        {
            return null;
        }

        // Two numbers with a dot are a decimal unless they look like a German day and month; with a dash they are a range.
        return parts switch
        {
            [var a, var b] when word[separator] != '.' && (CalendarWords.Months.ContainsKey(a) ? Part(b) : CalendarWords.Months.ContainsKey(b) && Part(a)) => parts,
            [var a, var b] => word[separator] switch
            {
                '/' when Part(a) && Part(b) => parts,
                '.' when (word[^1] == '.' || (a.Length == 2 && b.Length == 2)) && Part(a) && Part(b) => parts,
                _ => null,
            },
            [var a, var b, var c] when Named(a, b, c) => parts,
            [var a, var b, var c] when Part(a) || CalendarWords.Months.ContainsKey(a) || CalendarWords.Year(a) is not null =>
                (Part(b) || CalendarWords.Months.ContainsKey(b)) && (Part(c) || CalendarWords.Year(c) is not null) ? parts : null,
            _ => null,
        };
    }

    /// <summary>Whether it is two small numbers with a full stop: a day and a month in the right company, or else a decimal.</summary>
    public static bool IsDotted(string word) =>
        word.IndexOf('.') is > 0 and var dot && Part(word[..dot]) && word.Length > dot + 1 && Part(word[(dot + 1)..]) && word[0] != '0';

    /// <summary>Whether it is two small numbers with a dash: a day and a month behind "on", or else a range.</summary>
    public static bool IsDashed(string word) => word.IndexOf('-') is > 0 and var dash && Part(word[..dash]) && word.Length > dash + 1 && Part(word[(dash + 1)..]);

    /// <summary>The month and the year of "10/2026", "2026-10" or "10-2026"; null if it is none.</summary>
    public static (int Month, int Year)? MonthAndYear(string word)
    {
        var cut = word.AsSpan().IndexOfAny('/', '-');
        if (cut is not (1 or 2 or 4) || word.Length is < 6 or > 7)
        {
            return null;
        }

        var (month, year) = cut == 4 ? (word[5..], word[..4]) : (word[..cut], word[(cut + 1)..]);
        return Part(month) && Number(month) is >= 1 and <= 12 and var m && CalendarWords.Year(year) is >= 1900 and < 2100 and var y ? (m, y) : null;
    }

    /// <summary>The day; null if there is no such day. Without a year it is the next one from today on.</summary>
    public static DateSpan? Read(string word, FramingContext context)
    {
        if ((Split(word) ?? (IsDotted(word) ? word.Split('.') : IsDashed(word) ? word.Split('-') : null)) is not { } parts)
        {
            return null;
        }

        if (parts.Length == 3 && Array.FindIndex(parts, part => CalendarWords.Year(part) is not null) is var year and (0 or 1))
        {
            // 2026-05-21, or with a name in any place: 2026/21/May, 21-2026-May.
            var (one, two) = year == 0 ? (parts[1], parts[2]) : (parts[0], parts[2]);
            return Periods.Single(CalendarWords.Months.ContainsKey(two)
                ? Days.Of(Number(parts[year]), Month(two), Number(one)) : Days.Of(Number(parts[year]), Month(one), Number(two)));
        }

        var (day, month) = DayAndMonth(parts, MonthFirst(context.Locale));
        return parts.Length == 2
            ? Periods.Yearly(Days.Next(day, month, context.Today))
            : Periods.Single(Days.Of(CalendarWords.FullYear(Number(parts[2])), month, day));
    }

    private static (int Day, int Month) DayAndMonth(string[] parts, bool monthFirst)
    {
        var (first, second) = (Month(parts[0]), Month(parts[1]));
        return CalendarWords.Months.ContainsKey(parts[0]) ? (second, first)
            : CalendarWords.Months.ContainsKey(parts[1]) ? (first, second)
            : monthFirst == (monthFirst ? first : second) <= 12 ? (second, first) : (first, second);
    }

    private static bool Named(string a, string b, string c) =>
        new[] { a, b, c } is var parts && parts.Count(CalendarWords.Months.ContainsKey) == 1 && parts.Count(Part) == 1 && parts.Count(part => CalendarWords.Year(part) is not null) == 1;

    private static bool Part(string part) => part.Length <= 2 && part.All(char.IsAsciiDigit);

    private static int Month(string part) => CalendarWords.Months.TryGetValue(part, out var month) ? month : Number(part);

    private static int Number(string part) => int.TryParse(part, NumberStyles.None, CultureInfo.InvariantCulture, out var value) ? value : 0;
}
