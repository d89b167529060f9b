using System.Globalization;
using System.Text.RegularExpressions;

namespace BridgeBot.Bench.Framing;

/// <summary>
/// Whether the tone of a reworded ask rises also without its courtesy: wrapping any text in "thanks, could you please" lifts a
/// politeness score, so greetings, thanks and request forms are taken away on both sides before they are compared.
/// </summary>
internal static partial class ToneGainBench
{
    /// <summary>The measures on the asks that hold a phrase which must not survive.</summary>
    /// <param name="messages">The messages.</param>
    /// <param name="vader">Lines of VADER's lexicon (word, tab, mean valence): a judge who knows nothing of the engine. Empty if not there.</param>
    public static IEnumerable<Measure> Run(IReadOnlyList<SalesMessage> messages, IEnumerable<string> vader)
    {
        var framed = messages.Where(message => !message.UrgentRelay).Select(FramedMessage.Of).Where(message => message.Result.NeedsReframing).ToList();
        var asks = (from message in framed
                    from ask in message.Result.Asks
                    where message.Message.Negative.Any(negative => WordEdges.HoldsOutsideQuotations(ask.Text, negative))
                    select (message.Name, Before: WithoutCourtesy(ask.Text), After: WithoutCourtesy(ask.Framing))).ToList();
        yield return Measure.Share(
            "tone without courtesy rises", 0.9,
            asks.Select(ask => Score(ask.After) is var after && Score(ask.Before) is var before && after > before ? null : $"{ask.Name} | {before:0.00} to {after:0.00}: {ask.After}"),
            "asks with a negative phrase, by the engine's own score");
        var valence = vader.Select(line => line.Split('\t')).Where(parts => parts.Length > 1)
            .GroupBy(parts => parts[0]).ToDictionary(group => group.Key, group => double.Parse(group.First()[1], CultureInfo.InvariantCulture));
        if (valence.Count > 0)
        {
            yield return Measure.Share(
                "tone without courtesy does not fall, by VADER's words", null,
                asks.Select(ask => Valence(valence, ask.After) is var after && Valence(valence, ask.Before) is var before && after >= before ? null : $"{ask.Name} | {before:0.0} to {after:0.0}: {ask.After}"),
                "the same asks; sum of the words' valence");
        }

        yield return Measure.Share(
            "asks with more than the plainer framing", 0.9,
            framed.SelectMany(message => message.Result.Asks.Select(ask => ask.Alternatives.Count > 0 ? null : $"{message.Name} | {ask.Framing}")),
            "the plainer framing is the one that comes without another wording");
    }

    private static double Score(string text) => Trial.Frame(text, Trial.Anywhere).Tone.Score;

    private static double Valence(Dictionary<string, double> valence, string text) =>
        Word().Matches(text).Sum(word => valence.GetValueOrDefault(word.Value.ToLowerInvariant()));

    private static string WithoutCourtesy(string text) =>
        Courtesy().Replace(string.Join(" ", Sentence().Matches(text).Select(match => match.Value).Where(sentence => !Thanks().IsMatch(sentence))), "").Trim();

    [GeneratedRegex(@"\b(thank|thanks|thx|appreciate|appreciated|grateful|cheers)\b", RegexOptions.IgnoreCase)]
    private static partial Regex Thanks();

    [GeneratedRegex(@"\b(hi|hello|hey|dear|good morning|please|pls|(could|would|can|may|might) (you|we|i|it|somebody|someone)( be possible to)?|would (love|like)|happy to|(help|be) great)\b[,!]?", RegexOptions.IgnoreCase)]
    private static partial Regex Courtesy();

    [GeneratedRegex(@"\S.*?(?:[.!?]+(?=\s|$)|$)", RegexOptions.Singleline)]
    private static partial Regex Sentence();

    [GeneratedRegex(@"[\p{L}']+")]
    private static partial Regex Word();
}
