using System.Collections.Frozen;
using System.Text.Json;
using BridgeBot.Core.Framing.Requests;

namespace BridgeBot.Core.Framing.Learned;

/// <summary>
/// A logistic regression: one weight for each bucket of <see cref="Features"/> and a few named ones, learned from examples.
/// The weights and where they come from: NOTICE.md beside this file.
/// </summary>
internal sealed class LinearModel
{
    private readonly byte[] weights;
    private readonly double step;
    private readonly double bias;

    private LinearModel(JsonElement json)
    {
        weights = json.GetProperty("weights").GetBytesFromBase64();
        step = json.GetProperty("step").GetDouble();
        bias = json.GetProperty("bias").GetDouble();
        Named = json.GetProperty("named").EnumerateObject().ToFrozenDictionary(pair => pair.Name, pair => pair.Value.GetDouble());
    }

    /// <summary>The weights of what is not a word.</summary>
    public FrozenDictionary<string, double> Named { get; }

    /// <summary>Reads the model that is embedded under a name.</summary>
    public static LinearModel Load(string name)
    {
        using var stream = Open(name);
        using var json = JsonDocument.Parse(stream);
        return new(json.RootElement);
    }

    /// <summary>Opens what is embedded beside this type.</summary>
    /// <exception cref="InvalidOperationException">It is not there.</exception>
    public static Stream Open(string name) => typeof(LinearModel).Assembly.GetManifestResourceStream(typeof(LinearModel), name)
        ?? throw new InvalidOperationException($"{name} is not embedded");

    /// <summary>What the words tell: the logarithm of the odds, 0 if undecided.</summary>
    /// <param name="reading">The message.</param>
    /// <param name="without">Tokens that are read as if they were not there.</param>
    public double Score(Understanding reading, Reading.Span without = default)
    {
        Span<int> features = stackalloc int[Features.Most];
        var count = Features.Read(reading, features, without);
        var sum = 0;
        foreach (var feature in features[..count])
        {
            sum += (sbyte)weights[feature];
        }

        // By the root of the length: a long text is not surer only for being long.
        return bias + (count == 0 ? 0 : sum * step / Math.Sqrt(count));
    }
}
