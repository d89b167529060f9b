using BridgeBot.Core.Framing;

namespace BridgeBot.Bench.Framing;

/// <summary>A message, what the engine made of it, and which found ask answers which expected one.</summary>
/// <param name="Message">The message.</param>
/// <param name="Result">What the engine made of it.</param>
/// <param name="Pairs">For each expected ask the found one; null if there is none.</param>
internal sealed record FramedMessage(SalesMessage Message, FramingResult Result, IReadOnlyList<(SalesAsk Expected, Ask? Found)> Pairs)
{
    /// <summary>Frames a message and pairs the asks.</summary>
    public static FramedMessage Of(SalesMessage message)
    {
        var result = Trial.Frame(message.Text, new(message.Today, message.Locale));
        return new(message, result, Pair(message, result.Asks));
    }

    /// <summary>Every wording that the engine offers.</summary>
    public IEnumerable<string> Wordings => Result.Asks.SelectMany(ask => ask.Alternatives.Prepend(ask.Framing));

    /// <summary>The start of the text, to tell messages apart in a list of failures.</summary>
    public string Name => $"{Message.Id}: {Message.Text[..Math.Min(60, Message.Text.Length)].ReplaceLineEndings(" ")}";

    /// <summary>The name and a remark for each expected ask that fails a test; null for each that passes.</summary>
    public IEnumerable<string?> EachAsk(Func<SalesAsk, Ask?, string?> problem) =>
        Pairs.Select(pair => problem(pair.Expected, pair.Found) is { } wrong ? $"{Name} | {wrong}" : null);

    // In order, as many as possible, and of those ways the one that keeps most: the longest common subsequence with weights.
    private static List<(SalesAsk, Ask?)> Pair(SalesMessage message, IReadOnlyList<Ask> found)
    {
        var expected = message.Asks;
        var best = new double[expected.Count + 1, found.Count + 1];
        for (var i = expected.Count - 1; i >= 0; i--)
        {
            for (var j = found.Count - 1; j >= 0; j--)
            {
                best[i, j] = Math.Max(Weight(message, expected[i], found[j]) + best[i + 1, j + 1], Math.Max(best[i + 1, j], best[i, j + 1]));
            }
        }

        List<(SalesAsk, Ask?)> pairs = [];
        for (var (i, j) = (0, 0); i < expected.Count; i++)
        {
            while (j < found.Count && best[i, j] == best[i, j + 1])
            {
                j++;
            }

            var taken = j < found.Count && best[i, j] > best[i + 1, j];
            pairs.Add((expected[i], taken ? found[j++] : null));
        }

        return pairs;
    }

    private static double Weight(SalesMessage message, SalesAsk expected, Ask found) =>
        1 + ((double)expected.Keep.Count(keep => WordEdges.Keeps(found.Framing, keep, message.Text)) / (expected.Keep.Count + 1));
}
