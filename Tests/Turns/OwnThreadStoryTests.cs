using BridgeBot.Cards;
using BridgeBot.Core.Threads;
using static BridgeBot.Tests.Turns.Place;
using static BridgeBot.Tests.Turns.Someone;

namespace BridgeBot.Tests.Turns;

/// <summary>What a rep does about a request after it was posted, over HTTP on both sides.</summary>
[Parallelizable(ParallelScope.All)]
[FixtureLifeCycle(LifeCycle.InstancePerTestCase)]
internal sealed class OwnThreadStoryTests : StoryFixture
{
    [Test]
    public async Task Withdraw_Typed_MarketingsCardHasNothingLeftToPress()
    {
        var card = await Bot.PostAsync();
        await Bot.SayAsync(Sam, $"withdraw {await ReferenceAsync(card)}");

        Assert.That((await Bot.UpdateAsync(card)).Card!.Verbs, Is.EqualTo([Verbs.History]));
    }

    [Test]
    public async Task Withdraw_Pressed_ShowsTheRequestAsWithdrawn()
    {
        var mine = await MineAsync(await Bot.PostAsync());

        Assert.That((await Bot.ClickAsync(Sam, Sam.Chat, mine[Verbs.MyWithdraw])).Card!.ToString(), Does.Contain("Withdrawn by Sam Sales"));
    }

    [Test]
    public async Task Approve_AfterTheWithdrawal_SaysThatItWasTakenBack()
    {
        var card = await Bot.PostAsync();
        await Bot.ClickAsync(Sam, Sam.Chat, (await MineAsync(card))[Verbs.MyWithdraw]);

        Assert.That((await Bot.ApproveAsync(Maria, card)).Message, Does.StartWith("Sam Sales took this request back at "));
    }

    [Test]
    public async Task Withdraw_OfSomebodyElsesRequest_IsNotFound()
    {
        var card = await Bot.PostAsync();
        await Bot.InstallAsync(Max, Max.Chat);
        await Bot.SayAsync(Max, $"withdraw {await ReferenceAsync(card)}");

        await Bot.Teams.ExpectAsync(sent => sent.InChat(Max) && sent.Text.Contains("could not find that request", StringComparison.Ordinal));
    }

    [Test]
    public async Task Withdraw_ByAForgedButton_IsNotFound()
    {
        var mine = await MineAsync(await Bot.PostAsync());

        Assert.That((await Bot.ClickAsync(Max, Max.Chat, mine[Verbs.MyWithdraw])).Message, Does.Contain("could not find that request"));
    }

    [Test]
    public async Task Withdraw_WhileNoChannelIsConnected_NothingIsEverPosted()
    {
        await Bot.RemoveAsync(Maria, Marketing);
        var preview = await Bot.ComposeAsync();
        await Bot.ClickAsync(Sam, Sam.Chat, preview[Story.Preview]);
        var waits = await Bot.Teams.ExpectAsync(sent => sent.InChat(Sam) && sent.Text.Contains("is kept", StringComparison.Ordinal));
        await Bot.SayAsync(Sam, $"withdraw {Reference(waits.Text)}");
        await Bot.Teams.ExpectAsync(sent => sent.InChat(Sam) && sent.HasButton(Verbs.MyReopen));
        await Bot.MentionAsync(Maria, Marketing, "use this channel");
        await StoredStory.UntilAsync(() => Task.FromResult(!Bot.StoredRows().Any(row =>
            row.Key.StartsWith("out|", StringComparison.Ordinal) && row.Body.Contains("\"send\":\"card\"", StringComparison.Ordinal))));

        Assert.That(Bot.Teams.All.Any(sent => sent.InChannel() && sent.Card is not null), Is.False);
    }

    [Test]
    public async Task Reopen_TypedForAClosedRequest_IsForMarketingAgain()
    {
        var card = await Bot.PostAsync();
        await Bot.ClickAsync(Maria, Marketing, card.Card![Verbs.Decline], card.ActivityId, (Verbs.InputReason, "no budget"));
        await Bot.SayAsync(Sam, $"reopen {await ReferenceAsync(card)}: Acme pays half");
        await Bot.Teams.ExpectAsync(sent => sent.Root == card.ActivityId && sent.Text.EndsWith("opened it again: Acme pays half", StringComparison.Ordinal));

        Assert.That((await Bot.StoredThreadAsync(card)).Status, Is.EqualTo(ThreadStatus.Submitted));
    }

