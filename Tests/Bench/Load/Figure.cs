namespace BridgeBot.Bench.Load;

/// <summary>One line of a measurement.</summary>
/// <param name="What">What was measured.</param>
/// <param name="Value">The figure.</param>
/// <param name="Unit">Its unit; empty for a ratio.</param>
/// <param name="Goal">What it should be; null where it is only to be known.</param>
/// <param name="IsLeast">Whether the goal is the least; otherwise it is the most.</param>
internal sealed record Figure(string What, double Value, string Unit = "", double? Goal = null, bool IsLeast = false)
{
    /// <summary>Whether the goal is met; null where there is none.</summary>
    public bool? IsMet => Goal is { } goal ? (IsLeast ? Value >= goal : Value <= goal) : null;
}
