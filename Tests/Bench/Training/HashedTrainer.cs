using System.IO.Compression;
using System.Text.Json;

namespace BridgeBot.Bench.Training;

/// <summary>One yes or no to learn from.</summary>
/// <param name="Features">Its features, as the engine sees it.</param>
/// <param name="Yes">The answer.</param>
/// <param name="Weight">How much it counts.</param>
internal sealed record HashedExample(uint[] Features, bool Yes, double Weight = 1);

/// <summary>
/// Logistic regression with a pace of its own for each weight (AdaGrad, Duchi et al. 2011, https://jmlr.org/papers/v12/duchi11a.html).
/// The examples are taken in their order and nothing is random, so the same data gives the same weights.
/// </summary>
/// <param name="rounds">How often each example is seen.</param>
/// <param name="pace">How far a weight moves at first.</param>
/// <param name="buckets">How many weights there are; a power of 2.</param>
internal sealed class HashedTrainer(int rounds = 8, double pace = 0.05, int buckets = 1 << 18)
{
    /// <summary>Enough weights for features that speak for several choices each.</summary>
    public const int ManyBuckets = 1 << 20;

    private const double Decay = 3e-4;

    private readonly double[] _weights = new double[buckets];
    private readonly double[] _squares = new double[buckets];
    private double _bias;
    private double _biasSquares;

    /// <summary>Learns from examples.</summary>
    public HashedTrainer Learn(IReadOnlyList<HashedExample> examples)
    {
        for (var round = 0; round < rounds; round++)
        {
            // A stride that shares no factor with the count visits each example once, far from its neighbours.
            for (var (step, at) = (0, round); step < examples.Count; step++, at = (int)((at + 7919L) % examples.Count))
            {
                Learn(examples[at % examples.Count]);
            }
        }

        return this;
    }

    /// <summary>The logarithm of the odds.</summary>
    public double Score(uint[] features)
    {
        var sum = _bias;
        foreach (var feature in features)
        {
            sum += _weights[feature & (_weights.Length - 1)];
        }

        return sum;
    }

    /// <summary>Writes what was learned as the engine reads it.</summary>
    public void Write(string file)
    {
        var step = _weights.Max(Math.Abs) / sbyte.MaxValue;
        using var packed = new MemoryStream();
        using (var packing = new BrotliStream(packed, CompressionLevel.SmallestSize))
        {
            packing.Write([.. _weights.Select(weight => unchecked((byte)(sbyte)Math.Round(weight / step)))]);
        }

        File.WriteAllText(file, JsonSerializer.Serialize(new { bias = _bias, step, buckets = _weights.Length, weights = Convert.ToBase64String(packed.ToArray()) }, new JsonSerializerOptions { WriteIndented = true }) + "\n");
    }

    private void Learn(HashedExample example)
    {
        var error = example.Weight * ((1 / (1 + Math.Exp(-Score(example.Features)))) - (example.Yes ? 1 : 0));
        foreach (var feature in example.Features)
        {
            var bucket = feature & (_weights.Length - 1);
            var slope = error + (Decay * _weights[bucket]);
            _squares[bucket] += slope * slope;
            _weights[bucket] -= pace * slope / Math.Sqrt(_squares[bucket] + 1e-8);
        }

        _biasSquares += error * error;
        _bias -= pace * error / Math.Sqrt(_biasSquares + 1e-8);
    }
}
