using System.Text.Json.Nodes;
using BridgeBot.Core.Threads;
using BridgeBot.Host.Turns;
using static BridgeBot.Host.Privacy.StoredJson;

namespace BridgeBot.Host.Privacy;

/// <summary>Somebody of whom something is stored.</summary>
/// <param name="Id">Their aadObjectId.</param>
/// <param name="Names">The display names that are stored beside it.</param>
/// <param name="Own">Their own partitions: one, unless they were erased half-way and wrote again.</param>
internal sealed record Subject(string Id, IReadOnlyCollection<string> Names, IReadOnlyList<OwnPartition> Own)
{
    /// <summary>Whether everything in a partition is about them.</summary>
    public bool Owns(string partition) => Own.Any(own => own.Partition == partition);

    /// <summary>Where a row names them or leads to them; null if it does not.</summary>
    public Trace? TraceIn(string body)
    {
        // Most rows are about others, and reading them as JSON takes most of the time.
        if (!Own.Select(own => own.Chat).Append(Id).OfType<string>().Any(text => Has(body, text)))
        {
            return null;
        }

        if (TryParse(body) is not { } row)
        {
            return new(null, [], true);
        }

        List<JsonObject> persons = [.. Objects(row).Where(fields => IsId(TextOf(fields, nameof(Person.AadObjectId))))];
        var isAddressed = Objects(row).Any(fields => IsChat(TextOf(fields, nameof(ConversationReference.ConversationId))));
        return persons.Count > 0 || isAddressed ? new(row, persons, isAddressed) : null;
    }

    private bool IsId(string? id) => string.Equals(id, Id, StringComparison.OrdinalIgnoreCase);

    private bool IsChat(string? conversation) => conversation is not null && Own.Any(own => own.Chat == conversation);
}

/// <summary>A partition of somebody's own.</summary>
/// <param name="TenantId">Their tenant.</param>
/// <param name="RequesterId">The random id that stands for them.</param>
/// <param name="Chat">The id of their chat with the bot; null if none is known.</param>
internal sealed record OwnPartition(string TenantId, string RequesterId, string? Chat)
{
    public string Partition => Keys.Requester(RequesterId);
}

/// <summary>What of a row is somebody's.</summary>
/// <param name="Row">The whole row; null if it is no JSON.</param>
/// <param name="Persons">The objects in it that are them.</param>
/// <param name="IsAddressed">Whether their chat stands in it, or may.</param>
internal sealed record Trace(JsonNode? Row, IReadOnlyList<JsonObject> Persons, bool IsAddressed)
{
    /// <summary>The row with another name and no id in the place of theirs.</summary>
    public string Without(string name)
    {
        foreach (var person in Persons)
        {
            person[nameof(Person.AadObjectId)] = "";
            person[nameof(Person.Name)] = name;
        }

        return BodyOf(Row!);
    }
}
