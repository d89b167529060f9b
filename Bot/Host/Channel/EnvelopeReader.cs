using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using BridgeBot.Core.Threads;
using BridgeBot.Host.Turns;

namespace BridgeBot.Host.Channel;

/// <summary>Where, who and when: what every activity says about itself.</summary>
internal static class EnvelopeReader
{
    private const string RootMark = ";messageid=";

    public static Envelope Read(Activity activity, ReadOnlySpan<byte> body)
    {
        var conversation = ConversationOf(activity);
        var settings = SenderSettings.Of(activity);
        return new(SeenKeyOf(activity, body), conversation, PersonOf(activity, conversation), settings.Locale, settings.TimeZone)
        {
            GroupId = activity.ChannelData.TextAt("team", "aadGroupId"),
        };
    }

    /// <summary>The tenants that an activity names: the conversation's, and the one in the channel's own data.</summary>
    public static IEnumerable<string> TenantsOf(Activity activity) =>
        new[] { activity.Conversation?.TenantId, activity.ChannelData.TextAt("tenant", "id") }
            .OfType<string>()
            .Where(tenant => tenant.Length > 0);

    /// <summary>Where it happened.</summary>
    public static ConversationReference ConversationOf(Activity activity)
    {
        var id = activity.Conversation?.Id ?? "";
        var mark = id.IndexOf(RootMark, StringComparison.Ordinal);
        return new(
            activity.ServiceUrl ?? "",
            mark < 0 ? id : id[..mark],
            TypeOf(activity),
            TenantsOf(activity).FirstOrDefault() ?? "",
            activity.Recipient?.Id ?? "",
            activity.Recipient?.Name ?? "",
            activity.ChannelData.TextAt("team", "id") ?? activity.ChannelData.TextAt("teamsTeamId"),
            activity.ChannelData.TextAt("channel", "name")
                ?? (activity.Conversation?.Name is { Length: > 0 } name ? name : activity.ChannelData.TextAt("team", "name")),
            mark < 0 || mark + RootMark.Length == id.Length ? null : id[(mark + RootMark.Length)..]);
    }

    /// <summary>In doubt a conversation is not personal: raw words belong into personal chats alone.</summary>
    private static ConversationType TypeOf(Activity activity) => activity.Conversation switch
    {
        { ConversationType: "personal" } => ConversationType.Personal,
        { ConversationType: "channel" } => ConversationType.Channel,
        { ConversationType: null, IsGroup: not true, Id: var id } when id?.StartsWith("19:", StringComparison.Ordinal) is false =>
            ConversationType.Personal,
        _ when activity.ChannelData.TextAt("channel", "id") is not null => ConversationType.Channel,
        _ => ConversationType.GroupChat,
    };

    /// <summary>Nobody, where the sender's tenant is unknown or not the conversation's: a guest in a shared channel decides nothing.</summary>
    private static Person? PersonOf(Activity activity, ConversationReference conversation)
    {
        var tenants = TenantsOf(activity).Append(activity.From?.TenantId is { Length: > 0 } own ? own : conversation.TenantId);
        return activity.From is { AadObjectId: { Length: > 0 } id } from && conversation.TenantId.Length > 0
            && tenants.All(tenant => string.Equals(tenant, conversation.TenantId, StringComparison.OrdinalIgnoreCase))
                ? new(id, from.Name ?? "")
                : null;
    }

    /// <summary>Hex, so that it can be part of a row's key. The lengths keep parts apart that run into each other.</summary>
    private static string SeenKeyOf(Activity activity, ReadOnlySpan<byte> body)
    {
        var id = activity.Id is { Length: > 0 } own ? own : "body " + Convert.ToHexStringLower(SHA256.HashData(body));
        var parts = string.Create(
            CultureInfo.InvariantCulture,
            $"{activity.Type?.Length}:{activity.Type}{activity.Conversation?.Id?.Length}:{activity.Conversation?.Id}{id}");
        return Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(parts)));
    }
}
