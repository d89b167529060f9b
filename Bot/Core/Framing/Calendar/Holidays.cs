using System.Collections.Frozen;
using System.Globalization;
using BridgeBot.Core.Framing.Reading;

namespace BridgeBot.Core.Framing.Calendar;

/// <summary>A day with a name.</summary>
/// <param name="Id">The one word that stands for it, in braces.</param>
/// <param name="Names">Ways to write it, as patterns.</param>
/// <param name="Of">The day in a year.</param>
internal sealed record Holiday(string Id, string[] Names, Func<int, DateOnly?> Of);

/// <summary>Days with a name; where a name means other days elsewhere (Mother's Day), the one of the United States.</summary>
/// <remarks>Which names are read follows Recognizers-Text, https://github.com/microsoft/Recognizers-Text; the days of federal
/// holidays 5 U.S.C. 6103, https://www.opm.gov/policy-data-oversight/pay-leave/federal-holidays/; Easter the Gregorian computus; Islamic and Chinese
/// days the calendars of .NET, which may differ by a day where the moon is watched.</remarks>
internal static class Holidays
{
    private static readonly ChineseLunisolarCalendar Lunar = new();
    private static readonly UmAlQuraCalendar UmAlQura = new();

    private static readonly Holiday[] All =
    [
        Fixed("new-years-eve", 12, 31, "new year|years eve"), Fixed("new-year", 1, 1, "new year|years day?"),
        Fixed("epiphany", 1, 6, "epiphany"), Fixed("groundhog", 2, 2, "groundhog day"), Fixed("valentine", 2, 14, "saint|st? valentine|valentines day"),
        Fixed("womens", 3, 8, "international? woman|women|womens day"), Fixed("pi", 3, 14, "pi day"), Fixed("patrick", 3, 17, "saint|st patrick|patricks day?"),
        Fixed("fools", 4, 1, "april fool|fools day?"), Fixed("earth", 4, 22, "earth day"), Fixed("labour", 5, 1, "international workers|labour day", "may day", "workers day"),
        Fixed("cinco", 5, 5, "cinco de mayo"), Fixed("childrens", 6, 1, "children|childrens day"),
        Fixed("juneteenth", 6, 19, "juneteenth", "freedom|jubilee day"), Fixed("bastille", 7, 14, "bastille day"),
        Fixed("independence", 7, 4, "us|american? independence day"), Fixed("assumption", 8, 15, "assumption day"),
        Fixed("teachers", 10, 5, "teacher|teachers day"), Fixed("halloween", 10, 31, "halloween|hallowe'en"), Fixed("all-saints", 11, 1, "all saints day"),
        Fixed("guy-fawkes", 11, 5, "guy fawkes day|night"), Fixed("veterans", 11, 11, "veteran|veterans day"), Fixed("armistice", 11, 11, "armistice|remembrance day"),
        Fixed("singles", 11, 11, "singles day"), Fixed("christmas-eve", 12, 24, "christmas|xmas eve"), Fixed("christmas", 12, 25, "christmas|xmas day?"),
        Fixed("boxing", 12, 26, "boxing day"), Fixed("all-souls", 11, 2, "all souls day"), Fixed("all-hallows", 11, 1, "all hallows day", "all hallow day"),
        Fixed("inauguration", 1, 20, "inauguration day"), Fixed("george", 4, 23, "saint|st george|georges day"), Fixed("andrew", 11, 30, "saint|st andrew|andrews day"),
        Fixed("david", 3, 1, "saint|st david|davids day"), Fixed("canada", 7, 1, "canada day"), Fixed("flag", 6, 14, "flag day"), Fixed("australia", 1, 26, "australia day"),
        Fixed("anzac", 4, 25, "anzac day"), Fixed("white", 3, 14, "white day"), Fixed("youth", 5, 4, "youth day"), Fixed("baptist", 6, 24, "saint|st john|johns day"),
        Fixed("german-unity", 10, 3, "german unity day"), Fixed("nicholas", 12, 6, "saint|st nicholas day"), Fixed("weihnachten", 12, 24, "heiligabend"),
        Fixed("christmas-day", 12, 25, "weihnachten|noël|navidad"), Fixed("silvester", 12, 31, "silvester"), Fixed("mandela", 7, 18, "mandela day"),
        Nth("arbor", 4, 4, -1, "arbor day"), Nth("canberra", 3, 0, 2, "canberra day"), Nth("election", 11, 1, 1, "election day"),
        new("{lunar-new-year}", ["chinese|lunar new year"], year => year is > 1901 and < 2101 ? DateOnly.FromDateTime(Lunar.ToDateTime(year, 1, 1, 0, 0, 0, 0)) : null),
        Hijri("islamic-new-year", 1, 1, "islamic new year"), Hijri("ashura", 1, 10, "ashura"), Hijri("ramadan", 9, 1, "ramadan"),
        Hijri("eid-fitr", 10, 1, "eid al-fitr", "eid al fitr", "eid ul-fitr", "eid ul fitr"), Hijri("eid-adha", 12, 10, "eid al-adha", "eid al adha", "eid ul-adha", "eid ul adha"),
        Nth("king", 1, 0, 3, "martin luther king jr? day?", "mlk day"), Nth("presidents", 2, 0, 3, "president|presidents day", "washington birthday"),
        Nth("mothers", 5, 6, 2, "mother|mothers day"), Nth("memorial", 5, 0, -1, "memorial day"), Nth("fathers", 6, 6, 3, "father|fathers day"),
        Nth("labor", 9, 0, 1, "labor|labour day"), Nth("columbus", 10, 0, 2, "columbus|indigenous day", "indigenous people|peoples day"), Nth("thanksgiving", 11, 3, 4, "thanksgiving day?"),
        After("black-friday", year => Nth(year, 11, 3, 4), 1, "black friday"), After("cyber-monday", year => Nth(year, 11, 3, 4), 4, "cyber monday"),
        After("ash-wednesday", Easter, -46, "ash wednesday"), After("mardi-gras", Easter, -47, "mardi gras", "fat|shrove tuesday"),
        After("palm-sunday", Easter, -7, "palm sunday"), After("maundy", Easter, -3, "maundy|holy thursday"), After("good-friday", Easter, -2, "good friday", "karfreitag"),
        After("easter-saturday", Easter, -1, "easter|holy saturday"), After("trinity-sunday", Easter, 56, "trinity sunday"), After("easter-monday", Easter, 1, "easter monday", "ostermontag"), After("easter", Easter, 0, "easter sunday|day?", "ostern", "ostersonntag"), After("ascension", Easter, 39, "ascension day?"),
        After("whit-sunday", Easter, 49, "whit sunday", "pentecost", "pfingsten"), After("whit-monday", Easter, 50, "whit monday"), After("corpus-christi", Easter, 60, "corpus christi"),
    ];

