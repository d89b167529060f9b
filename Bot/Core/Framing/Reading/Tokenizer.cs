using System.Buffers;
using System.Globalization;

namespace BridgeBot.Core.Framing.Reading;

/// <summary>
/// Cuts a message into tokens in one pass. Decimals, file extensions, web addresses, product codes and
/// <c>a|b|c</c> stay whole, so that what follows never cuts a fact in two.
/// </summary>
internal ref struct Tokenizer
{
    private const int TagLimit = 200;
    private static readonly SearchValues<char> UrlEnds = SearchValues.Create(" \t\r\n<>\"”»");
    private static readonly SearchValues<char> DottedDigits = SearchValues.Create("0123456789.");
    private readonly string _text;
    private Token[] _tokens;
    private int _count;
    private int _at;
    private bool _unclosedBrace;
    private bool _unclosedTick;

    private Tokenizer(string text)
    {
        _text = text;
        _tokens = ArrayPool<Token>.Shared.Rent((text.Length / 4) + 4);
    }

    /// <summary>All tokens of the text, in order.</summary>
    public static Token[] Read(string text)
    {
        var tokenizer = new Tokenizer(text);
        while (tokenizer._at < text.Length)
        {
            tokenizer.Next();
        }

        Token[] tokens = [.. tokenizer._tokens.AsSpan(0, tokenizer._count)];
        ArrayPool<Token>.Shared.Return(tokenizer._tokens, clearArray: true);
        return tokens;
    }

    private readonly char Peek(int offset) => _at + offset < _text.Length && _at + offset >= 0 ? _text[_at + offset] : '\0';

    private void Next()
    {
        var c = _text[_at];
        if (c == '\n')
        {
            Add(1, TokenKind.Break);
        }
        else if (char.IsWhiteSpace(c) || char.IsControl(c))
        {
            _at++;
        }
        else if (c is 'h' or 'H' or 'w' or 'W' && UrlLength() is > 0 and var url)
        {
            Add(url, TokenKind.Url);
        }
        else if (c is '`' or '{' or '<' && CodeLength() is > 0 and var code)
        {
            Add(code, TokenKind.Code);
        }
        else if (char.IsAsciiLetterOrDigit(c) || StartsWord())
        {
            AddWord();
        }
        else
        {
            AddMark(c);
        }
    }

    private void Add(int length, TokenKind kind, bool straight = false)
    {
        var (key, hash) = WordPool.Lower(_text.AsSpan(_at, length), straight);
        Add(new Token(_at, length, kind, key, hash));
    }

    private void Add(in Token token)
    {
        if (_count == _tokens.Length)
        {
            var more = ArrayPool<Token>.Shared.Rent(_count * 2);
            _tokens.CopyTo(more, 0);
            ArrayPool<Token>.Shared.Return(_tokens, clearArray: true);
            _tokens = more;
        }

        _tokens[_count++] = token;
        _at = token.End;
    }

    private readonly int UrlLength()
    {
        var rest = _text.AsSpan(_at);
        if (!rest.StartsWith("http://", StringComparison.OrdinalIgnoreCase)
            && !rest.StartsWith("https://", StringComparison.OrdinalIgnoreCase)
            && !rest.StartsWith("www.", StringComparison.OrdinalIgnoreCase))
        {
            return 0;
        }

        var length = rest.IndexOfAny(UrlEnds);
        length = length < 0 ? rest.Length : length;
        while (length > 0 && rest[length - 1] is '.' or ',' or '!' or '?' or ')' or ';' or ':' or '\'')
        {
            length--;
        }

        return length;
    }

    private int CodeLength()
    {
        switch (_text[_at])
        {
            case '`' when !_unclosedTick:
                var close = _text.IndexOf('`', _at + 1);
                _unclosedTick = close < 0;
                return close < 0 ? 0 : close - _at + 1;
            case '{' when !_unclosedBrace:
                return BraceLength();
            case '<' when char.IsAsciiLetter(Peek(1)) || Peek(1) is '/' or '!':
                var end = _text.AsSpan(_at, Math.Min(TagLimit, _text.Length - _at)).IndexOf('>');
                return end + 1;
            default:
                return 0;
        }
    }

    private int BraceLength()
    {
        var depth = 0;
        for (var i = _at; i < _text.Length; i++)
        {
            depth += _text[i] switch { '{' => 1, '}' => -1, _ => 0 };
            if (depth == 0)
            {
                return i - _at + 1;
            }
        }

        _unclosedBrace = true;
        return 0;
    }

    private readonly bool StartsWord()
    {
        var (c, next) = (_text[_at], Peek(1));
        var first = _at == 0 || char.IsWhiteSpace(_text[_at - 1]) || _text[_at - 1] is '(' or '"' or '“';
        return char.IsLetterOrDigit(c)
            || (char.GetUnicodeCategory(c) is UnicodeCategory.CurrencySymbol && char.IsDigit(next))
            || (c is '>' or '<' or '~' or '±' && (char.IsDigit(next) || char.GetUnicodeCategory(next) is UnicodeCategory.CurrencySymbol))
            || (first && c is '.' or '/' or '#' or '@' && char.IsLetter(next));
    }

    private void AddWord()
    {
        var end = _at + 1;
        var digit = char.IsDigit(_text[_at]);
        for (; end < _text.Length; end++)
        {
            var c = _text[end];
            if (char.IsAsciiLetter(c))
            {
                continue;
            }

            if (c == ' ' || !(IsInWord(c) || Connects(end)))
            {
                break;
            }

            digit |= char.IsDigit(c);
        }

        // A German date such as "28.05." keeps its full stop.
        if (end < _text.Length && _text[end] == '.' && end - _at is >= 3 and <= 5 && _text.AsSpan(_at, end - _at) is var day
            && day.Contains('.') && day.IndexOfAnyExcept(DottedDigits) < 0)
        {
            end++;
        }

        Add(end - _at, digit ? TokenKind.Number : TokenKind.Word, straight: true);
    }

    private static bool IsInWord(char c) =>
        char.IsLetterOrDigit(c) || c == '%' || char.GetUnicodeCategory(c) is UnicodeCategory.NonSpacingMark or UnicodeCategory.CurrencySymbol;

    private readonly bool Connects(int i)
    {
        if (i + 1 >= _text.Length || !char.IsLetterOrDigit(_text[i + 1]))
        {
            return false;
        }

        var (before, after) = (_text[i - 1], _text[i + 1]);
        return _text[i] switch
        {
            '\'' or '’' or '-' or '‑' or '/' or '&' or '_' or '@' or '+' or '|' => char.IsLetterOrDigit(before) || before == '%',
            '.' => char.IsDigit(before) == char.IsDigit(after) && !(char.IsLower(before) && char.IsUpper(after)),
            ',' or ':' => char.IsDigit(before) && char.IsDigit(after),
            _ => false,
        };
    }

    private void AddMark(char c)
    {
        var length = 1;
        if (c is '.' or '!' or '?' or '…')
        {
            while (Peek(length) is '.' or '!' or '?' or '…')
            {
                length++;
            }

            var run = _text.AsSpan(_at, length);
            var key = run.Contains('?') ? "?" : run.Contains('!') ? "!" : length > 1 || c == '…' ? "…" : ".";
            Add(new Token(_at, length, TokenKind.Mark, key, WordHash.Of(key)));
        }
        else if (IsPicture(_at))
        {
            while (_at + length < _text.Length && (IsPicture(_at + length) || Peek(length) is '\u200d' or '\ufe0f' || char.IsLowSurrogate(Peek(length))))
            {
                length++;
            }

            Add(length, TokenKind.Emoji);
        }
        else
        {
            Add(1, TokenKind.Mark);
        }
    }

    private readonly bool IsPicture(int i) =>
        char.IsSurrogate(_text[i]) || char.GetUnicodeCategory(_text[i]) is UnicodeCategory.OtherSymbol;
}
