using BridgeBot.Core.Threads;
using BridgeBot.Host.Storage;
using BridgeBot.Host.Turns;

namespace BridgeBot.Host.Privacy;

/// <summary>
/// Removes somebody from everything that is stored, beside running hosts. What leads to the rest goes last, so that it can be killed
/// anywhere and is then run again. What the person does meanwhile is removed as well; what they do afterwards, a new person does.
/// </summary>
/// <param name="store">The store.</param>
/// <param name="removed">What stands in the place of their name.</param>
/// <param name="clock">The clock.</param>
internal sealed class Erasure(IStore store, string removed, TimeProvider clock)
{
    /// <summary>Somebody who is met in every one of so many passes is writing all the time.</summary>
    private const int MostPasses = 10;

    private readonly People _people = new(store);
    private readonly Person _nobody = new("", removed);

    /// <summary>Removes them.</summary>
    /// <param name="id">Their aadObjectId.</param>
    /// <param name="cancel">Stops between two transactions; run again, it goes on.</param>
    /// <returns>False if they wrote all the time, so that something of them is still stored.</returns>
    public async Task<bool> RunAsync(string id, CancellationToken cancel)
    {
        for (var pass = 0; pass < MostPasses; pass++)
        {
            if (await (await Census.TakeAsync(store, cancel)).FindAsync(id, cancel) is not { } subject)
            {
                return true;
            }

            await PassAsync(subject, cancel);
        }

        return false;
    }

    private async Task PassAsync(Subject subject, CancellationToken cancel)
    {
        foreach (var own in subject.Own)
        {
            // From here on no turn of theirs is decided in it: a host that still remembers it finds the mark, and asks anew who they are.
            await ChangeHeadAsync(own, head => head.ErasedAt is null ? head with { ErasedAt = clock.GetUtcNow() } : head, cancel);
            await _people.ForgetAsync(own.TenantId, subject.Id, own.RequesterId, cancel);
        }

        foreach (var own in subject.Own)
        {
            await new PartitionErasure(store, subject, removed, clock).RunAsync(own.Partition, cancel);
        }

        await RemoveElsewhereAsync(subject, cancel);
        foreach (var own in subject.Own)
        {
            await ChangeHeadAsync(own, Forgotten, cancel);
        }
    }

    private async Task RemoveElsewhereAsync(Subject subject, CancellationToken cancel)
    {
        var done = "";
        await foreach (var row in store.AllAsync(null, cancel))
        {
            if (!row.Partition.StartsWith(Keys.RequesterPrefix, StringComparison.Ordinal))
            {
                await RemoveAsync(row, subject, cancel);
            }
            else if (row.Partition != done && !subject.Owns(row.Partition) && subject.TraceIn(row.Body) is not null)
            {
                done = row.Partition;
                await new PartitionErasure(store, subject, removed, clock).RunAsync(row.Partition, cancel);
            }
        }
    }

    /// <summary>A row outside of the requesters' partitions, looked at again where somebody else changes it.</summary>
    private async Task RemoveAsync(StoredRow row, Subject subject, CancellationToken cancel)
    {
        var now = new Row(row.Key, row.Body, row.ETag);
        while (now is not null && Change(now, subject) is { } change)
        {
            // Whoever leased a message writes it again after the try, as it was read.
            if (Keys.IsLetter(now.Key) && OutboxRow.TryRead(now.Body).Row?.LeasedUntil > clock.GetUtcNow())
            {
                await Task.Delay(PartitionErasure.Pause, clock, cancel);
            }
            else if ((await store.CommitAsync(row.Partition, [change], cancel)).Committed)
            {
                return;
            }

            now = await store.ReadAsync(row.Partition, row.Key, cancel);
        }
    }

    private Write? Change(Row row, Subject subject) => subject.TraceIn(row.Body) switch
    {
        { Row: null } => new Delete(row.Key, row.ETag),
        { IsAddressed: true } when Keys.IsLetter(row.Key) => new Delete(row.Key, row.ETag),
        { Persons.Count: > 0 } trace => new Replace(row.Key, trace.Without(removed), row.ETag),
        _ => null,
    };

    /// <summary>Changes a head, or makes one where a turn that was on its way had not yet: that turn finds it, and begins anew.</summary>
    private async Task ChangeHeadAsync(OwnPartition own, Func<RequesterHead, RequesterHead> change, CancellationToken cancel)
    {
        for (var isDone = false; !isDone;)
        {
            var row = await store.ReadAsync(own.Partition, Keys.Head, cancel);
            var head = row is null ? null : StateJson.Read<RequesterHead>(row.Body);
            var changed = change(head ?? Forgotten(new(own.TenantId, _nobody, null, false, "", "", 0, clock.GetUtcNow())));
            isDone = changed == head
                || (await store.CommitAsync(
                    own.Partition,
                    [row is null ? new Insert(Keys.Head, StateJson.Write(changed)) : new Replace(Keys.Head, StateJson.Write(changed), row.ETag)],
                    cancel)).Committed;
        }
    }

    private RequesterHead Forgotten(RequesterHead head) =>
        head with { Person = _nobody, Chat = null, Installed = false, Locale = "en-US", TimeZone = "UTC" };
}
