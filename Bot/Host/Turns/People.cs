using System.Collections.Concurrent;
using BridgeBot.Host.Storage;

namespace BridgeBot.Host.Turns;

/// <summary>
/// Gives every person a random requester id, so that no person's id stands in a key or a button. The mapping may be remembered:
/// it changes only where somebody is erased, and then the requester's own partition says so.
/// </summary>
public sealed class People(IStore store)
{
    /// <summary>Enough for a large sales force; beyond it the store is asked again.</summary>
    private const int Remembered = 10_000;

    private readonly ConcurrentDictionary<(string TenantId, string AadObjectId), string> _known = new();

    /// <summary>The person's requester id; a fresh one if the person is new.</summary>
    public async Task<string> RequesterIdAsync(string tenantId, string aadObjectId, CancellationToken cancel)
    {
        if (_known.TryGetValue((tenantId, aadObjectId), out var id))
        {
            return id;
        }

        var key = Keys.Person(tenantId, aadObjectId);
        var home = Keys.People(key);
        var row = await store.ReadAsync(home, key, cancel);
        var freshId = Fresh.Id();
        if (row is null && (await store.CommitAsync(home, [new Insert(key, StateJson.Write(new PersonRow(freshId)))], cancel)).Committed)
        {
            return Remember(tenantId, aadObjectId, freshId);
        }

        row ??= await store.ReadAsync(home, key, cancel);
        return Remember(tenantId, aadObjectId, StateJson.Read<PersonRow>(row!.Body).RequesterId);
    }

    /// <summary>Finds somebody without making them known; null for whoever never wrote to the bot, or was erased.</summary>
    public async Task<KnownPerson?> FindAsync(string tenantId, string aadObjectId, CancellationToken cancel)
    {
        var key = Keys.Person(tenantId, aadObjectId);
        if (await store.ReadAsync(Keys.People(key), key, cancel) is not { } row)
        {
            return null;
        }

        var id = StateJson.Read<PersonRow>(row.Body).RequesterId;
        var partition = Keys.Requester(id);
        var head = store.ReadAsync(partition, Keys.Head, cancel);
        var open = store.RangeAsync(partition, Keys.OpenPrefix, Keys.ActiveTo, 1, cancel);
        var closed = store.RangeAsync(partition, Keys.ClosedFrom, Keys.ClosedTo, 1, cancel);
        await Task.WhenAll(head, open, closed);
        return await head is { } found && StateJson.Read<RequesterHead>(found.Body) is { ErasedAt: null } known
            ? new(id, known.Person, known.Chat is not null, (await open).Count + (await closed).Count > 0)
            : null;
    }

    /// <summary>Ends that a requester id stands for a person, who was erased: whatever they do next, they are new.</summary>
    public async Task ForgetAsync(string tenantId, string aadObjectId, string requesterId, CancellationToken cancel)
    {
        _known.TryRemove(new((tenantId, aadObjectId), requesterId));
        var key = Keys.Person(tenantId, aadObjectId);
        var row = await store.ReadAsync(Keys.People(key), key, cancel);
        if (row is not null && StateJson.Read<PersonRow>(row.Body).RequesterId == requesterId)
        {
            await store.CommitAsync(Keys.People(key), [new Delete(key, row.ETag)], cancel);
        }
    }

    private string Remember(string tenantId, string aadObjectId, string id)
    {
        if (_known.Count >= Remembered)
        {
            _known.Clear();
        }

        return _known[(tenantId, aadObjectId)] = id;
    }
}
