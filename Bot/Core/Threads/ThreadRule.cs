namespace BridgeBot.Core.Threads;

/// <summary>A row of <see cref="ThreadPolicy.Rules"/>.</summary>
/// <param name="Command">The type of the <see cref="ThreadCommand"/>.</param>
/// <param name="Name">What people call it.</param>
/// <param name="By">Whose it is.</param>
/// <param name="From">Where a thread must stand for it.</param>
/// <param name="To">Where it stands afterwards; null if it stays where it is.</param>
public sealed record ThreadRule(Type Command, string Name, ThreadRole By, IReadOnlyList<ThreadStatus> From, ThreadStatus? To);

/// <summary>What somebody is to a thread.</summary>
public enum ThreadRole
{
    /// <summary>Who asked.</summary>
    Requester,

    /// <summary>Anybody who sees the card in marketing's channel, or those who are configured; but the requester.</summary>
    Marketing,

    /// <summary>Who of marketing sees to it.</summary>
    Owner,

    /// <summary>Nobody: time has passed.</summary>
    Bot,

    /// <summary>Who runs the bot in the tenant.</summary>
    Administrator,
}
