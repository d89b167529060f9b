namespace BridgeBot.Host.Turns;

/// <summary>When a channel's digest comes.</summary>
/// <param name="ChannelId">The channel's conversation.</param>
/// <param name="Cron">Its <see cref="Core.Digest.DigestSchedule.Cron"/>.</param>
/// <param name="TimeZone">The IANA time zone of who connected the channel, or last said when it shall come.</param>
/// <param name="Since">UTC instant from which this holds: what was due before is not sent.</param>
/// <param name="IsPaused">Whether none is sent.</param>
public sealed record ChannelDigest(string ChannelId, string Cron, string TimeZone, DateTimeOffset Since, bool IsPaused = false);
