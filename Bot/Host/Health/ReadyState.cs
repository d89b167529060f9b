namespace BridgeBot.Host.Health;

/// <summary>How a part of the bot is.</summary>
internal enum ReadyState
{
    /// <summary>It works.</summary>
    Ready,

    /// <summary>Something is wrong, but what comes in is taken in and kept.</summary>
    Degraded,

    /// <summary>Nothing can be taken in.</summary>
    Unready,
}
