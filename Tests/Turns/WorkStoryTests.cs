using BridgeBot.Cards;
using BridgeBot.Core.Threads;
using static BridgeBot.Tests.Turns.Place;
using static BridgeBot.Tests.Turns.Someone;

namespace BridgeBot.Tests.Turns;

/// <summary>Marketing promises, takes and delivers, over HTTP on both sides.</summary>
[Parallelizable(ParallelScope.All)]
[FixtureLifeCycle(LifeCycle.InstancePerTestCase)]
internal sealed class WorkStoryTests : StoryFixture
{
    [Test]
    public async Task Approve_WithADayInWords_RepHearsTheDay()
    {
        var card = await Bot.PostAsync();
        await Bot.ClickAsync(Maria, Marketing, card.Card![Verbs.Approve], card.ActivityId, (Verbs.InputDay, "14 May 2127"));

        Assert.That((await ToldAsync("approved")).Text, Does.EndWith("It is promised for Wed 14 May 2127."));
    }

    [Test]
    public async Task Approve_ForADayThatIsOver_IsRefusedWithASentence()
    {
        var card = await Bot.PostAsync();
        var answer = await Bot.ClickAsync(Maria, Marketing, card.Card![Verbs.Approve], card.ActivityId, (Verbs.InputDay, "3 May 2024"));

        Assert.That(
            (answer.Message, (await Bot.StoredThreadAsync(card)).Status),
            Is.EqualTo(("Fri 3 May 2024 is over already. Which day from today on would work?", ThreadStatus.Submitted)));
    }

    [Test]
    public async Task Approve_ForSomethingThatIsNoDay_IsRefusedWithASentence()
    {
        var card = await Bot.PostAsync();
        var answer = await Bot.ClickAsync(Maria, Marketing, card.Card![Verbs.Approve], card.ActivityId, (Verbs.InputDay, "when I find the time"));

        Assert.That(
            (answer.Message.Contains("“when I find the time”", StringComparison.Ordinal), (await Bot.StoredThreadAsync(card)).Status),
            Is.EqualTo((true, ThreadStatus.Submitted)));
    }

    [Test]
    public async Task TakeAndDeliver_RepGetsTheLink()
    {
        var card = await Bot.PostAsync();
        var approved = (await Bot.ApproveAsync(Maria, card)).Card!;
        var taken = (await Bot.ClickAsync(Max, Marketing, approved[Verbs.Take], card.ActivityId)).Card!;
        await ToldAsync("Max Marketing has taken on");
        await Bot.ClickAsync(Max, Marketing, taken[Verbs.Deliver], card.ActivityId, (Verbs.InputText, "https://example.org/deck"));

        Assert.That((await Bot.Teams.ExpectAsync(sent => sent.InChat(Sam) && sent.Body.ToString().Contains("example.org", StringComparison.Ordinal))).IsAccepted);
    }

    [Test]
    public async Task Deliver_BySomebodyElse_SaysWhoHasIt()
    {
        var card = await Bot.PostAsync();
        var approved = (await Bot.ApproveAsync(Maria, card)).Card!;

        Assert.That(
            (await Bot.ClickAsync(Max, Marketing, approved[Verbs.Deliver], card.ActivityId, (Verbs.InputText, "link"))).Message,
            Does.StartWith("Maria Marketing has this one in hand."));
    }

    [Test]
    public async Task Promise_AnotherDay_RepHearsWhy()
    {
        var card = await Bot.PostAsync();
        var approved = (await Bot.ClickAsync(Maria, Marketing, card.Card![Verbs.Approve], card.ActivityId, (Verbs.InputDay, "14 May 2127"))).Card!;
        await Bot.ClickAsync(
            Maria, Marketing, approved[Verbs.Promise], card.ActivityId, (Verbs.InputDay, "21 May 2127"), (Verbs.InputWhy, "the printer is late"));

        Assert.That((await ToldAsync("new day")).Text, Does.Contain("Wed 21 May 2127").And.EndsWith("the printer is late"));
    }

    [Test]
    public async Task Promise_WithoutADay_IsRefusedWithASentence()
    {
        var card = await Bot.PostAsync();
        var approved = (await Bot.ApproveAsync(Maria, card)).Card!;

        Assert.That((await Bot.ClickAsync(Maria, Marketing, approved[Verbs.Promise], card.ActivityId)).Message, Is.Not.Empty);
    }

    [Test]
    public async Task Take_ByWhoHasIt_ShowsTheCardAsItIs()
    {
        var card = await Bot.PostAsync();
        var taken = (await Bot.ClickAsync(Max, Marketing, (await Bot.ApproveAsync(Maria, card)).Card![Verbs.Take], card.ActivityId)).Card!;

        Assert.That((await Bot.ClickAsync(Max, Marketing, taken[Verbs.Take], card.ActivityId)).Card!.ToString(), Is.EqualTo(taken.ToString()));
    }

