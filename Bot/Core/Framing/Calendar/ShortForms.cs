using BridgeBot.Core.Framing.Reading;

namespace BridgeBot.Core.Framing.Calendar;

/// <summary>Short and rough ways to write numbers of dates: "'22", "4Q22", "a few weeks", "half a year".</summary>
internal static class ShortForms
{
    /// <summary>What "few" and "several" count, as in Recognizers-Text, https://github.com/microsoft/Recognizers-Text.</summary>
    private const string Few = "3";

    /// <summary>Adds what starts at a token; how many tokens that takes, 0 if nothing starts there.</summary>
    public static int Add(DateText text, ReadOnlySpan<Token> tokens, int i) => tokens[i].Kind switch
    {
        TokenKind.Mark when tokens[i].Key is "'" or "’" => Year(text, tokens, i),
        TokenKind.Number => YearPart(text, tokens[i], i),
        TokenKind.Word when tokens[i].Key is "few" or "several" => Several(text, tokens, i),
        TokenKind.Word when tokens[i].Key is "half" => HalfYear(text, tokens, i),
        _ => 0,
    };

    // "Oct '22", but not the end of a quotation.
    private static int Year(DateText text, ReadOnlySpan<Token> tokens, int i)
    {
        if (i + 1 >= tokens.Length || tokens[i].End != tokens[i + 1].Start || (i > 0 && tokens[i - 1].End == tokens[i].Start)
            || CalendarWords.ShortYear(tokens[i + 1].Key) is not { } year || (i + 2 < tokens.Length && tokens[i + 2].Key == tokens[i].Key))
        {
            return 0;
        }

        text.Add(tokens[i + 1].As(tokens[i + 1].Kind, $"{year}"), new(i, i + 2));
        return 2;
    }

    private static int YearPart(DateText text, Token token, int i)
    {
        if (CalendarWords.YearPart(token.Key) is not (var part, var year))
        {
            return 0;
        }

        text.Add(token.As(token.Kind, part), new(i, i + 1));
        text.Add(token.As(token.Kind, $"{year}"), new(i, i + 1));
        return 1;
    }

    private static int Several(DateText text, ReadOnlySpan<Token> tokens, int i)
    {
        var unit = i + 1 < tokens.Length && tokens[i + 1].Key is "more" or "of" or "working" or "business" ? i + 2 : i + 1;
        if (unit >= tokens.Length || !(CalendarWords.Units.ContainsKey(tokens[unit].Key) || CalendarWords.TimeUnits.Contains(tokens[unit].Key)))
        {
            return 0;
        }

        if (text.Words.Length > 0 && text.Words[^1].Key is "a")
        {
            text.Drop();
        }

        text.Add(tokens[i].As(TokenKind.Number, Few), new(i, i + 1));
        return tokens[i + 1].Key is "of" or "more" ? 2 : 1;
    }

    private static int HalfYear(DateText text, ReadOnlySpan<Token> tokens, int i)
    {
        if (i + 2 >= tokens.Length || tokens[i + 1].Key is not "a" || tokens[i + 2].Key is not "year")
        {
            return 0;
        }

        text.Add(tokens[i].As(TokenKind.Number, "6"), new(i, i + 2));
        text.Add(tokens[i + 2].As(tokens[i + 2].Kind, "months"), new(i + 2, i + 3));
        return 3;
    }
}