    private static readonly FrozenDictionary<string, Holiday> ById = All.ToFrozenDictionary(holiday => holiday.Id, StringComparer.Ordinal);

    private static readonly PatternIndex<(Holiday Holiday, string Name)> Index =
        new(All.SelectMany(holiday => holiday.Names.Select(name => (holiday, name))), named => named.Item2);

    /// <summary>Whether a word stands for a day with a name.</summary>
    public static bool Contains(string word) => word[0] == '{' && ById.ContainsKey(word);

    /// <summary>The text with each name of a day as one word.</summary>
    public static DateText Fold(DateText text)
    {
        DateText? folded = null;
        var copied = 0;
        for (var i = 0; i < text.Words.Length; i++)
        {
            if (!Index.Knows(text.Words[i]) || (i > 0 && text.Words[i - 1].Key is "happy" or "merry") || Index.LongestAt(text.Words, i) is not var (name, end))
            {
                continue;
            }

            folded ??= new(text.Words.Length);
            folded.Add(text, copied, i);
            folded.Add(text.Words[i].As(TokenKind.Number, name.Holiday.Id), new(text.Origins[i].Place.Start, text.Origins[end - 1].Place.End));
            copied = end;
            i = end - 1;
        }

        folded?.Add(text, copied, text.Words.Length);
        return folded ?? text;
    }

    /// <summary>The day in a year; null if the calendar has none.</summary>
    public static DateOnly? Day(string word, int year) => year is >= 2 and <= 9997 ? ById[word].Of(year) : null;

    /// <summary>The next such day from a day on.</summary>
    public static DateOnly? Next(string word, DateOnly from) => Day(word, from.Year) is { } day && day >= from ? day : Day(word, from.Year + 1);

    /// <summary>Saturday of the weekend beside the day; a Thursday or Friday starts it.</summary>
    public static DateSpan Weekend(DateOnly day)
    {
        var first = day.DayOfWeek switch
        {
            DayOfWeek.Monday => Days.Add(day, -2, 'd'),
            DayOfWeek.Tuesday => Days.Add(day, -3, 'd'),
            DayOfWeek.Wednesday => Days.Add(day, 3, 'd'),
            DayOfWeek.Sunday => Days.Add(day, -1, 'd'),
            _ => day,
        };
        return new(first, day.DayOfWeek is DayOfWeek.Monday or DayOfWeek.Tuesday ? day : Days.Add(Days.Monday(first), 6, 'd'));
    }

    private static Holiday Fixed(string id, int month, int day, params string[] names) => new($"{{{id}}}", names, year => Days.Of(year, month, day));

    private static Holiday Hijri(string id, int month, int day, params string[] names) => new($"{{{id}}}", names, year => IslamicDay(year, month, day));

    private static Holiday Nth(string id, int month, int weekday, int place, params string[] names) => new($"{{{id}}}", names, year => Nth(year, month, weekday, place));

    private static Holiday After(string id, Func<int, DateOnly?> feast, int days, params string[] names) =>
        new($"{{{id}}}", names, year => feast(year) is { } day ? Days.Add(day, days, 'd') : null);

    private static DateOnly? Nth(int year, int month, int weekday, int place) => Periods.Weekday(place, weekday, Periods.Of(new(year, month, 1), 'm'));

    // The first such day of the Umm al-Qura calendar in a Gregorian year; null outside its years.
    private static DateOnly? IslamicDay(int year, int month, int day)
    {
        if (year is < 1901 or > 2076)
        {
            return null;
        }

        var first = UmAlQura.GetYear(new DateTime(year, 1, 1));
        var found = UmAlQura.ToDateTime(first, month, day, 0, 0, 0, 0);
        return DateOnly.FromDateTime(found.Year < year ? UmAlQura.ToDateTime(first + 1, month, day, 0, 0, 0, 0) : found);
    }

    // The anonymous Gregorian computus, https://en.wikipedia.org/wiki/Date_of_Easter#Anonymous_Gregorian_algorithm.
    private static DateOnly? Easter(int year)
    {
        var (golden, century, rest) = (year % 19, year / 100, year % 100);
        var moon = ((19 * golden) + century - (century / 4) - ((century - ((century + 8) / 25) + 1) / 3) + 15) % 30;
        var sunday = (32 + (2 * (century % 4)) + (2 * (rest / 4)) - moon - (rest % 4)) % 7;
        var late = (golden + (11 * moon) + (22 * sunday)) / 451;
        var day = moon + sunday - (7 * late) + 114;
        return new(year, day / 31, (day % 31) + 1);
    }
}
