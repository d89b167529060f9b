namespace BridgeBot.Core.Threads;

/// <summary>Something that is done beside the commands on one thread.</summary>
public enum Deed
{
    /// <summary>Which requests come to a channel is decided, or looked at.</summary>
    ConnectChannel,

    /// <summary>A request goes to another channel.</summary>
    MoveThread,

    /// <summary>Replies below a card reach its rep, or do so no more.</summary>
    SwitchRelay,

    /// <summary>When a channel's digest comes, and whether it does.</summary>
    ScheduleDigest,

    /// <summary>All requests of one rep become a colleague's.</summary>
    HandOverThreads,
}

/// <summary>Who may do what beside the commands of <see cref="ThreadPolicy"/>. Together they are the README's table.</summary>
public static class DeedPolicy
{
    /// <summary>The table: what, what people call it, whose it is.</summary>
    public static IReadOnlyList<(Deed Deed, string Name, ThreadRole By)> Rules { get; } =
    [
        (Deed.ScheduleDigest, "say when the digest comes, or pause it", ThreadRole.Marketing),
        (Deed.ConnectChannel, "connect or disconnect a channel", ThreadRole.Administrator),
        (Deed.MoveThread, "move a request to another channel", ThreadRole.Administrator),
        (Deed.SwitchRelay, "turn the relay on or off", ThreadRole.Administrator),
        (Deed.HandOverThreads, "hand a rep's requests to a colleague", ThreadRole.Administrator),
    ];

    /// <summary>Whose it is.</summary>
    public static ThreadRole RoleFor(Deed deed) => Rules.Single(rule => rule.Deed == deed).By;
}
