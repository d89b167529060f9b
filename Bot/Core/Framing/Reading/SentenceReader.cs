using System.Collections.Frozen;

namespace BridgeBot.Core.Framing.Reading;

/// <summary>Finds where sentences end: not at an abbreviation, a decimal, a file extension, or within a quotation.</summary>
internal static class SentenceReader
{
    private static readonly FrozenSet<string> Abbreviations = new[]
    {
        "mr", "mrs", "ms", "dr", "st", "prof", "inc", "ltd", "co", "corp", "vs", "etc", "approx", "no", "nr", "e.g", "i.e",
        "fr", "hr", "bzw", "ca", "dept", "jan", "feb", "mar", "apr", "jun", "jul", "aug", "sep", "sept", "oct", "nov", "dec", "p", "pp", "vol",
    }.ToFrozenSet();

    /// <summary>The sentences of a message, each with its closing mark; blank ones are left out.</summary>
    public static List<Span> Read(Message message)
    {
        var tokens = message.Tokens;
        List<Span> sentences = [];
        var start = 0;
        for (var i = 0; i < tokens.Length; i++)
        {
            if (EndsAt(message, i) || StartsItem(message, i + 1, start))
            {
                AddUnlessBlank(message, sentences, new(start, i + 1));
                start = i + 1;
            }
        }

        AddUnlessBlank(message, sentences, new(start, tokens.Length));
        return sentences;
    }

    private static bool StartsItem(Message message, int i, int start) =>
        i > start && i < message.Tokens.Length
        && ((message.IsItemNumber(i) && message.Tokens[i - 1].Key != "(") || (message.Tokens[i].Key == "(" && message.IsItemNumber(i + 1)));

    private static bool EndsAt(Message message, int i)
    {
        var (tokens, token) = (message.Tokens, message.Tokens[i]);
        if (message.Quoted[i])
        {
            return false;
        }

        if (token.Kind is TokenKind.Break)
        {
            return true;
        }

        var next = i + 1 < tokens.Length ? message.Text[tokens[i + 1].Start] : '\0';
        if (token.Kind is TokenKind.Number && token.Key[^1] == '.')
        {
            return char.IsUpper(next);
        }

        return token.Key switch
        {
            "!" or "?" => token.Kind is TokenKind.Mark,
            "…" => char.IsUpper(next),
            "." => !(i > 0 && Abbreviations.Contains(tokens[i - 1].Key) && !(char.IsUpper(next) && tokens[i - 1].Key.Length > 3))
                && !(i > 0 && message.IsItemNumber(i - 1)),
            _ => token.Kind is TokenKind.Emoji && char.IsUpper(next),
        };
    }

    private static void AddUnlessBlank(Message message, List<Span> sentences, Span span)
    {
        while (span.Length > 0 && message.Tokens[span.Start].Kind is TokenKind.Break)
        {
            span = span with { Start = span.Start + 1 };
        }

        while (span.Length > 0 && message.Tokens[span.End - 1].Kind is TokenKind.Break)
        {
            span = span with { End = span.End - 1 };
        }

        for (var i = span.Start; i < span.End; i++)
        {
            if (message.Tokens[i].Kind is not TokenKind.Mark)
            {
                sentences.Add(span);
                return;
            }
        }
    }
}
