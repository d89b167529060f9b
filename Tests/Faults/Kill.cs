namespace BridgeBot.Tests.Faults;

/// <summary>A host was killed.</summary>
/// <param name="At">UTC instant.</param>
/// <param name="Away">How long it took until it answered again.</param>
internal sealed record Kill(DateTimeOffset At, TimeSpan Away);
