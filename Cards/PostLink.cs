namespace BridgeBot.Cards;

/// <summary>Where a post of marketing's channels is.</summary>
public static class PostLink
{
    /// <summary>The address that opens a post in Teams
    /// (<see href="https://learn.microsoft.com/microsoftteams/platform/concepts/build-and-test/deep-link-teams#generate-deep-links-to-channel-conversation"/>).</summary>
    /// <param name="tenantId">The tenant.</param>
    /// <param name="channelId">The channel's conversation.</param>
    /// <param name="activityId">The post.</param>
    public static string Of(string tenantId, string channelId, string activityId) =>
        $"https://teams.microsoft.com/l/message/{Uri.EscapeDataString(channelId)}/{Uri.EscapeDataString(activityId)}"
        + $"?tenantId={Uri.EscapeDataString(tenantId)}&parentMessageId={Uri.EscapeDataString(activityId)}";
}
