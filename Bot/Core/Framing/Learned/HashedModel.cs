using System.IO.Compression;
using System.Text.Json;

namespace BridgeBot.Core.Framing.Learned;

/// <summary>
/// A logistic regression over hashed features: one weight a bucket, a signed byte each, most of them zero and so kept packed. The weights and where they come from:
/// NOTICE.md beside this file.
/// </summary>
internal sealed class HashedModel
{
    private readonly byte[] _weights;
    private readonly double _step;
    private readonly double _bias;

    private HashedModel(JsonElement json)
    {
        using var packed = new BrotliStream(new MemoryStream(json.GetProperty("weights").GetBytesFromBase64()), CompressionMode.Decompress);
        _weights = new byte[json.GetProperty("buckets").GetInt32()];
        packed.ReadExactly(_weights);
        _step = json.GetProperty("step").GetDouble();
        _bias = json.GetProperty("bias").GetDouble();
    }

    /// <summary>Reads the model that is embedded under a name, when it is first asked for.</summary>
    public static Lazy<HashedModel> Named(string name) => new(() =>
    {
        using var stream = LinearModel.Open(name);
        using var json = JsonDocument.Parse(stream);
        return new(json.RootElement);
    });

    /// <summary>The logarithm of the odds, 0 if undecided.</summary>
    public double Score(ReadOnlySpan<uint> features)
    {
        var sum = 0;
        foreach (var feature in features)
        {
            sum += (sbyte)_weights[feature & (uint)(_weights.Length - 1)];
        }

        return _bias + (sum * _step);
    }

    /// <summary>The same for features in two lists.</summary>
    public double Score(ReadOnlySpan<uint> some, ReadOnlySpan<uint> others) => Score(some) + Score(others) - _bias;

    /// <summary>The same for one of several choices, see <see cref="Hashing.ForChoice"/>.</summary>
    public double Score(ReadOnlySpan<uint> features, int choice, int bits)
    {
        var sum = 0;
        foreach (var feature in features)
        {
            sum += (sbyte)_weights[Hashing.ForChoice(feature, choice, bits) & (uint)(_weights.Length - 1)];
        }

        return _bias + (sum * _step);
    }
}
