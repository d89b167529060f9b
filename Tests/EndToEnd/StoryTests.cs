using System.Text.RegularExpressions;
using BridgeBot.Tests.Browser;
using static BridgeBot.Tests.EndToEnd.StoryTexts;

namespace BridgeBot.Tests.EndToEnd;

/// <summary>
/// The main job on real parts: the bot's own process, two local Teams clients, a real browser.
/// With a folder named in BRIDGEBOT_SCREENSHOTS, pictures of its moments are left there; after a failure, both screens are attached.
/// </summary>
public sealed class StoryTests
{
    private const string Pictures = "BRIDGEBOT_SCREENSHOTS";
    private const string Thanks = "the spring case study opened two doors";
    private const string NoBudget = "The budget for adverts is spent until April.";
    private const string Stinging = "This is a ridiculous idea. ";
    private const string Delivery = "https://contoso.example/packaging-brochure: the prices are on page 4.";
    private const string Reaction = "Acme: at last, prices!";
    private const string ThankYou = "the brochure with prices opened the door at Acme.";
    private const string Question = "How long may the presentation be?";
    private const string Wish = "Which of our services? There are nine.";
    private const string Changed = "Could you help us with a presentation on our testing services for Acme by next Friday?";
    private const string Afterthought = "Could we have a datasheet for the HX-40 for Corvane Labs?";
    private const string Answer = "Twenty minutes, with ten for questions.";

    private TestBrowser browser = null!;
    private RunningBot bot = null!;
    private TeamsClient rep = null!;
    private TeamsClient marketer = null!;

    [SetUp]
    public async Task OpenBothClients()
    {
        browser = await TestBrowser.LaunchAsync();
        bot = await RunningBot.StartAsync();
        marketer = await TeamsClient.OpenAsync(browser, bot.MarketerPort);
        rep = await TeamsClient.OpenAsync(browser, bot.RepPort);
    }

    [TearDown]
    public async Task End()
    {
        await KeepPicturesAsync();
        await (browser?.DisposeAsync() ?? default);
        await (bot?.DisposeAsync() ?? default);
    }

    [Test]
    public async Task RepGrumblesMarketingApproves()
    {
        await MarketingConnectsItsChannelAsync();
        await RepIsWelcomedAsync();
        await RepGrumblesAsync();
        await DialogSurvivesACrashAsync();

        await RepPostsAsync("1 of 3", Thanks);
        await RepPostsAsync("2 of 3");
        await RepPostsAsync("3 of 3");

        await MarketingApprovesAsync("Collateral");
        await MarketingLooksBackAsync("Collateral");
        await MarketingHandsItToAColleagueAsync("Collateral");
        await BothWriteBelowTheCardAsync("Collateral");
        await MarketingTakesPromisesAndDeliversAsync("Collateral");
        await RepSaysThatItHelpedAsync("Collateral");
        await MarketingDeclinesAsync("Advertising");
        await MarketingAsksAndRepAnswersAsync("Presentation");
        await MarketingWantsAChangeAndRepMakesItAsync("Presentation");
        await RawWordsStayedPrivateAsync();
        await BothSeeWhereThingsStandAsync();
        await RepOpensItAgainAndMarketingHasItInHandAsync("Collateral");
        await RepUsesTheMessageExtensionAsync("Presentation for Acme");
        await MarketingMovesItToAnotherChannelAsync("Presentation");
        await RepTakesItBackAsync("Presentation");
        await RepLeavesAndAColleagueGetsTheRestAsync("Collateral");
    }

    private async Task MarketingConnectsItsChannelAsync()
    {
        await marketer.OpenChannelAsync(Team, ChannelName);
        await marketer.MentionBotAsync(Bot, UseThisChannel);
        await marketer.SeesAsync(ChannelConnected);
    }

    private async Task RepIsWelcomedAsync()
    {
        await rep.OpenPersonalChatAsync();
        await (await rep.CardAsync(Welcome)).OffersAsync(LastExample);

        await rep.OpenGroupChatAsync(GroupChat);
        await rep.MentionBotAsync(Bot, "are you there?");
        await rep.SeesAsync(GoOnInPrivate);
    }

    private async Task RepGrumblesAsync()
    {
        await rep.OpenPersonalChatAsync();
        await rep.SayAsync(Grumble);
        await rep.SeesAsync(ThreeAsks);
        await rep.CardAsync("1 of 3", Form);
    }

