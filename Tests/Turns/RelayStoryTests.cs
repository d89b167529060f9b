using System.Text.Json.Nodes;
using BridgeBot.Cards;
using BridgeBot.Core.Threads;
using BridgeBot.Host.Turns;
using static BridgeBot.Tests.Turns.Place;
using static BridgeBot.Tests.Turns.Someone;

namespace BridgeBot.Tests.Turns;

/// <summary>What marketing writes below a card reaches the rep, and what the rep writes back comes below the card, over HTTP on both sides.</summary>
[Parallelizable(ParallelScope.All)]
[FixtureLifeCycle(LifeCycle.InstancePerTestCase)]
internal sealed class RelayStoryTests : StoryFixture
{
    private const string Words = "We have a new deck since Monday.";

    [Test]
    public async Task Reply_WithAMention_ReachesTheRepAndIsConfirmed()
    {
        var card = await Bot.PostAsync();
        await Bot.MentionAsync(Maria, Below(card), Words);
        await BelowAsync(card, "I have passed that on to Sam Sales.");

        Assert.That((await RemarkAsync()).ToString(), Does.Contain("Maria Marketing writes").And.Contain(Words));
    }

    [Test]
    public async Task WriteBack_SeenInAPreview_ComesBelowTheCardAndBothAreKept()
    {
        var card = await Bot.PostAsync();
        await Bot.MentionAsync(Maria, Below(card), Words);
        var preview = (await Bot.ClickAsync(Sam, Sam.Chat, (await RemarkAsync())[Verbs.ReplyPreview], null, (Verbs.InputText, "Splendid, that one!"))).Card!;
        Assert.That(Bot.SentToChannel(), Does.Not.Contain("Splendid"));
        await Bot.ClickAsync(Sam, Sam.Chat, preview[Verbs.ReplySend]);
        await BelowAsync(card, "Sam Sales replies: Splendid, that one!");

        Assert.That(
            (await EventsAsync(card)).Where(happened => happened is Remarked or Replied).Select(happened => happened.Where),
            Is.EqualTo([Origin.Channel, Origin.PersonalChat]));
    }

    [Test]
    public async Task WriteBack_Typed_IsSentFromThePreviewToo()
    {
        var card = await Bot.PostAsync();
        await Bot.SayAsync(Sam, $"reply {(await Bot.StoredThreadAsync(card)).Reference} by Friday would do");
        var preview = (await Bot.Teams.ExpectAsync(sent => sent.InChat(Sam) && sent.HasButton(Verbs.ReplySend))).Card!;
        await Bot.ClickAsync(Sam, Sam.Chat, preview[Verbs.ReplySend]);

        await BelowAsync(card, "Sam Sales replies: by Friday would do");
    }

    [Test]
    public async Task WriteBack_AnOlderPreviewsSend_ShowsWhatIsSentFirst()
    {
        var card = await Bot.PostAsync();
        await Bot.MentionAsync(Maria, Below(card), Words);
        var remark = await RemarkAsync();
        var older = (await Bot.ClickAsync(Sam, Sam.Chat, remark[Verbs.ReplyPreview], null, (Verbs.InputText, "first thought"))).Card!;
        await Bot.ClickAsync(Sam, Sam.Chat, remark[Verbs.ReplyPreview], null, (Verbs.InputText, "second thought"));
        var shown = (await Bot.ClickAsync(Sam, Sam.Chat, older[Verbs.ReplySend])).Card!;
        await Bot.SettledAsync();

        Assert.That((shown.ToString().Contains("second thought", StringComparison.Ordinal), Bot.SentToChannel().Contains("thought", StringComparison.Ordinal)), Is.EqualTo((true, false)));
    }

