namespace BridgeBot.Host.Channel;

/// <summary>So many sends in any stretch of time that long.</summary>
/// <param name="Sends">How many.</param>
/// <param name="Window">How long.</param>
internal readonly record struct SendLimit(int Sends, TimeSpan Window)
{
    /// <summary>Teams' limits for one bot in one conversation, the longest window last
    /// (<see href="https://learn.microsoft.com/microsoftteams/platform/bots/how-to/rate-limit#per-bot-per-thread-limit"/>). A channel is one
    /// conversation, with all of its posts and replies.</summary>
    public static readonly IReadOnlyList<SendLimit> OfConversation =
    [
        new(7, TimeSpan.FromSeconds(1)),
        new(8, TimeSpan.FromSeconds(2)),
        new(60, TimeSpan.FromSeconds(30)),
        new(1_800, TimeSpan.FromHours(1)),
    ];

    /// <summary>The same page's limit for one bot in one tenant.</summary>
    public static readonly IReadOnlyList<SendLimit> OfTenant = [new(50, TimeSpan.FromSeconds(1))];
}
