using BridgeBot.Core.Digest;
using BridgeBot.Core.Lists;
using BridgeBot.Core.Threads;
using BridgeBot.Host.Storage;

namespace BridgeBot.Host.Turns;

/// <summary>
/// The threads in a channel's own partition: the open ones under one prefix, so that a list reads them alone, those that are over
/// under another, and a row for each word by which a thread is found. A mark beside them says which version is listed; every change
/// replaces it, so that of two hosts that list a thread at once the older version gives way, and a thread that is over does not come back.
/// </summary>
internal static class ListedRows
{
    /// <summary>The mark, the thread's row, and where it was before.</summary>
    private const int Rows = 3;

    /// <summary>The row of a word says everything by its key.</summary>
    private const string Found = "{}";

    /// <summary>Lists a thread as it is, and what has happened to it since it was listed last; a newer version that is listed stays.</summary>
    /// <param name="store">The store.</param>
    /// <param name="channel">The channel's partition.</param>
    /// <param name="thread">The thread.</param>
    /// <param name="activityId">The post that shows its card.</param>
    /// <param name="events">What digests count of its whole life in this channel, in order.</param>
    /// <param name="cancel">Stops waiting.</param>
    /// <returns>False if somebody else listed it in this moment: look again.</returns>
    public static async Task<bool> ListAsync(
        IStore store, string channel, RequestThread thread, string activityId, IReadOnlyList<DigestEvent> events, CancellationToken cancel)
    {
        var mark = await store.ReadAsync(channel, Keys.Listed(thread.Id), cancel);
        var was = mark is null ? null : StateJson.Read<ListedMark>(mark.Body);
        if (was is not null && (was.Version > thread.Version || (was.Version == thread.Version && was.ActivityId == activityId)))
        {
            return true;
        }

        var listed = ListedThread.Of(thread, activityId);
        var (here, elsewhere) = listed.IsOver
            ? (Keys.ListedOver(thread.Id), Keys.ListedOpen(thread.Id))
            : (Keys.ListedOpen(thread.Id), Keys.ListedOver(thread.Id));
        var now = new ListedMark(thread.Version, activityId, thread.SubmittedAt, SearchWords.Of(thread));
        var body = StateJson.Write(now);
        List<Write> words =
        [
            .. now.Words.Except(was?.Words ?? []).Select(word => new Upsert(Keys.Found(word, now.SubmittedAt, thread.Id), Found)),
            .. (was?.Words ?? []).Except(now.Words).Select(word => new Delete(Keys.Found(word, now.SubmittedAt, thread.Id))),
        ];

        // What is listed was written with its events; written again they are the same. There may be more than fit.
        List<DigestEvent> news = [.. events.Where(one => one.Number > (was?.ActivityId is null ? 0 : was.Version))];
        var room = StoreLimits.WritesInTransaction - Rows - words.Count;
        await RecordAsync(store, channel, [.. news.SkipLast(room)], cancel);

        var written = await store.CommitAsync(
            channel,
            [
                mark is null ? new Insert(Keys.Listed(thread.Id), body) : new Replace(mark.Key, body, mark.ETag),
                new Upsert(here, StateJson.Write(listed)),
                new Delete(elsewhere),
                .. words,
                .. news.TakeLast(room).Select(Recorded),
            ],
            cancel);
        return written.Committed;
    }

    /// <summary>Writes what happened to a thread while its card was in a channel; repeated, it changes nothing.</summary>
    public static async Task RecordAsync(IStore store, string channel, IReadOnlyList<DigestEvent> events, CancellationToken cancel)
    {
        foreach (var batch in events.Select(Recorded).Chunk(StoreLimits.WritesInTransaction))
        {
            await store.CommitAsync(channel, batch, cancel);
        }
    }

    /// <summary>Whether any version of a thread is listed in a channel, and has not left it.</summary>
    public static async Task<bool> IsListedAsync(IStore store, string channel, string threadId, CancellationToken cancel) =>
        await store.ReadAsync(channel, Keys.Listed(threadId), cancel) is { } mark && StateJson.Read<ListedMark>(mark.Body).ActivityId is not null;

    /// <summary>A thread as it is listed; null if it is not.</summary>
    public static async Task<ListedThread?> ReadAsync(IStore store, string channel, string threadId, CancellationToken cancel)
    {
        var rows = await Task.WhenAll(
            store.ReadAsync(channel, Keys.ListedOpen(threadId), cancel), store.ReadAsync(channel, Keys.ListedOver(threadId), cancel));
        return (rows[0] ?? rows[1]) is { } row ? StateJson.Read<ListedThread>(row.Body) : null;
    }

    /// <summary>Takes a thread that moves to another channel off the lists, and leaves a mark, so that no version from before the move
    /// comes back.</summary>
    /// <param name="store">The store.</param>
    /// <param name="channel">The partition of the channel that it leaves.</param>
    /// <param name="thread">The thread; the move is its next version, at the earliest.</param>
    /// <param name="cancel">Stops waiting.</param>
    /// <returns>False if somebody else listed it in this moment: look again.</returns>
    public static async Task<bool> LeaveAsync(IStore store, string channel, RequestThread thread, CancellationToken cancel)
    {
        var mark = await store.ReadAsync(channel, Keys.Listed(thread.Id), cancel);
        var was = mark is null ? null : StateJson.Read<ListedMark>(mark.Body);
        var body = StateJson.Write(new ListedMark(thread.Version + 1, null, thread.SubmittedAt, []));
        var left = await store.CommitAsync(
            channel,
            [
                mark is null ? new Insert(Keys.Listed(thread.Id), body) : new Replace(mark.Key, body, mark.ETag),
                new Delete(Keys.ListedOpen(thread.Id)),
                new Delete(Keys.ListedOver(thread.Id)),
                .. (was?.Words ?? []).Select(word => new Delete(Keys.Found(word, was!.SubmittedAt, thread.Id))),
            ],
            cancel);
        return left.Committed;
    }

    /// <summary>Takes a thread off the lists of a channel.</summary>
    public static async Task RemoveAsync(IStore store, string channel, string threadId, CancellationToken cancel)
    {
        var mark = await store.ReadAsync(channel, Keys.Listed(threadId), cancel);
        var was = mark is null ? null : StateJson.Read<ListedMark>(mark.Body);
        await store.CommitAsync(
            channel,
            [
                new Delete(Keys.Listed(threadId)),
                new Delete(Keys.ListedOpen(threadId)),
                new Delete(Keys.ListedOver(threadId)),
                .. (was?.Words ?? []).Select(word => new Delete(Keys.Found(word, was!.SubmittedAt, threadId))),
            ],
            cancel);
    }

    private static Upsert Recorded(DigestEvent one) => new(Keys.Happened(one.At, one.ThreadId, one.Number), StateJson.Write(one));
}

/// <summary>What of a thread is listed.</summary>
/// <param name="Version">The thread's version.</param>
/// <param name="ActivityId">The post that shows its card; null if it has left the channel.</param>
/// <param name="SubmittedAt">UTC instant at which it was asked; stands in the keys of its words.</param>
/// <param name="Words">The words by which it is found.</param>
public sealed record ListedMark(int Version, string? ActivityId, DateTimeOffset SubmittedAt, IReadOnlyList<string> Words);
