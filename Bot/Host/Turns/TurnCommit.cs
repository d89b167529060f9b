using System.Diagnostics;
using BridgeBot.Cards;
using BridgeBot.Host.Storage;
using BridgeBot.Host.Telemetry;

namespace BridgeBot.Host.Turns;

/// <summary>
/// One turn -> one decision -> one commit. A conflict means: load again and decide again, which is safe, since deciding is pure.
/// </summary>
internal sealed class TurnCommit(IStore store, WakeUps wakeUps, TurnSettings settings, Measures measures, TimeProvider clock)
{
    /// <summary>Teams gives up on an invoke after about 10 to 15 seconds
    /// (<see href="https://learn.microsoft.com/microsoftteams/platform/bots/how-to/conversations/conversation-messages"/>).</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(8);

    private readonly PartitionQueues _queues = new();

    /// <summary>Decides and commits; null if it is not this partition's to decide.</summary>
    /// <exception cref="StoreUnavailableException">The store did not take it; nothing was changed.</exception>
    /// <exception cref="TimeoutException">Conflict after conflict; nothing was changed.</exception>
    /// <exception cref="TooLongException">It is more than a row can hold; nothing was changed.</exception>
    public Task<TurnResult?> RunAsync(string partition, Inbound inbound, ITurn turn, CancellationToken cancel) =>
        _queues.InTurnAsync(partition, () => TryAsync(partition, inbound, turn, cancel), cancel);

    private async Task<TurnResult?> TryAsync(string partition, Inbound inbound, ITurn turn, CancellationToken cancel)
    {
        var giveUpAt = clock.GetUtcNow() + Patience;
        for (var attempt = 1; ; attempt++)
        {
            var now = clock.GetUtcNow();
            var due = new Due(now + Due.Grace, partition, Fresh.Id());
            var (id, reference) = (Fresh.Id(), Fresh.Reference());
            var reserving = turn.ReserveAsync(id, reference, cancel);
            await Task.WhenAll(turn.LoadAsync(cancel), WriteDueAsync(due, cancel), reserving);
            var began = Stopwatch.GetTimestamp();
            var decided = turn.Decide(new TurnContext(now, id, reference, settings));
            var releasing = turn.ReleaseAsync(cancel);
            if (decided is null)
            {
                await Task.WhenAll(ForgetAsync(due, cancel), releasing);
                return null;
            }

            if (inbound is Said)
            {
                measures.Framed(Stopwatch.GetElapsedTime(began));
            }

            // Where nothing was committed, the due row leads to nothing, and goes after the answer.
            if (decided.Writes.Count == 0)
            {
                var before = DoneBeforeAsync(partition, inbound, cancel);
                await Task.WhenAll(before, releasing);
                return new(await before is { } done ? turn.AnswerAgain(done) : decided.Answer, () => wakeUps.Wake(due));
            }

            var seen = SeenWrites(inbound, now, decided.Settled);
            List<Write> writes = [.. seen, .. decided.Writes, .. OutboxWrites(due, decided)];
            var committing = await reserving ? CommitAsync(partition, writes, cancel) : Task.FromResult(new CommitResult(writes.Count));
            await Task.WhenAll(committing, releasing);
            var result = await committing;
            if (result.Committed)
            {
                return new(decided.Answer, () => wakeUps.Wake(due));
            }

            if (result.ConflictAt is { } at && at < seen.Count)
            {
                // Done before, perhaps by a commit of our own whose answer was lost: drain anyway.
                return new(await AnswerAgainAsync(partition, inbound, turn, seen[at].Key, cancel), () => wakeUps.Wake(due));
            }

            await ForgetAsync(due, cancel);
            if (now > giveUpAt)
            {
                throw new TimeoutException($"{attempt} conflicts in a row");
            }

            await Task.Delay(TimeSpan.FromMilliseconds(Random.Shared.Next(5, 20 + (20 * attempt))), clock, cancel);
        }
    }

    /// <summary>What is remembered of a click that changes nothing if it is one that did before: "already approved by you" is no answer
    /// to it. Null if it is none.</summary>
    private async Task<SeenRow?> DoneBeforeAsync(string partition, Inbound inbound, CancellationToken cancel)
    {
        var keys = inbound is AskSent || (inbound is Clicked click && !Verbs.OnlyShows(click.Verb)) ? SeenKeys.Of(inbound) : [];
        var rows = await Task.WhenAll(keys.Select(key => store.ReadAsync(partition, Keys.Seen(key), cancel)));
        return rows.OfType<Row>().Select(row => StateJson.Read<SeenRow>(row.Body)).FirstOrDefault();
    }

    /// <summary>The answer to what another host has done since the state was read, from the state as it is now.</summary>
    private async Task<TurnAnswer> AnswerAgainAsync(string partition, Inbound inbound, ITurn turn, string seenKey, CancellationToken cancel)
    {
        if (inbound is not (Clicked { ShowsAnswer: true } or AskSent))
        {
            return new NoAnswer();
        }

        var row = store.ReadAsync(partition, seenKey, cancel);
        await Task.WhenAll(row, turn.LoadAsync(cancel));
        return turn.AnswerAgain(await row is { } seen ? StateJson.Read<SeenRow>(seen.Body) : new(default));
    }

    private async Task<CommitResult> CommitAsync(string partition, IReadOnlyList<Write> writes, CancellationToken cancel)
    {
        try
        {
            return await store.CommitAsync(partition, writes, cancel);
        }
        catch (StoreLimitException fault)
        {
            throw new TooLongException(fault);
        }
    }

    private async Task WriteDueAsync(Due due, CancellationToken cancel) =>
        await store.CommitAsync(due.Home, [new Insert(due.Key, StateJson.Write(new DueBody(due.Partition, due.Id, due.At)))], cancel);

    private async Task ForgetAsync(Due due, CancellationToken cancel) =>
        await store.CommitAsync(due.Home, [new Delete(due.Key)], cancel);

    /// <summary>The first writes of the transaction: a conflict here means that the turn was done before.</summary>
    private static List<Write> SeenWrites(Inbound inbound, DateTimeOffset now, SettledAsk? settled)
    {
        var row = StateJson.Write(new SeenRow(now.AddDays(7), settled));
        return [.. SeenKeys.Of(inbound).Select(key => new Insert(Keys.Seen(key), row))];
    }

    private static IEnumerable<Write> OutboxWrites(Due due, DecidedTurn decided) =>
        decided.Messages.Select((message, i) => new Insert(
            Keys.Out(due.Id, i), StateJson.Write(new OutboxRow(decided.FirstNumber + i, message))));
}
