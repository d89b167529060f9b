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
    /// <remarks>The words of a phrase that a rule flags take no other part, and it only pulls down. So deleting it raises the score.</remarks>
    public static double Score(Understanding reading)
    {
        var sum = Sum(reading.Ruled ?? reading, default);
        return sum / (1 + Math.Abs(sum));
    }

    /// <summary>Whether the score would rise without a phrase. One that was learned to sting may be of polite words, as irony is: it goes
    /// from the framing, but the tone does not hang on it.</summary>
    public static bool IsRaisedWithout(Understanding reading, Flag flag) =>
        reading.Ruled is not { } ruled || ruled.Manner.Flags.Contains(flag) || Sum(ruled, flag.Words) > Sum(ruled, default);

    private static double Sum(Understanding ruled, Reading.Span without)
    {
        var model = Model.Value;
        var warmth = ruled.Manner.Courtesies.Where(courtesy => !without.Contains(courtesy.Words.Start)).Sum(courtesy => courtesy.Weight);
        var sum = model.Score(ruled, without) + (model.Named[Warmth] * Math.Min(warmth, MostWarmth));
        foreach (var flag in ruled.Manner.Flags)
        {
            sum -= without.Contains(flag.Words.Start) ? 0 : Math.Max(model.Named.GetValueOrDefault(flag.Reason), Least(flag.Reason));
        }

        return sum;
    }

    /// <summary>The least that a flag pulls down, whatever the examples say: theirs are of talk among editors and programmers.</summary>
    public static double Least(string reason) => 0.3 * ToneReasons.Weight(reason);
}
