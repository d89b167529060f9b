namespace BridgeBot.Tests.Faults;

/// <summary>A line of the table.</summary>
/// <param name="What">What is counted, or measured.</param>
/// <param name="Value">The number.</param>
/// <param name="Goal">The most that it may be; null: only for information.</param>
/// <param name="Note">Its unit, or what it consists of.</param>
/// <param name="Examples">Each of what was counted, where it should not be.</param>
internal sealed record FaultLine(string What, double Value, double? Goal, string Note, IReadOnlyList<string> Examples);
