using System.Collections.Frozen;
using BridgeBot.Core.Framing.Calendar;

namespace BridgeBot.Core.Framing.Reading;

/// <summary>The word classes that patterns name.</summary>
internal static class WordClasses
{
    /// <summary>Words that open a sentence without being its start: "And", "Oh,", a bullet.</summary>
    public static readonly FrozenSet<string> Openers = Set(
        "and but so also oh ok okay well then plus again first second third fourth finally lastly secondly thirdly hi hello hey team all guys folks , - – — * • \" “ '");

    /// <summary>Classes that are lists of words.</summary>
    public static readonly FrozenDictionary<string, FrozenSet<string>> Sets = new Dictionary<string, FrozenSet<string>>
    {
        ["they"] = Set("you they marketing u y'all mktg"),
        ["we"] = Set("we i you they marketing someone somebody anyone anybody"),
        ["nobody"] = Set("nobody no-one none noone"),
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
        ["wd"] = CalendarWords.Weekdays.Keys.ToFrozenSet(),
        ["month"] = CalendarWords.Months.Keys.ToFrozenSet(),
        ["wds"] = CalendarWords.PluralWeekdays.Keys.ToFrozenSet(),
        ["move"] = CalendarWords.Moves.Keys.ToFrozenSet(),
        ["near"] = CalendarWords.Near.Keys.ToFrozenSet(),
        ["todate"] = Set("ytd mtd qtd wtd"),
        ["tensname"] = CalendarWords.Decades.Keys.ToFrozenSet(),
        ["part"] = CalendarWords.DayParts,
        ["small"] = CalendarWords.TimeUnits,
        ["work"] = Set("business working work"),
        ["yearpart"] = Set("half quarter month week"),
        ["unit"] = CalendarWords.Units.Keys.ToFrozenSet(),
        ["q"] = CalendarWords.Quarters.Keys.ToFrozenSet(),
        ["half"] = CalendarWords.Halves.Keys.ToFrozenSet(),
    }.ToFrozenDictionary();

    /// <summary>Classes that are a test of a token.</summary>
    public static readonly FrozenDictionary<string, Func<Token, bool>> Tests = new Dictionary<string, Func<Token, bool>>
    {
        ["word"] = token => token.IsWordLike,
        ["d"] = token => CalendarWords.Day(token.Key) is not null,
        ["ord"] = token => CalendarWords.Ordinal(token.Key) is not null,
        ["y"] = token => CalendarWords.Year(token.Key) is not null,
        ["n"] = token => CalendarWords.Count(token.Key) is not null,
        ["num"] = token => token.Kind is TokenKind.Number && CalendarWords.LooksNumeric(token.Key),
        ["dotted"] = token => NumericDate.IsDotted(token.Key),
        ["dashed"] = token => NumericDate.IsDashed(token.Key),
        ["monthyear"] = token => token.Kind is TokenKind.Number && NumericDate.MonthAndYear(token.Key) is not null,
        ["yy"] = token => CalendarWords.ShortYear(token.Key) is not null,
        ["tens"] = token => token.Kind is TokenKind.Number && CalendarWords.Decade(token.Key + "s") is not null,
        ["decade"] = token => CalendarWords.Decade(token.Key) is not null,
        ["nth"] = token => token.Key is "last" || CalendarWords.Ordinal(token.Key) is not null,
        ["clock"] = token => token.Key == DateText.Time || CalendarWords.Day(token.Key) is not null,
        ["time"] = token => token.Key == DateText.Time,
        ["date"] = token => token.Key == DateText.Date,
        ["holiday"] = token => Holidays.Contains(token.Key),
        ["span"] = token => CalendarWords.DayRange(token.Key) is not null,
        ["hours"] = token => CalendarWords.Hours(token.Key) is not null,
        ["kw"] = token => CalendarWords.Week(token.Key) is not null,
        ["ing"] = token => token.Kind is TokenKind.Word && token.Key.EndsWith("ing", StringComparison.Ordinal),
    }.ToFrozenDictionary();

    private static FrozenSet<string> Set(string words) => words.Split(' ').ToFrozenSet(StringComparer.Ordinal);
}
