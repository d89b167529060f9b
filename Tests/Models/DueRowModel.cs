namespace BridgeBot.Tests.Models;

/// <summary>
/// How work is found after a crash. Each commit attempt has a fresh id d and writes a due row d of its own; the commit writes the
/// outbox row d; the turn drains it and deletes its due row. A sweeper finds due rows that were left behind, drains the
/// partition and deletes them. Anybody can crash anywhere. Is an outbox row ever left with no due row to find it by?
/// </summary>
/// <param name="tombstones">Whether the sweeper, before it deletes a due row, puts a tombstone where the outbox row would be, so
/// that a late commit fails.</param>
internal sealed class DueRowModel(bool tombstones)
{
    private const int Attempts = 3;

    public enum TurnIs { Starting, Committed, Drained, Ended }

    public enum SweeperIs { Idle, Draining, Drained, Deleting }

    /// <param name="Is">How far it is.</param>
    /// <param name="Attempt">Counts its attempts to commit.</param>
    /// <param name="DueWritten">Whether this attempt's due row is written; that and the read happen side by side.</param>
    /// <param name="ReadAt">The partition's ETag as it was read; null before.</param>
    public readonly record struct Turn(TurnIs Is, int Attempt, bool DueWritten, int? ReadAt);

    public readonly record struct Sweeper(SweeperIs Is, int Due);

    /// <param name="Dues">Due rows.</param>
    /// <param name="Outbox">Outbox rows not yet delivered.</param>
    /// <param name="Tombstones">Tombstones at outbox keys.</param>
    /// <param name="ETag">The ETag of the partition's state.</param>
    /// <param name="Turns">The turns.</param>
    /// <param name="Sweepers">The sweepers; more than one where leases ran out.</param>
    public sealed record State(
        IdSet Dues, IdSet Outbox, IdSet Tombstones, int ETag, Cells<Turn> Turns, Cells<Sweeper> Sweepers)
    {
        /// <summary>Nobody is at work any more, a row waits, and no due row leads to it.</summary>
        public bool IsStranded => !Outbox.IsEmpty && Dues.IsEmpty
            && Turns.All(turn => turn.Is == TurnIs.Ended) && Sweepers.All(sweeper => sweeper.Is == SweeperIs.Idle);
    }

    public static State Start(int turns, int sweepers) =>
        new(default, default, default, 0, new(new Turn[turns]), new(new Sweeper[sweepers]));

    public IEnumerable<Step<State>> Steps(State state) =>
    [
        .. Enumerable.Range(0, state.Turns.Count).SelectMany(i => TurnSteps(state, i)),
        .. Enumerable.Range(0, state.Sweepers.Count).SelectMany(i => SweeperSteps(state, i)),
    ];

    private static IEnumerable<Step<State>> TurnSteps(State state, int i)
    {
        var turn = state.Turns[i];
        var d = i * Attempts + turn.Attempt;
        Step<State> Then(string what, State after, Turn next) =>
            new($"turn {i} {what}", after with { Turns = after.Turns.With(i, next) });

        if (turn.Is == TurnIs.Ended) yield break;
        yield return Then("crashes", state, new Turn(TurnIs.Ended, 0, false, null));
        switch (turn)
        {
            case { Is: TurnIs.Starting, DueWritten: true, ReadAt: { } readAt }:
                yield return readAt == state.ETag && !state.Tombstones.Has(d)
                    ? Then(
                        $"commits {d}",
                        state with { Outbox = state.Outbox.With(d), ETag = state.ETag + 1 },
                        turn with { Is = TurnIs.Committed })
                    : Then("is refused", state, Refused(turn));
                break;
            case { Is: TurnIs.Starting }:
                if (!turn.DueWritten)
                {
                    yield return Then(
                        $"writes due {d}", state with { Dues = state.Dues.With(d) }, turn with { DueWritten = true });
                }

                if (turn.ReadAt is null) yield return Then("reads", state, turn with { ReadAt = state.ETag });
                break;
            case { Is: TurnIs.Committed }:
                yield return Then(
                    $"drains {d}", state with { Outbox = state.Outbox.Without(d) }, turn with { Is = TurnIs.Drained });
                break;
            case { Is: TurnIs.Drained }:
                yield return Then(
                    $"deletes due {d}", state with { Dues = state.Dues.Without(d) }, new Turn(TurnIs.Ended, 0, false, null));
                break;
        }
    }

    // A fresh id for the next attempt; after the last one the person is told, and nothing was written.
    private static Turn Refused(Turn turn) => turn.Attempt + 1 < Attempts
        ? new Turn(TurnIs.Starting, turn.Attempt + 1, false, null)
        : new Turn(TurnIs.Ended, 0, false, null);

    private IEnumerable<Step<State>> SweeperSteps(State state, int i)
    {
        var sweeper = state.Sweepers[i];
        var d = sweeper.Due;
        Step<State> Then(string what, State after, SweeperIs next, int due) =>
            new($"sweeper {i} {what}", after with { Sweepers = after.Sweepers.With(i, new Sweeper(next, due)) });

        if (sweeper.Is != SweeperIs.Idle) yield return Then("crashes", state, SweeperIs.Idle, 0);
        switch (sweeper.Is)
        {
            case SweeperIs.Idle:
                foreach (var due in state.Dues.Ids) yield return Then($"leases due {due}", state, SweeperIs.Draining, due);
                break;
            case SweeperIs.Draining:
                yield return Then("drains all", state with { Outbox = default }, SweeperIs.Drained, d);
                break;
            case SweeperIs.Drained when tombstones && state.Outbox.Has(d):
                yield return Then($"finds {d} where the tombstone goes", state, SweeperIs.Draining, d);
                break;
            case SweeperIs.Drained when tombstones:
                yield return Then(
                    $"puts tombstone {d}", state with { Tombstones = state.Tombstones.With(d) }, SweeperIs.Deleting, d);
                break;
            case SweeperIs.Drained or SweeperIs.Deleting:
                yield return Then($"deletes due {d}", state with { Dues = state.Dues.Without(d) }, SweeperIs.Idle, 0);
                break;
        }
    }
}
