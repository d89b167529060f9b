using BridgeBot.Core.Threads;
using BridgeBot.Host.Storage;
using BridgeBot.Host.Turns;
using static BridgeBot.Host.Privacy.StoredJson;

namespace BridgeBot.Host.Privacy;

/// <summary>Everybody whom the store names.</summary>
internal sealed class Census
{
    private readonly IStore _store;
    private readonly Dictionary<string, SortedSet<string>> _names = new(StringComparer.OrdinalIgnoreCase);
    private readonly List<(string Id, OwnPartition Own)> _partitions = [];
    private readonly HashSet<string> _tenants = [];

    private Census(IStore store) => _store = store;

    /// <summary>Reads everything that is stored, once.</summary>
    public static async Task<Census> TakeAsync(IStore store, CancellationToken cancel)
    {
        var census = new Census(store);
        await foreach (var row in store.AllAsync(null, cancel))
        {
            census.Count(row);
        }

        return census;
    }

    /// <summary>The ids of those with that display name, whatever its case.</summary>
    public IReadOnlyList<string> Named(string name) => IdsWhere(one => one.Equals(name, StringComparison.OrdinalIgnoreCase));

    /// <summary>The ids of those whose display name has that in it, whatever its case.</summary>
    public IReadOnlyList<string> NamedLike(string part) => IdsWhere(one => one.Contains(part, StringComparison.OrdinalIgnoreCase));

    /// <summary>The display names of somebody, as they were stored.</summary>
    public IReadOnlyCollection<string> NamesOf(string id) => _names.GetValueOrDefault(id) ?? [];

    /// <summary>Somebody by their id, whatever its case; null if nothing is stored of them.</summary>
    public async Task<Subject?> FindAsync(string id, CancellationToken cancel)
    {
        var stored = _names.Keys.FirstOrDefault(known => known.Equals(id, StringComparison.OrdinalIgnoreCase)) ?? id.ToLowerInvariant();
        List<OwnPartition> own = [.. _partitions.Where(found => found.Id.Equals(id, StringComparison.OrdinalIgnoreCase)).Select(found => found.Own)];

        // A partition may have no head yet: then only the mapping leads to it.
        foreach (var tenant in _tenants)
        {
            var key = Keys.Person(tenant, stored);
            if (await _store.ReadAsync(Keys.People(key), key, cancel) is { } row
                && StateJson.Read<PersonRow>(row.Body).RequesterId is var requester && own.All(known => known.RequesterId != requester))
            {
                own.Add(new(tenant, requester, null));
            }
        }

        return own.Count > 0 || _names.ContainsKey(stored) ? new(stored, NamesOf(stored), own) : null;
    }

    private List<string> IdsWhere(Func<string, bool> isMeant) => [.. _names.Where(known => known.Value.Any(isMeant)).Select(known => known.Key)];

    private void Count(StoredRow row)
    {
        var isHead = row.Key == Keys.Head;
        if ((!isHead && !row.Body.Contains(nameof(Person.AadObjectId), StringComparison.Ordinal)) || TryParse(row.Body) is not { } body)
        {
            return;
        }

        foreach (var fields in Objects(body))
        {
            if (TextOf(fields, nameof(Person.AadObjectId)) is { Length: > 0 } id)
            {
                var names = _names.TryGetValue(id, out var known) ? known : _names[id] = new(StringComparer.Ordinal);
                names.UnionWith(TextOf(fields, nameof(Person.Name)) is { Length: > 0 } name ? [name] : []);
            }
        }

        if (isHead)
        {
            CountHead(row);
        }
    }

    private void CountHead(StoredRow row)
    {
        if (!row.Partition.StartsWith(Keys.RequesterPrefix, StringComparison.Ordinal))
        {
            _tenants.Add(StateJson.Read<TenantHead>(row.Body).TenantId);
            return;
        }

        var head = StateJson.Read<RequesterHead>(row.Body);
        _tenants.Add(head.TenantId);
        if (head.Person.AadObjectId.Length > 0)
        {
            _partitions.Add((head.Person.AadObjectId, new(head.TenantId, row.Partition[Keys.RequesterPrefix.Length..], head.Chat?.ConversationId)));
        }
    }
}
