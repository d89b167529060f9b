using BridgeBot.Cards;
using BridgeBot.Core.Threads;
using BridgeBot.Host.Turns;
using static BridgeBot.Tests.Turns.Place;
using static BridgeBot.Tests.Turns.Someone;

namespace BridgeBot.Tests.Turns;

/// <summary>Marketing's lists in its channel.</summary>
[Parallelizable(ParallelScope.All)]
[FixtureLifeCycle(LifeCycle.InstancePerTestCase)]
internal sealed class ListStoryTests : StoryFixture
{
    private const string Group = "00000000-0000-0000-0000-000000000200";

    [Test]
    public async Task Open_AfterAPost_LeadsToIt()
    {
        var card = await Bot.PostAsync();
        await Bot.UntilListedAsync(card, ThreadStatus.Submitted);
        var list = (await ListAsync("open")).Card!.ToString();

        Assert.That(list, Does.Contain("Case study for Acme").And.Contain(
            $"https://teams.microsoft.com/l/message/19%3Amarketing%40thread.tacv2/{card.ActivityId}?tenantId={Tenant}&parentMessageId={card.ActivityId}"));
    }

    [Test]
    public async Task Open_InATeamWhoseGroupIsKnown_NamesItInTheLink()
    {
        var added = Bot.Message(Maria, Marketing, "");
        (added["type"], added["action"]) = ("installationUpdate", "add");
        added["channelData"]!["team"] = new System.Text.Json.Nodes.JsonObject { ["id"] = "19:team", ["aadGroupId"] = Group };
        await Bot.PostAsync(added);
        await ListNumberedAsync(1);
        var asked = Bot.Message(Maria, Marketing, "open");
        asked["channelData"]!["team"] = new System.Text.Json.Nodes.JsonObject { ["id"] = "19:team" };
        await Bot.PostAsync(asked);

        Assert.That((await Bot.Teams.ExpectAsync(IsList)).Body.ToString(), Does.Contain($"&groupId={Group}&"));
    }

    [Test]
    public async Task Open_WhatIsOver_IsNotInIt()
    {
        var card = await Bot.PostAsync();
        await Bot.ClickAsync(Maria, Marketing, card.Card![Verbs.Decline], card.ActivityId, (Verbs.InputReason, "no budget"));
        await Bot.UntilListedAsync(card, ThreadStatus.Declined);

        Assert.That((await ListAsync("open")).Body.ToString(), Does.Contain("Nothing is open"));
    }

    [Test]
    public async Task Mine_IsWhatWhoAsksSeesTo()
    {
        var card = await Bot.PostAsync();
        await Bot.ApproveAsync(Maria, card);
        await Bot.UntilListedAsync(card, ThreadStatus.Approved);
        Assert.That((await ListAsync("mine")).Body.ToString(), Does.Contain("In hand with Maria Marketing"));
        await Bot.MentionAsync(Max, Marketing, "mine");

        Assert.That((await Bot.Teams.ExpectAsync(IsList)).Body.ToString(), Does.Contain("Nothing is in your hands"));
    }

    [Test]
    public async Task More_ReplacesTheCardForWhoClicked()
    {
        await ListNumberedAsync(8);
        var list = await ListAsync("open");
        var more = await Bot.ClickAsync(Max, Marketing, list.Card![Verbs.List], list.ActivityId);
        Assert.That(more.Card!.ToString(), Does.Contain("Deck 7").And.Contain("Deck 8").And.Contain("7 to 8 of 8").And.Not.Contain("Deck 6"));
        var back = await Bot.ClickAsync(Max, Marketing, more.Card!.Titled("Back"), list.ActivityId);

        Assert.That(back.Card!.ToString(), Does.Contain("1 to 6 of 8"));
        Assert.That(Bot.Teams.All.Count(IsList), Is.EqualTo(1));
    }