    private async Task DialogSurvivesACrashAsync()
    {
        await bot.CrashAndRestartAsync();
        await marketer.ReloadAsync();
        await marketer.OpenChannelAsync(Team, ChannelName);
        await rep.ReloadAsync();
        await rep.OpenPersonalChatAsync();

        await rep.SayAsync(Status);
        await rep.SeesAsync(HalfDone);
        await rep.SayAsync("help");
    }

    /// <summary>Form, preview, agreement, and the word that it was posted.</summary>
    private async Task RepPostsAsync(string step, string? whatWorked = null)
    {
        var form = await rep.CardAsync(step, Form);
        if (whatWorked is not null)
        {
            await form.FillAsync(WhatWorked, whatWorked);
        }

        await form.PressAsync(Next);
        var preview = await rep.CardAsync(step, Preview);
        // What reads well already has no other wording to offer.
        foreach (var button in whatWorked is null ? [PostIt, Edit, Skip] : new[] { PostIt, AnotherWording, Edit, KeepMyWords, Skip })
        {
            await preview.OffersAsync(button);
        }

        await preview.ShowsAsync(YourWords);
        await preview.ShowsAsync(whatWorked ?? YourWords);
        await ShowAsync(rep, preview, step);
        await preview.PressAsync(PostIt);
        await rep.SeesAsync(Posted);
    }

    private async Task MarketingApprovesAsync(string kind)
    {
        var card = await marketer.CardAsync(kind, Waiting);
        await card.ShowsAsync(Thanks);
        await card.PressAsync(Approve);

        var decided = await marketer.CardAsync(kind, ApprovedBy);
        await decided.OffersAsync(Approve, offered: false);
        await decided.ShowsAsync(ApprovedReply);
        await rep.SeesAsync(GoodNews);
        await ShowAsync(marketer, decided, "approved");
    }

    private async Task MarketingLooksBackAsync(string kind)
    {
        await (await marketer.CardAsync(kind, ApprovedBy)).PressAsync(History);
        var history = await marketer.CardAsync(HistoryTitle, PostedEvent);
        await history.ShowsAsync(ApprovedEvent);
        await ShowAsync(marketer, history, "history");
        await history.PressAsync(BackToTheRequest);
        await (await marketer.CardAsync(kind, ApprovedBy)).OffersAsync(TakeIt);
    }

    /// <summary>The local client has no people picker; a name can be written in every one.</summary>
    private async Task MarketingHandsItToAColleagueAsync(string kind)
    {
        var reference = Regex.Match(await (await marketer.CardAsync(kind, ApprovedBy)).TextAsync(), "BR-[0-9A-Z]{6}").Value;
        await marketer.MentionBotAsync(Bot, $"assign {reference} Chris");
        await (await marketer.CardAsync(kind, ApprovedBy)).ShowsAsync(HandedOver);
        await rep.SeesAsync(ColleagueHasIt);
    }

    private async Task BothWriteBelowTheCardAsync(string kind)
    {
        var card = await marketer.CardAsync(kind, ApprovedBy);
        await card.ReplyAsync(Bot, Remark);
        await card.ShowsAsync(PassedOn);
        await card.ReplyAsync(Bot, new string('x', 30_000));
        await card.ShowsAsync(TooLong);

        var remark = await rep.CardAsync(MariaWrites, Remark);
        await remark.FillAsync(WriteBack, Reply);
        await ShowAsync(rep, remark, "remark");
        await remark.PressAsync(PreviewReply);
        await (await rep.CardAsync(ReplyPreview, Reply)).PressAsync(Send);
        await (await marketer.CardAsync(kind, ApprovedBy)).ShowsAsync(SamReplies + Reply);
    }

    private async Task MarketingTakesPromisesAndDeliversAsync(string kind)
    {
        await (await marketer.CardAsync(kind, ApprovedBy)).PressAsync(TakeIt);
        await rep.SeesAsync(TakenOn);

        var taken = await marketer.CardAsync(kind, InHand);
        await taken.PressAsync(PromiseADay);
        await taken.FillAsync(ByWhen, "1 May 2020");
        await taken.PressAsync(PromiseIt);
        await marketer.SeesAsync(IsOverAlready);
        await taken.PressAsync(PromiseADay);
        await taken.FillAsync(ByWhen, "in two weeks");
        await taken.PressAsync(PromiseIt);
        await rep.SeesAsync(Promises);

        var promised = await marketer.CardAsync(kind, InHand, "Promised for");
        await ShowAsync(marketer, promised, "promised");
        await promised.PressAsync(StoryTexts.Deliver);
        await promised.FillAsync(DeliverLabel, Delivery);
        await promised.PressAsync(DeliverIt);
        await (await marketer.CardAsync(kind, DeliveredBy)).OffersAsync(StoryTexts.Deliver, offered: false);
    }

