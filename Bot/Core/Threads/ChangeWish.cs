namespace BridgeBot.Core.Threads;

/// <summary>What marketing wants changed before it decides.</summary>
/// <param name="By">Who asked for it.</param>
/// <param name="At">UTC instant.</param>
/// <param name="Text">What, in marketing's words.</param>
public sealed record ChangeWish(Person By, DateTimeOffset At, string Text);
