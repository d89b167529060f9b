using System.Globalization;
using System.Text.Json.Serialization;

namespace BridgeBot.Bench.Load;

/// <summary>One line of a measurement.</summary>
/// <param name="What">What was measured.</param>
/// <param name="Value">The figure.</param>
/// <param name="Unit">Its unit; empty for a ratio.</param>
/// <param name="Goal">What it should be; null where it is only to be known.</param>
/// <param name="IsLeast">Whether the goal is the least; otherwise it is the most.</param>
/// <param name="IsDetail">Whether it is left out of the README.</param>
internal sealed record Figure(string What, double Value, string Unit = "", double? Goal = null, bool IsLeast = false, bool IsDetail = false)
{
    /// <summary>The value as people read it.</summary>
    [JsonIgnore]
    public string Shown => string.Create(CultureInfo.InvariantCulture, $"{(Value < 100 ? Math.Round(Value, 3) : Math.Round(Value)):#,0.###} {Unit}").TrimEnd();

    /// <summary>The goal as people read it; empty where there is none.</summary>
    [JsonIgnore]
    public string ShownGoal => Goal is { } goal ? string.Create(CultureInfo.InvariantCulture, $"{(IsLeast ? "at least" : "at most")} {goal:#,0.###}") : "";

    /// <summary>Whether the goal is met; null where there is none.</summary>
    [JsonIgnore]
    public bool? IsMet => Goal is { } goal ? (IsLeast ? Value >= goal : Value <= goal) : null;
}