    [Test]
    public async Task WriteBack_SentTwice_ComesOnce()
    {
        var card = await Bot.PostAsync();
        await Bot.MentionAsync(Maria, Below(card), Words);
        var preview = (await Bot.ClickAsync(Sam, Sam.Chat, (await RemarkAsync())[Verbs.ReplyPreview], null, (Verbs.InputText, "Thank you!"))).Card!;
        await Bot.ClickAsync(Sam, Sam.Chat, preview[Verbs.ReplySend]);
        await Bot.ClickAsync(Sam, Sam.Chat, preview[Verbs.ReplySend]);
        await Bot.SettledAsync();

        Assert.That(Bot.Teams.All.Count(sent => sent.Text == "Sam Sales replies: Thank you!"), Is.EqualTo(1));
    }

    [Test]
    public async Task WriteBack_BesideAnAnswerInPreview_BothAreKept()
    {
        var card = await Bot.PostAsync();
        var question = await Bot.AskAsync(card);
        await Bot.AnswerAsync(question, "Ten slides.");
        await Bot.MentionAsync(Maria, Below(card), Words);
        await Bot.ClickAsync(Sam, Sam.Chat, (await RemarkAsync())[Verbs.ReplyPreview], null, (Verbs.InputText, "Thank you!"));
        await Bot.ClickAsync(Sam, Sam.Chat, await Bot.StoredAnswerAsync(Sam, card));

        await BelowAsync(card, "Sam Sales answers: Ten slides.");
    }

    [Test]
    public async Task Reply_ThirtyKilobytes_IsRefusedWithTheLimit()
    {
        var card = await Bot.PostAsync();
        await Bot.MentionAsync(Maria, Below(card), new string('x', 30_000));
        await BelowAsync(card, "That is a little long. Up to 2000 characters fit.");

        Assert.That((await EventsAsync(card)).OfType<Remarked>(), Is.Empty);
    }

    [Test]
    public async Task Reply_BelowSomethingThatIsNoCard_IsAHint()
    {
        await Bot.MentionAsync(Maria, Marketing.Below("4711"), "could somebody look at this?");

        await Bot.Teams.ExpectAsync(sent => sent.Root == "4711" && sent.Text == Messages.NotBelowACard);
    }

    [Test]
    public async Task Reply_WithoutAMention_IsNobodysBusiness()
    {
        var card = await Bot.PostAsync();
        await Bot.SettledAsync();
        var before = Bot.StoredRows().Count;
        await Bot.SayAsideAsync(Maria, Below(card), Words);
        await Bot.SayAsideAsync(Maria, Marketing, "use this channel");
        await Bot.SayAsideAsync(Sam, Group, "Acme needs a deck");
        await Bot.SettledAsync();

        Assert.That(Bot.StoredRows(), Has.Count.EqualTo(before));
    }

    [Test]
    public async Task Reply_WithoutAMentionWhereTheRelayIsOn_ReachesTheRep()
    {
        var card = await Bot.PostAsync();
        await RelayAsync("on", Messages.RelayOn);
        await Bot.SayAsideAsync(Maria, Below(card), Words);
        await RemarkAsync();
        await Bot.SettledAsync();

        Assert.That(Bot.Teams.All.Count(sent => sent.Root == card.ActivityId), Is.Zero, "nothing is said below the card");
    }

    [Test]
    public async Task Reply_WithoutAMentionTooLongWhereTheRelayIsOn_IsSaid()
    {
        var card = await Bot.PostAsync();
        await RelayAsync("on", Messages.RelayOn);
        await Bot.SayAsideAsync(Maria, Below(card), new string('x', 30_000));

        await BelowAsync(card, "That is a little long.");
    }

    [Test]
    public async Task Relay_TurnedOffAgain_NothingIsPassedOn()
    {
        var card = await Bot.PostAsync();
        await RelayAsync("on", Messages.RelayOn);
        await RelayAsync("off", Messages.RelayOff);
        await Bot.SayAsideAsync(Maria, Below(card), Words);
        await Bot.SettledAsync();

        Assert.That((await EventsAsync(card)).OfType<Remarked>(), Is.Empty);
    }

