using BridgeBot.Cards;
using static BridgeBot.Tests.Turns.Someone;

namespace BridgeBot.Tests.Turns;

/// <summary>The rep answers marketing's question, over HTTP on both sides.</summary>
[Parallelizable(ParallelScope.All)]
[FixtureLifeCycle(LifeCycle.InstancePerTestCase)]
internal sealed class AnswerStoryTests : StoryFixture
{
    protected override bool BeginsInstalled => false;

    [Test]
    public async Task Answer_SentAfterThePreview_GoesBelowTheCard()
    {
        await Bot.InstallAsync();
        var card = await Bot.PostAsync();
        var preview = await Bot.AnswerAsync(await Bot.AskAsync(card), "twelve pages");
        await Bot.ClickAsync(Sam, Sam.Chat, preview[Verbs.AnswerSend]);

        Assert.That(
            (await Bot.Teams.ExpectAsync(sent => sent.Root == card.ActivityId && sent.Method == "POST" && sent.Text.Contains("twelve", StringComparison.Ordinal))).Text,
            Does.StartWith("Sam Sales answers"));
    }

    [Test]
    public async Task Answer_TypedWithTheReference_ShowsThePreview()
    {
        await Bot.InstallAsync();
        var card = await Bot.PostAsync();
        await Bot.AskAsync(card);
        await Bot.SayAsync(Sam, $"answer {Reference(Bot.Teams.All.Single(IsPosted))} twelve pages");

        Assert.That(
            (await Bot.Teams.ExpectAsync(sent => sent.InChat(Sam) && sent.HasButton(Verbs.AnswerSend))).Card!.ToString(),
            Does.Contain("twelve pages"));
    }

    [Test]
    public async Task Answer_InAnOlderClient_GoesBelowTheCard()
    {
        await Bot.InstallAsync();
        var card = await Bot.PostAsync();
        var question = await Bot.AskAsync(card);
        await Bot.SubmitAsync(Sam, Sam.Chat, question[Verbs.AnswerPreview], null, (Verbs.InputText, "twelve pages"));
        var preview = await Bot.Teams.ExpectAsync(sent => sent.InChat(Sam) && sent.HasButton(Verbs.AnswerSend));
        await Bot.SubmitAsync(Sam, Sam.Chat, preview.Card![Verbs.AnswerSend]);

        Assert.That(
            (await Bot.Teams.ExpectAsync(sent => sent.Root == card.ActivityId && sent.Text.Contains("twelve", StringComparison.Ordinal))).IsAccepted);
    }

    [Test]
    public async Task Answer_EditedTwiceToTheSameText_IsShownEachTime()
    {
        await Bot.InstallAsync();
        var question = await Bot.AskAsync(await Bot.PostAsync());
        var preview = await Bot.AnswerAsync(question, "twelve pages");
        var edit = (await Bot.ClickAsync(Sam, Sam.Chat, preview[Verbs.AnswerEdit])).Card!;
        var again = await Bot.AnswerAsync(edit, "twelve pages");

        Assert.That((await Bot.ClickAsync(Sam, Sam.Chat, again[Verbs.AnswerEdit])).Card!.ToString(), Does.Contain("twelve pages"));
    }

    [Test]
    public async Task Status_WithAnOpenRequest_ShowsIt()
    {
        await Bot.InstallAsync();
        await Bot.PostAsync();
        await Bot.SayAsync(Sam, "Status!");

        Assert.That(
            (await Bot.Teams.ExpectAsync(sent => sent.InChat(Sam) && sent.Card is { Verbs: [] })).Card!.ToString(),
            Does.Contain(Reference(Bot.Teams.All.Single(IsPosted))));
    }

    [Test]
    public async Task Dialog_HalfFinished_SurvivesARestart()
    {
        await Bot.InstallAsync();
        var preview = await Bot.ComposeAsync();
        await Bot.StopAsync();
        await Bot.StartAgainAsync();
        await Bot.ClickAsync(Sam, Sam.Chat, preview[Story.Preview]);

        Assert.That((await Bot.Teams.ExpectAsync(sent => sent.IsCard())).IsAccepted);
    }

    private static bool IsPosted(Sent sent) => sent.InChat(Sam) && sent.Text.Contains("Posted to Marketing", StringComparison.Ordinal);

    private static string Reference(Sent told) => System.Text.RegularExpressions.Regex.Match(told.Text, "BR-[0-9A-Z]{6}").Value;
}
