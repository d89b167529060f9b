using System.Collections.Frozen;
using BridgeBot.Core.Framing.Calendar;
using BridgeBot.Core.Framing.Reading;

namespace BridgeBot.Core.Framing.Requests;

/// <summary>One ask as read, before anything is written.</summary>
/// <param name="Kind">The kind's id.</param>
/// <param name="Units">Its own units and those that give its context, in order.</param>
/// <param name="Customer">The customer's name; null if there is none.</param>
/// <param name="Deadline">The date by which it is needed; null if there is none.</param>
/// <param name="Facts">What every framing keeps.</param>
/// <param name="Urgent">Whether it relays a safety, legal or outage complaint.</param>
internal sealed record FoundAsk(
    string Kind, IReadOnlyList<Unit> Units, string? Customer, FoundDate? Deadline, IReadOnlyList<string> Facts, bool Urgent);

/// <summary>Groups the units of a message into asks: what only tells belongs to the ask beside it.</summary>
internal static class AskReader
{
    private static readonly FrozenSet<string> TheyWords =
        "they them their they'd he she him his her he'd she'd they're customer client".Split(' ').ToFrozenSet();

    private static readonly PatternIndex<RequestCue> Urgent = new(RequestCues.Urgent, cue => cue.Pattern);

    /// <summary>The asks in order; empty if nothing is asked for.</summary>
    public static List<FoundAsk> Read(Understanding reading, FramingContext context)
    {
        var groups = Group(UnitReader.Read(reading));
        List<FoundAsk> asks = [];
        string? inPlay = null;
        foreach (var units in groups)
        {
            var ask = Complete(reading, units, inPlay, context);
            inPlay = ask.Customer ?? inPlay;
            if (ask.Facts.Count > 0 || (units.Any(unit => unit.Hits.Count > 0 || unit is { Apart: true, Strength: 2 }) && IsMoreThanSteam(reading, units)) || reading.Manner.Flags.Count == 0)
            {
                asks.Add(ask);
            }
        }

        return ShareDeadline(reading, asks);
    }

    private static List<List<Unit>> Group(List<Unit> units)
    {
        List<List<Unit>> groups = [];
        List<Unit> context = [];
        List<Unit> opened = [];
        string? kind = null;
        var asked = false;
        foreach (var unit in units)
        {
            if (unit.Strength == 0 && groups.Count == 0)
            {
                context.Add(unit);
            }
            else if (unit.Strength == 0 && (unit.Another || opened.Count > 0))
            {
                // "Second, he reads the trade press." tells what the next ask is about.
                opened.Add(unit);
            }
            else if (groups.Count == 0 || opened.Count > 0 || IsAnother(unit, kind, asked))
            {
                groups.Add([.. context, .. opened, unit]);
                context.Clear();
                opened.Clear();
                (kind, asked) = (unit.Kind, unit.Strength == 2);
            }
            else
            {
                groups[^1].Add(unit);
                kind ??= unit.Strength > 0 ? unit.Kind : null;
                asked |= unit.Strength == 2;
            }
        }

        if (groups.Count > 0)
        {
            groups[^1].AddRange(opened);
        }

        // No request anywhere, but a thing is named: "Brochure in Polish. Zenith, Krakow." is an ask; venting is not.
        return groups.Count == 0 && context.Any(unit => unit.Hits.Any(hit => hit.Rule.Weight >= 2)) ? [context] : groups;
    }

    private static bool IsAnother(Unit unit, string? kind, bool asked)
    {
        var own = unit.Kind;
        if (unit is { Apart: true, Strength: 2, Continues: false })
        {
            return asked || unit.Item;
        }

        if (own is null || unit.Strength == 0 || unit.Continues)
        {
            return false;
        }

        return unit.Another
            ? own != kind || (unit.Lead is not null && unit.ForSomebody) || (asked && unit.Strength == 2 && unit.Hits.Any(hit => hit.Rule.Asset))
            : unit.Strength == 2 && kind is not null && own != kind && own is not KindRules.Feedback
                && unit.Hits.Any(hit => hit.Rule.Weight >= 2);
    }

