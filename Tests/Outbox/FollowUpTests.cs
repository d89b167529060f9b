using BridgeBot.Cards;
using BridgeBot.Core.Threads;
using BridgeBot.Tests.Turns;
using static BridgeBot.Tests.Turns.Someone;

namespace BridgeBot.Tests.Outbox;

/// <summary>A rep who does not say whether a delivery helped is asked once more, and then left in peace.</summary>
[Parallelizable(ParallelScope.All)]
[FixtureLifeCycle(LifeCycle.InstancePerTestCase)]
internal sealed class FollowUpTests : TimedStoryFixture
{
    private static readonly TimeSpan Day = TimeSpan.FromDays(1);

    private Sent _card = null!;
    private Card _helped = null!;

    protected override string[] Switches => ["--Threads:AskAgainAfterDays=5"];

    [SetUp]
    public async Task DeliverAsync()
    {
        _card = await Bot.PostAsync();
        _helped = await Bot.DeliverAsync(_card);
        await Bot.SettledAsync();
    }

    [Test]
    public async Task Delivered_NoAnswer_IsAskedOnceMoreAfterThoseDays()
    {
        var again = await Bot.ExpectLaterAsync(IsAskedAgain, Day);

        Assert.That(again.At - Start, Is.GreaterThanOrEqualTo(TimeSpan.FromDays(5)));
    }

    [Test]
    public async Task Delivered_NoAnswerTwice_IsClosedWithoutOne()
    {
        await StoredStory.UntilAsync(async () =>
        {
            await Bot.SettledLaterAsync();
            Clock.Advance(Day);
            return (await Bot.StoredThreadAsync(_card)).Status is ThreadStatus.Closed;
        });
        await Bot.Teams.ExpectAsync(IsAskedAgain);

        Assert.That(
            ((await Bot.StoredThreadAsync(_card)).Feedback, Bot.Teams.All.Count(IsAskedAgain)), Is.EqualTo(((Feedback?)null, 1)));
    }

    [Test]
    public async Task NotYet_IsAskedAgainThoseDaysLater()
    {
        Clock.Advance(TimeSpan.FromDays(4));
        await Bot.ClickAsync(Sam, Sam.Chat, _helped.Answer(Outcome.NotYet));
        var again = await Bot.ExpectLaterAsync(IsAskedAgain, Day);

        Assert.That(again.At - Start, Is.GreaterThanOrEqualTo(TimeSpan.FromDays(9)));
    }

    [Test]
    public async Task Answered_IsNotAskedAgain()
    {
        await Bot.ClickAsync(Sam, Sam.Chat, _helped.Answer(Outcome.Won));
        await StoredStory.UntilAsync(() =>
        {
            Clock.Advance(Day);
            return Task.FromResult(!Bot.StoredRows().Any(row => row.Body.Contains("askWhetherItHelped", StringComparison.Ordinal)));
        });

        Assert.That(Bot.Teams.All.Any(IsAskedAgain), Is.False);
    }

    [Test]
    public async Task ReopenedAndDeliveredAgain_IsAskedAboutTheLastDelivery()
    {
        Clock.Advance(TimeSpan.FromDays(4));
        await Bot.SayAsync(Sam, $"reopen {(await Bot.StoredThreadAsync(_card)).Reference} last year's prices");
        var open = await Bot.Teams.ExpectAsync(sent => sent.Method == "PUT" && sent.HasButton(Verbs.Approve));
        await Bot.DeliverAsync(open with { ActivityId = _card.ActivityId });
        var again = await Bot.ExpectLaterAsync(IsAskedAgain, Day);

        Assert.That(again.At - Start, Is.GreaterThanOrEqualTo(TimeSpan.FromDays(9)));
    }

    private static bool IsAskedAgain(Sent sent) =>
        sent.InChat(Sam) && sent.HasButton(Verbs.MyOutcome) && !sent.Body.ToString().Contains("has delivered", StringComparison.Ordinal);
}
