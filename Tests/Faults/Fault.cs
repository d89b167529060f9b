namespace BridgeBot.Tests.Faults;

/// <summary>What can go wrong with one request to the connector.</summary>
internal enum Fault
{
    None,

    /// <summary>429 with a Retry-After.</summary>
    Throttles,

    /// <summary>412, 500, 502 or 503.</summary>
    Fails,

    /// <summary>It is not accepted, and never answered.</summary>
    Hangs,

    /// <summary>It is accepted, and never answered.</summary>
    HangsAfterwards,

    /// <summary>It is accepted, and the connection breaks before the answer.</summary>
    DropsTheAnswer,
}
