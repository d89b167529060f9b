using BridgeBot.Cards;
using BridgeBot.Tests.Turns;
using static BridgeBot.Tests.Turns.Someone;

namespace BridgeBot.Tests.Outbox;

/// <summary>A rep may have marketing asked kindly, once for each time without news.</summary>
[Parallelizable(ParallelScope.All)]
[FixtureLifeCycle(LifeCycle.InstancePerTestCase)]
internal sealed class NudgeTests : TimedStoryFixture
{
    [Test]
    public async Task Nudge_AfterDaysWithoutNews_TheBotWordsItBelowTheCard()
    {
        var (card, reference) = await PostedAsync();
        Clock.Advance(TimeSpan.FromDays(3));
        await Bot.SayAsync(Sam, $"nudge {reference}");
        await Bot.Teams.ExpectAsync(sent => sent.InChat(Sam) && sent.Text == Messages.Nudged);

        Assert.That(
            (await Bot.Teams.ExpectAsync(sent => sent.Root == card.ActivityId)).Text,
            Is.EqualTo("Sam Sales would be glad to hear how this one is coming along. Thank you for looking into it!"));
    }

    [Test]
    public async Task Nudge_OnTheSameDay_IsAskedToWait()
    {
        var (_, reference) = await PostedAsync();
        await Bot.SayAsync(Sam, $"nudge {reference}");

        await Bot.Teams.ExpectAsync(sent => sent.InChat(Sam) && sent.Text.Contains("A nudge is possible from 10:00 on Thu 26 Nov on.", StringComparison.Ordinal));
    }

    [Test]
    public async Task Nudge_PressedTwice_IsSaidOnce()
    {
        var (card, reference) = await PostedAsync();
        Clock.Advance(TimeSpan.FromDays(4));
        await Bot.SayAsync(Sam, $"status {reference}");
        var mine = (await Bot.Teams.ExpectAsync(sent => sent.InChat(Sam) && sent.HasButton(Verbs.MyNudge))).Card!;
        await Bot.ClickAsync(Sam, Sam.Chat, mine[Verbs.MyNudge]);
        Assert.That((await Bot.ClickAsync(Sam, Sam.Chat, mine[Verbs.MyNudge])).Message, Is.EqualTo(Messages.Nudged));
        await Bot.Teams.ExpectAsync(sent => sent.Root == card.ActivityId);

        Assert.That(Bot.Teams.All.Count(sent => sent.Root == card.ActivityId), Is.EqualTo(1));
    }

    private async Task<(Sent Card, string Reference)> PostedAsync()
    {
        var card = await Bot.PostAsync();
        await Bot.SettledAsync();
        return (card, (await Bot.StoredThreadAsync(card)).Reference);
    }
}