    [Test]
    public async Task More_InAnOlderClient_ComesAsAMessage()
    {
        await ListNumberedAsync(8);
        var list = await ListAsync("open");
        await Bot.SubmitAsync(Maria, Marketing, list.Card![Verbs.List], list.ActivityId);

        Assert.That((await Bot.Teams.ExpectAsync(IsList)).Body.ToString(), Does.Contain("7 to 8 of 8"));
    }

    [Test]
    public async Task Find_WithSomeWords_FindsIt()
    {
        await ListNumberedAsync(8);

        Assert.That((await ListAsync("find deck 3")).Body.ToString(), Does.Contain("Deck 3").And.Not.Contain("Deck 4"));
    }

    [Test]
    public async Task Find_MorePages_GoOnWhereTheLastOneEnded()
    {
        await ListNumberedAsync(8);
        var list = await ListAsync("find dec");
        var more = await Bot.ClickAsync(Maria, Marketing, list.Card!.Titled("More"), list.ActivityId);

        Assert.That(more.Card!.ToString(), Does.Contain("Deck 2").And.Contain("Deck 1").And.Not.Contain("Deck 3"));
        Assert.That(more.Card!.Verbs, Has.Count.EqualTo(1), "only the way back is left");
    }

    [TestCase("open")]
    [TestCase("find deck")]
    public async Task List_Elsewhere_IsNotShown(string command)
    {
        await ListNumberedAsync(1);
        await Bot.MentionAsync(Maria, Sales, command);

        Assert.That((await Bot.Teams.ExpectAsync(sent => sent.Conversation == Sales.Id)).Text, Is.EqualTo(Messages.ListElsewhere));
    }

    [Test]
    public async Task Click_OnAListElsewhere_ShowsNothing()
    {
        await ListNumberedAsync(8);
        var list = await ListAsync("open");

        Assert.That((await Bot.ClickAsync(Sam, Sales, list.Card![Verbs.List], "1")).Message, Is.EqualTo(Messages.ListElsewhere));
    }

    [TestCase(Verbs.ListKind, "Everything")]
    [TestCase(Verbs.ListTrail, "DROP TABLE")]
    [TestCase(Verbs.ListTrail, ",")]
    public async Task Click_WithDataThatNoCardHas_IsAnsweredKindly(string name, string value)
    {
        await ListNumberedAsync(8);
        var list = await ListAsync("open");

        Assert.That(
            (await Bot.ClickAsync(Maria, Marketing, list.Card![Verbs.List].With(name, value), list.ActivityId)).Message, Is.EqualTo(Messages.NotFromThisCard));
    }

    [Test]
    public async Task Board_CountsEachState()
    {
        await ListNumberedAsync(8);

        Assert.That((await ListAsync("board")).Body.ToString(), Does.Contain("Open requests: 8").And.Contain("Deck 1"));
    }

    private static bool IsList(Sent sent) => sent.InChannel() && sent.Card is { } card && !sent.HasButton(Verbs.Approve)
        && (card.ToString().Contains("/l/message/", StringComparison.Ordinal) || card.ToString().Contains("Nothing ", StringComparison.Ordinal));

    private async Task<Sent> ListAsync(string command)
    {
        await Bot.MentionAsync(Maria, Marketing, command);
        return await Bot.Teams.ExpectAsync(IsList);
    }

    /// <summary>Lists so many requests, as if they had been posted one after the other.</summary>
    private async Task ListNumberedAsync(int count)
    {
        for (var n = 1; n <= count; n++)
        {
            var at = new DateTimeOffset(2026, 11, 23, 9, n, 0, TimeSpan.Zero);
            var thread = new RequestThread(
                $"{n:D32}", $"BR-{n:D6}", "r", new(Sam.AadObjectId, Sam.Name), new("deck", $"Deck {n}", "A deck", null, null, [], null, false),
                ThreadStatus.Submitted, 1, at, at, at, null, []);
            await ListedRows.ListAsync(Bot.Store, Keys.Channel(Tenant, Marketing.Id), thread, $"{n}", [], CancellationToken.None);
        }
    }
}