    [Test]
    public async Task Relay_ChannelDisconnectedAndConnectedAgain_IsOffUntilItIsTurnedOnAnew()
    {
        var card = await Bot.PostAsync();
        await RelayAsync("on", Messages.RelayOn);
        await Bot.RemoveAsync(Maria, Marketing);
        await Bot.MentionAsync(Maria, Marketing, "use this channel");
        await Bot.SayAsideAsync(Maria, Below(card), "Between ourselves.");
        await Bot.SettledAsync();
        Assert.That((await EventsAsync(card)).OfType<Remarked>(), Is.Empty);
        await RelayAsync("on", Messages.RelayOn);
        await Bot.SayAsideAsync(Maria, Below(card), Words);

        Assert.That((await RemarkAsync()).ToString(), Does.Contain(Words));
    }

    [Test]
    public async Task Relay_InAChannelThatTakesNoRequests_IsAHint()
    {
        await Bot.MentionAsync(Maria, Sales, "relay on");

        await Bot.Teams.ExpectAsync(sent => sent.Conversation == Sales.Id && sent.Text == Messages.RelayElsewhere);
    }

    /// <summary>Two bots that answer each other would never end.</summary>
    [TestCase("28:other-bot", null)]
    [TestCase("29:looks-like-a-person", "bot")]
    public async Task Reply_ByAnotherBot_IsNotPassedOn(string id, string? role)
    {
        var card = await Bot.PostAsync();
        await RelayAsync("on", Messages.RelayOn);
        var message = Bot.Message(Maria, Below(card), Words);
        message["from"] = new JsonObject { ["id"] = id, ["name"] = "Other", ["role"] = role, ["aadObjectId"] = Maria.AadObjectId };
        await Bot.PostAsync(message);
        await Bot.SettledAsync();

        Assert.That((await EventsAsync(card)).OfType<Remarked>(), Is.Empty);
    }

    [Test]
    public async Task Reply_ByTheRep_IsThereAlready()
    {
        var card = await Bot.PostAsync();
        await Bot.MentionAsync(Sam, Below(card), "any news?");

        await BelowAsync(card, Messages.SaidAlready);
    }

    [Test]
    public async Task Reply_DeliveredTwice_ReachesTheRepOnce()
    {
        var card = await Bot.PostAsync();
        var message = Bot.Message(Maria, Below(card), Words);
        await Bot.PostAsync(message.DeepClone().AsObject());
        await Bot.PostAsync(message);
        await Bot.SettledAsync();

        Assert.That((await EventsAsync(card)).OfType<Remarked>().Count(), Is.EqualTo(1));
    }

    [Test]
    public async Task Reply_BelowARequestThatIsOver_ReachesTheRepAndItStaysAsOldAsItIs()
    {
        var card = await Bot.PostAsync();
        await Bot.ClickAsync(Maria, Marketing, card.Card![Verbs.Decline], card.ActivityId, (Verbs.InputReason, "No budget."));
        var ended = (await Bot.StoredThreadAsync(card)).ChangedAt;
        await Bot.MentionAsync(Maria, Below(card), Words);
        await RemarkAsync();

        Assert.That((await Bot.StoredThreadAsync(card)).ChangedAt, Is.EqualTo(ended));
    }

    private static Place Below(Sent card) => Marketing.Below(card.ActivityId);

    private Task<Sent> BelowAsync(Sent card, string text) =>
        Bot.Teams.ExpectAsync(sent => sent.Root == card.ActivityId && sent.Text.StartsWith(text, StringComparison.Ordinal));

    private async Task<Card> RemarkAsync() =>
        (await Bot.Teams.ExpectAsync(sent => sent.InChat(Sam) && sent.HasButton(Verbs.ReplyPreview))).Card!;

    private async Task RelayAsync(string word, string answer)
    {
        await Bot.MentionAsync(Maria, Marketing, $"relay {word}");
        await Bot.Teams.ExpectAsync(sent => sent.InChannel() && sent.Text == answer);
    }

    private async Task<IReadOnlyList<ThreadEvent>> EventsAsync(Sent card)
    {
        var rows = await Bot.RowsAsync(card, "event|");
        return [.. rows.Select(row => StateJson.Read<ThreadEvent>(row.Body))];
    }
}
