namespace BridgeBot.Core.Digest;

/// <summary>What a digest covers.</summary>
/// <param name="From">UTC instant, included.</param>
/// <param name="To">UTC instant, not included.</param>
public sealed record DigestPeriod(DateTimeOffset From, DateTimeOffset To)
{
    /// <summary>Whether an instant is in it.</summary>
    public bool Contains(DateTimeOffset instant) => From <= instant && instant < To;
}
