using BridgeBot.Core.Framing.Reading;

namespace BridgeBot.Core.Framing.Calendar;

/// <summary>Finds the dates and periods of a message.</summary>
/// <remarks>Each pass goes once over the words: first days and periods ("Easter", "next May"), then what counts from
/// them ("two weeks before Easter"), then ranges of those ("from ... to ...").</remarks>
internal static class DateReader
{
    private const int MostSlots = 8;
    private static readonly PatternIndex<DateRule>[] Passes =
        [.. new[] { DateRules.Simple, OffsetRules.All, RangeRules.All }.Select(rules => new PatternIndex<DateRule>(rules, rule => rule.Pattern))];

    /// <summary>Every date, in order; none overlaps another.</summary>
    public static List<FoundDate> Read(Message message, FramingContext context)
    {
        var text = Holidays.Fold(Speller.Spell(message));
        foreach (var pass in Passes)
        {
            var next = Fold(text, pass, message.Text, context);
            if (next == text && pass == Passes[0])
            {
                return [];
            }

            text = next;
        }

        return text.Dates();
    }

    private static DateText Fold(DateText text, PatternIndex<DateRule> rules, string message, FramingContext context)
    {
        DateText? folded = null;
        var copied = 0;
        for (var i = 0; i < text.Words.Length; i++)
        {
            if (!MayStart(text.Words[i], rules) || Longest(text, i, rules, message, context) is not ({ } words, { } days))
            {
                continue;
            }

            folded ??= new(text.Words.Length);
            folded.Add(text, copied, words.Start);
            folded.Add(text, words, days);
            copied = words.End;
            i = words.End - 1;
        }

        folded?.Add(text, copied, text.Words.Length);
        return folded ?? text;
    }

    // Most words start no date; telling so without trying a rule is what keeps reading fast.
    private static bool MayStart(in Token word, PatternIndex<DateRule> rules) => word.IsWordLike && (word.Kind is TokenKind.Number || rules.Knows(word));

    private static (Span? Words, DateSpan? Days) Longest(DateText text, int at, PatternIndex<DateRule> rules, string message, FramingContext context)
    {
        Span<int> slots = stackalloc int[MostSlots];
        (Span? Words, DateSpan? Days) best = default;
        foreach (var (rule, pattern) in rules.At(text.Words[at]))
        {
            var end = pattern.MatchAt(text.Words, at, slots);
            if (end > (best.Words?.End ?? at) && rule.Resolve(new(text, new(at, end), slots, message, context)) is { } days)
            {
                best = (new(at, end), days);
            }
        }

        // A comma or a bracket before a part that was left out.
        while (best.Words is { } words && text.Words[words.End - 1].Kind is TokenKind.Mark)
        {
            best.Words = words with { End = words.End - 1 };
        }

        return best;
    }
}

/// <summary>A date in the message.</summary>
/// <param name="Words">Its tokens.</param>
/// <param name="Days">What it means.</param>
internal readonly record struct FoundDate(Span Words, DateSpan Days);
