using BridgeBot.Host.Storage;
using BridgeBot.Host.Turns;

namespace BridgeBot.Host.Outbox;

/// <summary>Puts something into a requester's outbox that no turn decided. As in a turn, a due row comes first and the head is replaced.</summary>
internal static class LateOrders
{
    /// <summary>Puts messages behind everything that is in the outbox.</summary>
    /// <returns>The due row that leads to them; null if the partition has no head.</returns>
    public static async Task<Due?> AppendAsync(
        IStore store, TimeProvider clock, string partition, IReadOnlyList<Outgoing> messages, CancellationToken cancel)
    {
        while (await store.ReadAsync(partition, Keys.Head, cancel) is { } row)
        {
            var due = new Due(clock.GetUtcNow() + Due.Grace, partition, Fresh.Id());
            await store.CommitAsync(due.Home, [new Insert(due.Key, StateJson.Write(new DueBody(due.Partition, due.Id, due.At)))], cancel);
            var head = StateJson.Read<RequesterHead>(row.Body);
            var result = await store.CommitAsync(
                partition,
                [
                    new Replace(Keys.Head, StateJson.Write(head with { NextNumber = head.NextNumber + messages.Count }), row.ETag),
                    .. messages.Select((message, i) => new Insert(Keys.Out(due.Id, i), StateJson.Write(new OutboxRow(head.NextNumber + i, message)))),
                ],
                cancel);
            if (result.Committed)
            {
                return due;
            }
        }

        return null;
    }
}
