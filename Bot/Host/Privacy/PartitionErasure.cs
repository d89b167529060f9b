using BridgeBot.Core.Threads;
using BridgeBot.Host.Storage;
using BridgeBot.Host.Turns;

namespace BridgeBot.Host.Privacy;

/// <summary>
/// Removes somebody from one requester's partition, their own or another's. As in a turn, every transaction replaces the head, so that
/// a turn that has read what was there conflicts and decides again; and the change of a thread brings its card's update with it.
/// </summary>
internal sealed class PartitionErasure(IStore store, Subject subject, string removed, TimeProvider clock)
{
    /// <summary>Between two looks at what a host has in hand.</summary>
    internal static readonly TimeSpan Pause = TimeSpan.FromSeconds(1);

    /// <summary>Removes them, and waits for whatever a host had in hand that may write what it has read.</summary>
    public async Task RunAsync(string partition, CancellationToken cancel)
    {
        while (true)
        {
            // The head first: if a row changes behind it, so does the head, or the row's own ETag.
            var head = await store.ReadAsync(partition, Keys.Head, cancel);
            var rows = await store.AllAsync(partition, "", "~", cancel).ToListAsync(cancel);
            var shown = Shown(rows);
            List<Change> changes = [.. rows.Select(row => ChangeOf(row, shown, subject.Owns(partition))).OfType<Change>()];
            if (changes.Count == 0)
            {
                await LetGoAsync(partition, InHand(rows), cancel);
                return;
            }

            var now = clock.GetUtcNow();
            List<Change> ready = [.. changes.Where(change => !(change.InHandUntil > now))];
            if (ready.Count == 0)
            {
                await Task.Delay(Pause, clock, cancel);
                continue;
            }

            await CommitAsync(partition, head, ready, cancel);
        }
    }

    /// <summary>The threads of which a card is posted, or is about to be, perhaps as it was read before.</summary>
    private static HashSet<string> Shown(IEnumerable<Row> rows) =>
    [
        .. from row in rows
           let id = row.Key.StartsWith(Keys.CardFrom, StringComparison.Ordinal) ? Keys.ThreadId(row.Key)
               : row.Key.StartsWith(Keys.OutFrom, StringComparison.Ordinal) ? (OutboxRow.TryRead(row.Body).Row?.Message as ReconcileCard)?.ThreadId
               : null
           where id is not null
           select id,
    ];

    private Change? ChangeOf(Row row, HashSet<string> shown, bool isOwn) => row.Key switch
    {
        Keys.Head => null,
        Keys.Dialog when isOwn => new(new Delete(row.Key)),
        var key when isOwn && key.StartsWith(Keys.AnswerPrefix, StringComparison.Ordinal) => new(new Delete(key)),
        var key when Keys.IsLetter(key) => LetterChange(row, isOwn),
        var key => subject.TraceIn(row.Body) switch
        {
            { Row: null } => new(new Delete(key, row.ETag)),
            { Persons.Count: > 0 } trace when Keys.IsThread(key) => ThreadChange(row, trace, hasCard: shown.Contains(Keys.ThreadId(key))),
            { Persons.Count: > 0 } trace => new(new Replace(key, trace.Without(removed), row.ETag)),
            _ => null,
        },
    };

    /// <summary>What is to be sent. Of their own outbox only what marketing sees is left, what hands requests over, and what closes a delivered
    /// request that nobody answers for any more; of others' whatever does not go to them.</summary>
    private Change? LetterChange(Row row, bool isOwn)
    {
        var letter = OutboxRow.TryRead(row.Body).Row;
        var isForMarketing = letter is { Message: null or ThreadOutgoing or PassAllOn or AskWhetherItHelped or Tidy };
        Write? write = subject.TraceIn(row.Body) switch
        {
            { IsAddressed: true } => new Delete(row.Key, row.ETag),
            _ when isOwn && !isForMarketing => new Delete(row.Key, row.ETag),
            { } trace => new Replace(row.Key, trace.Without(removed), row.ETag),
            null => null,
        };

        // Whoever leased it writes it again after the try, as it was read.
        return write is null ? null : new(write, InHandUntil: letter?.LeasedUntil);
    }

