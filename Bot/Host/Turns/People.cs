using System.Collections.Concurrent;
using BridgeBot.Core.Threads;
using BridgeBot.Host.Storage;

namespace BridgeBot.Host.Turns;

/// <summary>
/// Gives every person a random requester id, so that no person's id stands in a key or a button. The mapping never
/// changes, so it may be remembered.
/// </summary>
public sealed class People(IStore store)
{
    /// <summary>Enough for a large sales force; beyond it the store is asked again.</summary>
    private const int Remembered = 10_000;

    private readonly ConcurrentDictionary<string, string> _known = new();

    /// <summary>The person's requester id; the fresh one if the person is new.</summary>
    public async Task<string> RequesterIdAsync(string tenantId, Person person, string freshId, CancellationToken cancel)
    {
        var key = Keys.Person(tenantId, person.AadObjectId);
        if (_known.TryGetValue(key, out var id))
        {
            return id;
        }

        var home = Keys.People(key);
        var row = await store.ReadAsync(home, key, cancel);
        if (row is null && (await store.CommitAsync(home, [new Insert(key, StateJson.Write(new PersonRow(freshId)))], cancel)).Committed)
        {
            return Remember(key, freshId);
        }

        row ??= await store.ReadAsync(home, key, cancel);
        return Remember(key, StateJson.Read<PersonRow>(row!.Body).RequesterId);
    }

    private string Remember(string key, string id)
    {
        if (_known.Count >= Remembered)
        {
            _known.Clear();
        }

        return _known[key] = id;
    }
}
