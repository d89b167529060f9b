using BridgeBot.Core.Framing.Manners;
using BridgeBot.Core.Framing.Requests;

namespace BridgeBot.Core.Framing.Learned;

/// <summary>How a message would land: what the words tell, and on top of it the courtesy and the flags that the rules found.</summary>
internal static class ToneModel
{
    /// <summary>The name of the weight of warmth.</summary>
    public const string Warmth = "warmth";

    /// <summary>Thanking more than this lands no better.</summary>
    public const double MostWarmth = 2;

    private static readonly Lazy<LinearModel> Model = new(() => LinearModel.Load("tone.json"));

    /// <summary>-1 (hurts) to 1 (warm), 0 at the border between impolite and polite.</summary>
    /// <remarks>
    /// Each flag only pulls down, and the words of a flagged phrase take no other part. So deleting it raises the score.
    /// </remarks>
    public static double Score(Understanding reading)
    {
        var model = Model.Value;
        var sum = model.Score(reading) + (model.Named[Warmth] * Math.Min(reading.Manner.Warmth, MostWarmth));
        foreach (var flag in reading.Manner.Flags)
        {
            sum -= Math.Max(model.Named.GetValueOrDefault(flag.Reason), Least(flag.Reason));
        }

        return sum / (1 + Math.Abs(sum));
    }

    /// <summary>The least that a flag pulls down, whatever the examples say: theirs are of talk among editors and programmers.</summary>
    public static double Least(string reason) => 0.3 * ToneReasons.Weight(reason);
}