    private Change ThreadChange(Row row, Trace trace, bool hasCard)
    {
        var happened = new NameRemoved(clock.GetUtcNow()) { Where = Origin.CommandLine };
        var thread = ThreadDecider.Apply(StateJson.Read<RequestThread>(trace.Without(removed)), happened);
        var id = Keys.ThreadId(row.Key);
        return new(new Replace(row.Key, StateJson.Write(thread), row.ETag))
        {
            Event = new(Keys.Event(id, thread.Version), StateJson.Write<ThreadEvent>(happened)),
            Message = hasCard ? new ReconcileCard(id) : null,
        };
    }

    /// <summary>Commits as many of the changes as fit into one transaction. A conflict is looked at again by the caller.</summary>
    private async Task CommitAsync(string partition, Row? head, IReadOnlyList<Change> changes, CancellationToken cancel)
    {
        var due = new Due(clock.GetUtcNow() + Due.Grace, partition, Fresh.Id());
        var number = head is null ? 0 : StateJson.Read<RequesterHead>(head.Body).NextNumber;
        List<Write> writes = [];
        var (messages, bytes) = (0, head is null ? 0 : StoreLimits.SizeOf(partition, new Replace(Keys.Head, head.Body + number, head.ETag)));
        foreach (var change in changes)
        {
            List<Write> more = [change.Write, .. change.Event is null ? (Write[])[] : [change.Event]];
            if (change.Message is not null)
            {
                more.Add(new Insert(Keys.Out(due.Id, messages), StateJson.Write(new OutboxRow(number + messages, change.Message))));
            }

            bytes += more.Sum(write => StoreLimits.SizeOf(partition, write));
            if (writes.Count + more.Count >= StoreLimits.WritesInTransaction || bytes > StoreLimits.TransactionBytes)
            {
                break;
            }

            writes.AddRange(more);
            messages += change.Message is null ? 0 : 1;
        }

        if (head is not null)
        {
            var next = StateJson.Read<RequesterHead>(head.Body) with { NextNumber = number + messages };
            writes.Insert(0, new Replace(Keys.Head, StateJson.Write(next), head.ETag));
        }

        if (messages > 0)
        {
            // After a conflict a sweeper finds it and takes it away.
            await store.CommitAsync(due.Home, [new Insert(due.Key, StateJson.Write(new DueBody(due.Partition, due.Id, due.At)))], cancel);
        }

        await store.CommitAsync(partition, writes, cancel);
    }

    /// <summary>Waits until what was in hand is done: its host may have read a thread as it was, to list it elsewhere.</summary>
    private async Task LetGoAsync(string partition, HashSet<(string Key, DateTimeOffset Until)> inHand, CancellationToken cancel)
    {
        while (inHand.Count > 0)
        {
            await Task.Delay(Pause, clock, cancel);
            inHand.IntersectWith(InHand(await store.AllAsync(partition, Keys.OutFrom, Keys.OutTo, cancel).ToListAsync(cancel)));
        }
    }

    private HashSet<(string Key, DateTimeOffset Until)> InHand(IEnumerable<Row> rows)
    {
        var now = clock.GetUtcNow();
        return
        [
            .. from row in rows
               where row.Key.StartsWith(Keys.OutFrom, StringComparison.Ordinal)
               let until = OutboxRow.TryRead(row.Body).Row?.LeasedUntil
               where until > now
               select (row.Key, until.Value),
        ];
    }

    /// <summary>What is done with a row, in one transaction.</summary>
    /// <param name="Write">The row's own change.</param>
    /// <param name="InHandUntil">UTC instant until which a host has it in hand; null if none has.</param>
    private sealed record Change(Write Write, DateTimeOffset? InHandUntil = null)
    {
        /// <summary>What is kept of it; null for nothing.</summary>
        public Upsert? Event { get; init; }

        /// <summary>What follows from it; null for nothing.</summary>
        public Outgoing? Message { get; init; }
    }
}
