using BridgeBot.Cards;
using BridgeBot.Host.Outbox;
using BridgeBot.Tests.Turns;
using static BridgeBot.Tests.Turns.Someone;

namespace BridgeBot.Tests.Outbox;

/// <summary>What was refused for good is sent anew once an operator says so, beside the running bot.</summary>
[Parallelizable(ParallelScope.All)]
[FixtureLifeCycle(LifeCycle.InstancePerTestCase)]
internal sealed class ReplayTests : TimedStoryFixture
{
    [Test]
    public async Task Refused_KeepsWhenWhyAndHowOften()
    {
        Bot.Teams.Next(IsStatus, new Behaviour.Fails(403));
        await Bot.SayAsync(Sam, "status");
        var row = (await DeadAsync()).Row!;

        Assert.That((row.DeadSince, row.LastCode, row.Attempts, row.WordsRemoved), Is.EqualTo((Start, "Scripted", 1, false)));
    }

    [Test]
    public async Task Replay_AMessage_IsSentAndNoDeadLetterIsLeft()
    {
        Bot.Teams.Next(IsStatus, new Behaviour.Fails(403));
        await Bot.SayAsync(Sam, "status");
        await Bot.Teams.ExpectAsync(IsStatus);
        await ReplayAsync(await DeadAsync());

        Assert.That((await Bot.ExpectLaterAsync(IsStatus)).IsAccepted);
        Assert.That(await Letters.AllAsync(Bot.Store, default).AnyAsync(letter => letter.IsDead), Is.False);
    }

    [Test]
    public async Task Replay_WhileTheBotIsDown_IsSentAfterItsStart()
    {
        Bot.Teams.Next(IsStatus, new Behaviour.Fails(403));
        await Bot.SayAsync(Sam, "status");
        await Bot.Teams.ExpectAsync(IsStatus);
        await ReplayAsync(await DeadAsync());
        await Bot.StopAsync();
        await Bot.StartAgainAsync();

        Assert.That((await Bot.ExpectLaterAsync(IsStatus)).IsAccepted);
    }

    [Test]
    public async Task Replay_ACard_IsPostedAndTheRepIsTold()
    {
        Bot.Teams.Next(sent => sent.IsCard(), new Behaviour.ForgetsTheId());
        var preview = await Bot.ComposeAsync();
        await Bot.ClickAsync(Sam, Sam.Chat, preview[Story.Preview]);
        await Bot.Teams.ExpectAsync(sent => sent.IsCard());
        await ReplayAsync(await DeadAsync());

        Assert.That((await Bot.ExpectLaterAsync(sent => sent.IsCard())).IsAccepted);
        Assert.That((await Bot.ExpectLaterAsync(sent => sent.InChat(Sam) && sent.Text.Contains("Posted to Marketing", StringComparison.Ordinal))).IsAccepted);
    }

    [Test]
    public async Task Replay_AnUpdateOfACard_ShowsTheThreadAsItIsNow()
    {
        var card = await Bot.PostAsync();
        await Bot.SettledAsync();
        Bot.Teams.Next(sent => sent.Method == "PUT", new Behaviour.Fails(403));
        await Bot.AskAsync(card);
        var dead = await DeadAsync();
        Bot.Teams.Next(sent => sent.Method == "PUT", new Behaviour.Fails(403));
        await Bot.ApproveAsync(Maria, card);
        await StoredStory.UntilAsync(async () => await Letters.AllAsync(Bot.Store, default).CountAsync(letter => letter.IsDead) == 2);
        await ReplayAsync(dead);

        Assert.That((await Bot.ExpectLaterAsync(sent => sent.Method == "PUT" && sent.IsAccepted)).HasButton(Verbs.Approve), Is.False);
    }

    [Test]
    public async Task Refused_ANoteWithWords_KeepsNoneAndSaysSo()
    {
        var preview = await Bot.ComposeAsync();
        Bot.Teams.Next(sent => sent.InChat(Sam) && sent.Text.Length > 0, new Behaviour.Fails(403));
        await Bot.SayAsync(Sam, "leave out");
        var dead = await DeadAsync();

        Assert.That((dead.Kind, dead.Row!.WordsRemoved, dead.CanBeReplayed), Is.EqualTo(("note", true, false)), preview.ToString());
    }

    private static bool IsStatus(Sent sent) => sent.InChat(Sam) && sent.Card is { Verbs: [] };

    private async Task ReplayAsync(Letter letter) => Assert.That(await new DeadLetters(Bot.Store, Clock).ReplayAsync(letter, default));

    /// <summary>The one dead letter, once it is there.</summary>
    private async Task<Letter> DeadAsync()
    {
        Letter? dead = null;
        await StoredStory.UntilAsync(async () =>
            (dead = await Letters.AllAsync(Bot.Store, default).SingleOrDefaultAsync(letter => letter.IsDead)) is not null);
        return dead!;
    }
}
