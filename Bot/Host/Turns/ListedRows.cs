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
    /// <summary>Lists a thread as it is; a newer version that is listed stays.</summary>
    /// <returns>False if somebody else listed it in this moment: look again.</returns>
    public static async Task<bool> ListAsync(IStore store, string channel, ListedThread thread, CancellationToken cancel)
    {
        var mark = await store.ReadAsync(channel, Keys.Listed(thread.Id), cancel);
        var now = new ListedMark(thread.Version, thread.ActivityId);
        if (mark is not null && StateJson.Read<ListedMark>(mark.Body) is var was && (was == now || was.Version > now.Version))
        {
            return true;
        }

        var (here, elsewhere) = thread.IsOver
            ? (Keys.ListedOver(thread.Id), Keys.ListedOpen(thread.Id))
            : (Keys.ListedOpen(thread.Id), Keys.ListedOver(thread.Id));
        var body = StateJson.Write(now);
        var listed = await store.CommitAsync(
            channel,
            [
                mark is null ? new Insert(Keys.Listed(thread.Id), body) : new Replace(mark.Key, body, mark.ETag),
                new Upsert(here, StateJson.Write(thread)),
                new Delete(elsewhere),
            ],
            cancel);
        return listed.Committed;
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
        var body = StateJson.Write(new ListedMark(thread.Version + 1, null));
        var left = await store.CommitAsync(
            channel,
            [
                mark is null ? new Insert(Keys.Listed(thread.Id), body) : new Replace(mark.Key, body, mark.ETag),
                new Delete(Keys.ListedOpen(thread.Id)),
                new Delete(Keys.ListedOver(thread.Id)),
            ],
            cancel);
        return left.Committed;
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
/// <param name="ActivityId">The post that shows its card; null if it has left the channel.</param>
public sealed record ListedMark(int Version, string? ActivityId);
