using BridgeBot.Core.Framing.Requests;

namespace BridgeBot.Core.Framing.Learned;

/// <summary>Tells whether a text asks its reader for something: learned from e-mails, so of any subject.</summary>
internal static class RequestModel
{
    private static readonly Lazy<HashedModel> Model = HashedModel.Named("requests.json");

    /// <summary>The logarithm of the odds that it does.</summary>
    public static double Score(Understanding reading)
    {
        var features = new FeatureList(stackalloc uint[RequestFeatures.Most]);
        RequestFeatures.Of(reading, ref features);
        return Model.Value.Score(features.Read);
    }
}
