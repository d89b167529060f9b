using System.Text.Json.Nodes;
using BridgeBot.Host.Storage;
using BridgeBot.Host.Turns;
using static BridgeBot.Host.Privacy.StoredJson;

namespace BridgeBot.Host.Privacy;

/// <summary>Everything that is stored about somebody, as one JSON document.</summary>
internal sealed class PersonExport(IStore store, Subject subject)
{
    /// <summary>What a row is, by how its key begins.</summary>
    private static readonly (string Key, string What)[] Kinds =
    [
        (Keys.Head, "profile"),
        (Keys.Dialog, "half-finished message"),
        (Keys.AnswerPrefix, "answer in preview"),
        (Keys.OpenPrefix, "request"),
        (Keys.ClosedFrom, "request"),
        ("event|", "event"),
        ("card|", "card in the channel"),
        (Keys.HandedFrom, "request that a colleague has now"),
        (Keys.OutFrom, "message to be sent"),
        (Keys.DeadFrom, "message that could not be sent"),
        (Keys.HappenedFrom, "event that the digest counts"),
        (Keys.SeenFrom, "sign that something was dealt with"),
        (Keys.ListedFrom, "mark of what is listed"),
        (Keys.ListedOpenFrom, "line of the channel's lists"),
        (Keys.ListedOverFrom, "line of the channel's digest"),
        (Keys.FoundFrom, "word of the channel's search"),
    ];

    /// <summary>Writes it.</summary>
    public async Task<JsonObject> RunAsync(CancellationToken cancel)
    {
        List<JsonNode?> held = [];
        foreach (var own in subject.Own)
        {
            var key = Keys.Person(own.TenantId, subject.Id);
            held.AddRange(await store.ReadAsync(Keys.People(key), key, cancel) is { } row ? [Entry(Keys.People(key), key, "mapping", row.Body)] : []);
        }

        var threads = await OwnThreadsAsync(cancel);
        await foreach (var row in store.AllAsync(null, cancel))
        {
            held.AddRange(Of(row, threads));
        }

        return new()
        {
            ["id"] = subject.Id,
            ["names"] = new JsonArray([.. subject.Names.Select(name => JsonValue.Create(name))]),
            ["held"] = new JsonArray([.. held]),
            ["mentionedIn"] = new JsonArray([.. (await Mentions.FindAsync(store, subject.Names, cancel)).Select(found => JsonValue.Create(found.Reference))]),
        };
    }

    /// <summary>All of a row of their own or about their own; of others' rows only what is around their name.</summary>
    private IEnumerable<JsonNode> Of(StoredRow row, HashSet<string> threads)
    {
        var isListed = row.Partition.StartsWith(Keys.ChannelPrefix, StringComparison.Ordinal)
            && threads.Contains(Keys.ThreadId(row.Key));
        if (subject.Owns(row.Partition) || isListed)
        {
            return [Entry(row.Partition, row.Key, WhatOf(row.Key), row.Body)];
        }

        return subject.TraceIn(row.Body) switch
        {
            null => [],
            { IsAddressed: true } => [Entry(row.Partition, row.Key, WhatOf(row.Key), row.Body)],
            var trace => trace.Persons.Select(person => Part(row, trace.Row!, person)),
        };
    }

    private static string WhatOf(string key) =>
        Array.Find(Kinds, kind => key.StartsWith(kind.Key, StringComparison.Ordinal)).What ?? "other";

    private static JsonObject Entry(string partition, string key, string what, string body) => new()
    {
        ["what"] = what,
        ["partition"] = partition,
        ["key"] = key,
        ["held"] = TryParse(body) ?? JsonValue.Create(body),
    };

    private static JsonObject Part(StoredRow row, JsonNode whole, JsonObject person)
    {
        var around = person.Parent ?? person;
        return new()
        {
            ["what"] = WhatOf(row.Key),
            ["partition"] = row.Partition,
            ["key"] = row.Key,
            ["reference"] = whole is JsonObject fields ? TextOf(fields, "Reference") : null,
            ["part"] = around.GetPath(),
            ["held"] = around.DeepClone(),
        };
    }

    private async Task<HashSet<string>> OwnThreadsAsync(CancellationToken cancel)
    {
        HashSet<string> threads = [];
        foreach (var own in subject.Own)
        {
            threads.UnionWith(await store.AllAsync(own.Partition, "", "~", cancel)
                .Where(row => Keys.IsThread(row.Key)).Select(row => Keys.ThreadId(row.Key)).ToListAsync(cancel));
        }

        return threads;
    }
}
