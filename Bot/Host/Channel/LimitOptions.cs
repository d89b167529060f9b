namespace BridgeBot.Host.Channel;

/// <summary>How much is taken in; section <c>Limits</c> of the settings.</summary>
public sealed class LimitOptions
{
    /// <summary>The section's name.</summary>
    public const string Section = "Limits";

    private const int Most = 1_000_000;

    /// <summary>Messages and clicks of one person a minute, 1 to 1,000,000. As many may come at once.</summary>
    public int PersonPerMinute { get; set; } = 60;

    /// <summary>Messages and clicks of one tenant a minute, 1 to 1,000,000. As many may come at once.</summary>
    public int TenantPerMinute { get; set; } = 6_000;

    /// <summary>Why the host must not start with these options; none if it may. One line each, for the console.</summary>
    public IEnumerable<string> FaultsAtStart() =>
        from limit in new[] { (Name: nameof(PersonPerMinute), Value: PersonPerMinute), (Name: nameof(TenantPerMinute), Value: TenantPerMinute) }
        where limit.Value is < 1 or > Most
        select $"{Section}:{limit.Name} is {limit.Value}: it must be from 1 to {Most} messages a minute.";
}
