using BridgeBot.Bench.Framing;
using BridgeBot.Core.Framing.Learned;
using BridgeBot.Core.Framing.Requests;

namespace BridgeBot.Bench.Training;

/// <summary>A text to learn from, as the model sees it.</summary>
/// <param name="Set">The set that it is from.</param>
/// <param name="Text">The text.</param>
/// <param name="Target">How likely the answer is yes: 0 to 1.</param>
/// <param name="Judged">Whether the accuracy is measured on it.</param>
/// <param name="Weight">How much it counts in learning.</param>
/// <param name="Features">The buckets of its features.</param>
/// <param name="Warmth">How much courtesy the rules found.</param>
/// <param name="Flags">The reasons of the flags that the rules found.</param>
internal sealed record Example(
    string Set, string Text, double Target, bool Judged, double Weight, int[] Features, double Warmth, IReadOnlyList<string> Flags)
{
    /// <summary>Reads a text as the engine does.</summary>
    public static Example Of(string set, string text, double target, bool judged = true, double weight = 1)
    {
        var reading = Understanding.ByRules(text, Trial.Anywhere);
        var buckets = new int[Core.Framing.Learned.Features.Most];
        var count = Core.Framing.Learned.Features.Read(reading, buckets);
        return new(
            set, text, target, judged, weight, buckets[..count],
            Math.Min(reading.Manner.Warmth, ToneModel.MostWarmth), [.. reading.Manner.Flags.Select(flag => flag.Reason)]);
    }
}
