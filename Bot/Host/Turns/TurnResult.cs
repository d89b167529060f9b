namespace BridgeBot.Host.Turns;

/// <summary>What a turn comes to for the HTTP call that caused it.</summary>
/// <param name="Answer">What to answer.</param>
/// <param name="AfterAnswer">To be called once the answer is written: it wakes the outbox, whose card update must not
/// overtake the answer to the click. Null if there is nothing to send.</param>
public sealed record TurnResult(TurnAnswer Answer, Action? AfterAnswer);
