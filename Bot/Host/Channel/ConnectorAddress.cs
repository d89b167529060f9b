using System.Globalization;
using BridgeBot.Host.Turns;

namespace BridgeBot.Host.Channel;

/// <summary>
/// The connector's addresses
/// (<see href="https://learn.microsoft.com/azure/bot-service/rest-api/bot-framework-rest-connector-api-reference"/>). Null where a conversation's reference makes no address.
/// </summary>
internal static class ConnectorAddress
{
    /// <summary>Where a channel's new post is created.</summary>
    public static Uri? OfConversations(ConversationReference to) => Of(to, "");

    /// <summary>Where a message is added to a chat, or to a post's reply chain.</summary>
    public static Uri? OfActivities(ConversationReference to) => OfConversation(to, to.RootId, "/activities");

    /// <summary>
    /// A message that was posted. A channel's post is its own reply chain's root, and its conversation is the one that creating it
    /// answered with.
    /// </summary>
    public static Uri? OfActivity(ConversationReference to, string activityId) =>
        IsSegment(activityId)
            ? OfConversation(
                to,
                to.RootId ?? (to.Type is ConversationType.Channel ? activityId : null),
                $"/activities/{Uri.EscapeDataString(activityId)}")
            : null;

    /// <summary>A page of the members of a conversation.</summary>
    public static Uri? OfMembers(ConversationReference of, int pageSize, string? next) => OfConversation(
        of, null, string.Create(CultureInfo.InvariantCulture, $"/pagedmembers?pageSize={pageSize}")
            + (next is null ? "" : $"&continuationToken={Uri.EscapeDataString(next)}"));

    private static Uri? OfConversation(ConversationReference to, string? root, string rest)
    {
        var id = root is null ? to.ConversationId : $"{to.ConversationId};messageid={root}";
        return IsSegment(id) ? Of(to, $"/{Uri.EscapeDataString(id)}{rest}") : null;
    }

    /// <summary>A service's address may have a path, and may end in a slash.</summary>
    private static Uri? Of(ConversationReference to, string rest) =>
        Uri.TryCreate(to.ServiceUrl, UriKind.Absolute, out var service) && service.Scheme is "https" or "http"
        && Uri.TryCreate(
            $"{service.GetLeftPart(UriPartial.Path).TrimEnd('/')}/v3/conversations{rest}", UriKind.Absolute, out var address)
            ? address
            : null;

    /// <summary>Dots alone would climb the path, escaped or not.</summary>
    private static bool IsSegment(string id) => id.AsSpan().Trim('.').Length > 0;
}
