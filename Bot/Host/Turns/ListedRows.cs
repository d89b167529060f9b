using BridgeBot.Core.Digest;
using BridgeBot.Core.Threads;
using BridgeBot.Host.Storage;

namespace BridgeBot.Host.Turns;

/// <summary>
/// The threads in a channel's own partition: the open ones under one prefix, so that a list reads them alone, and those that are over
/// under another. A mark beside them says which version is listed; every change replaces it, so that of two hosts that list a thread at
/// once the older version gives way, and a thread that is over does not come back.
/// </summary>
internal static class ListedRows
{
    /// <summary>So many events go into the transaction that lists a thread; a thread that moves to another channel may have more.</summary>
    private const int EventsInTransaction = StoreLimits.WritesInTransaction - 3;

    /// <summary>Lists a thread as it is, and what has happened to it since it was listed last; a newer version that is listed stays.</summary>
    /// <param name="store">The store.</param>
    /// <param name="channel">The channel's partition.</param>
    /// <param name="thread">The thread.</param>
    /// <param name="events">What digests count of its whole life, in order.</param>
    /// <param name="cancel">Stops waiting.</param>
    /// <returns>False if somebody else listed it in this moment: look again.</returns>
    public static async Task<bool> ListAsync(
        IStore store, string channel, ListedThread thread, IReadOnlyList<DigestEvent> events, CancellationToken cancel)
    {
        var mark = await store.ReadAsync(channel, Keys.Listed(thread.Id), cancel);
        var now = new ListedMark(thread.Version, thread.ActivityId);
        var was = mark is null ? null : StateJson.Read<ListedMark>(mark.Body);
        if (was is not null && (was == now || was.Version > now.Version))
        {
            return true;
        }

        var (here, elsewhere) = thread.IsOver
            ? (Keys.ListedOver(thread.Id), Keys.ListedOpen(thread.Id))
            : (Keys.ListedOpen(thread.Id), Keys.ListedOver(thread.Id));
        var body = StateJson.Write(now);

        // What is listed was written with its events; written again they are the same.
        List<Write> news =
        [
            .. events.Where(one => one.Number > (was?.Version ?? 0))
                .Select(one => new Upsert(Keys.Happened(one.At, one.ThreadId, one.Number), StateJson.Write(one))),
        ];
        foreach (var batch in news.SkipLast(EventsInTransaction).Chunk(StoreLimits.WritesInTransaction))
        {
            await store.CommitAsync(channel, batch, cancel);
        }

        var listed = await store.CommitAsync(
            channel,
            [
                mark is null ? new Insert(Keys.Listed(thread.Id), body) : new Replace(mark.Key, body, mark.ETag),
                new Upsert(here, StateJson.Write(thread)),
                new Delete(elsewhere),
                .. news.TakeLast(EventsInTransaction),
            ],
            cancel);
        return listed.Committed;
    }

    /// <summary>Takes a thread off the lists of a channel.</summary>
    public static async Task RemoveAsync(IStore store, string channel, string threadId, CancellationToken cancel) =>
        await store.CommitAsync(
            channel,
            [new Delete(Keys.Listed(threadId)), new Delete(Keys.ListedOpen(threadId)), new Delete(Keys.ListedOver(threadId))],
            cancel);
}

/// <summary>What of a thread is listed.</summary>
/// <param name="Version">The thread's version.</param>
/// <param name="ActivityId">The post that shows its card.</param>
public sealed record ListedMark(int Version, string? ActivityId);
