using BridgeBot.Cards;
using BridgeBot.Tests.Turns;
using static BridgeBot.Tests.Turns.Place;
using static BridgeBot.Tests.Turns.Someone;

namespace BridgeBot.Tests.Outbox;

/// <summary>Each kind goes to its own channel, and where that is gone to the one for everything else.</summary>
[Parallelizable(ParallelScope.All)]
[FixtureLifeCycle(LifeCycle.InstancePerTestCase)]
internal sealed class RouteTests : StoryFixture
{
    private const string Case = Story.Wish;

    [SetUp]
    public async Task ConnectAsync()
    {
        await Bot.MentionAsync(Maria, Sales, "use this channel for case study, event");
        await Bot.Teams.ExpectAsync(sent => InSales(sent) && sent.Text.Contains("Case study, Event", StringComparison.Ordinal));
    }

    [Test]
    public async Task Post_OfAKindWithAChannel_GoesThereAndIsDecidedThere()
    {
        var card = await PostInSalesAsync();
        await Bot.ClickAsync(Maria, Sales, card.Card![Verbs.Approve], card.ActivityId);

        Assert.That((await Bot.Teams.ExpectAsync(sent => sent.InChat(Sam) && sent.Text.Contains("approved", StringComparison.Ordinal))).IsAccepted);
        Assert.That(Bot.Teams.All.Any(sent => sent.IsCard()), Is.False);
    }

    [Test]
    public async Task Post_OfAnotherKind_GoesToTheChannelForTheRest() =>
        Assert.That((await Bot.PostAsync("Could marketing answer a question about the price list for Acme?")).Conversation, Is.EqualTo(Marketing.Id));

    [Test]
    public async Task Connect_ElsewhereLater_WhatIsPostedStays()
    {
        var card = await PostInSalesAsync();
        await Bot.MentionAsync(Maria, Marketing, "use this channel for case study");
        await Bot.Teams.ExpectAsync(sent => sent.InChannel() && sent.Text.Contains("Case study", StringComparison.Ordinal));
        await Bot.ClickAsync(Maria, Sales, card.Card![Verbs.Approve], card.ActivityId);

        Assert.That((await Bot.UpdateAsync(card)).Conversation, Is.EqualTo(Sales.Id));
    }

    [Test]
    public async Task Post_WhereTheKindsChannelIsGone_GoesToTheOneForTheRest()
    {
        Bot.Teams.Always(IsInSales, new Behaviour.Fails(403, null, "BotNotInConversationRoster"));

        Assert.That((await Bot.PostAsync(Case)).IsAccepted);
        Assert.That(Bot.Teams.All.Any(sent => sent.Text.Contains("could not be posted", StringComparison.Ordinal)), Is.False);
    }

    [Test]
    public async Task Post_WhereEveryChannelIsGone_RepHearsOnceAndTheNextOneGetsIt()
    {
        Bot.Teams.Always(sent => IsInSales(sent) || sent.IsCard(), new Behaviour.Fails(404, null, "ConversationNotFound"));
        await SubmitAsync(Case);
        await Bot.Teams.ExpectAsync(IsNotPosted);
        await Bot.MentionAsync(Maria, Other, "use this channel for leads");
        await Bot.Teams.ExpectAsync(sent => sent.Conversation == Other.Id);
        await Bot.MentionAsync(Maria, Other, "use this channel for event, reference");

        Assert.That((await Bot.Teams.ExpectAsync(sent => sent.Conversation == Other.Id && sent.HasButton(Verbs.Approve))).IsAccepted);
        Assert.That(Bot.Teams.All.Count(IsNotPosted), Is.EqualTo(1));
    }

    [Test]
    public async Task Channels_Asked_AreListed()
    {
        await Bot.MentionAsync(Maria, Sales, "channels");

        Assert.That(
            (await Bot.Teams.ExpectAsync(sent => InSales(sent) && sent.Text.StartsWith("Where requests go", StringComparison.Ordinal))).Text.Split('\n'),
            Has.Length.EqualTo(3).And.Some.StartsWith("Case study, Event:").And.Some.StartsWith("Everything else:"));
    }

    private static Place Other => new("19:other@thread.tacv2", "channel");

    private static bool InSales(Sent sent) => sent.Conversation == Sales.Id;

    private static bool IsInSales(Sent sent) => InSales(sent) && sent.IsNewPost && sent.HasButton(Verbs.Approve);

    private static bool IsNotPosted(Sent sent) => sent.InChat(Sam) && sent.Text.Contains("could not be posted", StringComparison.Ordinal);

    private async Task<Sent> PostInSalesAsync()
    {
        await SubmitAsync(Case);
        var card = await Bot.Teams.ExpectAsync(IsInSales);
        await Bot.Teams.ExpectAsync(sent => sent.InChat(Sam) && sent.Text.Contains("Posted to Marketing", StringComparison.Ordinal));
        return card;
    }

    private async Task SubmitAsync(string text) => await Bot.ClickAsync(Sam, Sam.Chat, (await Bot.ComposeAsync(text))[Story.Preview]);
}
