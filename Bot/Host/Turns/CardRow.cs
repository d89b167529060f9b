namespace BridgeBot.Host.Turns;

/// <summary>Where the card of a thread is. Written by the outbox alone; turns read it to recognise a click on another card.</summary>
/// <param name="Channel">The channel.</param>
/// <param name="ActivityId">The id of the post.</param>
/// <param name="SentVersion">The thread's version that the channel shows.</param>
public sealed record CardRow(ConversationReference Channel, string ActivityId, int SentVersion)
{
    /// <summary>Whether a click was on another card of the same thread, one that was posted twice.</summary>
    public bool IsDuplicate(Clicked click) => click.CardActivityId is { } clicked && clicked != ActivityId;
}
