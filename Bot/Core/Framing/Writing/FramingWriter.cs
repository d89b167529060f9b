using System.Text;
using BridgeBot.Core.Framing.Requests;

namespace BridgeBot.Core.Framing.Writing;

/// <summary>A wording of an ask.</summary>
/// <param name="Body">What of it is made of the rep's words, and so has to be checked.</param>
/// <param name="Text">The body with what is said beside it: phrases that are the same for everybody.</param>
internal readonly record struct Wording(string Body, string Text);

/// <summary>Writes the framing of an ask: the customer's need, the concrete request and the date, in the rep's own words where they can stay.</summary>
internal static class FramingWriter
{
    private const int MostNameWords = 3;
    private static readonly string[] Questions = ["could ", "would ", "can ", "may ", "is there ", "do you ", "what would ", "where ", "which ", "do we ", "what is ", "what are ", "what was ", "what do "];
    private static readonly string[] Contracted = ["it's", "that's", "there's", "they're", "he's", "she's", "we're", "i'm"];
    private static readonly string[] Pronouns = ["he", "she", "they", "it", "customers", "everyone"];
    private static readonly string[] Continuing = ["They", "We", "It", "He", "She", "The", "Their", "This", "That", "Please", "Can", "Could", "If", "Our", "Your", "There", "You", "These", "Those", "What"];
    private static readonly string[] Requests = ["please", "could you", "could we", "could someone", "could somebody", "would it be", "would be great", "?"];

    /// <summary>The wordings of an ask, the suggestion first; not checked yet.</summary>
    /// <param name="reading">The message.</param>
    /// <param name="ask">The ask.</param>
    /// <param name="place">Its place among the asks of the message; decides which of several phrases is taken.</param>
    public static IReadOnlyList<Wording> Write(Understanding reading, FoundAsk ask, int place)
    {
        if (ask.Urgent)
        {
            return WriteUrgent(reading, ask);
        }

        var body = Body(reading, ask);
        var plain = Missing(reading, body, ask);
        var closing = KindPhrases.Of(ask.Kind).Closing(place);
        var full = Asks(plain) ? plain : Join(plain, closing);
        var (thanked, thanks) = Thanks(reading, ask, full);
        var suggestion = place == 0 && thanks.Length > 0 ? Join(thanks, thanked) : place % 3 == 2 ? Join(full, "Thank you!") : full;
        return
        [
            new(place == 0 && thanks.Length > 0 ? suggestion : plain, suggestion),
            new(plain, Join(full, ask.Kind == KindRules.Question ? "Thank you so much!" : "Thank you so much for looking into it!")),
            new(plain, Asks(plain) ? plain : Join(plain, "Would that be possible?")),
            new(plain, Join("I would be grateful for your support with the following.", full)),
        ];
    }

    /// <summary>What is offered where no full wording passes: the rep's words without what is flagged; the same without the
    /// sentences that were flagged at all; the bare facts.</summary>
    public static IEnumerable<string> WritePlain(Understanding reading, FoundAsk ask)
    {
        yield return Missing(reading, Plain(reading, ask.Parts, ask.Urgent), ask);
        yield return Missing(reading, Plain(reading, ask.Parts.Where(part => !IsFlagged(reading, part)), ask.Urgent), ask);
        yield return Missing(reading, ask.Urgent ? "Urgent." : KindPhrases.Of(ask.Kind).Closing(0), ask);
    }

    private static string Plain(Understanding reading, IEnumerable<AskPart> parts, bool urgent)
    {
        var text = new StringBuilder(urgent ? "Urgent:" : "");
        foreach (var part in parts)
        {
            Append(text, Sentence(Renderer.Render(reading, part.Words, softly: false, urgent)));
        }

        return text.ToString();
    }

    private static bool IsFlagged(Understanding reading, AskPart part) =>
        reading.FlagAt.AsSpan(part.Words.Start, part.Words.Length).IndexOfAnyExcept(-1) >= 0;