    [Test]
    public async Task AskForChanges_RepSendsTheNextVersionOfTheSameCard()
    {
        var card = await Bot.PostAsync();
        var preview = await ChangeAsync(card);
        var edit = (await Bot.ClickAsync(Sam, Sam.Chat, preview["dialog.Edit"])).Card!;
        var shown = (await Bot.ClickAsync(Sam, Sam.Chat, edit["dialog.SaveEdit"], null, (Verbs.InputText, "A one-pager would do."))).Card!;
        await Bot.ClickAsync(Sam, Sam.Chat, shown[Story.Preview]);
        await Bot.Teams.ExpectAsync(sent => sent.Root == card.ActivityId && sent.Text.Contains("version 2", StringComparison.Ordinal));

        Assert.That(
            ((await Bot.StoredThreadAsync(card)).Request.Text, Bot.Teams.All.Count(sent => sent.IsCard())), Is.EqualTo(("A one-pager would do.", 1)));
    }

    [Test]
    public async Task AskForChanges_RequestOpensFilledIn()
    {
        var card = await Bot.PostAsync();
        var before = (await Bot.StoredThreadAsync(card)).Request;
        await Bot.ClickAsync(Sam, Sam.Chat, (await ChangeAsync(card))[Story.Preview]);
        await StoredStory.UntilAsync(async () => (await Bot.StoredThreadAsync(card)).Revisions == 1);
        var after = (await Bot.StoredThreadAsync(card)).Request;

        Assert.That(
            (after.Title, after.Text, after.Customer, after.Deadline, after.Appreciation, string.Join(' ', after.Details)),
            Is.EqualTo((before.Title, before.Text, before.Customer, before.Deadline, before.Appreciation, string.Join(' ', before.Details))));
    }

    [Test]
    public async Task Change_OpenedDroppedAndOpenedAgain_OpensAgain()
    {
        var wish = await WishAsync(await Bot.PostAsync());
        var preview = (await Bot.ClickAsync(Sam, Sam.Chat, wish[Verbs.MyChange])).Card!;
        await Bot.ClickAsync(Sam, Sam.Chat, preview["dialog.Skip"]);

        Assert.That((await Bot.ClickAsync(Sam, Sam.Chat, wish[Verbs.MyChange])).Card!.Find(Story.Preview), Is.Not.Null);
    }

    [Test]
    public async Task Change_WhileADialogIsOpen_ThatComesFirst()
    {
        var wish = await WishAsync(await Bot.PostAsync());
        await Bot.ComposeAsync();

        Assert.That((await Bot.ClickAsync(Sam, Sam.Chat, wish[Verbs.MyChange])).Message, Does.StartWith("We are still at 1 of 1."));
    }

    [Test]
    public async Task Change_DecidedMeanwhile_SaysSoAndKeepsWhatWasWritten()
    {
        var card = await Bot.PostAsync();
        var preview = await ChangeAsync(card);
        await Bot.ClickAsync(Maria, Marketing, card.Card![Verbs.Decline], card.ActivityId, (Verbs.InputReason, "no budget"));
        var answer = await Bot.ClickAsync(Sam, Sam.Chat, preview[Story.Preview]);

        Assert.That(answer.Message, Does.StartWith("Already declined by Maria Marketing"));
        Assert.That(await Bot.DialogAsync(Sam), Is.Not.Null);
    }

    [Test]
    public async Task Approve_OnTheCardBeforeTheChange_AsksToReadTheNewestFirst()
    {
        var card = await Bot.PostAsync();
        await Bot.ClickAsync(Sam, Sam.Chat, (await ChangeAsync(card))[Story.Preview]);

        Assert.That(
            ((await Bot.ApproveAsync(Maria, card)).Message, (await Bot.StoredThreadAsync(card)).Status),
            Is.EqualTo((Messages.For(new OldWording(), TimeZoneInfo.Utc), ThreadStatus.Submitted)));
    }

    [Test]
    public async Task Deliver_RepSaysInOneTapThatItHelped()
    {
        var card = await Bot.PostAsync();
        var helped = await Bot.DeliverAsync(card);
        await Bot.ClickAsync(Sam, Sam.Chat, helped.Answer(Outcome.Won), null, (Verbs.InputText, "They signed the same day"));

        Assert.That(
            (await Bot.Teams.ExpectAsync(sent => sent.Root == card.ActivityId && sent.Text.StartsWith("Did it help?", StringComparison.Ordinal))).Text,
            Is.EqualTo("Did it help? Sam Sales says: Yes, the deal is won. What the customer said: They signed the same day"));
    }

    [Test]
    public async Task Helped_ThanksAreTyped_TheyStandBelowTheCardByName()
    {
        var card = await Bot.PostAsync();
        var thanks = (await Bot.ClickAsync(Sam, Sam.Chat, (await Bot.DeliverAsync(card)).Answer(Outcome.MovedForward))).Card!;
        await Bot.ClickAsync(Sam, Sam.Chat, thanks[Verbs.MyThanks], null, (Verbs.InputText, "You opened the door at Acme"));

        Assert.That(
            (await Bot.Teams.ExpectAsync(sent => sent.Root == card.ActivityId && sent.Text.Contains("thank", StringComparison.Ordinal))).Text,
            Is.EqualTo("Sam Sales says thank you: You opened the door at Acme"));
    }

