using System.Collections.Frozen;
using BridgeBot.Core.Framing.Calendar;
using BridgeBot.Core.Framing.Learned;
using BridgeBot.Core.Framing.Reading;

namespace BridgeBot.Core.Framing.Requests;

/// <summary>One ask as read, before anything is written.</summary>
/// <param name="Kind">The kind's id.</param>
/// <param name="Parts">Its sentences and those that give its context, in order.</param>
/// <param name="Customer">The customer's name; null if there is none.</param>
/// <param name="Deadline">The date by which it is needed; null if there is none.</param>
/// <param name="Facts">What every framing keeps.</param>
/// <param name="Urgent">Whether it relays a safety, legal or outage complaint.</param>
internal sealed record FoundAsk(
    string Kind, IReadOnlyList<AskPart> Parts, string? Customer, FoundDate? Deadline, IReadOnlyList<string> Facts, bool Urgent);

/// <summary>Finds the asks of a message; what only tells belongs to the ask beside it.</summary>
internal static class AskReader
{
    private const int NounReach = 7;
    private static readonly FrozenSet<string> Articles = "a an one two three some the another new updated our his her their its any".Split(' ').ToFrozenSet();
    private static readonly FrozenSet<string> Prepositions = "for with at on in to from by of as about which who that because so if when where while but like since before after".Split(' ').ToFrozenSet();
    private static readonly PatternIndex<RequestCue> InertText = new(RequestCues.Inert, cue => cue.Pattern);
    private static readonly PatternIndex<RequestCue> Severe = new(RequestCues.Urgent, cue => cue.Pattern);

    /// <summary>The asks in order; empty if nothing is asked for.</summary>
    public static List<FoundAsk> Read(Understanding reading, FramingContext context)
    {
        // Text that is written for a machine is carried nowhere.
        List<(Span Piece, Span Sentence)> pieces = [.. reading.Pieces.Where(pair => !IsInert(reading.Message, pair.Sentence))];
        if (pieces.Count > AskModel.MostPieces)
        {
            // Nobody's asks are told apart in a wall of text: one ask, and nothing of it is lost.
            return [Complete(reading, [.. pieces.Select(pair => pair.Piece)], context)];
        }

        return pieces.Count == 0 || !(reading.Urgent || AskModel.Asks(reading)) ? []
            : MarkUrgent(reading, [.. AskModel.Split(reading, pieces).Select(ask => Complete(reading, ask, context))]);
    }

    private static FoundAsk Complete(Understanding reading, List<Span> pieces, FramingContext context)
    {
        AskPart[] parts = [.. Joined(reading, pieces)];
        var customer = PartModel.Customer(reading, pieces) is { } name ? WithoutPossessive(reading.Message.Slice(name)) : null;
        var deadline = PartModel.Deadline(reading, pieces, context.Today);
        List<string> facts = FactReader.Read(reading, parts);
        if (deadline is { } date && reading.Message.Slice(date.Words) is var due && !facts.Any(fact => fact.Contains(due, StringComparison.OrdinalIgnoreCase)))
        {
            // The date stands once and is meant for this ask too.
            facts.Add(due);
        }

        return new(KindModel.Of(reading, pieces), parts, customer, deadline, facts, Urgent: false);
    }

    // Pieces that follow each other in a sentence are one part of it.
    private static IEnumerable<AskPart> Joined(Understanding reading, List<Span> pieces)
    {
        for (var i = 0; i < pieces.Count; i++)
        {
            var (start, end) = pieces[i];
            var sentence = reading.Message.SentenceAt(start);
            while (i + 1 < pieces.Count && pieces[i + 1].Start == end && end < sentence.End)
            {
                end = pieces[++i].End;
            }

            yield return Part(reading, new(start, end), sentence);
        }
    }

    private static AskPart Part(Understanding reading, Span words, Span sentence)
    {
        var traits = reading.Evidence.TraitsIn(words);
        KindHit[] hits = [.. Signals.HitsIn(reading.Signals, words)];
        var asks = (traits & Traits.Asks) != 0;
        return new(
            words, asks || ((traits & Traits.Complains) != 0 && hits.Any(hit => hit.Rule.Asset)),
            asks || words.Start == sentence.Start ? null : Lead(reading, words, sentence), hits);
    }

    // "We need" of "we need a deck for Acme and a flyer for Bolt": up to the first thing, if that is asked for.
    private static Span? Lead(Understanding reading, Span words, Span sentence)
    {
        if (Prepositions.Contains(FirstWord(reading.Message, words)))
        {
            return null;
        }

        var thing = sentence.Start;
        while (thing < words.Start && !(reading.Signals.KindAt[thing] is { Rule.Asset: true } || ThingWords.Is(reading.Message.Tokens[thing])))
        {
            thing++;
        }

        var end = thing;
        for (var i = thing; thing < words.Start && i > sentence.Start && thing - i < NounReach; i--)
        {
            if (Articles.Contains(reading.Message.Tokens[i].Key))
            {
                end = i;
                break;
            }
        }

        return thing < words.Start && end > sentence.Start && (reading.Evidence.TraitsIn(new(sentence.Start, end)) & Traits.Asks) != 0 ? new(sentence.Start, end) : null;
    }

    private static string FirstWord(Message message, Span words)
    {
        for (var i = words.Start; i < words.End; i++)
        {
            if (message.Tokens[i].IsWordLike && message.Tokens[i].Key is not ("and" or "or" or "plus" or "also"))
            {
                return message.Tokens[i].Key;
            }
        }

        return "";
    }

    /// <summary>The sentences that are written for a machine, in order.</summary>
    public static IEnumerable<Span> InertSentences(Message message) => message.Sentences.Where(sentence => IsInert(message, sentence));

    private static bool IsInert(Message message, Span sentence) => Enumerable.Range(sentence.Start, sentence.Length).Any(i => InertText.LongestAt(message.Tokens, i) is not null);

    /// <summary>How much tells of a danger, a breach of the law or an outage.</summary>
    public static int Urgency(Understanding reading) => Urgency(reading, new(0, reading.Message.Tokens.Length));

    private static int Urgency(Understanding reading, Span part) =>
        Enumerable.Range(part.Start, part.Length).Sum(i => Severe.LongestAt(reading.Message.Tokens, i)?.Rule.Strength ?? 0);

    // What is urgent is each ask that tells so; if none does by itself, the one that hints most.
    private static List<FoundAsk> MarkUrgent(Understanding reading, List<FoundAsk> asks)
    {
        if (!reading.Urgent)
        {
            return asks;
        }

        int[] told = [.. asks.Select(ask => ask.Parts.Sum(part => Urgency(reading, part.Words)))];
        return [.. asks.Select((ask, i) => ask with { Urgent = told[i] >= 2 || (told[i] == told.Max() && Array.IndexOf(told, told[i]) == i) })];
    }

    private static string WithoutPossessive(string name) =>
        name.EndsWith("'s", StringComparison.OrdinalIgnoreCase) || name.EndsWith("’s", StringComparison.OrdinalIgnoreCase) ? name[..^2] : name;
}