    private async Task RepSaysThatItHelpedAsync(string kind)
    {
        var helped = await rep.CardAsync(HasDelivered, Delivery);
        await helped.FillAsync(CustomerSaid, Reaction);
        await ShowAsync(rep, helped, "delivered");
        await helped.PressAsync(MovedForward);

        var thanks = await rep.CardAsync(Noted, Reaction);
        await thanks.FillAsync(ThanksLabel, ThankYou);
        await ShowAsync(rep, thanks, "thanks");
        await thanks.PressAsync(PostThanks);
        await rep.SeesAsync(ThanksPosted);

        var closed = await marketer.CardAsync(kind, ThankYou);
        await closed.ShowsAsync(OutcomeReply);
        await closed.ShowsAsync(ThanksReply + ThankYou);
        await ShowAsync(marketer, closed, "closed");
    }

    private async Task MarketingDeclinesAsync(string kind)
    {
        var card = await marketer.CardAsync(kind, Waiting);
        await card.PressAsync(Decline);
        await card.FillAsync(DeclineLabel, Stinging + NoBudget);
        await card.PressAsync(SendDecline);
        await (await marketer.CardAsync(HowItMayLand, Stinging)).PressAsync(SendTheSuggestion);

        await (await marketer.CardAsync(kind, DeclinedBy)).OffersAsync(Approve, offered: false);
        Assert.That(await (await rep.CardAsync(NotThisTime, NoBudget)).TextAsync(), Does.Not.Contain(Stinging));
    }

    private async Task MarketingAsksAndRepAnswersAsync(string kind)
    {
        var card = await marketer.CardAsync(kind, Waiting);
        await card.PressAsync(AskQuestion);
        await card.FillAsync(QuestionLabel, Question);
        await card.PressAsync(SendQuestion);

        var question = await rep.CardAsync(HasAQuestion, Question);
        await question.FillAsync(YourAnswer, Answer);
        await question.PressAsync(PreviewAnswer);
        await (await rep.CardAsync(AnswerPreview, Answer)).PressAsync(Send);
        await (await marketer.CardAsync(kind, Waiting)).ShowsAsync(AnswerReply + Answer);
    }

    private async Task MarketingWantsAChangeAndRepMakesItAsync(string kind)
    {
        var card = await marketer.CardAsync(kind, Waiting);
        await card.PressAsync(AskForChanges);
        await card.FillAsync(ChangesLabel, Wish);
        await card.PressAsync(SendItBack);

        await (await rep.CardAsync(WouldLikeAChange, Wish)).PressAsync(ChangeIt);
        await (await rep.CardAsync(Preview)).PressAsync(Edit);
        var edit = await rep.CardAsync(EditTitle);
        await edit.FillAsync(EditLabel, Changed);
        await edit.PressAsync(PreviewIt);
        await (await rep.CardAsync(Preview, Changed)).PressAsync(PostIt);
        var changed = await marketer.CardAsync(kind, Changed);
        await changed.ShowsAsync(Version2);
        await changed.OffersAsync(Approve);
    }

    private async Task RawWordsStayedPrivateAsync() =>
        Assert.That(await marketer.EverythingShownAsync(), Is.Not.Empty.And.None.Contains(RawWord));

    private async Task BothSeeWhereThingsStandAsync()
    {
        await rep.SayAsync(Status);
        await (await rep.CardAsync(OpenRequests)).ShowsAsync("Presentation");
        await marketer.MentionBotAsync(Bot, DigestNow);
        var digest = await marketer.CardAsync(DigestTitle);
        await digest.ShowsAsync(Thanks);
        await digest.ShowsAsync(ThankYou);
        await rep.SayAsync(DigestNow);
        await (await rep.CardAsync(OwnDigestTitle)).ShowsAsync("Presentation");
        foreach (var (command, title) in new[] { ("open", OpenTitle), ("board", BoardTitle), ("find services", FindTitle) })
        {
            await marketer.MentionBotAsync(Bot, command);
            await (await marketer.CardAsync(title)).ShowsAsync("Presentation");
        }
    }

