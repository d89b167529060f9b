using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization;
using System.Text.RegularExpressions;
using BridgeBot.Core.Digest;
using BridgeBot.Core.Intake;
using BridgeBot.Core.Lists;
using BridgeBot.Core.Threads;
using BridgeBot.Host.Privacy;
using BridgeBot.Host.Storage;
using BridgeBot.Host.Turns;
using BridgeBot.Tests.Storage;
using Microsoft.Extensions.Time.Testing;

namespace BridgeBot.Tests.Privacy;

/// <summary>
/// Every type of row, found by reflection, is stored with Sam in every person, every conversation and every text that it can hold, in
/// Sam's own partition and in somebody else's; then Sam is erased. Whoever adds a field where somebody's name or id may stand finds
/// that these tests fail, and either teaches the erasure or says here why it may stay.
/// </summary>
internal sealed class StoredTypesTests
{
    private const string Tenant = "tenant";
    private const string Text = "zebra";
    private static readonly Person Sam = new("id-of-sam", "Sam Sales");
    private static readonly ConversationReference Chat =
        new("https://teams", "a:chat-sam", ConversationType.Personal, Tenant, "28:bot", "BridgeBot", null, "Sam Sales", null);

    private static readonly Filled Everything = new(Sam, Chat, Text);
    private static readonly string Own = Keys.Requester(new string('5', 32));
    private static readonly string Others = Keys.Requester(new string('a', 32));
    private static readonly string Home = Keys.Channel(Tenant, "19:marketing");
    private static readonly string PersonKey = Keys.Person(Tenant, Sam.AadObjectId);

    /// <summary>Where rows of each type are.</summary>
    private static readonly Dictionary<Type, (string Partition, Func<int, string> Key)[]> Places = new()
    {
        [typeof(RequesterHead)] = [(Own, _ => Keys.Head)],
        [typeof(Dialog)] = [(Own, _ => Keys.Dialog)],
        [typeof(AnswerDraft)] = [(Own, i => Keys.Answer($"own{i}"))],
        [typeof(RequestThread)] = [(Own, i => Keys.Open($"own{i}")), (Own, i => Keys.Closed($"old{i}")), (Others, i => Keys.Closed($"other{i}"))],
        [typeof(ThreadEvent)] = [(Own, i => Keys.Event("own0", 100 + i)), (Others, i => Keys.Event("other0", 100 + i))],
        [typeof(CardRow)] = [(Own, i => Keys.Card($"own{i}"))],
        [typeof(OutboxRow)] =
        [
            (Own, i => Keys.Out($"{i}", 0)), (Own, i => Keys.Dead(Keys.Out($"{i}", 0))), (Others, i => Keys.Out($"{i}", 0)),
            (Others, i => Keys.Dead(Keys.Out($"{i}", 0))), (Keys.Tenant(Tenant), i => Keys.Out($"{i}", 0)),
        ],
        [typeof(DeadLetter)] = [(Others, i => Keys.Dead(Keys.Out($"dead{i}", 0)))],
        [typeof(HandedRow)] = [(Own, i => Keys.Handed($"own{i}"))],
        [typeof(SeenRow)] = [(Own, i => Keys.Seen($"{i}")), (Others, i => Keys.Seen($"{i}"))],
        [typeof(ListedThread)] = [(Home, i => Keys.ListedOpen($"own{i}")), (Home, i => Keys.ListedOver($"own{i}"))],
        [typeof(ReminderState)] = [(Home, _ => Keys.Reminders)],
        [typeof(ListedMark)] = [(Home, i => Keys.Listed($"own{i}"))],
        [typeof(DigestEvent)] = [(Home, i => Keys.Happened(DateTimeOffset.UnixEpoch, "own0", i))],
        [typeof(DigestTotals)] = [(Home, i => Keys.Totals(DateTimeOffset.UnixEpoch, DateTimeOffset.UnixEpoch.AddDays(i)))],
        [typeof(DigestMark)] = [(Home, i => Keys.DigestMark(DateTimeOffset.UnixEpoch.AddDays(i)))],
        [typeof(TenantHead)] = [(Keys.Tenant(Tenant), _ => Keys.Head)],
        [typeof(PersonRow)] = [(Keys.People(PersonKey), _ => PersonKey)],
        [typeof(ReferenceRow)] = [(Keys.References, i => $"BR-{i}")],
        [typeof(DueBody)] = [(Keys.DueHome(0), i => Keys.DueAt(DateTimeOffset.UnixEpoch.AddDays(i))), (Keys.Waiting(Tenant), i => $"{i}")],
    };

