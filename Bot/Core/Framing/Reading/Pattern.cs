namespace BridgeBot.Core.Framing.Reading;

/// <summary>
/// A phrase as data. Elements are separated by blanks: <c>why can't|won't we</c> are words and their alternatives,
/// <c>{class}</c> is a word class, a trailing <c>?</c> makes an element optional, <c>..</c> stands for up to three
/// words, <c>...</c> for the rest of the clause, <c>^</c> and <c>$</c> for the start and the end of a sentence,
/// <c>^^</c> for a start that no bracket or colon makes. A start can only stand first.
/// </summary>
/// <remarks>Not a regular expression, on purpose: it is compiled in microseconds, tried only where its first word
/// stands, and its work at one place is bounded, so that reading is linear in the length of the message.</remarks>
internal sealed class Pattern
{
    private const int ShortGap = 3;
    private const int LongGap = 14;
    private const ulong AnyBit = ulong.MaxValue;
    private readonly Element[] _elements;
    private readonly string _start;
    private readonly ulong _second;
    private readonly bool _secondNumber;

    /// <summary>Reads the notation.</summary>
    /// <exception cref="KeyNotFoundException">The notation names a class that does not exist.</exception>
    public Pattern(string notation)
    {
        Notation = notation;
        var parts = notation.Split(' ', StringSplitOptions.RemoveEmptyEntries).AsSpan();
        _start = parts is ["^" or "^^", ..] ? parts[0] : "";
        _elements = new Element[parts.Length - (_start.Length > 0 ? 1 : 0)];
        var slots = 0;
        for (var i = 0; i < _elements.Length; i++)
        {
            _elements[i] = Element.Parse(parts[^(_elements.Length - i)], ref slots);
        }

        (_second, _secondNumber) = Second();
    }

    /// <summary>As it was written.</summary>
    public string Notation { get; }

    /// <summary>What can stand first.</summary>
    public IEnumerable<WordClass> First => _elements.TakeWhile((_, i) => i == 0 || _elements[i - 1].Optional).Select(element => element.Words ?? WordClasses.Any);

    /// <summary>Index behind the last token of a match that starts at a token; -1 if there is none.</summary>
    /// <param name="tokens">The message.</param>
    /// <param name="start">Index of the token.</param>
    /// <param name="slots">Filled with the index of the token of each class, by the class's place among the classes; may be empty.</param>
    public int MatchAt(ReadOnlySpan<Token> tokens, int start, Span<int> slots = default)
    {
        // Most patterns fail at the second word: a glance at its bit tells so for less than trying.
        if (_second != AnyBit && (start + 1 >= tokens.Length || !((_second & tokens[start + 1].Bit) != 0 || (_secondNumber && tokens[start + 1].Kind is TokenKind.Number))))
        {
            return -1;
        }

        slots.Fill(-1);
        return Match(tokens, start, 0, slots) is >= 0 and var end && StartsWell(tokens, start) ? end : -1;
    }

    private int Match(ReadOnlySpan<Token> tokens, int at, int index, Span<int> slots)
    {
        for (; index < _elements.Length; index++)
        {
            ref readonly var element = ref _elements[index];
            if (element.Gap > 0)
            {
                return MatchGap(tokens, at, index, slots, element.Gap);
            }

            if (element.Words is null)
            {
                if (at < tokens.Length && !tokens[at].IsStop)
                {
                    return -1;
                }

                continue;
            }

            var stands = at < tokens.Length && element.Words.Contains(tokens[at]);
            if (stands && element.Optional)
            {
                Note(slots, element.Slot, at);
                if (Match(tokens, at + 1, index + 1, slots) is >= 0 and var end)
                {
                    return end;
                }

                stands = false;
            }
            else if (!stands && !element.Optional)
            {
                return -1;
            }

            Note(slots, element.Slot, stands ? at : -1);
            at += stands ? 1 : 0;
        }

        return at;
    }

    private static void Note(Span<int> slots, int slot, int at)
    {
        if ((uint)slot < (uint)slots.Length)
        {
            slots[slot] = at;
        }
    }

    private int MatchGap(ReadOnlySpan<Token> tokens, int at, int index, Span<int> slots, int limit)
    {
        // A final gap takes the rest of the clause; a gap in the middle takes as little as it can.
        var last = index == _elements.Length - 1;
        for (var taken = 0; ; taken++)
        {
            var more = taken < limit && at + taken < tokens.Length && tokens[at + taken].Kind is not (TokenKind.Mark or TokenKind.Break);
            if (last && !more)
            {
                return at + taken;
            }

            if (!last && Match(tokens, at + taken, index + 1, slots) is >= 0 and var end)
            {
                return end;
            }

            if (!more)
            {
                return -1;
            }
        }
    }

    private bool StartsWell(ReadOnlySpan<Token> tokens, int at) =>
        _start.Length == 0 || (IsSentenceStart(tokens, at) && !(_start == "^^" && at > 0 && tokens[at - 1].Key is "(" or ")" or ":"));

    private static bool IsSentenceStart(ReadOnlySpan<Token> tokens, int at)
    {
        // Openers such as "And", "Oh," or a bullet do not hide the start.
        for (var i = at - 1; i >= 0 && i >= at - ShortGap; i--)
        {
            if (tokens[i].IsStop || tokens[i].Key is ":" or ")" or "(" || tokens[i].Kind is TokenKind.Emoji)
            {
                return true;
            }

            if (!WordClasses.Openers.Contains(tokens[i]))
            {
                return false;
            }
        }

        return at <= ShortGap;
    }

    /// <summary>The bits of the words that can stand second and whether a number can; <see cref="AnyBit"/> if anything or nothing can.</summary>
    private (ulong Bits, bool Number) Second()
    {
        var (bits, number, needed) = (0UL, false, 0);
        for (var i = 0; i < _elements.Length; i++)
        {
            if (_elements[i].Words is not { } words || (i > 0 && words.Others is not null))
            {
                break;
            }

            bits |= i > 0 ? words.Words.Bits : 0;
            number |= i > 0 && words.Numbers is not null;
            needed += _elements[i].Optional ? 0 : 1;
            if (needed == 2)
            {
                return (bits, number);
            }
        }

        return (AnyBit, true);
    }

    /// <param name="Words">What stands there; null for a gap and for the end of a sentence.</param>
    /// <param name="Optional">Whether it may be left out.</param>
    /// <param name="Gap">The most words of a gap; 0 for none.</param>
    /// <param name="Slot">Its place among the classes; -1 if it is none.</param>
    private readonly record struct Element(WordClass? Words, bool Optional, int Gap, int Slot)
    {
        public static Element Parse(string notation, ref int slots)
        {
            var optional = notation.Length > 1 && notation[^1] == '?';
            return (optional ? notation[..^1] : notation) switch
            {
                "$" => new(null, false, 0, -1),
                ".." => new(null, false, ShortGap, -1),
                "..." => new(null, false, LongGap, -1),
                ['{', .. var name, '}'] => new(WordClasses.All[name], optional, 0, slots++),
                var words => new(new(new(words.Split('|'))), optional, 0, -1),
            };
        }
    }
}
