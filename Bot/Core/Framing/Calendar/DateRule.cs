using BridgeBot.Core.Framing.Reading;

namespace BridgeBot.Core.Framing.Calendar;

/// <summary>One way to write a date.</summary>
/// <param name="Id">Its name.</param>
/// <param name="Pattern">The phrase as <see cref="Speller"/> writes it; see <see cref="Reading.Pattern"/>.</param>
/// <param name="Resolve">What it means, or null if the calendar has no such day or its neighbours make it something else.</param>
/// <param name="Example">A sentence, read on Wednesday 11 March 2026 in en-GB.</param>
/// <param name="Expected">What the example holds: "2026-03-20", or two days around "..".</param>
internal sealed record DateRule(string Id, string Pattern, Func<DateWords, DateSpan?> Resolve, string Example, string Expected);

/// <summary>A day, or the first and the last day of a period.</summary>
/// <param name="First">The first day.</param>
/// <param name="Last">The last day; null for a single day.</param>
internal readonly record struct DateSpan(DateOnly First, DateOnly? Last = null)
{
    /// <summary>The day that is meant where something is due then, if the phrase says so: the last day of "end of May".</summary>
    public DateOnly? Due { get; init; }

    /// <summary>What was left open and may be moved by another date beside it: the year ('y'), the week ('w'), or nothing.</summary>
    public char Open { get; init; }

    /// <summary>Whether it is only spoken of ("partner of the year", "now"): found, but no deadline and nothing to hold on to.</summary>
    public bool Passing { get; init; }

    /// <summary>The day of a deadline: the Friday of a week, the last day of a long period, the first day of an event.</summary>
    public DateOnly Day =>
        Due ?? (Last is not { } last ? First
        : First.DayOfWeek is DayOfWeek.Monday && last.DayNumber - First.DayNumber == 6 ? First.AddDays(4)
        : last.DayNumber - First.DayNumber > 20 ? last
        : First);
}

/// <summary>The words that a rule's classes matched, by their place in the pattern, and when they were written.</summary>
internal readonly ref struct DateWords
{
    private readonly DateText _text;
    private readonly ReadOnlySpan<int> _slots;
    private readonly Span _words;
    private readonly string _message;

    /// <summary>The words of a match.</summary>
    public DateWords(DateText text, Span words, ReadOnlySpan<int> slots, string message, FramingContext context)
    {
        (_text, _words, _message, Context) = (text, words, message, context);
        _slots = slots;
    }

    /// <summary>The rep's day and locale.</summary>
    public FramingContext Context { get; }

    /// <summary>The rep's day.</summary>
    public DateOnly Today => Context.Today;

    /// <summary>The word before the match; empty at the start.</summary>
    public string Before => _words.Start > 0 ? _text.Words[_words.Start - 1].Key : "";

    /// <summary>The word behind the match; empty at the end.</summary>
    public string After => _words.End < _text.Words.Length ? _text.Words[_words.End].Key : "";

    /// <summary>Whether nothing or a mark follows.</summary>
    public bool EndsClause => _words.End >= _text.Words.Length || !_text.Words[_words.End].IsWordLike;

    /// <summary>Whether nothing, a mark or a joining word follows, so that the match names no other thing.</summary>
    public bool EndsPhrase => EndsClause
        || After is "and" or "or" or "but" or "to" or "in" or "at" or "for" or "with" or "till" or "until";

    /// <summary>The first word with a capital letter that does not open a sentence.</summary>
    public bool IsName => _text.Words[_words.Start] is var word && char.IsUpper(_message[word.Start]) && _words.Start > 0 && _text.Words[_words.Start - 1].IsWordLike;

    /// <summary>Whether the second word has a capital letter: "this May".</summary>
    public bool IsSecondName => _words.Length > 1 && char.IsUpper(_message[_text.Words[_words.Start + 1].Start]);

    /// <summary>The word of a class; null where an optional class was left out.</summary>
    public string? this[int slot] => _slots[slot] < 0 ? null : _text.Words[_slots[slot]].Key;

    public int Day(int slot) => CalendarWords.Day(this[slot]!)!.Value;

    public int Month(int slot) => CalendarWords.Months[this[slot]!];

    public int Weekday(int slot) => CalendarWords.Weekdays[this[slot]!];

    public char Unit(int slot) => CalendarWords.Units[this[slot]!];

    public int Count(int slot) => this[slot] is { } word ? CalendarWords.Count(word) ?? 1 : 1;

    public int? Year(int slot) => this[slot] is { } word ? CalendarWords.Year(word) ?? CalendarWords.ShortYear(word) : null;

    /// <summary>-1 for "last", 1 for "next", 0 for "this" or nothing.</summary>
    public int Move(int slot) => this[slot] is { } word ? CalendarWords.Moves[word] : 0;

    /// <summary>1 for "first" and so on; -1 for "last".</summary>
    public int Place(int slot) => this[slot] is "last" ? -1 : CalendarWords.Ordinal(this[slot]!)!.Value;

    /// <summary>Today, tomorrow or yesterday.</summary>
    public DateOnly Near(int slot) => Days.Add(Today, CalendarWords.Near[this[slot]!], 'd');

    /// <summary>A date that was read before.</summary>
    public DateSpan Date(int slot) => _text.Origins[_slots[slot]].Days!.Value;
}
