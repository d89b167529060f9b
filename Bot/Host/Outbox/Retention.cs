using System.Globalization;
using BridgeBot.Core.Threads;
using BridgeBot.Host.Storage;
using BridgeBot.Host.Turns;

namespace BridgeBot.Host.Outbox;

/// <summary>
/// Removes from a partition, once a day, what has been kept long enough. What leads to the rest goes last, so that a removal that was
/// cut off is found again the next day; several hosts may do it at once.
/// </summary>
internal sealed class Retention(IStore store, RetentionOptions options, TimeProvider clock)
{
    /// <summary>Events that fit into the transaction that removes a thread, beside the head, the thread, its card and what the rep was about to reply.</summary>
    private const int EventsInTransaction = StoreLimits.WritesInTransaction - 4;

    /// <summary>Removes what is old; with a tenant, also in its channels, of which nobody else takes care.</summary>
    public async Task TidyAsync(string partition, CancellationToken cancel)
    {
        foreach (var channel in await ChannelsAsync(partition, cancel))
        {
            await TidyChannelAsync(channel, cancel);
        }

        await ForgetSeenAsync(partition, cancel);
        await ForgetHandedAsync(partition, cancel);
        var threads = await OldThreadsAsync(partition, cancel);
        await RemoveDeadLettersAsync(partition, threads, cancel);
        foreach (var thread in threads)
        {
            await RemoveAsync(partition, thread.Id, thread.Reference, cancel);
        }
    }

    /// <summary>Removes what is old of what could not be delivered to one channel.</summary>
    /// <param name="channel">The channel's partition.</param>
    /// <param name="cancel">Stops waiting.</param>
    public Task TidyChannelAsync(string channel, CancellationToken cancel) => RemoveDeadLettersAsync(channel, [], cancel);

    /// <summary>Whether a thread has been closed for so long that nothing of it is kept.</summary>
    /// <param name="isDecided">Whether it is closed.</param>
    /// <param name="changedAt">UTC instant of its newest event.</param>
    public bool IsOver(bool isDecided, DateTimeOffset changedAt) =>
        isDecided && changedAt + TimeSpan.FromDays(options.ClosedThreadsDays) < clock.GetUtcNow();

    /// <summary>What was seen longer ago than anything is delivered again.</summary>
    private async Task ForgetSeenAsync(string partition, CancellationToken cancel)
    {
        var now = clock.GetUtcNow();
        List<Write> old = [];
        await foreach (var row in store.AllAsync(partition, Keys.SeenFrom, Keys.SeenTo, cancel))
        {
            if (StateJson.TryRead<SeenRow>(row.Body)?.Until < now)
            {
                old.Add(new Delete(row.Key));
            }
        }

        await CommitAsync(partition, old, cancel);
    }

    /// <summary>Where threads went that a card of before may still ask for: as long as a thread that is over is kept.</summary>
    private async Task ForgetHandedAsync(string partition, CancellationToken cancel)
    {
        List<Write> old = [];
        await foreach (var row in store.AllAsync(partition, Keys.HandedFrom, Keys.HandedTo, cancel))
        {
            if (StateJson.Read<HandedRow>(row.Body) is { Thread: null, At: var at } && IsOver(true, at))
            {
                old.Add(new Delete(row.Key));
            }
        }

        await CommitAsync(partition, old, cancel);
    }

    /// <summary>The partitions of a tenant's connected channels; none for somebody else's partition.</summary>
    private async Task<IEnumerable<string>> ChannelsAsync(string partition, CancellationToken cancel) =>
        partition.StartsWith(Keys.TenantPrefix, StringComparison.Ordinal)
        && await store.ReadAsync(partition, Keys.Head, cancel) is { } row && StateJson.TryRead<TenantHead>(row.Body) is { } tenant
            ? tenant.Channels.Select(channel => Keys.Channel(tenant.TenantId, channel.ConversationId))
            : [];

    private async Task<IReadOnlyList<(string Id, string Reference)>> OldThreadsAsync(string partition, CancellationToken cancel)
    {
        List<(string, string)> old = [];
        await foreach (var row in store.AllAsync(partition, Keys.ClosedFrom, Keys.ClosedTo, cancel))
        {
            if (StateJson.TryRead<RequestThread>(row.Body) is { } thread && IsOver(thread.IsDecided, thread.ChangedAt))
            {
                old.Add((thread.Id, thread.Reference));
            }
        }

        return old;
    }

