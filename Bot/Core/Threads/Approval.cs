namespace BridgeBot.Core.Threads;

/// <summary>One of the approvals that a request needs.</summary>
/// <param name="By">Who approved.</param>
/// <param name="At">UTC instant.</param>
/// <param name="Promised">Until when, as far as it goes by them; null if they promised nothing.</param>
public sealed record Approval(Person By, DateTimeOffset At, DateOnly? Promised);
