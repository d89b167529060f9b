namespace BridgeBot.Core.Threads;

/// <summary>What marketing delivered.</summary>
/// <param name="By">Who delivered.</param>
/// <param name="At">UTC instant.</param>
/// <param name="Note">Links or a note, in marketing's words.</param>
/// <param name="AskedAt">UTC instant at which the rep was last asked, or last said "not yet", whether it helped.</param>
/// <param name="AskedAgain">Whether the rep was asked a second time since; after that, silence closes the thread.</param>
public sealed record Handover(Person By, DateTimeOffset At, string Note, DateTimeOffset AskedAt, bool AskedAgain);