    /// <summary>What is not about Sam although it is filled with Sam here: a channel is where no personal chat can be.</summary>
    private static readonly string[] Channels =
        ["TenantHead.Routes.Channel.ConversationId", "TenantHead.Routes.Channel.Name", "CardRow.Channel.ConversationId", "CardRow.Channel.Name",
        "CardRow.Former.Channel.ConversationId", "CardRow.Former.Channel.Name"];

    private static readonly string[] TextsOfARequest = ["Kind", "Title", "Text", "Customer", "Details.Label", "Details.Value", "Appreciation"];

    private static readonly string[] TextsOfAThread =
    [
        "Id", "Reference", "RequesterId", .. TextsOfARequest.Select(text => $"Request.{text}"), "Ruling.Reason", "Ruling.Alternative",
        "Questions.Text", "Questions.Answer", "Changes.Text", "Handover.Note", "Feedback.Reaction", "ThankYou.Text",
    ];

    private static readonly string[] TextsOfAnEvent =
        ["Id", "Reference", "RequesterId", "Reason", "Alternative", "Text", "Why", "Note", "Reaction", "Code", "To", .. TextsOfARequest.Select(text => $"Request.{text}")];

    /// <summary>Random ids, codes, and what marketing was shown. Everything else that was typed goes.</summary>
    private static readonly string[] TextsThatStay =
    [
        .. TextsOfAThread.Select(text => $"RequestThread.{text}"),
        "HandedRow.RequesterId", .. TextsOfAThread.Select(text => $"HandedRow.Thread.{text}"),
        .. TextsOfAnEvent.Select(text => $"ThreadEvent.{text}"),
        .. TextsOfAnEvent.Select(text => $"OutboxRow.Message.About.{text}"),
        "OutboxRow.LastCode", "OutboxRow.Message.RequesterId", "OutboxRow.Message.FromRequesterId", "OutboxRow.Message.ToRequesterId", "OutboxRow.Message.ThreadId", "OutboxRow.Message.ActivityId",
        "OutboxRow.Message.Colleague.TeamsId", "OutboxRow.Message.Colleague.Name", "OutboxRow.Message.TimeZone",
        .. new[] { "Id", "RequesterId", "Reference", "Title", "Kind", "Customer", "Appreciation", "ThankYou.Text", "ActivityId" }.Select(text => $"ListedThread.{text}"),
        "ListedMark.ActivityId", "ListedMark.Words", $"TenantHead.Groups.{Text}", $"TenantHead.Reminding.{Text}",
        "ReminderState.Reminded.ThreadId", "ReminderState.Pending",
        "TenantHead.Routes.Kind", "TenantHead.Routes.Field.Label", "TenantHead.Routes.Field.Value", "TenantHead.Relays",
        "SeenRow.Settled.Kind", "SeenRow.Settled.ThreadId",
        "DigestEvent.ThreadId", "DigestEvent.Title", "DigestEvent.Kind", "DigestEvent.RequesterId", "DigestEvent.Words", "DigestEvent.Customer", "DigestEvent.About",
        "TenantHead.Digests.ChannelId", "TenantHead.Digests.Cron", "TenantHead.Digests.TimeZone",
        "CardRow.ActivityId", "CardRow.Former.ActivityId", "ReferenceRow.RequesterId", "ReferenceRow.ThreadId", "DueBody.Partition", "DueBody.Id",
    ];

