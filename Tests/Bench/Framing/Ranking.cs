namespace BridgeBot.Bench.Framing;

/// <summary>How well a score separates two classes.</summary>
internal static class Ranking
{
    /// <summary>The area under the ROC curve: the chance that a random positive scores above a random negative; a tie counts half.</summary>
    public static double Area(IReadOnlyList<(double Score, bool Positive)> scored)
    {
        var (positives, negatives, sum) = (0L, 0L, 0.0);
        foreach (var tie in scored.GroupBy(item => item.Score).OrderBy(group => group.Key))
        {
            var up = tie.Count(item => item.Positive);
            var down = tie.Count() - up;
            sum += up * (negatives + (down / 2.0));
            (positives, negatives) = (positives + up, negatives + down);
        }

        return sum / (positives * (double)negatives);
    }

    /// <summary>The accuracy with the threshold that suits these scores best.</summary>
    public static (double Accuracy, double Threshold) BestAccuracy(IReadOnlyList<(double Score, bool Positive)> scored)
    {
        // With the threshold below all, every one counts as positive; then it moves up past one score after the other.
        var right = scored.Count(item => item.Positive);
        var (best, threshold) = (right, double.NegativeInfinity);
        foreach (var tie in scored.GroupBy(item => item.Score).OrderBy(group => group.Key))
        {
            right += tie.Sum(item => item.Positive ? -1 : 1);
            (best, threshold) = right > best ? (right, tie.Key) : (best, threshold);
        }

        return ((double)best / scored.Count, threshold);
    }
}
