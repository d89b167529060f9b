using System.Globalization;
using System.Text.Json.Serialization;

namespace BridgeBot.Bench.Framing;

/// <summary>One line of the table.</summary>
/// <param name="What">What is measured.</param>
/// <param name="Value">The number; a share is 0 to 1. Null if the data was not there.</param>
/// <param name="Cases">How many things it was measured on.</param>
/// <param name="Goal">The least value that is good enough, or the most if <paramref name="Lower"/>; null: only for information.</param>
/// <param name="Note">How it was measured, or why it was not.</param>
/// <param name="Failures">An example of each failure.</param>
/// <param name="Lower">Whether less is better.</param>
internal sealed record Measure(
    string What, double? Value, int Cases, double? Goal, string Note, IReadOnlyList<string> Failures, bool Lower = false)
{
    /// <summary>Whether the goal is reached; null if there is none, or nothing was measured.</summary>
    public bool? Met => Value is { } value && Goal is { } goal ? Lower ? value <= goal : value >= goal : null;

    /// <summary>The value as shown.</summary>
    [JsonIgnore]
    public string Shown => Value is { } value ? Format(value) : "no data";

    /// <summary>The goal as shown.</summary>
    [JsonIgnore]
    public string ShownGoal => Goal is { } goal ? (Lower ? "<= " : ">= ") + Format(goal) : "";

    /// <summary>The share of things that went well, with the ones that did not.</summary>
    /// <param name="what">What is measured.</param>
    /// <param name="goal">The least share that is good enough.</param>
    /// <param name="results">For each thing: null if it went well, else what went wrong.</param>
    /// <param name="note">How it was measured.</param>
    public static Measure Share(string what, double? goal, IEnumerable<string?> results, string note = "")
    {
        var all = results.ToList();
        var failures = all.OfType<string>().ToList();
        return new(what, all.Count == 0 ? null : 1 - ((double)failures.Count / all.Count), all.Count, goal, note, failures);
    }

    /// <summary>What could not be measured, and why.</summary>
    public static Measure Missing(string what, string why) => new(what, null, 0, null, why, []);

    // Cut off, not rounded: one failure in ten thousand is not 1.000.
    private static string Format(double value) => value > 5
        ? value.ToString("N0", CultureInfo.InvariantCulture)
        : Math.Round(value, 3, MidpointRounding.ToZero).ToString("0.000", CultureInfo.InvariantCulture);
}
