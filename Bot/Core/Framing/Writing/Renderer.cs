using System.Text;
using BridgeBot.Core.Framing.Manners;
using BridgeBot.Core.Framing.Reading;
using BridgeBot.Core.Framing.Requests;

namespace BridgeBot.Core.Framing.Writing;

/// <summary>Writes the rep's own words again: what is flagged softened or left out, quotations and facts untouched.</summary>
internal static class Renderer
{
    private static readonly PatternIndex<WordingRule> Wordings = new(WordingRules.All, rule => rule.Pattern);

    /// <summary>The words of some tokens, softened; empty if nothing is left.</summary>
    /// <param name="reading">The message.</param>
    /// <param name="part">The tokens.</param>
    /// <param name="softly">Whether neutral needs and orders are turned into requests as well.</param>
    /// <param name="severely">Whether what tells how bad or how urgent it is stays as typed.</param>
    public static string Render(Understanding reading, Span part, bool softly, bool severely = false)
    {
        var tokens = reading.Message.Tokens;
        var text = new StringBuilder(256);
        part = part with { Start = SkipOpeners(reading, part) };
        var left = Leftovers.Of(reading, part);
        for (var i = part.Start; i < part.End;)
        {
            if (left is not null && left[i - part.Start])
            {
                i++;
                continue;
            }

            var gap = i > part.Start && tokens[i].Start > tokens[i - 1].End && text.Length > 0 && text[^1] != ' ';
            if (gap)
            {
                text.Append(' ');
            }

            i = Next(reading, part, i, softly, severely, text);
        }

        return Tidy(text.ToString());
    }

    private static int Next(Understanding reading, Span part, int i, bool softly, bool severely, StringBuilder text)
    {
        var (message, tokens) = (reading.Message, reading.Message.Tokens);
        if (reading.FlagAt[i] >= 0 && !(severely && ToneReasons.IsSeverity(reading.Manner.Flags[reading.FlagAt[i]].Reason)))
        {
            var flag = reading.Manner.Flags[reading.FlagAt[i]];
            text.Append(flag.Softer ?? Calm(message.Slice(flag.Words)));
            // "still no brochure" becomes "we would love to have a brochure".
            text.Append((flag.Softer?.EndsWith(" have", StringComparison.Ordinal) is true || flag.Softer?.EndsWith(" yet", StringComparison.Ordinal) is true) ? Signals.ArticleFor(tokens, flag.Words.End) : "");
            return Math.Max(i + 1, flag.Words.End);
        }

        if (softly && !message.Quoted[i] && Wordings.LongestAt(tokens, i) is { } wording && wording.End <= part.End && !AnyFlagged(reading, i, wording.End))
        {
            text.Append(wording.Rule.Better.Replace("*", tokens[wording.End - 1].Key, StringComparison.Ordinal));
            return wording.End;
        }

        if (tokens[i].Kind is TokenKind.Break)
        {
            text.Append(' ');
        }
        else if (tokens[i].Kind is not TokenKind.Code || message.Raw(i)[0] == '`')
        {
            text.Append(message.Raw(i));
        }

        return i + 1;
    }

    // What was shouted, in lower case; languages keep their capital.
    private static string Calm(string shouted) => string.Join(' ', shouted.ToLowerInvariant().Split(' ').Select(word =>
        word is "i" or "german" or "french" or "english" or "spanish" or "polish" or "italian" or "dutch" or "czech" or "chinese" or "japanese"
            ? char.ToUpperInvariant(word[0]) + word[1..] : word));

    private static bool AnyFlagged(Understanding reading, int from, int end)
    {
        for (var i = from; i < end; i++)
        {
            if (reading.FlagAt[i] >= 0)
            {
                return true;
            }
        }

        return false;
    }

    private static int SkipOpeners(Understanding reading, Span part)
    {
        var (i, tokens) = (part.Start, reading.Message.Tokens);
        var bracket = tokens[i].Key == "(" ? 1 : 0;
        if (reading.Message.IsItemNumber(i + bracket) && i + bracket + 2 < part.End)
        {
            i += bracket + 2;
        }

        while (i < part.End - 1 && tokens[i].Key is "and" or "but" or "so" or "also" or "oh" or "ok" or "okay" or "well" or "plus" or "," or "-" or "–" or "—" or "*" or "•"
            or ";" or "+" or "&" or "second" or "secondly" or "third" or "thirdly" or "finally" or "lastly" or "then"
            or ":" && reading.FlagAt[i] < 0)
        {
            i++;
        }

        return tokens[i].Key is "first" && i + 1 < part.End && tokens[i + 1].Key == "," ? i + 2 : i;
    }

    /// <summary>Mends the seams where something was left out.</summary>
    public static string Tidy(string text)
    {
        var result = new StringBuilder(text.Length);
        for (var i = 0; i < text.Length; i++)
        {
            var c = text[i];
            if (c == ' ' && (result.Length == 0 || result[^1] is ' ' or '('))
            {
                continue;
            }

            if (c is ',' or '.' or '!' or '?' or ';' or ')' && result.Length > 0 && result[^1] == ' '
                && !(c == '.' && i + 1 < text.Length && char.IsLetterOrDigit(text[i + 1])))
            {
                result.Length--;
            }

            if (c is ',' or ';' && (result.Length == 0 || result[^1] is ',' or ';' or ':'))
            {
                continue;
            }

            // "Sorry, but that is mad: it is gone" has lost what stood before its colon.
            if (c == ':' && i + 1 < text.Length && text[i + 1] == ' ' && result.Length > 1 && result[^1] == ' ' && (result[^2] is ',' or ';'))
            {
                continue;
            }

            if (c is '.' or '!' or '?' or ')' && !(c == '.' && i + 1 < text.Length && char.IsLetterOrDigit(text[i + 1])))
            {
                while (result.Length > 0 && result[^1] is ',' or ';' or ' ' or '–' or '—')
                {
                    result.Length--;
                }
            }

            result.Append(c);
        }

        return Trim(result.ToString());
    }

    private static string Trim(string text)
    {
        var trimmed = text.Trim(' ', ',', ';', '-', '–', '—', '+', '&', ':');
        foreach (var dangling in (ReadOnlySpan<string>)[" and", " but", " so", " because", " or"])
        {
            var body = trimmed.TrimEnd('.', '!', '?');
            if (body.EndsWith(dangling, StringComparison.OrdinalIgnoreCase))
            {
                trimmed = body[..^dangling.Length].TrimEnd(' ', ',') + trimmed[body.Length..];
            }
        }

        // "could we look at the £9k on?": the verb that wanted the "on" is gone.
        trimmed = trimmed.EndsWith(" on?", StringComparison.Ordinal) ? trimmed[..^4] + "?" : trimmed;
        return trimmed.Any(char.IsLetterOrDigit) ? trimmed : "";
    }
}
