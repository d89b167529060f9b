using System.Collections.Frozen;
using System.Globalization;
using BridgeBot.Core.Framing.Reading;

namespace BridgeBot.Core.Framing.Calendar;

/// <summary>Numbers in English words: "twenty third", "nineteen eighty six", "two thousand and fifteen".</summary>
internal static class SpelledNumber
{
    private static readonly FrozenDictionary<string, int> Small = Numbered(
        "one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen", 1, 1);

    private static readonly FrozenDictionary<string, int> Tens = Numbered("twenty thirty forty fifty sixty seventy eighty ninety", 20, 10);

    private static readonly FrozenDictionary<string, int> Ordinals = Numbered(
        "first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth thirteenth fourteenth fifteenth sixteenth "
        + "seventeenth eighteenth nineteenth twentieth", 1, 1);

    private static readonly WordSet First = new([.. Small.Keys, .. Tens.Keys, "thirtieth"]);

    /// <summary>
    /// The number that starts at a token, as digits ("1986", "23rd" as "23th"), and how many tokens it takes. Null for none, and
    /// for a single word below ten: "one may ask" is no first of May, and counts are read from the words.
    /// </summary>
    public static (string Digits, int Length)? Read(ReadOnlySpan<Token> tokens, int at)
    {
        var pieces = new Pieces(tokens, at);
        if (Pair(ref pieces) is not { } first)
        {
            return null;
        }

        var (value, ordinal) = first;
        if (!ordinal)
        {
            (value, ordinal) = Larger(ref pieces, value);
        }

        return !pieces.AtTokenEnd || (pieces.Taken == 1 && value < 10) ? null
            : (value.ToString(CultureInfo.InvariantCulture) + (ordinal ? "th" : ""), pieces.Taken);
    }

    /// <summary>Whether a word may start one.</summary>
    public static bool MayStart(in Token word) =>
        First.Contains(word) || (word.Key.Length >= 3 && word.Key[0] is >= 'e' and <= 't' && word.Key.Contains('-'));

    private static (int Value, bool Ordinal) Larger(ref Pieces pieces, int value)
    {
        if (value < 100 && pieces.Take("hundred"))
        {
            return Rest(ref pieces, value * 100);
        }

        if (value < 100 && pieces.Take("thousand"))
        {
            return Rest(ref pieces, value * 1000);
        }

        // "nineteen ninety": a century and the years in it.
        var before = pieces;
        if (value is >= 15 and <= 20 && Pair(ref pieces) is { Ordinal: false, Value: >= 10 } years)
        {
            return ((value * 100) + years.Value, false);
        }

        pieces = before;
        return (value, false);
    }

    private static (int Value, bool Ordinal) Rest(ref Pieces pieces, int value)
    {
        var before = pieces;
        pieces.Take("and");
        if (Pair(ref pieces) is { } rest)
        {
            return (value + rest.Value, rest.Ordinal);
        }

        pieces = before;
        return (value, false);
    }

    private static (int Value, bool Ordinal)? Pair(ref Pieces pieces)
    {
        if (pieces.Take(Tens) is { } tens)
        {
            var before = pieces;
            if (pieces.Take(Small) is { } unit && unit < 10)
            {
                return (tens + unit, false);
            }

            pieces = before;
            if (pieces.Take(Ordinals) is { } last && last < 10)
            {
                return (tens + last, true);
            }

            pieces = before;
            return (tens, false);
        }

        return pieces.Take(Small) is { } small ? (small, false)
            : pieces.Take(Ordinals) is { } ordinal ? (ordinal, true)
            : pieces.Take("thirtieth") ? (30, true) : null;
    }

    private static FrozenDictionary<string, int> Numbered(string words, int first, int step) => words.Split(' ')
        .Select((word, index) => KeyValuePair.Create(word, first + (index * step))).ToFrozenDictionary(StringComparer.Ordinal);

    /// <summary>The words from a token on, with "twenty-six" as two.</summary>
    private ref struct Pieces(ReadOnlySpan<Token> tokens, int at)
    {
        private readonly ReadOnlySpan<Token> _tokens = tokens;
        private readonly int _start = at;
        private int _at = at;
        private int _dash;

        public readonly int Taken => _at - _start;

        public readonly bool AtTokenEnd => _dash == 0;

        public int? Take(FrozenDictionary<string, int> words)
        {
            if (Next() is not { } word || !words.TryGetValue(word, out var value))
            {
                return null;
            }

            Move(word);
            return value;
        }

        public bool Take(string word)
        {
            if (Next() != word)
            {
                return false;
            }

            Move(word);
            return true;
        }

        private readonly string? Next()
        {
            if (_at >= _tokens.Length || _tokens[_at].Kind is not TokenKind.Word)
            {
                return null;
            }

            var key = _tokens[_at].Key;
            var dash = key.IndexOf('-', _dash);
            return dash < 0 ? key[_dash..] : key[_dash..dash];
        }

        private void Move(string word)
        {
            _dash += word.Length + 1;
            if (_dash > _tokens[_at].Key.Length)
            {
                (_at, _dash) = (_at + 1, 0);
            }
        }
    }
}
