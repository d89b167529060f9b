using BridgeBot.Core.Framing.Reading;

namespace BridgeBot.Core.Framing.Requests;

/// <summary>A sentence of an ask, or the part of a sentence that is its.</summary>
/// <param name="Words">Its tokens, with the closing mark.</param>
/// <param name="Asks">Whether it asks by itself, or complains about a thing that it names.</param>
/// <param name="Lead">The words that it shares with the ask before: "we need" in "we need a deck and a flyer"; null if none.</param>
/// <param name="Hits">What tells its kind.</param>
internal sealed record AskPart(Span Words, bool Asks, Span? Lead, IReadOnlyList<KindHit> Hits);

/// <summary>A word that tells a kind.</summary>
internal readonly record struct KindHit(Span Words, KindRule Rule)
{
    /// <summary>The kind with the highest sum of weights; of equal ones, the first; null if there are none.</summary>
    public static string? Strongest(ReadOnlySpan<KindHit?> hits)
    {
        string? first = null;
        Dictionary<string, double>? sums = null;
        var (sum, best) = (0.0, default(string));
        foreach (var found in hits)
        {
            if (found is not { Rule: var rule })
            {
                continue;
            }

            if (sums is null && (first is null || rule.Kind == first))
            {
                (first, best, sum) = (rule.Kind, rule.Kind, sum + rule.Weight);
                continue;
            }

            sums ??= new() { [first!] = sum };
            sums[rule.Kind] = sums.GetValueOrDefault(rule.Kind) + rule.Weight;
            best = sums[rule.Kind] > sums[best!] ? rule.Kind : best;
        }

        return best;
    }
}
