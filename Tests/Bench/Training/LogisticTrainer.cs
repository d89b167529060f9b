using BridgeBot.Core.Framing.Learned;

namespace BridgeBot.Bench.Training;

/// <summary>
/// Logistic regression by stochastic gradient descent (Bottou 2012, https://doi.org/10.1007/978-3-642-35289-8_25). The examples
/// are taken in a fixed order and nothing is random, so the same data gives the same weights.
/// </summary>
internal sealed class LogisticTrainer
{
    private const int Rounds = 15;
    private const double FirstPace = 0.6;
    private const double HalfPaceAfter = 8000;
    private const double Decay = 0.001;

    // What few examples share learns as fast as a word; what every example has must learn slower, or it swings.
    private const double NamedPace = 0.3;
    private const double BiasPace = 0.1;

    private readonly double[] weights = new double[Features.Buckets];
    private readonly SortedDictionary<string, double> flags = new(StringComparer.Ordinal);
    private double warmth;
    private double bias;
    private int steps;

    /// <summary>Learns from examples, in their order.</summary>
    public LogisticTrainer Learn(IReadOnlyList<Example> examples)
    {
        for (var round = 0; round < Rounds; round++)
        {
            foreach (var example in examples)
            {
                Learn(example);
            }
        }

        return this;
    }

    /// <summary>The logarithm of the odds.</summary>
    public double Score(Example example) => bias + (warmth * example.Warmth) - example.Flags.Sum(Flag)
        + (example.Features.Sum(feature => weights[feature]) / Root(example));

    /// <summary>What was learned.</summary>
    public LearnedWeights Weights()
    {
        var step = weights.Max(Math.Abs) / sbyte.MaxValue;
        var named = new SortedDictionary<string, double>(flags, StringComparer.Ordinal) { [ToneModel.Warmth] = warmth };
        return new(bias, step, named, [.. weights.Select(weight => unchecked((byte)(sbyte)Math.Round(weight / step)))]);
    }

    private void Learn(Example example)
    {
        var pace = FirstPace / (1 + (steps++ / HalfPaceAfter));
        var error = example.Weight * ((1 / (1 + Math.Exp(-Score(example)))) - example.Target);
        foreach (var feature in example.Features)
        {
            weights[feature] -= pace * ((error / Root(example)) + (Decay * weights[feature]));
        }

        bias -= pace * BiasPace * error;
        warmth -= pace * NamedPace * error * example.Warmth;
        foreach (var reason in example.Flags)
        {
            flags[reason] = Flag(reason) + (pace * NamedPace * error);
        }
    }

    private double Flag(string reason) => Math.Max(ToneModel.Least(reason), flags.GetValueOrDefault(reason));

    private static double Root(Example example) => Math.Sqrt(Math.Max(1, example.Features.Length));
}

/// <summary>What is written beside the engine.</summary>
/// <param name="Bias">The value of a text without features.</param>
/// <param name="Step">What one step of a weight is worth.</param>
/// <param name="Named">The weights of warmth and of each reason for a flag.</param>
/// <param name="Weights">The weight of each bucket in steps, a signed byte each.</param>
internal sealed record LearnedWeights(double Bias, double Step, IReadOnlyDictionary<string, double> Named, byte[] Weights);
