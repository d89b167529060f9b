using BridgeBot.Tests.Turns;

namespace BridgeBot.Tests.Faults;

/// <summary>Something that the connector accepted, in the order in which it did.</summary>
/// <param name="Number">1 for the first.</param>
/// <param name="Sent">What it was; its <see cref="Sent.At"/> is when it was accepted.</param>
internal sealed record Arrival(int Number, Sent Sent)
{
    /// <summary>Whether the bot never read the answer, so that it cannot know that it was accepted.</summary>
    public bool AnswerWasLost { get; set; }
}