    private async Task RepOpensItAgainAndMarketingHasItInHandAsync(string kind)
    {
        var reference = Regex.Match(await (await marketer.CardAsync(kind, OutcomeReply)).TextAsync(), "BR-[0-9A-Z]{6}").Value;
        await rep.SayAsync($"reopen {reference} {MorePages}");
        var reopened = await marketer.CardAsync(kind, OpenedAgain + MorePages);
        await reopened.PressAsync(Approve);
        await marketer.CardAsync(kind, OpenedAgain + MorePages, ApprovedBy);
        await marketer.MentionBotAsync(Bot, "mine");
        await (await marketer.CardAsync(MineTitle)).ShowsAsync(reference);
        await marketer.MentionBotAsync(Bot, "overdue");
        await marketer.CardAsync(OverdueTitle, NothingOverdue);
        await rep.SayAsync($"history {reference}");
        await (await rep.CardAsync(HistoryTitle, reference)).ShowsAsync(MorePages);
        await marketer.MentionBotAsync(Bot, "relay on");
        await marketer.SeesAsync(EveryReply);
    }

    private async Task RepUsesTheMessageExtensionAsync(string title)
    {
        await rep.OpenGroupChatAsync(GroupChat);
        await rep.ShareAsync("services", title);
        await rep.OpenPersonalChatAsync();
        await rep.AskAsync(AskCommand, YourWords, Afterthought, GoOnInOurChat);
        await rep.CardAsync(Form, Afterthought);
        await rep.SayAsync("cancel");
    }

    private async Task MarketingMovesItToAnotherChannelAsync(string kind)
    {
        var reference = Regex.Match(await (await marketer.CardAsync(kind, Changed)).TextAsync(), "BR-[0-9A-Z]{6}").Value;
        await marketer.OpenChannelAsync(Team, OtherChannelName);
        await marketer.MentionBotAsync(Bot, "use this channel for event");
        await marketer.SeesAsync("Event");
        await marketer.MentionBotAsync(Bot, $"move {reference} here");
        await (await marketer.CardAsync(kind, Changed)).ShowsAsync(MovedHere);
        await marketer.OpenChannelAsync(Team, ChannelName);
        await marketer.CardAsync(reference, HasMoved);
        await marketer.OpenChannelAsync(Team, OtherChannelName);
    }

    private async Task RepTakesItBackAsync(string kind)
    {
        var reference = Regex.Match(await (await marketer.CardAsync(kind, Changed)).TextAsync(), "BR-[0-9A-Z]{6}").Value;
        await rep.SayAsync($"status {reference}");
        await (await rep.CardAsync(reference, Changed)).PressAsync(WithdrawIt);
        var withdrawn = await marketer.CardAsync(kind, TakenBack);
        await withdrawn.OffersAsync(Approve, offered: false);
    }

    private async Task RepLeavesAndAColleagueGetsTheRestAsync(string kind)
    {
        await marketer.OpenPersonalChatAsync();
        await marketer.SayAsync("help");
        await marketer.SeesAsync(PersonalHelp);
        await marketer.OpenChannelAsync(Team, ChannelName);
        await marketer.MentionBotAsync(Bot, $"hand over {RepId} to {MarketerId}");
        await marketer.SeesAsync(HandingOver);
        await (await marketer.CardAsync(kind, OpenedAgain)).ShowsAsync(HandedOverBy);
    }

    /// <summary>A picture of a moment of the story, for the README.</summary>
    private static async Task ShowAsync(TeamsClient client, TeamsCard card, string moment)
    {
        if (Environment.GetEnvironmentVariable(Pictures) is { } folder)
        {
            await card.ScrollToAsync();
            await client.PictureAsync(Path.Combine(Directory.CreateDirectory(folder).FullName, $"{moment.Replace(' ', '-')}.png"));
        }
    }

    /// <summary>After a failure: what both of them had on their screens.</summary>
    private async Task KeepPicturesAsync()
    {
        if (rep is null || TestContext.CurrentContext.Result.Outcome.Status != NUnit.Framework.Interfaces.TestStatus.Failed)
        {
            return;
        }

        foreach (var (client, name) in new[] { (rep, "rep.png"), (marketer, "marketer.png") })
        {
            var file = Path.Combine(TestContext.CurrentContext.WorkDirectory, name);
            await client.PictureAsync(file);
            TestContext.AddTestAttachment(file);
        }
    }
}
