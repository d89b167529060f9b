namespace BridgeBot.Cards;

/// <summary>A channel, to link to what is posted in it.</summary>
/// <param name="TenantId">Its tenant.</param>
/// <param name="ChannelId">Its conversation id (19:...).</param>
/// <param name="GroupId">The Microsoft Entra id of its team's group; null if it is not known.</param>
public sealed record ChannelPlace(string TenantId, string ChannelId, string? GroupId)
{
    /// <summary>Opens a post of the channel in Teams
    /// (<see href="https://learn.microsoft.com/microsoftteams/platform/concepts/build-and-test/deep-link-teams#deep-link-to-navigate-to-channel-conversation"/>).</summary>
    /// <param name="activityId">The id of the post.</param>
    public string LinkTo(string activityId)
    {
        var (channel, post) = (Uri.EscapeDataString(ChannelId), Uri.EscapeDataString(activityId));
        var group = GroupId is null ? "" : $"&groupId={Uri.EscapeDataString(GroupId)}";
        return $"https://teams.microsoft.com/l/message/{channel}/{post}?tenantId={Uri.EscapeDataString(TenantId)}{group}&parentMessageId={post}";
    }
}
