namespace BridgeBot.Host.Channel;

/// <summary>Why a request is answered with an error.</summary>
/// <param name="Status">The HTTP status.</param>
/// <param name="Reason">One line for the caller.</param>
/// <param name="Detail">More for the operator's log; null for none.</param>
internal sealed record Refusal(int Status, string Reason, string? Detail = null);
