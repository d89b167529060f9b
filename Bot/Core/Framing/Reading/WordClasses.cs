using System.Collections.Frozen;
using BridgeBot.Core.Framing.Calendar;

namespace BridgeBot.Core.Framing.Reading;

/// <summary>The word classes that patterns name.</summary>
internal static class WordClasses
{
    /// <summary>Words that open a sentence without being its start: "And", "Oh,", a bullet.</summary>
    public static readonly WordSet Openers = Set(
        "and but so also oh ok okay well then plus again first second third fourth finally lastly secondly thirdly hi hello hey team all guys folks , - – — * • \" “ '");

    /// <summary>Any token.</summary>
    public static readonly WordClass Any = new(new([]), _ => true, _ => true);

    private static readonly Dictionary<string, WordSet> Lists = new()
    {
        ["they"] = Set("you they marketing u y'all mktg"),
        ["we"] = Set("we i you they marketing someone somebody anyone anybody"),
        ["nobody"] = Set("nobody no-one noone"),
        ["beverb"] = Set("is are was were 's 're looks look feels feel seems seem remains"),
        // Evaluatives and insults: the adjectives of the VADER lexicon (MIT, https://github.com/cjhutto/vaderSentiment) that judge
        // a piece of work, without those that name an injury, a fault or a risk.
        ["bad"] = Set(
            "dismal horrendous horrid horrific hideous pitiful woeful lamentable mindless moronic obnoxious nasty insipid ludicrous absurd vile wretched abominable deplorable inept inane asinine tacky clunky useless worthless pointless terrible awful horrible dreadful pathetic embarrassing ridiculous lousy crap crappy "
            + "rubbish garbage trash junk ugly boring lame outdated hopeless laughable unusable abysmal atrocious poor disgraceful shameful "
            + "appalling dire shoddy sloppy amateurish unprofessional stale cringe cringeworthy nonsense unreadable unacceptable "
            + "inexcusable incompetent clueless stupid dumb idiotic mediocre meaningless disastrous cold dead joke disgrace disaster mess shambles "
            + "insult farce fiasco eyesore nightmare lottery sucks peinlich schlecht furchtbar nutzlos grottig"),
        ["badadj"] = Set(
            "dismal horrendous horrid horrific hideous pitiful woeful lamentable mindless moronic obnoxious nasty insipid ludicrous absurd vile wretched abominable deplorable inept inane asinine tacky clunky useless worthless pointless terrible awful horrible dreadful pathetic embarrassing ridiculous lousy crap crappy rubbish "
            + "garbage ugly boring lame hopeless laughable abysmal atrocious disgraceful appalling dire shoddy sloppy amateurish unprofessional "
            + "cringeworthy stupid dumb idiotic mediocre meaningless silly so-called"),
        ["badnoun"] = Set("lottery joke disgrace disaster mess shambles insult farce fiasco eyesore nightmare embarrassment circus catastrophe"),
        ["swear"] = Set(
            "shite damn damned goddamn bloody fucking fuckin fuck fucked f*cking shit shitty bullshit bs crap ass arse hell wtf fml ffs omfg bollocks "
            + "sucks suck pissed verdammt verdammte scheiß scheiss scheiße merde kurwa cabron mierda"),
        ["lack"] = Set("has have had shows show includes include contains contain mentions mention covers cover lists list comes gets get offers offer"),
        ["noask"] = Set("no zero 0"),
        ["ask"] = Set("wants needs requests requires demands"),
        ["ever"] = Set("never"),
        ["wd"] = new(CalendarWords.Weekdays.Keys),
        ["month"] = new(CalendarWords.Months.Keys),
        ["wds"] = new(CalendarWords.PluralWeekdays.Keys),
        ["move"] = new(CalendarWords.Moves.Keys),
        ["near"] = new(CalendarWords.Near.Keys),
        ["todate"] = Set("ytd mtd qtd wtd"),
        ["tensname"] = new(CalendarWords.Decades.Keys),
        ["part"] = new(CalendarWords.DayParts),
        ["small"] = new(CalendarWords.TimeUnits),
        ["work"] = Set("business working work"),
        ["yearpart"] = Set("half quarter month week"),
        ["unit"] = new(CalendarWords.Units.Keys),
        ["q"] = new(CalendarWords.Quarters.Keys),
        ["half"] = new(CalendarWords.Halves.Keys),
    };

    private static readonly Dictionary<string, WordClass> Tests = new()
    {
        ["word"] = new(new([]), _ => true, token => token.Kind is TokenKind.Word),
        ["ing"] = new(new([]), null, token => token.Kind is TokenKind.Word && token.Key.EndsWith("ing", StringComparison.Ordinal)),
        ["d"] = new(new(CalendarWords.Ordinals.Keys), token => CalendarWords.Day(token.Key) is not null),
        ["ord"] = new(new(CalendarWords.Ordinals.Keys), token => CalendarWords.Ordinal(token.Key) is not null),
        ["nth"] = new(new(["last", .. CalendarWords.Ordinals.Keys]), token => CalendarWords.Ordinal(token.Key) is not null),
        ["clock"] = new(new(CalendarWords.Ordinals.Keys), token => token.Key == DateText.Time || CalendarWords.Day(token.Key) is not null),
        ["n"] = new(new(CalendarWords.Counts.Keys), token => CalendarWords.Count(token.Key) is not null),
        ["span"] = new(new([]), token => CalendarWords.DayRange(token.Key) is not null, token => CalendarWords.DayRange(token.Key) is not null),
        ["y"] = Number(word => CalendarWords.Year(word) is not null),
        ["yy"] = Number(word => CalendarWords.ShortYear(word) is not null),
        ["num"] = Number(CalendarWords.LooksNumeric),
        ["dotted"] = Number(NumericDate.IsDotted),
        ["dashed"] = Number(NumericDate.IsDashed),
        ["monthyear"] = Number(word => NumericDate.MonthAndYear(word) is not null),
        ["tens"] = Number(word => CalendarWords.Decade(word + "s") is not null),
        ["decade"] = Number(word => CalendarWords.Decade(word) is not null),
        ["time"] = Number(word => word == DateText.Time),
        ["date"] = Number(word => word == DateText.Date),
        ["holiday"] = Number(Holidays.Contains),
        ["hours"] = Number(word => CalendarWords.Hours(word) is not null),
        ["kw"] = Number(word => CalendarWords.Week(word) is not null),
    };

    /// <summary>The classes by name.</summary>
    public static readonly FrozenDictionary<string, WordClass> All =
        Lists.Select(list => KeyValuePair.Create(list.Key, new WordClass(list.Value))).Concat(Tests).ToFrozenDictionary();

    private static WordClass Number(Func<string, bool> test) => new(new([]), token => test(token.Key));

    private static WordSet Set(string words) => new(words.Split(' '));
}
