namespace BridgeBot.Host.Channel;

/// <summary>How patient one call of the connector is; the outbox tries again later.</summary>
/// <param name="Try">For one try.</param>
/// <param name="FirstDelay">Before the second try; it doubles, with jitter.</param>
/// <param name="Retries">Further tries within the call; 0 for none.</param>
public sealed record ConnectorTimes(TimeSpan Try, TimeSpan FirstDelay, int Retries)
{
    /// <summary>10 s a try, two more tries after about 0.5 s and 1 s.</summary>
    public static ConnectorTimes Default { get; } = new(TimeSpan.FromSeconds(10), TimeSpan.FromSeconds(0.5), 2);

    /// <summary>How long a call takes at the most; a lease on what is sent must be longer.</summary>
    public TimeSpan Longest => (Try * (Retries + 1)) + (FirstDelay * (1 << (Retries + 1)));
}