    private static FoundAsk Complete(Understanding reading, List<Unit> units, string? inPlay, FramingContext context)
    {
        var parts = units.Select(unit => unit.Words).ToList();
        var heads = units.Where(unit => unit.Strength > 0).ToList();
        var customer = CustomerReader.Read(reading, heads.Select(unit => unit.Words)) ?? CustomerReader.Read(reading, parts);
        var name = customer is { } span ? WithoutPossessive(reading.Message.Slice(span))
            : inPlay is not null && parts.Any(part => Has(reading, part, TheyWords)) ? inPlay : null;
        // "Zenith" after "Foods Zenith" is the same customer.
        name = name is not null && inPlay is not null && inPlay.EndsWith(" " + name, StringComparison.Ordinal) ? inPlay : name;
        var urgent = parts.Sum(part => Urgency(reading, part)) >= 2;
        return new(Kind(units, name), units, name, DeadlineReader.Read(reading, parts, context), FactReader.Read(reading, units), urgent);
    }

    private static string Kind(List<Unit> units, string? customer)
    {
        var asked = units.Any(unit => unit.Strength == 2);
        List<(string, double)> weights = [];
        var first = true;
        foreach (var unit in units)
        {
            foreach (var hit in unit.Hits)
            {
                var weight = hit.Rule.Weight * (unit.Strength > 0 || hit.Rule.Weight > 6 ? 1 : 0.35);
                weight += hit.Rule.Kind == KindRules.Question && first ? 2 : 0;
                if (hit.Rule is { Asset: true, Weight: >= 1.6 } && unit.Strength == 2 && first)
                {
                    (weight, first) = (weight + 1.5, false);
                }

                weights.Add((hit.Rule.Kind, weight));
                weights.Add((KindRules.Presentation, hit.Rule.Kind == KindRules.Presentation && customer is not null ? 1 : 0));
                weights.Add((KindRules.Feedback, hit.Rule.Kind == KindRules.Feedback && !asked ? 2 : 0));
            }
        }

        return KindHit.Strongest(weights.Where(pair => pair.Item2 > 0)) ?? KindRules.Other;
    }

    private static List<FoundAsk> ShareDeadline(Understanding reading, List<FoundAsk> asks)
    {
        // "a deck for Acme and a flyer for Bolt by Friday": the date stands once and is meant for both.
        for (var i = asks.Count - 1; i > 0; i--)
        {
            if (asks[i].Deadline is { } shared && (asks[i].Units[0].Lead is not null || asks[i - 1].Units[^1].Item) && asks[i - 1].Deadline is null)
            {
                asks[i - 1] = asks[i - 1] with
                {
                    Deadline = shared,
                    Facts = [.. asks[i - 1].Facts, reading.Message.Slice(shared.Words)],
                };
            }
        }

        return asks;
    }

    // What is flagged from end to end and names nothing is venting, even where it sounds like a question.
    private static bool IsMoreThanSteam(Understanding reading, List<Unit> units) =>
        units.Any(unit => Enumerable.Range(unit.Words.Start, unit.Words.Length).Any(i => reading.Message.Tokens[i].IsWordLike && !reading.IsFlagged(i)));

    private static int Urgency(Understanding reading, Span part)
    {
        var sum = 0;
        for (var i = part.Start; i < part.End; i++)
        {
            sum += Urgent.LongestAt(reading.Message.Tokens, i)?.Rule.Strength ?? 0;
        }

        return sum;
    }

    private static bool Has(Understanding reading, Span part, FrozenSet<string> words)
    {
        for (var i = part.Start; i < part.End; i++)
        {
            if (words.Contains(reading.Message.Tokens[i].Key))
            {
                return true;
            }
        }

        return false;
    }

    private static string WithoutPossessive(string name) =>
        name.EndsWith("'s", StringComparison.OrdinalIgnoreCase) || name.EndsWith("’s", StringComparison.OrdinalIgnoreCase) ? name[..^2] : name;
}
