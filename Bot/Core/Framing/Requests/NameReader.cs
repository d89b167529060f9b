using System.Collections.Frozen;
using BridgeBot.Core.Framing.Calendar;
using BridgeBot.Core.Framing.Reading;

namespace BridgeBot.Core.Framing.Requests;

/// <summary>Finds names: runs of words with a capital, symbols such as SOC 2, and what has a digit and a letter.</summary>
internal static class NameReader
{
    private const int Longest = 8;

    /// <summary>Words that are in capitals, or start a sentence, without being a name.</summary>
    private static readonly FrozenSet<string> Ordinary = (
        "i a an the and or but so if as at by for from in into of off on onto out over per to up with without via this that these those "
        + "it its it's he she they we you his her their our your my me us them who what when where why how which while than then there here "
        + "is are was were be been being am do does did done has have had can could will would shall should may might must not no yes ok okay "
        + "i'm i'd i've i'll we're we've we'd they're they'd he's she's that's there's what's let's don't can't won't isn't aren't doesn't didn't "
        + "also again still just only even ever never always really very too now today tomorrow yesterday soon later before after since until "
        + "please pls thanks thank hi hello hey dear good morning sorry hope quick serious urgent same each every all any some many most more less few "
        + "need needs needed want wants get got send sent fix make made give gave add update put print order book create build ask asked asks asking "
        + "requesting request says said say told tell according meanwhile because although though however instead otherwise maybe perhaps "
        + "first second third finally last next previous another other others one two three four five six seven eight nine ten zero "
        + "great lovely nice wonderful brilliant fantastic truly useless junk rubbish stop look see show help wish love like score "
        + "marketing sales customer customers client clients team kunde kundin herr frau bitte hallo das der die ist und für mit auf bis am den bonjour "
        + "brochure flyer booth slides slide deck presentation leads lead webinar event business number numbers right left new old "
        + "every per now nothing something someone somebody anyone nobody everyone everybody both half enough such long short ps fyi asap eow eod eom eoq vp "
        + "during between about above below under through against among around did would could per given once twice oh ah well use used using "
        + "mr mrs ms dr fridays mondays either neither whoever whatever similar printable budget lot customer's competitor competitors market note crypto any").Split(' ').ToFrozenSet();

    /// <summary>The names, in order; none overlaps another.</summary>
    public static List<Span> Read(Message message)
    {
        List<Span> names = [];
        for (var i = 0; i < message.Tokens.Length; i++)
        {
            if (!Starts(message, i))
            {
                continue;
            }

            var end = End(message, i);
            names.Add(new(i, end));
            i = end - 1;
        }

        return names;
    }

    /// <summary>Whether a word has a capital that no shout explains.</summary>
    public static bool IsCapitalised(Message message, int i)
    {
        var token = message.Tokens[i];
        var raw = message.Raw(i);
        return token.IsWordLike && !Ordinary.Contains(token.Key) && !IsCalendar(token.Key)
            && HasCapital(raw);
    }

    private static bool HasCapital(ReadOnlySpan<char> word)
    {
        foreach (var c in word)
        {
            if (char.IsUpper(c))
            {
                return true;
            }
        }

        return false;
    }

    private static bool Starts(Message message, int i)
    {
        if (message.Tokens[i].Kind is TokenKind.Url)
        {
            return true;
        }

        if (!IsCapitalised(message, i))
        {
            return message.Tokens[i].Kind is TokenKind.Word && message.Raw(i) is ['.' or '/' or '#' or '@', ..] or [_, '|', ..];
        }

        // At the start of a sentence a capital says nothing by itself.
        return !IsFirst(message, i) || message.Raw(i)[1..].IndexOfAnyInRange('A', 'Z') >= 0 || message.Tokens[i].Kind is TokenKind.Number
            || message.Tokens[i].Key.EndsWith("'s", StringComparison.Ordinal)
            || (i + 1 < message.Tokens.Length && (IsCapitalised(message, i + 1) || CustomerSigns.StrongVerbs.Contains(message.Tokens[i + 1].Key)
                || (message.Tokens[i + 1].Key == "&" && i + 2 < message.Tokens.Length && IsCapitalised(message, i + 2))));
    }

    private static bool IsFirst(Message message, int i) =>
        i == 0 || (message.Tokens[i - 1].IsStop && !(i > 1 && message.Tokens[i - 2].Key is "dr" or "mr" or "mrs" or "ms" or "prof")) || message.Tokens[i - 1].Key is ":" or "-" or "*" or "•" or ")" or "\"" or "'" or "“"
        || message.Tokens[i - 1].Kind is TokenKind.Emoji;

    private static int End(Message message, int i)
    {
        var tokens = message.Tokens;
        var end = i + 1;
        while (end < tokens.Length && end - i < Longest)
        {
            if (tokens[end - 1].Key.EndsWith("'s", StringComparison.Ordinal) && end - i > 1)
            {
                break;
            }

            if (IsCapitalised(message, end) || IsCapitalWord(message, end) || (tokens[end].Kind is TokenKind.Number && tokens[end].Length <= 5 && char.IsDigit(tokens[end].Key[0])))
            {
                end++;
            }
            else if (end + 1 < tokens.Length && IsCapitalised(message, end + 1)
                && ((tokens[end].Key == "&" && (end - i < 2 || end + 2 >= tokens.Length || !IsCapitalised(message, end + 2))) || tokens[end].Key is "of" or "de" or "la" or "von" || (tokens[end].Key == "." && tokens[end - 1].Key is "st" or "dr" or "mr" or "ms" or "prof")))
            {
                end += 2;
            }
            else
            {
                break;
            }
        }

        return end;
    }

    // Behind a name even an ordinary word in capitals is part of it: "Plastics Today".
    private static bool IsCapitalWord(Message message, int i) =>
        message.Tokens[i] is { Kind: TokenKind.Word, Length: > 2 } token && !IsCalendar(token.Key)
        && char.IsUpper(message.Raw(i)[0]) && char.IsLower(message.Raw(i)[1]);

    private static bool IsCalendar(string key) => CalendarWords.Weekdays.ContainsKey(key) || CalendarWords.Months.ContainsKey(key);
}
