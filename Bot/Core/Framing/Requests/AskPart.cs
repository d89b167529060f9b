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
    /// <summary>The kind with the highest sum; of equal ones, the first.</summary>
    public static string? Strongest(IEnumerable<(string Kind, double Weight)> hits)
    {
        Dictionary<string, double> sums = [];
        string? best = null;
        foreach (var (kind, weight) in hits)
        {
            sums[kind] = sums.GetValueOrDefault(kind) + weight;
            best = best is null || sums[kind] > sums[best] ? kind : best;
        }

        return best;
    }
}