    [Test]
    public void Places_EveryStoredTypeHasOne() => Assert.That(Places.Keys, Is.EquivalentTo(StoredTypes()));

    [Test]
    public async Task Erase_EveryStoredType_LeavesNoPersonNameOrId()
    {
        var left = await TextsAfterAsync(text => text.Contains(Sam.AadObjectId) || text.Contains(Sam.Name) || text.Contains(Chat.ConversationId));

        Assert.That(left.Select(found => found.Path).Distinct(), Is.EquivalentTo(Channels));
    }

    [Test]
    public async Task Erase_EveryStoredType_LeavesOfTheTextsOnlyWhatMarketingWasShown()
    {
        var left = await TextsAfterAsync(text => text.Contains(Text));

        // What is sent to others is others'.
        Assert.That(
            left.Where(found => found.Partition == Own || !found.Path.StartsWith(nameof(OutboxRow), StringComparison.Ordinal)).Select(found => found.Path).Distinct(),
            Is.EquivalentTo(TextsThatStay));
    }

    private static IEnumerable<Type> StoredTypes() => typeof(StateJson).GetCustomAttributesData()
        .Where(attribute => attribute.AttributeType == typeof(JsonSerializableAttribute))
        .Select(attribute => (Type)attribute.ConstructorArguments[0].Value!);

    /// <summary>Where texts of that kind stand after the erasure of everything that can be stored: the type of the row, and the path in it.</summary>
    private static async Task<IReadOnlyList<(string Partition, string Path)>> TextsAfterAsync(Predicate<string> isWanted)
    {
        await using var store = await NewStore.OfAsync(StorageOptions.Sqlite);
        var types = await FillAsync(store.Store);
        Assert.That(await new Erasure(store.Store, "Nobody", new FakeTimeProvider(DateTimeOffset.UnixEpoch)).RunAsync(Sam.AadObjectId, default));
        return
        [
            .. from row in await store.AllAsync()
               let type = types.GetValueOrDefault((row.Partition, row.Key))?.Name ?? "new"
               from text in Texts(JsonNode.Parse(row.Body))
               where isWanted(text.GetValue<string>())
               select (row.Partition, type + Regex.Replace(text.GetPath()[1..], @"\[\d+\]", "")),
        ];
    }

    private static async Task<Dictionary<(string Partition, string Key), Type>> FillAsync(IStore store)
    {
        Dictionary<(string, string), Type> types = [];
        foreach (var (type, places) in Places)
        {
            foreach (var (i, value) in Everything.Of(type).Index())
            {
                foreach (var (partition, key) in places)
                {
                    types.Add((partition, key(i)), type);
                    await store.CommitAsync(partition, [new Insert(key(i), Written(value))], default);
                }
            }
        }

        return types;
    }

    /// <summary>The row as it is stored: what leads from one to another is right, and nothing is in anybody's hand.</summary>
    private static string Written(object value) => value switch
    {
        RequesterHead head => StateJson.Write(head with { TenantId = Tenant, ErasedAt = null }),
        TenantHead head => StateJson.Write(head with { TenantId = Tenant }),
        PersonRow => StateJson.Write(new PersonRow(Own[Keys.RequesterPrefix.Length..])),
        OutboxRow row => StateJson.Write(row with { LeasedUntil = null }),
        ThreadEvent happened => StateJson.Write(happened),
        _ => (string)typeof(StateJson).GetMethod(nameof(StateJson.Write))!.MakeGenericMethod(value.GetType()).Invoke(null, [value])!,
    };

    private static IEnumerable<JsonNode> Texts(JsonNode? node) => node switch
    {
        JsonObject fields => fields.Select(field => field.Value).SelectMany(Texts),
        JsonArray items => items.SelectMany(Texts),
        not null when node.GetValueKind() is JsonValueKind.String => [node],
        _ => [],
    };
}
