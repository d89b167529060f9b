using BridgeBot.Core.Framing.Calendar;
using BridgeBot.Core.Framing.Learned;
using BridgeBot.Core.Framing.Manners;
using BridgeBot.Core.Framing.Reading;
using BridgeBot.Core.Framing.Requests;
using BridgeBot.Core.Framing.Writing;

namespace BridgeBot.Core.Framing;

/// <summary>
/// Turns what a rep typed into asks that marketing wants to read: splits, reads the facts, suggests a positive framing,
/// keeps every fact and invents no praise. Deterministic, offline; the same input gives the same output.
/// </summary>
public static class FramingEngine
{
    /// <summary>Above this many UTF-16 code units a message is one ask in the rep's own words, softened: nobody's message is
    /// that long (Teams takes about 28 KB, https://learn.microsoft.com/microsoftteams/limits-specifications-teams), and nothing of it is lost.</summary>
    private const int LongMessage = 12_000;

    /// <summary>Reads a message and frames each of its asks. Never throws on any text; takes time linear in its length.</summary>
    public static FramingResult Frame(string text, FramingContext context)
    {
        var reading = text.Length > LongMessage ? Understanding.ByRules(text, context) : Understanding.Of(text, context);
        var told = reading.Manner.Flags.ToLookup(flag => ToneModel.IsRaisedWithout(reading, flag), flag => Describe(reading.Message, flag));
        List<ToneFlag> flags = [.. told[true]];
        var dates = reading.Dates.Select(date => Describe(reading.Message, date)).ToList();
        var tone = new Tone(ToneModel.Score(reading), flags);
        if (text.Length > LongMessage)
        {
            var own = flags.Count == 0 ? text : Renderer.Render(reading, new(0, reading.Message.Tokens.Length), softly: false);
            var any = reading.Message.Tokens.Any(token => token.IsWordLike) && own.Length > 0;
            return new(flags.Count > 0, false, tone, dates, any ? [new Ask(KindRules.Other, text, null, null, [], own, [])] : []);
        }

        var found = AskReader.Read(reading, context);
        var urgent = found.Any(ask => ask.Urgent);
        var needs = urgent || (found.Count > 0 && !reading.Positive && (reading.Manner.Flags.Count > 0 || !reading.Manner.Courteous));
        return new(needs, urgent, tone, dates, [.. found.Select((ask, place) => Complete(reading, ask, place, found.Count, needs))]) { LeftOut = [.. told[false].Concat(Inert(reading)).OrderBy(flag => flag.Start)] };
    }

    /// <summary>Frames one ask again with what the rep added in the dialog. The first wording is the suggestion.</summary>
    /// <returns>At least one wording; every fact of the ask and of the notes is in each.</returns>
    public static IReadOnlyList<string> Reword(Ask ask, FramingNotes notes, FramingContext context) =>
        Rewording.Reword(ask, notes, context);

    /// <summary>Words an answer more kindly, such as the reason of a decline: what stings is softened or left out, and each fact kept.</summary>
    /// <returns>The wording; null if nothing stings, or if no wording passes the check.</returns>
    public static string? Soften(string text, FramingContext context)
    {
        var reading = Understanding.Of(text, context);
        // "Nobody is free" is a reproach from a rep, and a plain reason here.
        if (text.Length > LongMessage || reading.Manner.Flags.All(flag => flag.Reason == ToneReasons.Generalisation))
        {
            return null;
        }

        var softer = string.Join(' ', reading.Message.Sentences
            .Select(sentence => FramingWriter.Sentence(Renderer.Render(reading, sentence, softly: false)))
            .Where(sentence => sentence.Length > 0));
        var facts = FactReader.In(reading, new(0, reading.Message.Tokens.Length));

        // "No photographer" is a fact here, and no reproach: no denial may go.
        var original = new SourceText(reading.Message, () => []);
        return softer.Length > 0 && FidelityCheck.Problems(original, facts, softer, urgent: false).Count == 0 ? softer : null;
    }

    /// <summary>Reads a day from what somebody typed into a date field or answered to "by when?".</summary>
    /// <returns>The day; null if there is none in the text.</returns>
    public static DateOnly? ReadDay(string text, FramingContext context)
    {
        var message = new Message(text.Length > LongMessage ? text[..LongMessage] : text);
        var dates = DateReader.Read(message, context);
        return dates.Count == 0 ? null : dates[0].Days.Day;
    }

    private static Ask Complete(Understanding reading, FoundAsk ask, int place, int count, bool needsReframing)
    {
        var message = reading.Message;
        var own = count == 1 ? message.Text.Trim() : string.Join(" ", ask.Parts.Select(part => message.Slice(part.Words)));
        var deadline = ask.Deadline?.Days.Day;
        // A courteous message passes unchanged; where it is cut within a sentence, the piece needs a sentence of its own.
        var wordings = needsReframing || (count > 1 && ask.Parts[0].Lead is not null) ? Checked(reading, ask, place) : [own];
        return wordings is [var first, .. var others]
            ? new(ask.Kind, own, ask.Customer, deadline, ask.Facts, first, others)
            : new(ask.Kind, own, ask.Customer, deadline, ask.Facts, own, []) { InOwnWords = true };
    }

    // Nothing is shown that does not pass; where the suggestion fails, another wording that passes takes its place, then the plainer ones.
    private static string[] Checked(Understanding reading, FoundAsk ask, int place)
    {
        var original = new SourceText(reading.Message, () => (reading.Ruled ?? reading).Manner.Flags);
        Dictionary<string, bool> checkedBodies = new(StringComparer.Ordinal);
        bool Passes(string body) => checkedBodies.TryGetValue(body, out var passes) ? passes
            : checkedBodies[body] = body.Length > 0 && FidelityCheck.Problems(original, ask.Facts, body, ask.Urgent).Count == 0;
        string[] wordings = [.. FramingWriter.Write(reading, ask, place).Where(wording => Passes(wording.Body)).Select(wording => wording.Text).Distinct()];
        return wordings.Length > 0 ? wordings : [.. FramingWriter.WritePlain(reading, ask).Distinct().Where(Passes)];
    }

    // Orders to a machine are carried nowhere, but not in silence.
    private static IEnumerable<ToneFlag> Inert(Understanding reading) =>
        AskReader.InertSentences(reading.Message).Select(sentence => Describe(reading.Message, new Flag(sentence, ToneReasons.Demand, "")));

    private static ToneFlag Describe(Message message, Flag flag)
    {
        var (start, end) = (message.Tokens[flag.Words.Start].Start, message.Tokens[flag.Words.End - 1].End);
        return new(start, end - start, message.Text[start..end], flag.Reason);
    }

    private static DatePhrase Describe(Message message, FoundDate date)
    {
        var (start, end) = (message.Tokens[date.Words.Start].Start, message.Tokens[date.Words.End - 1].End);
        return new(start, end - start, message.Text[start..end], date.Days.First, date.Days.Last);
    }
}