    [Test]
    public async Task Helped_WithoutThanks_NobodyIsThanked()
    {
        var card = await Bot.PostAsync();
        await Bot.ClickAsync(Sam, Sam.Chat, (await Bot.DeliverAsync(card)).Answer(Outcome.Won));
        await Bot.SettledAsync();

        Assert.That(Bot.SentToChannel(), Does.Not.Contain("thank you"));
    }

    [Test]
    public async Task Helped_DeliveredUnderANewId_IsSaidOnceAndAnsweredTheSame()
    {
        var card = await Bot.PostAsync();
        var answer = (await Bot.DeliverAsync(card)).Answer(Outcome.Won);
        var first = await Bot.ClickAsync(Sam, Sam.Chat, answer);
        var second = await Bot.ClickAsync(Sam, Sam.Chat, answer);
        await Bot.SettledAsync();

        Assert.That(
            (second.ToString(), Bot.Teams.All.Count(sent => sent.Root == card.ActivityId && sent.Text.StartsWith("Did it help", StringComparison.Ordinal))),
            Is.EqualTo((first.ToString(), 1)));
    }

    [Test]
    public async Task Helped_InAnOlderClient_ThanksCanFollow()
    {
        var card = await Bot.PostAsync();
        await Bot.SubmitAsync(Sam, Sam.Chat, (await Bot.DeliverAsync(card)).Answer(Outcome.Won));
        var thanks = await Bot.Teams.ExpectAsync(sent => sent.InChat(Sam) && sent.HasButton(Verbs.MyThanks));
        await Bot.SubmitAsync(Sam, Sam.Chat, thanks.Card![Verbs.MyThanks], null, (Verbs.InputText, "Great work"));

        await Bot.Teams.ExpectAsync(sent => sent.Root == card.ActivityId && sent.Text.EndsWith("Great work", StringComparison.Ordinal));
    }

    [Test]
    public async Task Outcome_Forged_IsNoAnswer()
    {
        var card = await Bot.PostAsync();
        var forged = (await Bot.DeliverAsync(card)).Answer(Outcome.Won).With(Verbs.Outcome, "7");

        Assert.That((await Bot.ClickAsync(Sam, Sam.Chat, forged)).Message, Is.EqualTo(Messages.NotFromThisCard));
    }

    [Test]
    public async Task Thanks_TypedWithTheReference_StandBelowTheCard()
    {
        var card = await Bot.PostAsync();
        await Bot.DeliverAsync(card);
        await Bot.SayAsync(Sam, $"thanks {await ReferenceAsync(card)} you saved my week");

        await Bot.Teams.ExpectAsync(sent => sent.Root == card.ActivityId && sent.Text.EndsWith("thank you: you saved my week", StringComparison.Ordinal));
    }

    [Test]
    public async Task Digest_NamesTheThanks()
    {
        var card = await Bot.PostAsync();
        await Bot.DeliverAsync(card);
        await Bot.SayAsync(Sam, $"thanks {await ReferenceAsync(card)} you saved my week");
        await Bot.SettledAsync();
        await Bot.MentionAsync(Maria, Marketing, "digest now");

        await Bot.Teams.ExpectAsync(sent =>
            sent.InChannel() && sent.IsNewPost && sent.Card is not null && sent.Body.ToString().Contains("you saved my week", StringComparison.Ordinal));
    }

    private static string Reference(string text) => System.Text.RegularExpressions.Regex.Match(text, "BR-[0-9A-Z]{6}").Value;

    private async Task<string> ReferenceAsync(Sent card) => (await Bot.StoredThreadAsync(card)).Reference;

    /// <summary>Sam's own card of the request.</summary>
    private async Task<Card> MineAsync(Sent card)
    {
        await Bot.SayAsync(Sam, $"status {await ReferenceAsync(card)}");
        return (await Bot.Teams.ExpectAsync(sent => sent.InChat(Sam) && sent.HasButton(Verbs.MyWithdraw))).Card!;
    }

    /// <summary>Maria asks for changes; Sam's card with her wish.</summary>
    private async Task<Card> WishAsync(Sent card)
    {
        await Bot.ClickAsync(Maria, Marketing, card.Card![Verbs.RequestChanges], card.ActivityId, (Verbs.InputChanges, "a one-pager, please"));
        return (await Bot.Teams.ExpectAsync(sent => sent.InChat(Sam) && sent.HasButton(Verbs.MyChange))).Card!;
    }

    /// <summary>The same, and Sam opens the request.</summary>
    private async Task<Card> ChangeAsync(Sent card) =>
        (await Bot.ClickAsync(Sam, Sam.Chat, (await WishAsync(card))[Verbs.MyChange])).Card!;
}
