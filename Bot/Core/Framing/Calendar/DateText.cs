using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using BridgeBot.Core.Framing.Reading;

namespace BridgeBot.Core.Framing.Calendar;

/// <summary>
/// A message as the date rules read it: numbers in words are digits, a time of day is one word, "Jan-Feb" is three, and
/// what was read as a date is one word. Each word knows the tokens of the message that it stands for.
/// </summary>
internal sealed class DateText
{
    /// <summary>The word that stands for a date that was read.</summary>
    public const string Date = "{date}";

    /// <summary>The word that stands for a time of day.</summary>
    public const string Time = "{time}";

    private readonly List<Token> _words;
    private readonly List<Origin> _origins;

    /// <summary>An empty text.</summary>
    /// <param name="capacity">About how many words it will hold.</param>
    public DateText(int capacity) => (_words, _origins) = (new(capacity), new(capacity));

    /// <summary>The words; a date is <see cref="Date"/>.</summary>
    public ReadOnlySpan<Token> Words => CollectionsMarshal.AsSpan(_words);

    /// <summary>Where each word comes from.</summary>
    public ReadOnlySpan<Origin> Origins => CollectionsMarshal.AsSpan(_origins);

    /// <summary>Adds a word that stands for some tokens.</summary>
    public void Add(Token word, Span place)
    {
        _words.Add(word);
        _origins.Add(new(place, null));
    }

    /// <summary>Adds some words of another text as they are.</summary>
    public void Add(DateText other, int from, int to)
    {
        _words.AddRange(other.Words[from..to]);
        _origins.AddRange(other.Origins[from..to]);
    }

    /// <summary>Adds a date that was read from some words of another text.</summary>
    public void Add(DateText other, Span words, DateSpan days)
    {
        var (first, last) = (other.Origins[words.Start].Place, other.Origins[words.End - 1].Place);
        _words.Add(other.Words[words.Start].As(TokenKind.Number, Date));
        _origins.Add(new(new(first.Start, last.End), new(days)));
    }

    /// <summary>Replaces the last word, which stands for the tokens up to another end.</summary>
    public void Stretch(string key, int end)
    {
        _words[^1] = _words[^1].As(TokenKind.Number, key);
        _origins[^1] = new(_origins[^1].Place with { End = end }, null);
    }

    /// <summary>Takes the last word away.</summary>
    public void Drop()
    {
        _words.RemoveAt(_words.Count - 1);
        _origins.RemoveAt(_origins.Count - 1);
    }

    /// <summary>What was read, in order; none overlaps another.</summary>
    public List<FoundDate> Dates()
    {
        List<FoundDate> dates = [];
        foreach (var origin in _origins)
        {
            if (origin.Days?.Value is { } days && (dates.Count == 0 || dates[^1].Words.End <= origin.Place.Start))
            {
                dates.Add(new(origin.Place, days));
            }
        }

        return dates;
    }
}

/// <summary>Where a word of a <see cref="DateText"/> comes from.</summary>
/// <param name="Place">Its tokens in the message.</param>
/// <param name="Days">What it means if it is a date; in a box, since hardly a word is one.</param>
internal readonly record struct Origin(Span Place, StrongBox<DateSpan>? Days);
