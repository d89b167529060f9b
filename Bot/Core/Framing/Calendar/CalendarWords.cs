using System.Buffers;
using System.Collections.Frozen;
using System.Globalization;

namespace BridgeBot.Core.Framing.Calendar;

/// <summary>What single words of dates mean.</summary>
internal static class CalendarWords
{
    /// <summary>English and German weekdays and their abbreviations; Monday is 0.</summary>
    public static readonly FrozenDictionary<string, int> Weekdays = Numbered(
        0, "monday mon montag", "tuesday tue tues dienstag", "wednesday wed weds mittwoch", "thursday thu thur thurs donnerstag",
        "friday fri freitag", "saturday sat samstag", "sunday sun sonntag");

    /// <summary>English and German months and their abbreviations; January is 1. "May" and "mar" are read in company only.</summary>
    public static readonly FrozenDictionary<string, int> Months = Numbered(
        1, "january jan januar", "february feb februar", "march mar märz", "april apr", "may mai", "june jun juni", "july jul juli",
        "august aug", "september sep sept", "october oct oktober okt", "november nov", "december dec dezember dez");

    /// <summary>Units of time, in the singular and the plural; the value is the unit's letter.</summary>
    public static readonly FrozenDictionary<string, char> Units = new (char Unit, string Names)[]
    {
        ('d', "day days tage tagen"),
        ('w', "week weeks wk wks woche wochen"),
        ('f', "fortnight fortnights"),
        ('m', "month months"),
        ('q', "quarter quarters"),
        ('y', "year years yrs"),
        ('x', "decade decades"),
        ('c', "century centuries"),
    }.SelectMany(unit => unit.Names.Split(' ').Select(name => KeyValuePair.Create(name, unit.Unit))).ToFrozenDictionary(StringComparer.Ordinal);

    /// <summary>The quarters.</summary>
    public static readonly FrozenDictionary<string, int> Quarters = Numbered(1, "q1", "q2", "q3", "q4");

    /// <summary>The halves of a year.</summary>
    public static readonly FrozenDictionary<string, int> Halves = Numbered(1, "h1", "h2");

    private static readonly SearchValues<char> Clock = SearchValues.Create("0123456789:-.");

    /// <summary>"first" to "thirty-first".</summary>
    public static readonly FrozenDictionary<string, int> Ordinals = Numbered(
        1, "first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth", "tenth", "eleventh", "twelfth",
        "thirteenth", "fourteenth", "fifteenth", "sixteenth", "seventeenth", "eighteenth", "nineteenth", "twentieth", "twenty-first",
        "twenty-second", "twenty-third", "twenty-fourth", "twenty-fifth", "twenty-sixth", "twenty-seventh", "twenty-eighth",
        "twenty-ninth", "thirtieth", "thirty-first");

