namespace BridgeBot.Tests.Models;

/// <summary>
/// How a card follows its thread. Each change adds a numbered row to the thread's lane of the outbox. A worker reads the lane's
/// first row, leases it by its ETag, reads the thread and the card's row, sends the newest version (a POST if there is no card
/// yet, else a PUT, nothing if it is shown already), writes the card's row, and deletes the outbox row.
/// (That somebody looks at a lane with rows in it is <see cref="DueRowModel"/>'s matter.)
/// </summary>
/// <param name="fault">A fault put in on purpose, to see that it would be found.</param>
internal sealed class CardModel(CardModel.Fault fault = CardModel.Fault.None)
{
    public enum Fault
    {
        None,

        /// <summary>Any row of the lane is taken, not only its first.</summary>
        NoLaneOrder,

        /// <summary>The outbox row is deleted before the card's row is written.</summary>
        DeletedBeforeRecorded,

        /// <summary>A row is taken although another worker changed it since it was read.</summary>
        LeasedWithoutETag,
    }

    public enum WorkerIs { Idle, Picked, Leased, HasThread, HasCard, Sent, Recorded }

    /// <summary>A row of the lane.</summary>
    /// <param name="There">Whether it was added and not deleted since.</param>
    /// <param name="Lease">The worker that has it; null if nobody, or somebody who is no more.</param>
    /// <param name="ETag">Changes with every lease.</param>
    public readonly record struct OutRow(bool There, int? Lease, int ETag);

    /// <param name="Is">How far it is.</param>
    /// <param name="Row">Which row it picked.</param>
    /// <param name="ETag">The row's ETag as read.</param>
    /// <param name="Version">The thread's version as read.</param>
    /// <param name="Card">The version that the card's row said was shown; 0: there was no card.</param>
    public readonly record struct Worker(WorkerIs Is, int Row, int ETag, int Version, int Card);

    /// <param name="Version">The thread's version, which is also the number of rows that were ever added.</param>
    /// <param name="Lane">The lane, by number.</param>
    /// <param name="Card">The card's row: the version it says is shown; 0 before the first.</param>
    /// <param name="Workers">The workers.</param>
    /// <param name="Posts">Cards that were posted: more than one is a duplicate.</param>
    /// <param name="Shown">The version that the last send showed.</param>
    /// <param name="WentBack">Whether an older version ever covered a newer one.</param>
    /// <param name="CrashesLeft">Crashes to come, at most.</param>
    /// <param name="OverdueLeft">Leases to come, at most, that end before their worker does.</param>
    public sealed record State(
        int Version, Cells<OutRow> Lane, int Card, Cells<Worker> Workers, int Posts, int Shown, bool WentBack, int CrashesLeft, int OverdueLeft)
    {
        public bool IsQuiet => Version == Lane.Count && Lane.All(row => !row.There) && Workers.All(worker => worker.Is == WorkerIs.Idle);
    }

    public static State Start(int turns, int workers, int crashes, int overdue) =>
        new(0, new(new OutRow[turns]), 0, new(new Worker[workers]), 0, 0, false, crashes, overdue);

    public IEnumerable<Step<State>> Steps(State state) =>
        [.. TurnSteps(state), .. Enumerable.Range(0, state.Workers.Count).SelectMany(i => MishapSteps(state, i).Concat(WorkerSteps(state, i)))];

    private static IEnumerable<Step<State>> TurnSteps(State state)
    {
        if (state.Version == state.Lane.Count) yield break;
        yield return new($"turn makes it {state.Version + 1}", state with
        {
            Version = state.Version + 1,
            Lane = state.Lane.With(state.Version, new OutRow(true, null, 1)),
        });
    }

    private static IEnumerable<Step<State>> MishapSteps(State state, int i)
    {
        var worker = state.Workers[i];
        if (worker.Is == WorkerIs.Idle) yield break;
        var row = state.Lane[worker.Row];
        var freed = row.Lease == i ? state.Lane.With(worker.Row, row with { Lease = null }) : state.Lane;
        if (state.CrashesLeft > 0)
        {
            yield return new(
                $"worker {i} crashes",
                state with { Lane = freed, Workers = state.Workers.With(i, default), CrashesLeft = state.CrashesLeft - 1 });
        }

        if (state.OverdueLeft > 0 && row.Lease == i)
        {
            yield return new($"worker {i} outlives its lease", state with { Lane = freed, OverdueLeft = state.OverdueLeft - 1 });
        }
    }

    private IEnumerable<Step<State>> WorkerSteps(State state, int i)
    {
        var worker = state.Workers[i];
        Step<State> Then(string what, State after, Worker next) =>
            new($"worker {i} {what}", after with { Workers = after.Workers.With(i, next) });

        switch (worker.Is)
        {
            case WorkerIs.Idle:
                foreach (var at in Ready(state))
                {
                    yield return Then($"reads row {at}", state, new(WorkerIs.Picked, at, state.Lane[at].ETag, 0, 0));
                }

                break;
            case WorkerIs.Picked:
                var row = state.Lane[worker.Row];
                yield return row.There && (row.ETag == worker.ETag || fault == Fault.LeasedWithoutETag)
                    ? Then(
                        "leases it",
                        state with { Lane = state.Lane.With(worker.Row, new(true, i, row.ETag + 1)) },
                        worker with { Is = WorkerIs.Leased })
                    : Then("was too late", state, default);
                break;
            case WorkerIs.Leased:
                yield return Then($"reads thread {state.Version}", state, worker with { Is = WorkerIs.HasThread, Version = state.Version });
                break;
            case WorkerIs.HasThread:
                yield return Then($"reads card {state.Card}", state, worker with { Is = WorkerIs.HasCard, Card = state.Card });
                break;
            case WorkerIs.HasCard:
                yield return Then($"sends {worker.Version} over {worker.Card}", Send(state, worker), worker with { Is = WorkerIs.Sent });
                break;
            case WorkerIs.Sent:
                yield return Then("ends one half", fault == Fault.DeletedBeforeRecorded ? Delete(state, worker) : Record(state, worker),
                    worker with { Is = WorkerIs.Recorded });
                break;
            case WorkerIs.Recorded:
                yield return Then("ends", fault == Fault.DeletedBeforeRecorded ? Record(state, worker) : Delete(state, worker), default);
                break;
        }
    }

    /// <summary>The lane's first row, unless somebody has it.</summary>
    private IEnumerable<int> Ready(State state)
    {
        var there = Enumerable.Range(0, state.Lane.Count).Where(at => state.Lane[at].There);
        return (fault == Fault.NoLaneOrder ? there : there.Take(1)).Where(at => state.Lane[at].Lease is null);
    }

    private static State Send(State state, Worker worker) => worker.Card >= worker.Version
        ? state
        : state with
        {
            Posts = worker.Card == 0 ? state.Posts + 1 : state.Posts,
            Shown = worker.Version,
            WentBack = state.WentBack || worker.Version < state.Shown,
        };

    private static State Record(State state, Worker worker) => state with { Card = worker.Version };

    private static State Delete(State state, Worker worker) => state with { Lane = state.Lane.With(worker.Row, default) };
}
