namespace BridgeBot.Core.Threads;

/// <summary>From what kind of place something was done. Never which one: whose chat, or which channel, is nobody's business later.</summary>
public enum Origin
{
    /// <summary>Nobody did it: the bot itself.</summary>
    Bot,

    /// <summary>Somebody's personal chat with the bot.</summary>
    PersonalChat,

    /// <summary>A chat of several people.</summary>
    GroupChat,

    /// <summary>A channel.</summary>
    Channel,

    /// <summary>The command line, by an operator.</summary>
    CommandLine,
}
