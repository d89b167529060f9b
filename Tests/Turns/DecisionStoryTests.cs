using BridgeBot.Cards;
using static BridgeBot.Tests.Turns.Place;
using static BridgeBot.Tests.Turns.Someone;

namespace BridgeBot.Tests.Turns;

/// <summary>A request is posted, decided, asked about and answered, over HTTP on both sides.</summary>
[Parallelizable(ParallelScope.All)]
[FixtureLifeCycle(LifeCycle.InstancePerTestCase)]
internal sealed class DecisionStoryTests : StoryFixture
{
    protected override bool BeginsInstalled => false;

    [Test]
    public async Task Post_ConnectorHasNotAccepted_RepIsNotTold()
    {
        await Bot.InstallAsync();
        var accepted = new TaskCompletionSource();
        Bot.Teams.Next(sent => sent.IsCard(), new Behaviour.Waits(accepted.Task));
        var preview = await Bot.ComposeAsync();
        await Bot.ClickAsync(Sam, Sam.Chat, preview[Story.Preview]);
        await Bot.Teams.ExpectAsync(sent => sent.IsCard());
        var toldBefore = Bot.Teams.All.Any(IsPosted);
        accepted.SetResult();
        await Bot.Teams.ExpectAsync(IsPosted);

        Assert.That(toldBefore, Is.False);
    }

    [Test]
    public async Task Post_Accepted_RepHearsTheReferenceOnTheCard()
    {
        await Bot.InstallAsync();
        var card = await Bot.PostAsync();
        var told = Bot.Teams.All.Single(IsPosted);

        Assert.That(card.Card!.ToString(), Does.Contain(Reference(told)));
    }

    [Test]
    public async Task Approve_ByMarketing_CardIsUpdatedInPlace()
    {
        await Bot.InstallAsync();
        var card = await Bot.PostAsync();
        await Bot.ApproveAsync(Maria, card);

        Assert.That((await Bot.UpdateAsync(card)).Card!.Verbs, Has.None.EqualTo(Verbs.Approve).And.Some.EqualTo(Verbs.Take));
    }

    [Test]
    public async Task Approve_ByMarketing_RepliesBelowTheCard()
    {
        await Bot.InstallAsync();
        var card = await Bot.PostAsync();
        await Bot.ApproveAsync(Maria, card);
        var reply = await Bot.Teams.ExpectAsync(sent => sent.InChannel() && sent.Root == card.ActivityId && sent.Method == "POST");

        Assert.That(reply.Text, Does.Contain("Approved by Maria Marketing"));
    }

    [Test]
    public async Task Approve_ByMarketing_RepIsTold()
    {
        await Bot.InstallAsync();
        await Bot.ApproveAsync(Maria, await Bot.PostAsync());

        Assert.That((await Bot.Teams.ExpectAsync(sent => sent.InChat(Sam) && sent.Text.Contains("Maria", StringComparison.Ordinal))).IsAccepted);
    }

    [Test]
    public async Task Approve_AfterSomebodyElse_SaysWhoWasFirst()
    {
        await Bot.InstallAsync();
        var card = await Bot.PostAsync();
        await Bot.ApproveAsync(Maria, card);
        var second = await Bot.ApproveAsync(Max, card);

        Assert.That(second.Message, Does.Contain("Maria Marketing"));
    }

    [Test]
    public async Task Decline_AfterAnApproval_ChangesNothing()
    {
        await Bot.InstallAsync();
        var card = await Bot.PostAsync();
        await Bot.ApproveAsync(Maria, card);
        await Bot.ClickAsync(Max, Marketing, card.Card![Verbs.Decline], card.ActivityId, (Verbs.InputReason, "no budget"));

        Assert.That((await Bot.StoredThreadAsync(card)).Ruling!.By.Name, Is.EqualTo("Maria Marketing"));
    }

    [Test]
    public async Task Decline_WithReason_RepHearsTheReason()
    {
        await Bot.InstallAsync();
        var card = await Bot.PostAsync();
        await Bot.ClickAsync(Maria, Marketing, card.Card![Verbs.Decline], card.ActivityId, (Verbs.InputReason, "after the fair"));

        Assert.That(
            (await Bot.Teams.ExpectAsync(sent => sent.InChat(Sam) && sent.Text.Contains("Maria", StringComparison.Ordinal))).Text,
            Does.Contain("after the fair"));
    }

    [Test]
    public async Task Decline_WithoutReason_AsksForOne()
    {
        await Bot.InstallAsync();
        var card = await Bot.PostAsync();
        await Bot.ClickAsync(Maria, Marketing, card.Card![Verbs.Decline], card.ActivityId, (Verbs.InputReason, "  "));

        Assert.That((await Bot.StoredThreadAsync(card)).IsDecided, Is.False);
    }

    private static bool IsPosted(Sent sent) => sent.InChat(Sam) && sent.Text.Contains("Posted to Marketing", StringComparison.Ordinal);

    private static string Reference(Sent told) => System.Text.RegularExpressions.Regex.Match(told.Text, "BR-[0-9A-Z]{6}").Value;
}
