using System.Collections.Frozen;
using BridgeBot.Core.Framing.Manners;
using BridgeBot.Core.Framing.Reading;

namespace BridgeBot.Core.Framing.Requests;

/// <summary>Collects what every framing of an ask must keep, as typed.</summary>
internal static class FactReader
{
    private static readonly FrozenSet<string> NoUnits = (
        "of in on at by for to and or the a an is are was were as we i they you it with from that this but so if no not has have had do does "
        + "then than now per which who when where what because since until before after").Split(' ').ToFrozenSet();

    /// <summary>Names, addresses, quotations, numbers with their unit, dates, and the thing asked for; none twice.</summary>
    /// <remarks>A fact inside a flagged phrase is still a fact ("what do we spend the £85k on"); only in sarcasm a plain number
    /// is part of the joke.</remarks>
    public static List<string> Read(Understanding reading, IEnumerable<AskPart> parts)
    {
        List<string> facts = [];
        HashSet<string> seen = new(StringComparer.OrdinalIgnoreCase);
        foreach (var part in parts)
        {
            var things = !part.Asks ? [] : part.Hits
                .Where(hit => hit.Rule.Asset && !reading.IsFlagged(hit.Words.Start) && !reading.IsFlagged(hit.Words.End - 1))
                .Select(hit => hit.Words);
            foreach (var span in SpansIn(reading, part.Words).Concat(things).OrderBy(span => span.Start))
            {
                var fact = Strip(reading.Message.Slice(span with { End = Math.Min(span.End, part.Words.End) }));
                if (fact.Length > 0 && seen.Add(fact))
                {
                    facts.Add(fact);
                }
            }
        }

        return facts;
    }

    /// <summary>The same without a thing asked for, of a text that asks for nothing.</summary>
    public static List<string> In(Understanding reading, Span words) =>
    [
        .. SpansIn(reading, words).OrderBy(span => span.Start).Select(span => Strip(reading.Message.Slice(span))).Where(fact => fact.Length > 0)
            .Distinct(StringComparer.OrdinalIgnoreCase),
    ];

    /// <summary>The names, addresses, quotations, numbers and dates in some tokens, by kind and then in order.</summary>
    private static List<Span> SpansIn(Understanding reading, Span part)
    {
        List<Span> spans = [.. CustomerSigns.NamesIn(reading, part)];
        spans.AddRange(Within(reading.Message.Quotes, quote => quote, part));
        spans.AddRange(Within(reading.Dates, date => date.Words, part)
            .Where(date => !date.Days.Passing && (!reading.IsFlagged(date.Words.Start) || IsSerious(reading, date.Words.Start)))
            .Select(date => date.Words));
        for (var i = part.Start; i < part.End; i++)
        {
            if (IsFigure(reading, i))
            {
                spans.Add(new(i, IsUnit(reading, i + 1, part.End) ? i + 2 : i + 1));
            }
        }

        return spans;
    }

    private static bool IsFigure(Understanding reading, int i) =>
        reading.Message.Tokens[i].Kind is TokenKind.Number && !reading.Message.IsItemNumber(i)
        && (!reading.IsFlagged(i) || IsSerious(reading, i) || IsMoney(reading.Message.Raw(i)));

    private static bool IsUnit(Understanding reading, int i, int end) =>
        i < end && reading.Message.Tokens[i].Kind is TokenKind.Word && !NoUnits.Contains(reading.Message.Tokens[i].Key) && !reading.IsFlagged(i);

    // "Not another 8 minute film" and "looks like 1998" tell no number; nor does the "0" of "0 follow-up".
    private static bool IsSerious(Understanding reading, int i) =>
        reading.Manner.Flags[reading.FlagAt[i]] is { Reason: not (ToneReasons.Sarcasm or ToneReasons.Evaluative) } flag && (flag.Words.Length > 1 || reading.Message.Tokens[i].Key != "0");

    private static bool IsMoney(ReadOnlySpan<char> text)
    {
        foreach (var c in text)
        {
            if (char.GetUnicodeCategory(c) is System.Globalization.UnicodeCategory.CurrencySymbol || c == '%')
            {
                return true;
            }
        }

        return false;
    }

    private static string Strip(string fact) =>
        fact.EndsWith("'s", StringComparison.OrdinalIgnoreCase) || fact.EndsWith("’s", StringComparison.OrdinalIgnoreCase) ? fact[..^2] : fact;

    /// <summary>The items of an ordered list that lie in some tokens; the first is found by halves, so reading all parts is linear.</summary>
    private static IEnumerable<T> Within<T>(IReadOnlyList<T> items, Func<T, Span> words, Span part)
    {
        var (low, high) = (0, items.Count);
        while (low < high)
        {
            var middle = (low + high) / 2;
            (low, high) = words(items[middle]).Start < part.Start ? (middle + 1, high) : (low, middle);
        }

        for (; low < items.Count && words(items[low]).Start < part.End; low++)
        {
            if (words(items[low]).End <= part.End)
            {
                yield return items[low];
            }
        }
    }
}
