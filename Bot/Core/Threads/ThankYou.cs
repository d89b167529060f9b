namespace BridgeBot.Core.Threads;

/// <summary>A thank-you, typed by the rep to be shown to marketing.</summary>
/// <param name="Text">The rep's words.</param>
/// <param name="At">UTC instant.</param>
public sealed record ThankYou(string Text, DateTimeOffset At);
