using System.Collections.Frozen;

namespace BridgeBot.Core.Framing.Reading;

/// <summary>
/// A phrase as data. Elements are separated by blanks: <c>why can't|won't we</c> are words and their alternatives,
/// <c>{class}</c> is a word class, a trailing <c>?</c> makes an element optional, <c>..</c> stands for up to three
/// words, <c>...</c> for the rest of the clause, <c>^</c> and <c>$</c> for the start and the end of a sentence,
/// <c>^^</c> for a start that no bracket or colon makes.
/// </summary>
/// <remarks>Not a regular expression, on purpose: it is compiled in microseconds, tried only where its first word
/// stands, and its work at one place is bounded, so that reading is linear in the length of the message.</remarks>
internal sealed class Pattern
{
    private const int ShortGap = 3;
    private const int LongGap = 14;
    private readonly Element[] _elements;

    /// <summary>Reads the notation.</summary>
    /// <exception cref="ArgumentException">The notation names a class that does not exist.</exception>
    public Pattern(string notation)
    {
        Notation = notation;
        _elements = [.. notation.Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(Element.Parse)];
    }

    /// <summary>As it was written.</summary>
    public string Notation { get; }

    /// <summary>The words that can stand first; null where the first element is a class without a word list.</summary>
    public IReadOnlySet<string>? FirstWords
    {
        get
        {
            var words = new HashSet<string>(StringComparer.Ordinal);
            foreach (var element in _elements)
            {
                if (element.Kind is ElementKind.Start or ElementKind.StrictStart)
                {
                    continue;
                }

                if (element.Words is null)
                {
                    return null;
                }

                words.UnionWith(element.Words);
                if (!element.Optional)
                {
                    break;
                }
            }

            return words;
        }
    }

    /// <summary>Index behind the last token of a match that starts at a token; -1 if there is none.</summary>
    /// <param name="tokens">The message.</param>
    /// <param name="start">Index of the token.</param>
    /// <param name="slots">Filled with the index of the token of each class, by the class's place among the classes; may be empty.</param>
    public int MatchAt(ReadOnlySpan<Token> tokens, int start, Span<int> slots = default)
    {
        slots.Fill(-1);
        return Match(tokens, start, 0, 0, slots);
    }

    private int Match(ReadOnlySpan<Token> tokens, int at, int index, int slot, Span<int> slots)
    {
        if (index == _elements.Length)
        {
            return at;
        }

        var element = _elements[index];
        switch (element.Kind)
        {
            case ElementKind.Start:
                return IsSentenceStart(tokens, at) ? Match(tokens, at, index + 1, slot, slots) : -1;
            case ElementKind.StrictStart:
                return IsSentenceStart(tokens, at) && !(at > 0 && tokens[at - 1].Key is "(" or ")" or ":") ? Match(tokens, at, index + 1, slot, slots) : -1;
            case ElementKind.End:
                return at == tokens.Length || tokens[at].IsStop ? Match(tokens, at, index + 1, slot, slots) : -1;
            case ElementKind.Gap:
                return MatchGap(tokens, at, index, slot, slots, element.Limit);
            default:
                return MatchWord(tokens, at, index, slot, slots, element);
        }
    }

    private int MatchWord(ReadOnlySpan<Token> tokens, int at, int index, int slot, Span<int> slots, Element element)
    {
        var next = element.IsClass ? slot + 1 : slot;
        if (at < tokens.Length && element.Accepts(tokens[at]))
        {
            if (element.IsClass && slot < slots.Length)
            {
                slots[slot] = at;
            }

            if (Match(tokens, at + 1, index + 1, next, slots) is >= 0 and var end)
            {
                return end;
            }

            if (element.IsClass && slot < slots.Length)
            {
                slots[slot] = -1;
            }
        }

        return element.Optional ? Match(tokens, at, index + 1, next, slots) : -1;
    }

    private int MatchGap(ReadOnlySpan<Token> tokens, int at, int index, int slot, Span<int> slots, int limit)
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

            if (!last && Match(tokens, at + taken, index + 1, slot, slots) is >= 0 and var end)
            {
                return end;
            }

            if (!more)
            {
                return -1;
            }
        }
    }

    private static bool IsSentenceStart(ReadOnlySpan<Token> tokens, int at)
    {
        // Openers such as "And", "Oh," or a bullet do not hide the start.
        for (var i = at - 1; i >= 0 && i >= at - ShortGap; i--)
        {
            if (tokens[i].IsStop || tokens[i].Key is ":" or ")" or "(" || tokens[i].Kind is TokenKind.Emoji)
            {
                return true;
            }

            if (!WordClasses.Openers.Contains(tokens[i].Key))
            {
                return false;
            }
        }

        return at <= ShortGap;
    }

    private enum ElementKind
    {
        Word,
        Gap,
        Start,
        StrictStart,
        End,
    }

    private sealed record Element(ElementKind Kind, bool Optional, FrozenSet<string>? Words, Func<Token, bool>? Class, int Limit)
    {
        public bool IsClass { get; private init; }

        public bool Accepts(Token token) => Class is null ? Words!.Contains(token.Key) : Class(token);

        public static Element Parse(string notation) => notation switch
        {
            "^" => new(ElementKind.Start, false, null, null, 0),
            "^^" => new(ElementKind.StrictStart, false, null, null, 0),
            "$" => new(ElementKind.End, false, null, null, 0),
            ".." => new(ElementKind.Gap, false, null, null, ShortGap),
            "..." => new(ElementKind.Gap, false, null, null, LongGap),
            _ => ParseWord(notation),
        };

        private static Element ParseWord(string notation)
        {
            var optional = notation.Length > 1 && notation[^1] == '?';
            var body = optional ? notation[..^1] : notation;
            if (body is ['{', .. var name, '}'])
            {
                return WordClasses.Sets.TryGetValue(name, out var set)
                    ? new(ElementKind.Word, optional, set, null, 0) { IsClass = true }
                    : new(ElementKind.Word, optional, null, WordClasses.Tests[name], 0) { IsClass = true };
            }

            return new(ElementKind.Word, optional, body.Split('|').ToFrozenSet(StringComparer.Ordinal), null, 0);
        }
    }
}
