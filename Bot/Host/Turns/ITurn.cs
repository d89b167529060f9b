using BridgeBot.Host.Storage;

namespace BridgeBot.Host.Turns;

/// <summary>One attempt after another at the same input: load, decide, and what to commit.</summary>
internal interface ITurn
{
    /// <summary>Reads the state.</summary>
    Task LoadAsync(CancellationToken cancel);

    /// <summary>Decides on the state that was read; null if this partition stood for somebody who was erased, so that they are a new
    /// person, with a partition of their own, or if what the input is about is not in it.</summary>
    DecidedTurn? Decide(TurnContext context);

    /// <summary>Reserves what the decision may need outside of its partition, beside the read; false if somebody else has it.</summary>
    /// <param name="newId">The <see cref="TurnContext.NewId"/> of this attempt.</param>
    /// <param name="newReference">Its <see cref="TurnContext.NewReference"/>.</param>
    /// <param name="cancel">Stops waiting.</param>
    Task<bool> ReserveAsync(string newId, string newReference, CancellationToken cancel);

    /// <summary>Gives back what was reserved and is not needed, beside the commit.</summary>
    Task ReleaseAsync(CancellationToken cancel);

    /// <summary>The answer to an input that was decided before, from the state that was read.</summary>
    /// <param name="seen">What is remembered of that decision.</param>
    TurnAnswer AnswerAgain(SeenRow seen);
}

/// <summary>What a turn wants to commit.</summary>
/// <param name="Writes">The state; empty if nothing changes.</param>
/// <param name="Messages">The outbox rows.</param>
/// <param name="FirstNumber">The number of the first of them.</param>
/// <param name="Answer">What the HTTP call is answered with.</param>
/// <param name="Settled">What of the answer must be remembered; null if the state tells it all.</param>
internal sealed record DecidedTurn(
    IReadOnlyList<Write> Writes, IReadOnlyList<Outgoing> Messages, long FirstNumber, TurnAnswer Answer, SettledAsk? Settled = null);