    /// <summary>Small numbers in words.</summary>
    public static readonly FrozenDictionary<string, int> Counts = Numbered(
        1, "one a an ein einer", "two zwei", "three drei", "four vier", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve");

    /// <summary>Months whose names are nothing else, as May, March and June are.</summary>
    public static readonly FrozenSet<string> LongMonths =
        "january february april august september october november december feb aug sept oct nov januar februar oktober dezember".Split(' ').ToFrozenSet(StringComparer.Ordinal);

    /// <summary>Weekdays in the plural; Monday is 0.</summary>
    public static readonly FrozenDictionary<string, int> PluralWeekdays = Numbered(
        0, "mondays", "tuesdays", "wednesdays", "thursdays", "fridays", "saturdays", "sundays");

    /// <summary>Words that move a period: -1 to the one before, 1 to the one after, 0 for the running one.</summary>
    public static readonly FrozenDictionary<string, int> Moves = Numbered(
        -1, "last previous past prior", "this current same", "next following coming upcoming");

    /// <summary>The days around today, by how far they are from it.</summary>
    public static readonly FrozenDictionary<string, int> Near = Numbered(-1, "yesterday", "today", "tomorrow tmrw");

    /// <summary>Parts of a day, which leave the day as it is.</summary>
    public static readonly FrozenSet<string> DayParts =
        "morning afternoon evening night noon lunchtime midday midnight".Split(' ').ToFrozenSet(StringComparer.Ordinal);

    /// <summary>Units below a day.</summary>
    public static readonly FrozenSet<string> TimeUnits =
        "second seconds sec secs minute minutes min mins hour hours hr hrs".Split(' ').ToFrozenSet(StringComparer.Ordinal);

    /// <summary>Decades by name, as the first year within a century.</summary>
    public static readonly FrozenDictionary<string, int> Decades = Numbered(
        2, "twenties", "thirties", "forties", "fifties", "sixties", "seventies", "eighties", "nineties");

    /// <summary>Two-digit years from this one on are of the last century.</summary>
    /// <remarks>As in Recognizers-Text, https://github.com/microsoft/Recognizers-Text.</remarks>
    private const int FirstOldYear = 40;

    /// <summary>1 to 31 from "3", "3rd", "03" or "third"; null if it is none.</summary>
    public static int? Day(string word) => Ordinal(word) ?? (word.Length <= 2 ? InRange(word, 1, 31) : null);

    /// <summary>1 to 31 from "3rd" or "third"; null if it is none.</summary>
    public static int? Ordinal(string word) =>
        Ordinals.TryGetValue(word, out var day) ? day
        : word.Length is >= 3 and <= 4 && word.AsSpan(word.Length - 2) is "st" or "nd" or "rd" or "th" ? InRange(word.AsSpan(0, word.Length - 2), 1, 31)
        : word.Length is 2 or 3 && word[^1] == '.' ? InRange(word.AsSpan(0, word.Length - 1), 1, 31)
        : null;

    /// <summary>1500 to 2199 from four digits; null if it is none.</summary>
    public static int? Year(string word) => word.Length == 4 ? InRange(word, 1500, 2199) : null;

    /// <summary>The year of "87" or "'87"; null if it is none.</summary>
    public static int? ShortYear(string word) => word.Length == 2 && InRange(word, 0, 99) is { } year ? FullYear(year) : null;

    /// <summary>A year of one or two digits in its century; others as they are.</summary>
    public static int FullYear(int year) => year < FirstOldYear ? 2000 + year : year < 100 ? 1900 + year : year;

    /// <summary>The first year of "1990s", "90s" or "nineties"; null if it is none.</summary>
    public static int? Decade(string word) =>
        Decades.TryGetValue(word, out var tens) ? FullYear(tens * 10)
        : word.Length is 3 or 5 && word[^2] == '0' && word[^1] == 's' && InRange(word.AsSpan(0, word.Length - 1), 10, 2199) is { } year && year is < 100 or >= 1500 ? FullYear(year)
        : null;

    /// <summary>"2026-12-16" from "20261216"; null if there is no such day between 1900 and 2100.</summary>
    public static string? CompactDay(string word) =>
        word.Length == 8 && word[0] is '1' or '2' && InRange(word.AsSpan(0, 4), 1900, 2099) is { } year && InRange(word.AsSpan(4, 2), 1, 12) is { } month
        && InRange(word.AsSpan(6), 1, DateTime.DaysInMonth(year, month)) is not null ? $"{word[..4]}-{word[4..6]}-{word[6..]}" : null;

    /// <summary>Whether it is a time of day: "3:30", "4pm", "8-9am", "8p.m".</summary>
    public static bool IsTime(string word) =>
        char.IsAsciiDigit(word[0]) && (word.EndsWith("am", StringComparison.Ordinal) || word.EndsWith("pm", StringComparison.Ordinal)
            || word.EndsWith("a.m", StringComparison.Ordinal) || word.EndsWith("p.m", StringComparison.Ordinal)
            || (word.Contains(':') && word.AsSpan().IndexOfAnyExcept(Clock) < 0));

    /// <summary>Whether it may be the hours before "am" or "o'clock".</summary>
    public static bool IsClock(string word) =>
        Counts.TryGetValue(word, out var hour) ? hour <= 12 : char.IsAsciiDigit(word[0]) && word.AsSpan().IndexOfAnyExcept(Clock) < 0 && word.Length <= 11;

    /// <summary>What a part of a joined word is: m(onth), y(ear), d(ay), w(eekday), q(uarter), n(umeric date), p(art of a month); null for anything else.</summary>
    public static char? Piece(string word) =>
        word.Length == 0 ? null
        : Months.ContainsKey(word) ? 'm'
        : Weekdays.ContainsKey(word) ? 'w'
        : Quarters.ContainsKey(word) || Halves.ContainsKey(word) ? 'q'
        : word is "mid" or "early" or "late" ? 'p'
        : Year(word) is not null ? 'y'
        : word.Length <= 2 && InRange(word, 1, 31) is not null || Ordinal(word) is not null ? 'd'
        : LooksNumeric(word) ? 'n'
        : null;

    /// <summary>The parts of "q422", "4q22", "q4/2022", "2022/q4", "2h2022" or "cy18": a quarter, a half or "year", and its year; null for anything else.</summary>
    public static (string Part, int Year)? YearPart(string word)
    {
        if (word.Length is < 4 or > 7)
        {
            return null;
        }

        if (word.Length == 6 && word[4] == 'q')
        {
            word = word[4..] + word[..4];
        }

        var (part, year) = word[4..] is ['/', .. var behind] ? (behind, word[..4]) : (word[..2], word[2..].TrimStart('/', '\''));
        part = part.Length == 2 && char.IsAsciiDigit(part[0]) ? $"{part[1]}{part[0]}" : part;
        return (Year(year) ?? (part is "cy" || part[0] == 'q' ? ShortYear(year) : null)) is { } full && (part is "cy" || Quarters.ContainsKey(part) || Halves.ContainsKey(part))
            ? (part is "cy" ? "year" : part, full) : null;
    }

    /// <summary>A small number in digits or words; null if it is none.</summary>
    public static int? Count(string word) => Counts.TryGetValue(word, out var count) ? count : word.Length <= 3 ? InRange(word, 0, 999) : null;

    /// <summary>The number of "48h" or "72hrs"; null if it is none.</summary>
    public static int? Hours(string word) => word.AsSpan().TrimEnd('s').TrimEnd('r').TrimEnd('h') is var digits && digits.Length < word.Length && word.Contains('h')
        && InRange(digits, 1, 999) is { } hours ? hours : null;

    /// <summary>The number of "kw27" or "wk27"; null if it is none.</summary>
    public static int? Week(string word) => word.Length is 3 or 4 && word.AsSpan(0, 2) is "kw" or "wk" ? InRange(word.AsSpan(2), 1, 53) : null;

    /// <summary>The days of "11-14" or "22+23"; null if it is none.</summary>
    public static (int First, int Last)? DayRange(string word) =>
        word.AsSpan().IndexOfAny('-', '+', '/') is > 0 and var cut && Day(word[..cut]) is { } first && Day(word[(cut + 1)..]) is { } last && first < last
            ? (first, last) : null;

    /// <summary>Whether it is written like a date in digits, or in digits and a month's name.</summary>
    public static bool LooksNumeric(string word) => NumericDate.Split(word) is not null;

    private static int? InRange(ReadOnlySpan<char> digits, int least, int most) =>
        int.TryParse(digits, NumberStyles.None, CultureInfo.InvariantCulture, out var value) && value >= least && value <= most ? value : null;

    private static FrozenDictionary<string, int> Numbered(int first, params string[] words) => words
        .SelectMany((names, index) => names.Split(' ').Select(name => KeyValuePair.Create(name, first + index)))
        .ToFrozenDictionary(StringComparer.Ordinal);
}
