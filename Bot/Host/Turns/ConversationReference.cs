namespace BridgeBot.Host.Turns;

/// <summary>Where to reach a conversation later, as the Bot Framework calls it.</summary>
/// <param name="ServiceUrl">The connector's base address for this conversation.</param>
/// <param name="ConversationId">The conversation without <c>;messageid=</c>: a channel's, a group's or a personal chat's id.</param>
/// <param name="Type">What kind of conversation it is.</param>
/// <param name="TenantId">The tenant, from the activity.</param>
/// <param name="BotId">The bot's own id there (28:...).</param>
/// <param name="BotName">The bot's display name there.</param>
/// <param name="TeamId">The team's conversation id; null outside of a team.</param>
/// <param name="Name">The channel's or team's name, for people; null if Teams did not send one.</param>
/// <param name="RootId">The id of the post that a reply chain hangs on (<c>;messageid=</c>); null for the conversation itself.</param>
public sealed record ConversationReference(
    string ServiceUrl,
    string ConversationId,
    ConversationType Type,
    string TenantId,
    string BotId,
    string BotName,
    string? TeamId,
    string? Name,
    string? RootId);

/// <summary>What kind of conversation it is.</summary>
public enum ConversationType
{
    /// <summary>The chat of one person with the bot: the only place for raw words.</summary>
    Personal,

    /// <summary>A chat of several people.</summary>
    GroupChat,

    /// <summary>A channel of a team.</summary>
    Channel,
}
