namespace BridgeBot.Bench.Load;

/// <summary>The middle of several runs: one that was disturbed does not count.</summary>
internal static class Medians
{
    public static double Median(this IEnumerable<double> values)
    {
        double[] sorted = [.. values.Order()];
        return sorted[sorted.Length / 2];
    }
}
