namespace BridgeBot.Host.Channel;

/// <summary>What came of a send.</summary>
public abstract record SendResult;

/// <summary>The connector accepted it.</summary>
/// <param name="ActivityId">The id of the new message; null if the connector gave none.</param>
public sealed record SendAccepted(string? ActivityId) : SendResult;

/// <summary>Not now: throttled, a time-out, a server error.</summary>
/// <param name="Code">The connector's error code or the HTTP status, for operators.</param>
/// <param name="After">How long the connector asks to wait; null if it does not say.</param>
public sealed record SendLater(string Code, TimeSpan? After) : SendResult;

/// <summary>Never: the bot was removed or blocked, the conversation or message is gone, the request is wrong. The codes are Teams' own
/// (<see href="https://learn.microsoft.com/microsoftteams/platform/bots/how-to/conversations/conversation-messages#status-codes-from-bot-conversational-apis"/>).</summary>
/// <param name="Code">The connector's error code or the HTTP status, for operators.</param>
public sealed record SendRefused(string Code) : SendResult
{
    /// <summary>The message was deleted, or never was there.</summary>
    public bool IsMessageGone => Code == "ActivityNotFoundInConversation";

    /// <summary>The conversation was deleted, or the bot was removed from it.</summary>
    public bool IsConversationGone => Code is "ConversationNotFound" or "BotNotInConversationRoster";
}

/// <summary>Not sent yet: it would be over Teams' limits, or the conversation is throttled.</summary>
/// <param name="Until">UTC instant at which its turn comes.</param>
public sealed record SendNotYet(DateTimeOffset Until) : SendResult;
