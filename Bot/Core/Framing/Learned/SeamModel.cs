using BridgeBot.Core.Framing.Reading;

namespace BridgeBot.Core.Framing.Learned;

/// <summary>Tells whether a sentence still reads as one without some of its words.</summary>
internal static class SeamModel
{
    private static readonly Lazy<HashedModel> Seams = HashedModel.Named("seams.json");

    /// <summary>How surely what is left around a gap reads on: the logarithm of the odds.</summary>
    public static double Score(Evidence evidence, Span sentence, Span gap)
    {
        var features = new FeatureList(stackalloc uint[SeamFeatures.Most]);
        SeamFeatures.Of(evidence, sentence, gap, ref features);
        return Seams.Value.Score(features.Read);
    }
}
