using BridgeBot.Cards;
using BridgeBot.Core.Threads;
using BridgeBot.Host.Turns;
using BridgeBot.Tests.Turns;
using Microsoft.Extensions.DependencyInjection;
using static BridgeBot.Tests.Turns.Place;
using static BridgeBot.Tests.Turns.Someone;

namespace BridgeBot.Tests.Outbox;

/// <summary>A move that a killed host began is finished by the next one, whichever write it had come to.</summary>
[Parallelizable(ParallelScope.All)]
[FixtureLifeCycle(LifeCycle.InstancePerTestCase)]
internal sealed class MoveCrashTests : TimedStoryFixture
{
    /// <summary>More than a move writes: the last of them kills nothing.</summary>
    private const int Writes = 9;

    private Sent _card = null!;

    [SetUp]
    public async Task PostAsync()
    {
        await Bot.MentionAsync(Maria, Sales, "use this channel for event");
        await Bot.Teams.ExpectAsync(sent => sent.Conversation == Sales.Id);
        _card = await Bot.PostAsync();
        await Bot.SettledAsync();
    }

    [Test]
    public async Task Kill_BeforeAWriteOfTheMove_TheNextHostFinishesIt([Range(0, Writes)] int write)
    {
        var reference = _card.Reference();
        var where = (await Bot.StoredCardAsync(_card)).Channel with { ConversationId = Sales.Id };
        var person = new Person(Maria.AadObjectId, Maria.Name);
        await Bot.Services.GetRequiredService<TurnRunner>().RunAsync(
            new Said(new Envelope("move", where, person, "en-US", "UTC"), $"move {reference} here", []), CancellationToken.None);
        await KilledHost.DrainAsync(Bot, Clock, Keys.Requester(_card.Card![Verbs.Approve].Data[Verbs.Requester]), write);

        var card = await Bot.StoredCardAsync(_card);
        var events = (await Bot.RowsAsync(_card, "event|")).Select(row => StateJson.Read<ThreadEvent>(row.Body)).ToList();
        Assert.That((card.Channel.ConversationId, card.Former.Single().ActivityId), Is.EqualTo((Sales.Id, _card.ActivityId)));
        Assert.That(events.OfType<Moved>().Single().By, Is.EqualTo(person));
        Assert.That(
            Bot.Teams.All.Last(sent => sent.Method == "PUT" && sent.Path.EndsWith($"/{_card.ActivityId}", StringComparison.Ordinal)).Card!.Verbs, Is.Empty);
        Assert.That((await IsListedAsync(Marketing), await IsListedAsync(Sales)), Is.EqualTo((false, true)));
        Assert.That(Bot.Teams.All.Count(sent => sent.Root == card.ActivityId && sent.Text.StartsWith("Moved here", StringComparison.Ordinal)), Is.InRange(1, 2));
    }

    private async Task<bool> IsListedAsync(Place channel) => await Bot.Store.ReadAsync(
        Keys.Channel(Tenant, channel.Id), Keys.ListedOpen(_card.Card![Verbs.Approve].Data[Verbs.Thread]), CancellationToken.None) is not null;
}
