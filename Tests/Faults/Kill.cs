namespace BridgeBot.Tests.Faults;

/// <summary>A host was killed.</summary>
/// <param name="At">UTC instant at which the signal was sent.</param>
/// <param name="Away">How long it took until it answered again.</param>
internal sealed record Kill(DateTimeOffset At, TimeSpan Away)
{
    /// <summary>Whether it came between a send and its record, so that the same was sent again. What was on its way to the connector is
    /// accepted after the signal, but before the host is back.</summary>
    public bool IsBetween(DateTimeOffset first, DateTimeOffset second) => At <= second && first <= At + Away;

    /// <summary>From a send to the signal; nothing if it was on its way.</summary>
    public TimeSpan After(DateTimeOffset sent) => At > sent ? At - sent : TimeSpan.Zero;
}
