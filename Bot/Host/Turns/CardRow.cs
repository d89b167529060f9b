using System.Text.Json.Serialization;

namespace BridgeBot.Host.Turns;

/// <summary>Where the card of a thread is. Written by the outbox alone; turns read it to recognise a click on another card.</summary>
/// <param name="Channel">The channel.</param>
/// <param name="ActivityId">The id of the post.</param>
/// <param name="SentVersion">The thread's version that the channel shows.</param>
public sealed record CardRow(ConversationReference Channel, string ActivityId, int SentVersion)
{
    /// <summary>The ETag of the row whose place it takes; null if there was none.</summary>
    [JsonIgnore]
    public string? Replaces { get; init; }

    /// <summary>Where it was before, the oldest first: a pointer is left there.</summary>
    public IReadOnlyList<FormerCard> Former { get; init => field = value ?? []; } = [];

    /// <summary>The row of a card that was posted just now.</summary>
    /// <param name="before">The row before; null for the first post.</param>
    /// <param name="channel">The channel.</param>
    /// <param name="activityId">The id of the post.</param>
    /// <param name="version">The thread's version that it shows.</param>
    public static CardRow Posted(CardRow? before, ConversationReference channel, string activityId, int version) => new(channel, activityId, version)
    {
        Replaces = before?.Replaces,
        Former = before is null || before.Channel.ConversationId == channel.ConversationId
            ? before?.Former ?? []
            : [.. before.Former, new(before.Channel, before.ActivityId)],
    };

    /// <summary>Where the card was after so many moves.</summary>
    public ConversationReference ChannelAfter(int moves) => moves < Former.Count ? Former[moves].Channel : Channel;

    /// <summary>Whether a click was on another card of the same thread, one that was posted twice.</summary>
    public bool IsDuplicate(Clicked click) => click.CardActivityId is { } clicked && clicked != ActivityId;

    /// <summary>Whether a click was on the card as it was before it moved to another channel.</summary>
    public bool HasLeft(Clicked click) => Former.Any(card =>
        card.ActivityId == click.CardActivityId && card.Channel.ConversationId == click.Envelope.Conversation.ConversationId);
}

/// <summary>Where a card was.</summary>
/// <param name="Channel">The channel.</param>
/// <param name="ActivityId">The id of the post.</param>
public sealed record FormerCard(ConversationReference Channel, string ActivityId);
