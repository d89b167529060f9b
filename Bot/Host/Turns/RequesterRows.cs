using BridgeBot.Core.Intake;
using BridgeBot.Core.Threads;
using BridgeBot.Host.Storage;

namespace BridgeBot.Host.Turns;

/// <summary>A requester's state as rows, there and back.</summary>
internal static class RequesterRows
{
    /// <summary>Reads the dialog and the open threads, and those that the input and the dialog are about if they are closed.</summary>
    /// <param name="store">The store.</param>
    /// <param name="requesterId">Whose.</param>
    /// <param name="threadId">The thread that the input is about; null if it is about none.</param>
    /// <param name="cancel">Stops waiting.</param>
    public static async Task<RequesterState> LoadAsync(IStore store, string requesterId, string? threadId, CancellationToken cancel)
    {
        var partition = Keys.Requester(requesterId);

        var over = threadId is null ? Task.FromResult<Row?>(null) : store.ReadAsync(partition, Keys.Closed(threadId), cancel);

        // The head comes before the threads: if one of them changes between two pages, so does the head, and a commit conflicts.
        var (head, open) = ((Row?)null, (Dialog?)null);
        Dictionary<string, RequestThread> threads = [];
        Dictionary<string, AnswerDraft> answers = [];
        await foreach (var row in store.AllAsync(partition, Keys.ActiveFrom, Keys.ActiveTo, cancel))
        {
            switch (row.Key)
            {
                case Keys.Head:
                    head = row;
                    break;
                case Keys.Dialog:
                    open = StateJson.Read<Dialog>(row.Body);
                    break;
                case var key when key.StartsWith(Keys.OpenPrefix, StringComparison.Ordinal):
                    threads.Add(Keys.ThreadId(key), StateJson.Read<RequestThread>(row.Body));
                    break;
                case var key when key.StartsWith(Keys.AnswerPrefix, StringComparison.Ordinal):
                    answers.Add(key[Keys.AnswerPrefix.Length..], StateJson.Read<AnswerDraft>(row.Body));
                    break;
            }
        }

        // In neither place: it may have been closed, or opened again, between the two reads.
        var closed = await over;
        if (threadId is not null && !threads.ContainsKey(threadId)
            && (closed ?? await store.ReadAsync(partition, Keys.Closed(threadId), cancel) ?? await store.ReadAsync(partition, Keys.Open(threadId), cancel)) is { } found)
        {
            threads.Add(threadId, StateJson.Read<RequestThread>(found.Body));
        }

        if (open?.Revises is { } revised && !threads.ContainsKey(revised)
            && await store.ReadAsync(partition, Keys.Closed(revised), cancel) is { } changed)
        {
            threads.Add(revised, StateJson.Read<RequestThread>(changed.Body));
        }

        return new(
            requesterId,
            head is null ? null : StateJson.Read<RequesterHead>(head.Body),
            head?.ETag,
            open,
            threads,
            answers);
    }

    /// <summary>The rows of all threads of somebody, the open ones first.</summary>
    public static IAsyncEnumerable<Row> ThreadsAsync(IStore store, string requesterId, CancellationToken cancel) =>
        store.AllAsync(Keys.Requester(requesterId), Keys.OpenPrefix, Keys.ActiveTo, cancel)
            .Concat(store.AllAsync(Keys.Requester(requesterId), Keys.ClosedFrom, Keys.ClosedTo, cancel));

    /// <summary>The state with one more thread, which is over. If it was closed only now, so was the head changed, and a commit conflicts.</summary>
    public static async Task<RequesterState> WithClosedAsync(IStore store, RequesterState state, string threadId, CancellationToken cancel) =>
        await store.ReadAsync(Keys.Requester(state.Id), Keys.Closed(threadId), cancel) is { } row
            ? state with { Threads = new Dictionary<string, RequestThread>(state.Threads) { [threadId] = StateJson.Read<RequestThread>(row.Body) } }
            : state;

    /// <summary>
    /// What a plan changes. The head is replaced by every commit, so its ETag guards the whole partition and the other
    /// rows need none.
    /// </summary>
    public static IEnumerable<Write> Writes(RequesterState before, RequesterPlan plan)
    {
        var after = plan.After;
        var head = StateJson.Write(after.Head! with { NextNumber = after.Head!.NextNumber + plan.Messages.Count });
        yield return before.HeadETag is null ? new Insert(Keys.Head, head) : new Replace(Keys.Head, head, before.HeadETag);

        if (!ReferenceEquals(before.Dialog, after.Dialog))
        {
            yield return after.Dialog is null ? new Delete(Keys.Dialog) : new Upsert(Keys.Dialog, StateJson.Write(after.Dialog));
        }

        foreach (var thread in after.Threads.Values)
        {
            var was = before.Threads.GetValueOrDefault(thread.Id);
            if (ReferenceEquals(was, thread))
            {
                continue;
            }

            yield return new Upsert(Place(thread), StateJson.Write(thread));
            if (was is not null && Place(was) != Place(thread))
            {
                yield return new Delete(Place(was));
            }
        }

        foreach (var id in before.Answers.Keys.Union(after.Answers.Keys))
        {
            var (was, now) = (before.Answers.GetValueOrDefault(id), after.Answers.GetValueOrDefault(id));
            if (was != now)
            {
                yield return now is null ? new Delete(Keys.Answer(id)) : new Upsert(Keys.Answer(id), StateJson.Write(now));
            }
        }

        foreach (var kept in plan.Events)
        {
            yield return new Insert(Keys.Event(kept.ThreadId, kept.Number), StateJson.Write(kept.Event));
        }
    }

    /// <summary>Where a thread lies. One that was approved before approved threads had an owner was over with that, and stays where it is
    /// until something happens to it.</summary>
    private static string Place(RequestThread thread) =>
        thread.IsOver || thread is { Status: ThreadStatus.Approved, Work: null } ? Keys.Closed(thread.Id) : Keys.Open(thread.Id);
}
