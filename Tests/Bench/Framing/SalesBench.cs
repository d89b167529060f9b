using System.Text.RegularExpressions;
using BridgeBot.Core.Framing;

namespace BridgeBot.Bench.Framing;

/// <summary>What is found and kept in the messages of sales reps.</summary>
internal static partial class SalesBench
{
    /// <summary>All measures on these messages.</summary>
    public static IEnumerable<Measure> Run(IReadOnlyList<SalesMessage> messages)
    {
        var framed = messages.Select(FramedMessage.Of).ToList();
        return [.. Kept(framed), .. Found(framed), .. Handled(framed)];
    }

    private static IEnumerable<Measure> Kept(List<FramedMessage> framed)
    {
        yield return Measure.Share(
            "facts kept: required substrings, each in its own ask", 1,
            framed.SelectMany(message => message.Pairs.SelectMany(pair => pair.Expected.Keep.Select(keep =>
                pair.Found is not null && WordEdges.Keeps(pair.Found.Framing, keep, message.Message.Text) ? null : $"{message.Name} | {keep} | {pair.Found?.Framing ?? "no such ask"}"))));
        yield return Measure.Share(
            "facts kept: messages where every one is, each in its own ask", 1,
            framed.Where(message => message.Pairs.Count > 0).Select(message => Lost(message, (pair, keep) => pair is null ? [] : [pair.Framing])));
        yield return Measure.Share(
            "facts kept: messages where every one is, in any of the asks", null,
            framed.Where(message => message.Pairs.Count > 0).Select(message => Lost(message, (_, _) => message.Result.Asks.Select(ask => ask.Framing))));
        yield return Measure.Share(
            "facts kept: the same in every other wording", null,
            framed.Where(message => message.Pairs.Count > 0).Select(message => message.Pairs
                .SelectMany(pair => (pair.Found?.Alternatives ?? []).SelectMany(other => pair.Expected.Keep.Where(keep =>
                    WordEdges.Keeps(pair.Found!.Framing, keep, message.Message.Text) && !WordEdges.Keeps(other, keep, message.Message.Text))))
                .FirstOrDefault() is { } lost ? $"{message.Name} | {lost}" : null));
        var negatives = framed.SelectMany(message => message.Message.Negative.Select(negative => (message, negative))).ToList();
        var survivors = negatives.Where(pair => pair.message.Wordings.Any(wording => WordEdges.HoldsOutsideQuotations(wording, pair.negative)))
            .Select(pair => $"{pair.message.Name} | {pair.negative}").ToList();
        yield return new(
            "flagged phrases that survive outside quotations", (double)survivors.Count / Math.Max(1, negatives.Count), negatives.Count, 0,
            "in any wording of any ask", survivors, Lower: true);
    }

    private static string? Lost(FramedMessage message, Func<Ask?, string, IEnumerable<string>> wordings) => message.Pairs
        .SelectMany(pair => pair.Expected.Keep.Where(keep =>
            !wordings(pair.Found, keep).Any(wording => WordEdges.Keeps(wording, keep, message.Message.Text))))
        .ToList() is { Count: > 0 } lost ? $"{message.Name} | {string.Join("; ", lost)}" : null;

    private static IEnumerable<Measure> Found(List<FramedMessage> framed)
    {
        yield return Measure.Share("number of asks", 0.9, framed.Select(Count));
        yield return Measure.Share("number of asks, messages with none or several", 0.85, framed.Where(message => message.Message.Asks.Count != 1).Select(Count));
        yield return Measure.Share("kind of each ask", 0.9, framed.SelectMany(message => message.EachAsk((expected, found) =>
            found is not null && (found.Kind == expected.Kind || expected.AltKinds?.Contains(found.Kind) == true) ? null : $"{expected.Kind}, found {Show(found, found?.Kind)}")));
        yield return Measure.Share("customer of each ask", 0.95, framed.SelectMany(message => message.EachAsk((expected, found) =>
            found is not null && (Same(found.Customer, expected.Customer) || expected.AltCustomers?.Any(other => Same(found.Customer, other)) == true)
                ? null : $"{expected.Customer ?? "none"}, found {Show(found, found?.Customer)}")));
        yield return Measure.Share("deadline of each ask", 0.95, framed.SelectMany(message => message.EachAsk((expected, found) =>
            found is not null && IsRight(message.Message, expected, found.Deadline)
                ? null : $"{Show(expected.Deadline)}, found {Show(found, Show(found?.Deadline))}")));
    }