    private static List<Wording> WriteUrgent(Understanding reading, FoundAsk ask)
    {
        // One sentence, so that the whole of it stands in the headline; nothing is softened but blame of colleagues.
        var parts = ask.Parts.Select(part => Renderer.Render(reading, part.Words, softly: false, severely: true).TrimEnd('.', '!')).Where(part => part.Length > 0);
        var body = Missing(reading, string.Join("; ", parts.Select((part, place) => place == 0 ? WithoutMark(part) : Continued(part))), ask);
        return [new(body, $"Urgent: {Ended(body)}"), new(body, $"Urgent, please look at this first: {Ended(body)}"), new(body, $"Urgent. {Sentence(body)}")];
    }

    // The rep's own "URGENT:" need not stand twice.
    private static string WithoutMark(string part) =>
        part.StartsWith("urgent", StringComparison.OrdinalIgnoreCase) && part.AsSpan(6).TrimStart(" :!-.,") is { Length: > 0 } rest ? rest.ToString() : part;

    // "; They want it" goes on with a small letter, unless the word is a name.
    private static string Continued(string part) => Continuing.Contains(part.Split(' ', 2)[0]) ? char.ToLowerInvariant(part[0]) + part[1..] : part;

    private static string Body(Understanding reading, FoundAsk ask)
    {
        var text = new StringBuilder(256);
        foreach (var part in ask.Parts)
        {
            if (!IsWorthKeeping(reading, part, ask, text.ToString()))
            {
                continue;
            }

            var words = Renderer.Render(reading, part.Words, softly: true);
            if (part.Lead is { } lead && Renderer.Render(reading, lead, softly: true) is { Length: > 0 } shared)
            {
                words = shared + " " + words;
            }

            if (words.Length > 0 && RequestCues.OrderWords.Contains(words.Split(' ', 2)[0].ToLowerInvariant()))
            {
                words = "could you please " + char.ToLowerInvariant(words[0]) + words[1..];
            }

            foreach (var sentence in SplitReason(words))
            {
                Append(text, Sentence(sentence));
            }
        }

        return text.ToString();
    }

    // "Could we advertise there, Acme reads it?" is a question and its reason: two sentences.
    private static string[] SplitReason(string words)
    {
        if (!Questions.Any(question => words.StartsWith(question, StringComparison.OrdinalIgnoreCase)))
        {
            return [words];
        }

        for (var comma = words.IndexOf(", ", StringComparison.Ordinal); comma > 0; comma = words.IndexOf(", ", comma + 1, StringComparison.Ordinal))
        {
            var reason = words[(comma + 2)..].Split(' ', MostNameWords + 2);
            var subject = reason[0].ToLowerInvariant();
            var name = reason.TakeWhile(word => word.Length > 0 && char.IsUpper(word[0])).Count();
            var verb = Math.Max(1, name);
            if (Contracted.Contains(subject) || (reason.Length > verb && (name > 0 || Pronouns.Contains(subject))
                && CustomerSigns.Verbs.Contains(reason[verb].TrimEnd('.', '!', '?').ToLowerInvariant())))
            {
                return NeedFirst(words[..comma], words[(comma + 2)..].TrimEnd('?', '!', '.'));
            }
        }

        return [words];
    }

    // "Would it be possible to advertise in the Gazette? Acme reads it." opens better with the customer: "Acme reads the
    // Gazette. Would it be possible to advertise there?"
    private static string[] NeedFirst(string question, string reason)
    {
        var place = question.LastIndexOf(" in ", StringComparison.Ordinal) is > 0 and var inside ? inside : question.LastIndexOf(" at ", StringComparison.Ordinal);
        var name = place > 0 ? question[(place + 4)..] : "";
        return reason.EndsWith(" it", StringComparison.Ordinal) && char.IsUpper(reason[0]) && name.Length > 0 && char.IsUpper(name[0])
            && name.Split(' ').All(word => char.IsUpper(word[0]) || word is "of" or "the" or "&")
                ? [$"{reason[..^2]}{name}", $"{question[..place]} there"]
                : [question, reason];
    }

