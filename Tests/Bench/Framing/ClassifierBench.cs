using BridgeBot.Core.Framing.Learned;
using BridgeBot.Core.Framing.Requests;

namespace BridgeBot.Bench.Framing;

/// <summary>A request with how polite people found it: a line of <c>politeness-*.jsonl</c>.</summary>
internal sealed record PoliteText(string Text, double Score, string Quartile);

/// <summary>A sentence of an e-mail: a line of <c>email-intent-*.jsonl</c>.</summary>
internal sealed record IntentText(string Text, bool Request);

/// <summary>How well the tone's score tells polite from impolite, and the asks a request from none.</summary>
internal static class ClassifierBench
{
    /// <summary>The first against the fourth quartile of a politeness set.</summary>
    public static IEnumerable<Measure> Politeness(string name, IReadOnlyList<PoliteText> texts, double accuracy, double? area)
    {
        var scored = texts.Where(text => text.Quartile is "polite" or "impolite")
            .Select(text => (text.Text, Polite: text.Quartile == "polite", Trial.Frame(text.Text, Trial.Anywhere).Tone.Score)).ToList();
        if (scored.Count == 0)
        {
            yield break;
        }

        yield return Measure.Share(
            $"polite or impolite, {name}: accuracy", accuracy,
            scored.Select(text => text.Score > 0 == text.Polite ? null : $"{(text.Polite ? "polite" : "impolite")} {text.Score:0.00} | {text.Text}"), "threshold 0; on texts that the tone was learned from, see train-tone instead");
        var pairs = scored.Select(text => (text.Score, text.Polite)).ToList();
        var (best, threshold) = Ranking.BestAccuracy(pairs);
        yield return new($"polite or impolite, {name}: accuracy, fitted threshold", best, scored.Count, null, $"threshold {threshold:0.00}, fitted on this data", []);
        yield return new($"polite or impolite, {name}: area under the curve", Ranking.Area(pairs), scored.Count, area, "", []);
    }

    /// <summary>Whether the part that was learned from e-mails tells a sentence that asks for something from one that does not.</summary>
    public static Measure Requests(IReadOnlyList<IntentText> texts) => Measure.Share(
        "request or not, e-mails: accuracy", 0.86,
        texts.Select(text => RequestModel.Score(Understanding.ByRules(text.Text, Trial.Anywhere)) > 0 == text.Request ? null : $"{(text.Request ? "request" : "none")} | {text.Text}"),
        "threshold 0; on texts that it was learned from, see train-requests instead");
}