    private static IEnumerable<Measure> Handled(List<FramedMessage> framed)
    {
        yield return Measure.Share("already positive: left alone", 1, framed.Where(message => message.Message.AlreadyPositive).Select(message =>
            message.Result.NeedsReframing ? $"{message.Name} | reframed for {string.Join(", ", message.Result.Tone.Flags.Select(flag => flag.Text))}"
            : message.Result.Asks.Any(ask => Words(ask.Framing).Except(Words(message.Message.Text)).Any()) ? $"{message.Name} | new words" : null));
        var urgent = framed.Where(message => message.Message.UrgentRelay).ToList();
        yield return Measure.Share("urgent complaints: recognised", 1, urgent.Select(message => message.Result.UrgentRelay ? null : message.Name));
        yield return Measure.Share(
            "urgent complaints: unsoftened, all facts in the first sentence", 1,
            urgent.Select(message => Lost(message, (found, _) => found is null ? [] : [FirstSentence().Match(found.Framing).Value]) is { } lost ? lost
                : message.Result.Asks.Any(ask => Softening().IsMatch(FirstSentence().Match(ask.Framing).Value)) ? $"{message.Name} | softened" : null));
        yield return Measure.Share(
            "urgent complaints: others not taken for one", null,
            framed.Where(message => !message.Message.UrgentRelay).Select(message => message.Result.UrgentRelay ? message.Name : null));
        yield return Measure.Share(
            "text written for a machine: carried nowhere", null,
            framed.Where(message => message.Message.Inert is not null).Select(message => message.Message.Inert!
                .FirstOrDefault(inert => message.Wordings.Any(wording => wording.Contains(inert, StringComparison.Ordinal))) is { } carried ? $"{message.Name} | {carried}" : null),
            "cards escape what is left");
        yield return Measure.Share(
            "framings that pass the public fidelity check", null,
            framed.Where(message => message.Result.NeedsReframing).SelectMany(message => message.Result.Asks.Select(ask =>
                FidelityCheck.Problems(message.Message.Text, ask.Facts, ask.Framing) is { Count: > 0 } problems ? $"{message.Name} | {string.Join("; ", problems)}" : null)));
    }

    private static string? Count(FramedMessage message) => message.Result.Asks.Count == message.Message.Asks.Count ? null
        : $"{message.Name} | {message.Message.Asks.Count}, found {message.Result.Asks.Count}: {string.Join(" / ", message.Result.Asks.Select(ask => ask.Text))}";

    private static bool Same(string? one, string? other) => string.Equals(one, other, StringComparison.OrdinalIgnoreCase);

    // "ASAP" and the like are no deadline; today is accepted.
    private static bool IsRight(SalesMessage message, SalesAsk expected, DateOnly? found) =>
        found == expected.Deadline || expected.AltDeadlines?.Contains(found) == true
        || (expected.Deadline is null && found == message.Today && Immediately().IsMatch(message.Text));

    private static string Show(Ask? found, string? value) => found is null ? "no such ask" : value ?? "none";

    private static string Show(DateOnly? day) => day is { } date ? $"{date:O}" : "none";

    private static IEnumerable<string> Words(string text) => text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries);

    [GeneratedRegex(@"\b(asap|now|immediately|right away|at once|urgent|urgently)\b", RegexOptions.IgnoreCase)]
    private static partial Regex Immediately();

    // Up to a full stop, question or exclamation mark that a new sentence follows.
    [GeneratedRegex(@"^.*?(?:[.!?](?=\s+\p{Lu})|$)", RegexOptions.Singleline)]
    private static partial Regex FirstSentence();

    [GeneratedRegex(@"\b(thank|thanks|love|great work|appreciate|when you have a moment|if possible)\b", RegexOptions.IgnoreCase)]
    private static partial Regex Softening();
}
