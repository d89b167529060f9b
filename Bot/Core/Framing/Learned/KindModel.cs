using BridgeBot.Core.Framing.Reading;
using BridgeBot.Core.Framing.Requests;

namespace BridgeBot.Core.Framing.Learned;

/// <summary>Tells the kind of an ask.</summary>
internal static class KindModel
{
    private static readonly Lazy<HashedModel> Model = HashedModel.Named("kinds.json");

    /// <summary>The kinds that it knows.</summary>
    public static readonly string[] Kinds = ["collateral", "presentation", "advertising", "event", "reference", "leads", "feedback", "exchange", "question", "other"];

    /// <summary>The bits that tell kinds apart.</summary>
    public const int Bits = 4;

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
        var (best, most) = (0, double.NegativeInfinity);
        for (var kind = 0; kind < Kinds.Length; kind++)
        {
            if (Model.Value.Score(features.Read, kind, Bits) is var score && score > most)
            {
                (best, most) = (kind, score);
            }
        }

        return Kinds[best];
    }
}