    /// <summary>Dead letters that are old, or about a thread that goes. One that has no date yet gets today's; text that is no JSON at all
    /// was written by nobody we know, and stays for an operator.</summary>
    private async Task RemoveDeadLettersAsync(string partition, IReadOnlyList<(string Id, string Reference)> threads, CancellationToken cancel)
    {
        var now = clock.GetUtcNow();
        await foreach (var row in store.AllAsync(partition, Keys.DeadFrom, Keys.DeadTo, cancel))
        {
            var since = DeadLetter.SinceOf(row.Body);
            Write? write = since + TimeSpan.FromDays(options.DeadLettersDays) < now
                || threads.Any(thread => row.Body.Contains(thread.Id, StringComparison.Ordinal))
                    ? new Delete(row.Key, row.ETag)
                    : since is null && DeadLetter.Dated(row.Body, now) is var dated && dated != row.Body
                        ? new Replace(row.Key, dated, row.ETag)
                        : null;
            if (write is not null)
            {
                await store.CommitAsync(partition, [write], cancel);
            }
        }
    }

    /// <summary>The partition's head is written again, as every turn does: one that still knows the thread conflicts, and decides again
    /// without it. A conflict here means that a turn was first; the next day does it.</summary>
    private async Task RemoveAsync(string partition, string threadId, string reference, CancellationToken cancel)
    {
        if (await store.ReadAsync(partition, Keys.Head, cancel) is not { } head
            || await store.ReadAsync(partition, Keys.Closed(threadId), cancel) is not { } closed
            || StateJson.Read<RequestThread>(closed.Body) is not { } thread || !IsOver(thread.IsDecided, thread.ChangedAt))
        {
            return;
        }

        var events = await store.AllAsync(partition, Keys.EventsFrom(threadId), Keys.EventsTo(threadId), cancel).ToListAsync(cancel);
        if (await store.ReadAsync(partition, Keys.Card(threadId), cancel) is { } card)
        {
            var (tenantId, where) = (StateJson.Read<RequesterHead>(head.Body).TenantId, StateJson.Read<CardRow>(card.Body));
            await store.CommitAsync(Keys.Channel(tenantId, where.Channel.ConversationId), [new Delete(Keys.CardAt(where.ActivityId))], cancel);
            foreach (var channel in where.Former.Select(former => former.Channel).Append(where.Channel))
            {
                await ListedRows.RemoveAsync(store, Keys.Channel(tenantId, channel.ConversationId), threadId, cancel);
                await ForgetCountedAsync(Keys.Channel(tenantId, channel.ConversationId), threadId, events, cancel);
            }
        }

        await store.CommitAsync(Keys.References, [new Delete(reference)], cancel);
        List<Write> removed = [.. events.Select(row => new Delete(row.Key))];
        await CommitAsync(partition, removed.Skip(EventsInTransaction), cancel);
        await store.CommitAsync(
            partition,
            [
                new Replace(Keys.Head, head.Body, head.ETag),
                new Delete(closed.Key, closed.ETag),
                new Delete(Keys.Card(threadId)),
                new Delete(Keys.Reply(threadId)),
                .. removed.Take(EventsInTransaction),
            ],
            cancel);
    }

    /// <summary>Most of what a thread came to was counted and removed long ago: to remove what is not there costs a table a call each.</summary>
    private async Task ForgetCountedAsync(string channel, string threadId, IEnumerable<Row> events, CancellationToken cancel)
    {
        var kept = await store.RangeAsync(channel, Keys.HappenedFrom, Keys.HappenedTo, 1, cancel);
        await CommitAsync(
            channel,
            events.Select(row => Counted(row, threadId)).OfType<Delete>()
                .Where(counted => kept is [var oldest] && string.CompareOrdinal(counted.Key, oldest.Key) >= 0),
            cancel);
    }

    /// <summary>What a digest counts of an event; null where it cannot be read, and so was not counted.</summary>
    private static Delete? Counted(Row happened, string threadId) => StateJson.TryRead<ThreadEvent>(happened.Body) is { } it
        ? new(Keys.Happened(it.At, threadId, int.Parse(happened.Key.AsSpan(Keys.EventsFrom(threadId).Length), CultureInfo.InvariantCulture)))
        : null;

    private async Task CommitAsync(string partition, IEnumerable<Write> writes, CancellationToken cancel)
    {
        foreach (var batch in writes.Chunk(StoreLimits.WritesInTransaction))
        {
            await store.CommitAsync(partition, batch, cancel);
        }
    }
}
