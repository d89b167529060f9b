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
    /// <returns>False if it is not there any more, or its partition has no head.</returns>
    public async Task<bool> ReplayAsync(Letter letter, CancellationToken cancel)
    {
        while (await store.ReadAsync(letter.Partition, Keys.Head, cancel) is { } head)
        {
            var due = new Due(clock.GetUtcNow() + Due.Grace, letter.Partition, Fresh.Id());
            await store.CommitAsync(due.Home, [new Insert(due.Key, StateJson.Write(new DueBody(due.Partition, due.Id, due.At)))], cancel);
            var (number, next) = TakeNumber(letter.Partition, head.Body);
            var result = await store.CommitAsync(
                letter.Partition,
                [
                    new Delete(letter.Key, letter.ETag),
                    new Replace(Keys.Head, next, head.ETag),
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

        return false;
    }

    /// <summary>Removes a letter.</summary>
    /// <returns>False if it is not there any more.</returns>
    public async Task<bool> DropAsync(Letter letter, CancellationToken cancel) =>
        (await store.CommitAsync(letter.Partition, [new Delete(letter.Key, letter.ETag)], cancel)).Committed;

    /// <summary>The partition's next number, and the head without it.</summary>
    private static (long Number, string Head) TakeNumber(string partition, string head)
    {
        if (partition.StartsWith(Keys.RequesterPrefix, StringComparison.Ordinal))
        {
            var requester = StateJson.Read<RequesterHead>(head);
            return (requester.NextNumber, StateJson.Write(requester with { NextNumber = requester.NextNumber + 1 }));
        }

        var tenant = StateJson.Read<TenantHead>(head);
        return (tenant.NextNumber, StateJson.Write(tenant with { NextNumber = tenant.NextNumber + 1 }));
    }
}