    [Test]
    public async Task Take_DeliveredUnderANewId_IsTakenOnce()
    {
        var card = await Bot.PostAsync();
        var take = (await Bot.ApproveAsync(Maria, card)).Card![Verbs.Take];
        await Bot.ClickAsync(Max, Marketing, take, card.ActivityId);
        await Bot.ClickAsync(Max, Marketing, take, card.ActivityId);
        await Bot.SettledAsync();

        Assert.That(Bot.Teams.All.Count(sent => sent.InChat(Sam) && sent.Text.Contains("taken on", StringComparison.Ordinal)), Is.EqualTo(1));
    }

    [TestCase("Send the suggestion", false)]
    [TestCase("Send my words", true)]
    public async Task Decline_InWordsThatSting_IsShownBesideAKinderOneAndSentAsChosen(string choice, bool stings)
    {
        const string Stinging = "This is a ridiculous idea. The budget for adverts is spent until April 2127.";
        var card = await Bot.PostAsync();
        var shown = (await Bot.ClickAsync(Maria, Marketing, card.Card![Verbs.Decline], card.ActivityId, (Verbs.InputReason, Stinging))).Card!;
        Assert.That((await Bot.StoredThreadAsync(card)).Status, Is.EqualTo(ThreadStatus.Submitted));
        await Bot.ClickAsync(Maria, Marketing, shown.Titled(choice), card.ActivityId);
        var told = await ToldAsync("Maria");

        Assert.That(
            (told.Text.Contains("ridiculous", StringComparison.Ordinal), told.Text.Contains("April 2127", StringComparison.Ordinal)), Is.EqualTo((stings, true)));
    }

    [Test]
    public async Task Decline_Back_ShowsTheCardAgain()
    {
        var card = await Bot.PostAsync();
        var shown = (await Bot.ClickAsync(
            Maria, Marketing, card.Card![Verbs.Decline], card.ActivityId, (Verbs.InputReason, "This is a ridiculous idea. There is no budget."))).Card!;

        Assert.That((await Bot.ClickAsync(Maria, Marketing, shown[Verbs.Show], card.ActivityId)).Card!.Find(Verbs.Approve), Is.Not.Null);
    }

    [Test]
    public async Task Decline_InPlainWords_IsSentAtOnce()
    {
        var card = await Bot.PostAsync();
        await Bot.ClickAsync(Maria, Marketing, card.Card![Verbs.Decline], card.ActivityId, (Verbs.InputReason, "The budget for adverts is spent until April."));

        Assert.That((await Bot.StoredThreadAsync(card)).Status, Is.EqualTo(ThreadStatus.Declined));
    }

    [Test]
    public async Task Reopen_ADeclinedRequest_CanBeApproved()
    {
        var card = await Bot.PostAsync();
        var declined = (await Bot.ClickAsync(Maria, Marketing, card.Card![Verbs.Decline], card.ActivityId, (Verbs.InputReason, "no budget"))).Card!;
        var open = (await Bot.ClickAsync(Max, Marketing, declined[Verbs.Reopen], card.ActivityId, (Verbs.InputReason, "there is some again"))).Card!;
        await Bot.ClickAsync(Max, Marketing, open[Verbs.Approve], card.ActivityId);

        Assert.That(
            ((await Bot.StoredThreadAsync(card)).Status, (await Bot.RowsAsync(card, BridgeBot.Host.Turns.Keys.ClosedFrom)).Count),
            Is.EqualTo((ThreadStatus.Approved, 0)));
    }

    [Test]
    public async Task Take_OfAThreadApprovedByAnOlderVersion_MovesItToTheOpenOnes()
    {
        var card = await Bot.PostAsync();
        var approved = (await Bot.ApproveAsync(Maria, card)).Card!;
        await Bot.SettledAsync();
        await Bot.AgeAsync(card);
        await Bot.ClickAsync(Max, Marketing, approved[Verbs.Take], card.ActivityId);

        Assert.That(
            ((await Bot.RowsAsync(card, BridgeBot.Host.Turns.Keys.ClosedFrom)).Count, (await Bot.RowsAsync(card, BridgeBot.Host.Turns.Keys.OpenPrefix)).Count),
            Is.EqualTo((0, 1)));
    }

    [Test]
    public async Task Approved_IsStillAmongTheOpenOnes()
    {
        await Bot.ApproveAsync(Maria, await Bot.PostAsync());
        await Bot.SayAsync(Sam, "status");

        Assert.That(
            (await Bot.Teams.ExpectAsync(sent => sent.InChat(Sam) && sent.Card is { Verbs: [] })).Card!.ToString(), Does.Contain("Approved by Maria Marketing"));
    }

    private Task<Sent> ToldAsync(string what) =>
        Bot.Teams.ExpectAsync(sent => sent.InChat(Sam) && sent.Text.Contains(what, StringComparison.Ordinal));
}
