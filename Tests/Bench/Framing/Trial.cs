using BridgeBot.Core.Framing;

namespace BridgeBot.Bench.Framing;

/// <summary>Runs the engine and notes where it throws, which it must never do: a measurement goes on.</summary>
internal static class Trial
{
    /// <summary>The day and the place of texts that bring none.</summary>
    public static readonly FramingContext Anywhere = new(new DateOnly(2026, 3, 11), "en-US");

    /// <summary>The answer where the engine threw.</summary>
    public static readonly FramingResult Nothing = new(false, false, new(0, []), [], []);
    private static readonly Dictionary<string, string?> Problems = [];

    /// <summary>What the engine makes of a text; nothing if it throws.</summary>
    public static FramingResult Frame(string text, FramingContext context)
    {
        Problems.TryAdd(text, null);
        try
        {
            return FramingEngine.Frame(text, context);
        }
#pragma warning disable CA1031 // Whatever it throws is what is measured.
        catch (Exception thrown)
#pragma warning restore CA1031
        {
            Problems[text] = $"{thrown.GetType().Name} | {text}";
            return Nothing;
        }
    }

    /// <summary>Whether any text so far made the engine throw.</summary>
    public static Measure Thrown() => Measure.Share("texts on which the engine does not throw", 1, Problems.Values, "every text above");
}
