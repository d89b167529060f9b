using BridgeBot.Core.Framing.Reading;
using BridgeBot.Core.Framing.Requests;

namespace BridgeBot.Core.Framing.Learned;

/// <summary>Tells the kind of an ask.</summary>
internal static class KindModel
{
    private static readonly Lazy<HashedModel> Model = HashedModel.Named("kinds.json");

    /// <summary>The kinds that it knows.</summary>
    public static readonly string[] Kinds = ["collateral", "presentation", "advertising", "event", "reference", "leads", "feedback", "exchange", "question", "other"];

    /// <summary>The kind of an ask.</summary>
    /// <param name="reading">The message.</param>
    /// <param name="pieces">The pieces of the ask.</param>
    public static string Of(Understanding reading, IReadOnlyList<Span> pieces)
    {
        if (Signals.KindIn(reading.Signals, new(pieces[0].Start, pieces[^1].End)) is { } ruled && !Kinds.Contains(ruled))
        {
            // A kind that was added later: there are no examples of it, only its cues.
            return ruled;
        }

        var features = new FeatureList(stackalloc uint[KindFeatures.Most]);
        KindFeatures.Of(reading, pieces, ref features);
        Span<uint> own = stackalloc uint[features.Count];
        var (best, most) = (Kinds[0], double.NegativeInfinity);
        foreach (var kind in Kinds)
        {
            KindFeatures.ForKind(features.Read, kind, own);
            if (Model.Value.Score(own) is var score && score > most)
            {
                (best, most) = (kind, score);
            }
        }

        return best;
    }

    /// <summary>Features as they speak for one kind.</summary>
    public static uint[] ForKind(uint[] features, string kind)
    {
        var own = new uint[features.Length];
        KindFeatures.ForKind(features, kind, own);
        return own;
    }
}
