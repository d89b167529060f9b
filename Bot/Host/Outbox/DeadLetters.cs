using BridgeBot.Host.Storage;
using BridgeBot.Host.Turns;

namespace BridgeBot.Host.Outbox;

/// <summary>What an operator does with dead letters, beside running hosts: each is one transaction, guarded by the letter's ETag.</summary>
internal sealed class DeadLetters(IStore store, TimeProvider clock)
{
    /// <summary>
    /// Puts a dead letter back into its lane, as its last: a place of its own would be before a row that a host is sending. As in a
    /// turn, a fresh due row comes first and the head is replaced, so that it is found wherever this ends, and never twice.
    /// </summary>
    /// <returns>False if it is not there any more, or its partition has no head, which a channel's never has.</returns>
    public async Task<bool> ReplayAsync(Letter letter, CancellationToken cancel)
    {
        while (true)
        {
            var head = await store.ReadAsync(letter.Partition, Keys.Head, cancel);
            if (head is null && !letter.Partition.StartsWith(Keys.ChannelPrefix, StringComparison.Ordinal))
            {
                return false;
            }

            var due = new Due(clock.GetUtcNow() + Due.Grace, letter.Partition, Fresh.Id());
            await store.CommitAsync(due.Home, [new Insert(due.Key, StateJson.Write(new DueBody(due.Partition, due.Id, due.At)))], cancel);
            var (number, next) = head is null ? (clock.GetUtcNow().ToUnixTimeMilliseconds(), null) : TakeNumber(letter.Partition, head);
            var result = await store.CommitAsync(
                letter.Partition,
                [
                    new Delete(letter.Key, letter.ETag),
                    .. next is null ? (Write[])[] : [next],
                    new Insert(Keys.Out(due.Id, 0), StateJson.Write(new OutboxRow(number, letter.Row!.Message))),
                ],
                cancel);
            switch (result.ConflictAt)
            {
                case null:
                    return true;
                case 0:
                    // Perhaps a commit of our own whose answer was lost: the due row stays, a sweeper takes it away.
                    return await store.ReadAsync(letter.Partition, Keys.Out(due.Id, 0), cancel) is not null;
                default:
                    await store.CommitAsync(due.Home, [new Delete(due.Key)], cancel);
                    break;
            }
        }
    }

    /// <summary>Removes a letter.</summary>
    /// <returns>False if it is not there any more.</returns>
    public async Task<bool> DropAsync(Letter letter, CancellationToken cancel) =>
        (await store.CommitAsync(letter.Partition, [new Delete(letter.Key, letter.ETag)], cancel)).Committed;

    /// <summary>The partition's next number, and the head without it.</summary>
    private static (long Number, Replace? Head) TakeNumber(string partition, Row head)
    {
        if (partition.StartsWith(Keys.RequesterPrefix, StringComparison.Ordinal))
        {
            var requester = StateJson.Read<RequesterHead>(head.Body);
            return (requester.NextNumber, new(Keys.Head, StateJson.Write(requester with { NextNumber = requester.NextNumber + 1 }), head.ETag));
        }

        var tenant = StateJson.Read<TenantHead>(head.Body);
        return (tenant.NextNumber, new(Keys.Head, StateJson.Write(tenant with { NextNumber = tenant.NextNumber + 1 }), head.ETag));
    }
}
