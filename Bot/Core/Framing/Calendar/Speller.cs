using BridgeBot.Core.Framing.Reading;

namespace BridgeBot.Core.Framing.Calendar;

/// <summary>Writes a message the one way that the date rules know, so that each rule says a phrase once.</summary>
internal static class Speller
{
    /// <summary>The message for the date rules.</summary>
    public static DateText Spell(Message message)
    {
        var tokens = message.Tokens.AsSpan();
        var text = new DateText(tokens.Length + 4);
        for (var i = 0; i < tokens.Length; i++)
        {
            if (ShortForms.Add(text, tokens, i) is > 0 and var taken)
            {
                i += taken - 1;
                continue;
            }

            i += tokens[i].Kind switch
            {
                TokenKind.Word => Word(text, tokens, i),
                TokenKind.Number => Number(text, tokens, i),
                TokenKind.Mark when IsSilent(message, i) => 0,
                _ => Same(text, tokens[i], i),
            };
        }

        return text;
    }

    // Each returns how many tokens it took beyond the first.
    private static int Same(DateText text, Token token, int i)
    {
        text.Add(token, new(i, i + 1));
        return 0;
    }

    private static int Word(DateText text, ReadOnlySpan<Token> tokens, int i)
    {
        var key = tokens[i].Key;
        if (key is "am" or "pm" or "a.m" or "p.m" or "oclock" or "o'clock" && i > 0 && text.Words.Length > 0
            && (CalendarWords.IsClock(text.Words[^1].Key) || text.Words[^1].Key == DateText.Time))
        {
            text.Stretch(DateText.Time, i + 1);
            return 0;
        }

        if (SpelledNumber.MayStart(tokens[i]) && SpelledNumber.Read(tokens, i) is { } number)
        {
            text.Add(tokens[i].As(TokenKind.Number, number.Digits), new(i, i + number.Length));
            return number.Length - 1;
        }

        if (key == "couple")
        {
            return Couple(text, tokens, i);
        }

        if (key.EndsWith("'s", StringComparison.Ordinal))
        {
            return Same(text, tokens[i].As(TokenKind.Word, key[..^2]), i);
        }

        return key.Contains('-') && Split(text, tokens[i], i) ? 0 : Same(text, tokens[i], i);
    }

    // "a couple of" is two.
    private static int Couple(DateText text, ReadOnlySpan<Token> tokens, int i)
    {
        if (text.Words.Length > 0 && text.Words[^1].Key == "a")
        {
            text.Drop();
        }

        text.Add(tokens[i].As(TokenKind.Number, "2"), new(i, i + 1));
        return i + 1 < tokens.Length && tokens[i + 1].Key == "of" ? 1 : 0;
    }

    private static int Number(DateText text, ReadOnlySpan<Token> tokens, int i)
    {
        var (token, key) = (tokens[i], tokens[i].Key);
        if (CalendarWords.IsTime(key))
        {
            return Same(text, token.As(TokenKind.Number, DateText.Time), i);
        }

        // "2026-12-16T12:23:59" and "20261216".
        if (key.Length > 11 && key[10] == 't' && CalendarWords.LooksNumeric(key[..10]))
        {
            return Same(text, token.As(TokenKind.Number, key[..10]), i);
        }

        // "the 1980's", "in 2027's plan".
        if (key.EndsWith("'s", StringComparison.Ordinal) && (CalendarWords.Year(key[..^2]) is not null || CalendarWords.Decade($"{key[..^2]}s") is not null))
        {
            return Same(text, token.As(token.Kind, CalendarWords.Decade($"{key[..^2]}s") is null ? key[..^2] : $"{key[..^2]}s"), i);
        }

        if (CalendarWords.CompactDay(key) is { } day)
        {
            return Same(text, token.As(TokenKind.Number, day), i);
        }

        var followsMonth = text.Words.Length > 0 && CalendarWords.Months.ContainsKey(text.Words[^1].Key);
        return NumericDate.MonthAndYear(key) is not null || (CalendarWords.LooksNumeric(key) && !(followsMonth && char.IsLetter(key[^1])))
            || CalendarWords.DayRange(key) is not null || !Split(text, token, i) ? Same(text, token, i) : 0;
    }

    /// <summary>Cuts "2014-2018", "Nov-Feb", "2027-Q1", "Fri-Jun-15" and "mar4"; a dash is kept between two of a kind, where it means "to".</summary>
    private static bool Split(DateText text, Token token, int i)
    {
        var key = token.Key;
        var place = new Span(i, i + 1);
        if (key[0] == '~' && CalendarWords.Year(key[1..]) is not null)
        {
            text.Add(token.As(token.Kind, "-"), place);
            text.Add(token.As(token.Kind, key[1..]), place);
            return true;
        }

        if (key.IndexOf('-') < 0)
        {
            if (key.AsSpan().IndexOfAnyInRange('0', '9') is not (>= 3 and var cut) || CalendarWords.Piece(key[..cut]) != 'm' || CalendarWords.Piece(key[cut..]) != 'd')
            {
                return false;
            }

            text.Add(token.As(TokenKind.Word, key[..cut]), place);
            text.Add(token.As(token.Kind, key[cut..]), place);
            return true;
        }

        var parts = key.Split('-');
        if (parts.Length > 3 || Array.TrueForAll(parts, part => CalendarWords.Piece(part) == 'd') || Array.Exists(parts, part => CalendarWords.Piece(part) is null))
        {
            return false;
        }

        for (var p = 0; p < parts.Length; p++)
        {
            if (p > 0 && (CalendarWords.Piece(parts[p - 1]) == CalendarWords.Piece(parts[p]) || CalendarWords.Piece(parts[p - 1]) == 'd'))
            {
                text.Add(token.As(TokenKind.Mark, "-"), place);
            }

            text.Add(token.As(char.IsDigit(parts[p][0]) ? TokenKind.Number : TokenKind.Word, parts[p]), place);
        }

        return true;
    }

    // The full stop of "Dec. 31" and the apostrophe of "Workers' Day".
    private static bool IsSilent(Message message, int i)
    {
        if (i == 0 || message.Tokens[i - 1] is not { Kind: TokenKind.Word } before || before.End != message.Tokens[i].Start)
        {
            return false;
        }

        return message.Tokens[i].Key switch
        {
            "'" or "’" => before.Key[^1] == 's',
            "." when before.Key is "st" => true,
            "." => before.Length is 3 or 4 && (CalendarWords.Months.ContainsKey(before.Key) || CalendarWords.Weekdays.ContainsKey(before.Key))
                && i + 1 < message.Tokens.Length && message.Tokens[i + 1].IsWordLike && !char.IsUpper(message.Text[message.Tokens[i + 1].Start]),
            _ => false,
        };
    }
}
