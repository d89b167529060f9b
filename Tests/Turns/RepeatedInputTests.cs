using System.Text.Json;
using System.Text.Json.Nodes;
using BridgeBot.Cards;
using BridgeBot.Core.Threads;
using BridgeBot.Host.Channel;
using BridgeBot.Host.Turns;
using BridgeBot.Tests.Storage;
using static BridgeBot.Tests.Turns.Place;
using static BridgeBot.Tests.Turns.Someone;

namespace BridgeBot.Tests.Turns;

/// <summary>What arrives twice, or at once, has one effect.</summary>
[Parallelizable(ParallelScope.All)]
[FixtureLifeCycle(LifeCycle.InstancePerTestCase)]
internal sealed class RepeatedInputTests : StoryFixture
{
    [Test]
    public async Task Message_DeliveredTwice_IsAnsweredOnce()
    {
        var message = Bot.Message(Sam, Sam.Chat, "status");
        await Bot.PostAsync(message);
        await Bot.PostAsync(message);
        await Bot.SettledAsync();

        Assert.That(Bot.Teams.All.Count(IsStatus), Is.EqualTo(1));
    }

    [Test]
    public async Task Message_DeliveredEightTimesAtOnce_IsAnsweredOnce()
    {
        var message = Bot.Message(Sam, Sam.Chat, "status").ToJsonString();
        await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => Bot.PostAsync(System.Text.Json.Nodes.JsonNode.Parse(message)!.AsObject())));
        await Bot.SettledAsync();

        Assert.That(Bot.Teams.All.Count(IsStatus), Is.EqualTo(1));
    }

    [Test]
    public async Task Messages_EightAtOnce_AreAllAnswered()
    {
        await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => Bot.SayAsync(Sam, "status")));
        await Bot.SettledAsync();

        Assert.That(Bot.Teams.All.Count(IsStatus), Is.EqualTo(8));
    }

    [Test]
    public async Task PostClick_DeliveredUnderANewId_PostsOneCard()
    {
        var preview = await Bot.ComposeAsync();
        await Bot.ClickAsync(Sam, Sam.Chat, preview[Story.Preview]);
        await Bot.ClickAsync(Sam, Sam.Chat, preview[Story.Preview]);
        await Bot.SettledAsync();

        Assert.That(Bot.Teams.All.Count(sent => sent.IsCard()), Is.EqualTo(1));
    }

    [TestCase("dialog.Post", "on its way")]
    [TestCase("dialog.Skip", "left out")]
    public async Task LastClickOfADialog_DeliveredAgain_GetsTheSameCard(string verb, string says)
    {
        var preview = await Bot.ComposeAsync();
        var click = Bot.Click(Sam, Sam.Chat, preview[verb]);
        var first = await Bot.SendClickAsync(click);
        await Bot.SettledAsync();
        var (same, underANewId) = (await Bot.SendClickAsync(click), await Bot.ClickAsync(Sam, Sam.Chat, preview[verb]));

        Assert.That(first.Json.ToString(), Does.Contain(says));
        Assert.That((same.Json.ToString(), underANewId.Json.ToString()), Is.EqualTo((first.Json.ToString(), first.Json.ToString())));
    }

    [TestCase(true)]
    [TestCase(false)]
    public async Task Click_AnotherHostWasFasterWithIt_GetsTheSameAnswer(bool isMarketings)
    {
        var card = isMarketings ? await Bot.PostAsync() : null;
        var click = card is null
            ? Bot.Click(Sam, Sam.Chat, (await Bot.ComposeAsync())[Story.Preview])
            : Bot.Click(Maria, Marketing, card.Card![Verbs.Approve], card.ActivityId);
        Answer? faster = null;
        var store = new CommitsOtherwise(Bot.Store, async (partition, commit) =>
        {
            if (partition.StartsWith(Keys.RequesterPrefix, StringComparison.Ordinal)) faster ??= await Bot.SendClickAsync(click);
            return await commit();
        });
        var slower = await Bot.RunnerOn(store, TimeProvider.System).RunAsync(Read(click), default);

        Assert.That(JsonElement.Parse(InvokeAnswer.Of(slower.Answer).Span).ToString(), Is.EqualTo(faster!.Json.ToString()));
    }

    private static Inbound Read(JsonObject click)
    {
        var body = JsonSerializer.SerializeToUtf8Bytes(click);
        return ActivityParser.TryParse(body, out var activity, out var fault) ? ActivityReader.Read(activity, body) : throw new AssertionException(fault);
    }

    [Test]
    public async Task PostClick_TwiceAtOnce_PostsOneCard()
    {
        var preview = await Bot.ComposeAsync();
        await Task.WhenAll(
            Bot.ClickAsync(Sam, Sam.Chat, preview[Story.Preview]), Bot.ClickAsync(Sam, Sam.Chat, preview[Story.Preview]));
        await Bot.SettledAsync();

        Assert.That(Bot.Teams.All.Count(sent => sent.IsCard()), Is.EqualTo(1));
    }

    [Test]
    public async Task Approve_DeliveredUnderANewId_GetsTheSameCard()
    {
        var card = await Bot.PostAsync();
        var first = await Bot.ApproveAsync(Maria, card);
        var second = await Bot.ApproveAsync(Maria, card);

        Assert.That(second.Json.ToString(), Is.EqualTo(first.Json.ToString()));
    }

    [Test]
    public async Task Approve_DeliveredUnderTheSameId_GetsTheSameCard()
    {
        var card = await Bot.PostAsync();
        var click = Bot.Click(Maria, Marketing, card.Card![Verbs.Approve], card.ActivityId);
        var first = await Bot.SendClickAsync(click);

        Assert.That((await Bot.SendClickAsync(click)).Json.ToString(), Is.EqualTo(first.Json.ToString()));
    }

    [Test]
    public async Task Question_DeliveredUnderANewId_IsAskedOnce()
    {
        var card = await Bot.PostAsync();
        await Bot.AskAsync(card);
        await Bot.ClickAsync(Maria, Marketing, card.Card![Verbs.Ask], card.ActivityId, (Verbs.InputText, "How long may it be?"));
        await Bot.SettledAsync();

        Assert.That(Bot.Teams.All.Count(sent => sent.HasButton(Verbs.AnswerPreview)), Is.EqualTo(1));
    }

    [Test]
    public async Task AnswerSend_DeliveredUnderANewId_RepliesOnce()
    {
        var card = await Bot.PostAsync();
        var preview = await Bot.AnswerAsync(await Bot.AskAsync(card), "twelve pages");
        await Bot.ClickAsync(Sam, Sam.Chat, preview[Verbs.AnswerSend]);
        await Bot.ClickAsync(Sam, Sam.Chat, preview[Verbs.AnswerSend]);
        await Bot.SettledAsync();

        Assert.That(
            Bot.Teams.All.Count(sent => sent.Root == card.ActivityId && sent.Text.Contains("twelve", StringComparison.Ordinal)), Is.EqualTo(1));
    }

    [Test]
    public async Task ApproveAndDecline_AtOnce_OneIsDecided()
    {
        var card = await Bot.PostAsync();
        await Task.WhenAll(
            Bot.ApproveAsync(Maria, card),
            Bot.ClickAsync(Max, Marketing, card.Card![Verbs.Decline], card.ActivityId, (Verbs.InputReason, "no")));
        var events = await Bot.RowsAsync(card, "event|");

        Assert.That(
            events.Select(row => BridgeBot.Host.Turns.StateJson.Read<ThreadEvent>(row.Body)).Count(kept => kept is Approved or Declined),
            Is.EqualTo(1));
    }

    [Test]
    public async Task Approve_ByTwoAtOnce_RepIsToldOnce()
    {
        var card = await Bot.PostAsync();
        await Task.WhenAll(Bot.ApproveAsync(Maria, card), Bot.ApproveAsync(Max, card));
        await Bot.SettledAsync();

        Assert.That(
            Bot.Teams.All.Count(sent => sent.InChat(Sam)
                && (sent.Text.Contains(Maria.Name, StringComparison.Ordinal) || sent.Text.Contains(Max.Name, StringComparison.Ordinal))),
            Is.EqualTo(1));
    }

    [Test]
    public async Task Approve_OnADuplicateOfTheCard_TurnsItIntoAPointer()
    {
        var card = await Bot.PostAsync();
        await Bot.ClickAsync(Maria, Marketing, card.Card![Verbs.Approve], "77");

        Assert.That(
            (await Bot.Teams.ExpectAsync(sent => sent.Method == "PUT" && sent.Path.EndsWith("/activities/77", StringComparison.Ordinal)))
                .Card!.Verbs,
            Is.Empty);
    }

    [Test]
    public async Task Approve_AfterAPressOnADuplicateOfTheCard_Decides()
    {
        var card = await Bot.PostAsync();
        await Bot.ClickAsync(Maria, Marketing, card.Card![Verbs.Approve], "77");
        await Bot.ApproveAsync(Maria, card);

        Assert.That((await Bot.StoredThreadAsync(card)).Status, Is.EqualTo(ThreadStatus.Approved));
    }

    [Test]
    public async Task Approve_OnADuplicateOfTheCardDeliveredTwice_GetsTheSamePointer()
    {
        var card = await Bot.PostAsync();
        var click = Bot.Click(Maria, Marketing, card.Card![Verbs.Approve], "77");
        var first = await Bot.SendClickAsync(click);
        var second = await Bot.SendClickAsync(click);

        Assert.That(second.Json.ToString(), Is.EqualTo(first.Json.ToString()));
    }

    private static bool IsStatus(Sent sent) => sent.InChat(Sam) && sent.Card is { Verbs: [] };
}