    // A few words that ask for nothing and name nothing new are steam, or said twice for emphasis.
    private static bool IsWorthKeeping(Understanding reading, AskPart part, FoundAsk ask, string written)
    {
        if (part.Asks || ask.Parts.Count == 1)
        {
            return true;
        }

        var left = 0;
        for (var i = part.Words.Start; i < part.Words.End; i++)
        {
            left += reading.Message.Tokens[i].IsWordLike && !reading.IsFlagged(i) ? 1 : 0;
        }

        return left > 1 || FactReader.Read(reading, [part]).Any(fact => !written.Contains(fact, StringComparison.OrdinalIgnoreCase));
    }

    private static (string Body, string Thanks) Thanks(Understanding reading, FoundAsk ask, string body)
    {
        // "Thank you for the work on the new brochure": only for a thing that exists, so one with "the" or "our".
        var head = ask.Parts.FirstOrDefault(part => part.Asks);
        if (head is null || head.Hits.FirstOrDefault(hit => hit.Rule is { Asset: true, Kind: "collateral" }) is not { Rule: not null } thing)
        {
            return (body, "");
        }

        var start = thing.Words.Start;
        while (start > head.Words.Start && thing.Words.Start - start < 4 && reading.Message.Tokens[start].Key is not ("the" or "our"))
        {
            start--;
        }

        if (reading.Message.Tokens[start].Key is not ("the" or "our") || reading.IsFlagged(start))
        {
            return (body, "");
        }

        var name = reading.Message.Slice(new(start, thing.Words.End));
        var opening = name + " would be";
        return body.StartsWith(opening, StringComparison.OrdinalIgnoreCase)
            ? ("It would be" + body[opening.Length..], $"Thank you for the work on {char.ToLowerInvariant(name[0])}{name[1..]}.")
            : (body, "");
    }

    /// <summary>The text with every fact that it does not hold yet.</summary>
    private static string Missing(Understanding reading, string text, FoundAsk ask)
    {
        var facts = FidelityCheck.MissingFacts(text, ask.Facts).ToList();
        var due = ask.Deadline is { } deadline ? reading.Message.Slice(deadline.Words) : "";
        if (facts.Remove(due))
        {
            text = Join(text, Ended($"We would need it {(due.StartsWith("in ", StringComparison.OrdinalIgnoreCase) ? "" : "by ")}{due}"));
        }

        var result = facts.Count == 0 ? text : Join(text, $"For reference: {string.Join(", ", facts)}.");
        return ask.Customer is { } customer && !result.Contains(customer, StringComparison.OrdinalIgnoreCase)
            ? Join(result, $"This is for {customer}.") : result;
    }

    private static bool Asks(string text) => Requests.Any(request => text.Contains(request, StringComparison.OrdinalIgnoreCase));

    private static string Join(string first, string second) => first.Length == 0 ? second : second.Length == 0 ? first : Ended(first) + " " + second;

    private static void Append(StringBuilder text, string sentence)
    {
        if (sentence.Length > 0)
        {
            text.Append(text.Length > 0 ? " " : "").Append(sentence);
        }
    }

    /// <summary>A sentence with a capital and an end; a question mark if it opens like a question.</summary>
    public static string Sentence(string words)
    {
        if (words.Length == 0)
        {
            return "";
        }

        var isUrlOrCode = words.Contains("://", StringComparison.Ordinal) && words.IndexOf(' ') < 0;
        var text = isUrlOrCode || !char.IsLower(words[0]) || (words.Length > 1 && char.IsUpper(words[1])) ? words : char.ToUpperInvariant(words[0]) + words[1..];
        var asks = Questions.Any(question => text.StartsWith(question, StringComparison.OrdinalIgnoreCase));
        if (text[^1] == '!' && !text.StartsWith("thank", StringComparison.OrdinalIgnoreCase))
        {
            text = text.TrimEnd('!', ' ') is { Length: > 0 } calm ? calm + "." : text;
        }

        return asks && text[^1] is not '?' ? text.TrimEnd('.', '!', ' ') + "?" : Ended(text);
    }

    private static string Ended(string text) => text[^1] is '.' or '!' or '?' or ':' or '…' ? text : text + ".";
}
