using BridgeBot.Core.Threads;
using BridgeBot.Host.Storage;
using BridgeBot.Host.Turns;
using BridgeBot.Tests.Turns;
using static BridgeBot.Tests.Turns.Place;
using static BridgeBot.Tests.Turns.Someone;

namespace BridgeBot.Tests.Outbox;

/// <summary>Marketing's channel is reminded of what waits and of what is overdue: once of each, in one card, on a working day.</summary>
[Parallelizable(ParallelScope.All)]
[FixtureLifeCycle(LifeCycle.InstancePerTestCase)]
internal sealed class ReminderTests : TimedStoryFixture
{
    /// <summary>From ten o'clock to ten o'clock in the channel, which is in Berlin.</summary>
    private static readonly TimeSpan Step = TimeSpan.FromDays(1);

    /// <summary>9 o'clock in the channel, where the requests are from Monday at 14: on Wednesday at 9 two days are not over.</summary>
    private static readonly DateTimeOffset Thursday = new(2026, 11, 26, 8, 0, 0, TimeSpan.Zero);

    [Test]
    public async Task Waiting_ForTwoWorkingDays_IsNamedInOneCard()
    {
        Clock.Advance(TimeSpan.FromHours(4));
        await ListAsync(3);
        await PassAsync(Thursday.AddDays(-1));
        await PassAsync(Thursday.AddSeconds(-30));
        Assert.That(Bot.Teams.All.Any(IsReminder), Is.False);
        var card = await Bot.ExpectLaterAsync(IsReminder);

        Assert.That(card.At, Is.InRange(Thursday, Thursday.AddHours(1)));
        Assert.That(card.Card!.ToString(), Does.Contain("Deck 1").And.Contain("Deck 2").And.Contain("Deck 3"));
    }

    [Test]
    public async Task Waiting_WasNamed_IsNotNamedAgain()
    {
        await ListAsync(1);
        await Bot.ExpectLaterAsync(IsReminder, Step);
        await ListAsync(2);
        var second = await Bot.ExpectLaterAsync(IsReminder, Step);

        Assert.That(second.Card!.ToString(), Does.Contain("Deck 2").And.Not.Contain("Deck 1"));
        Assert.That(Bot.Teams.All.Count(IsReminder), Is.EqualTo(2));
    }

    [Test]
    public async Task Card_NotAcceptedAtFirst_ComesOnce()
    {
        await ListAsync(1);
        Bot.Teams.Next(IsReminder, new Behaviour.Fails(503));
        await Bot.ExpectLaterAsync(IsReminder, Step);
        await Bot.ExpectLaterAsync(sent => IsReminder(sent) && sent.IsAccepted, Step);
        Clock.Advance(TimeSpan.FromDays(7));
        await UntilRestsAsync();

        Assert.That(Bot.Teams.All.Count(sent => IsReminder(sent) && sent.IsAccepted), Is.EqualTo(1));
    }

    [Test]
    public async Task Card_RefusedForGood_ComesOnTheNextWorkingDay()
    {
        await ListAsync(1);
        Bot.Teams.Next(IsReminder, new Behaviour.Fails(403));
        var refused = await Bot.ExpectLaterAsync(IsReminder, Step);
        var accepted = await Bot.ExpectLaterAsync(sent => IsReminder(sent) && sent.IsAccepted, Step);

        Assert.That(accepted.At - refused.At, Is.InRange(TimeSpan.FromHours(12), TimeSpan.FromHours(36)));
    }

    [Test]
    public async Task NothingWaits_NothingIsSent()
    {
        Clock.Advance(TimeSpan.FromDays(7));
        await UntilRestsAsync();

        Assert.That(Bot.Teams.All.Any(IsReminder), Is.False);
    }

    [Test]
    public async Task ChannelConnectedAgain_IsRemindedOnce()
    {
        await Bot.RemoveAsync(Maria, Marketing);
        await Bot.MentionAsync(Maria, Marketing, "use this channel");
        await ListAsync(1);
        await Bot.ExpectLaterAsync(IsReminder, Step);
        Clock.Advance(TimeSpan.FromDays(7));
        await UntilRestsAsync();

        Assert.That((Bot.Teams.All.Count(IsReminder), (await RowsAsync()).Count), Is.EqualTo((1, 1)));
    }

    [Test]
    public async Task ChannelConnectedAgain_OnAnAfternoonDaysLater_IsRemindedOnTheNextMorning()
    {
        await UntilRestsAsync();
        await ListAsync(1);
        await Bot.RemoveAsync(Maria, Marketing);
        await PassAsync(Thursday.AddHours(5));
        await Bot.MentionAsync(Maria, Marketing, "use this channel");
        await UntilRestsAsync();
        Assert.That(Bot.Teams.All.Any(IsReminder), Is.False);
        await PassAsync(Thursday.AddDays(1).AddSeconds(-30));
        var card = await Bot.ExpectLaterAsync(IsReminder);

        Assert.That(card.At, Is.InRange(Thursday.AddDays(1), Thursday.AddDays(1).AddHours(1)));
    }

    [Test]
    public async Task Card_NotTakenUntilNoon_ComesOnTheNextMorning()
    {
        await ListAsync(1);
        Bot.Teams.Next(IsReminder, new Behaviour.Fails(429, TimeSpan.FromHours(3)));
        await PassAsync(Thursday);
        await PassAsync(Thursday.AddHours(4));
        Assert.That(Bot.Teams.All.Count(IsReminder), Is.EqualTo(1));
        await PassAsync(Thursday.AddDays(1));

        Assert.That(Bot.Teams.All.Single(sent => IsReminder(sent) && sent.IsAccepted).At, Is.GreaterThanOrEqualTo(Thursday.AddDays(1)));
    }

    [Test]
    public async Task Card_ConnectorHasAnotherAddressSinceTheChannelWasConnected_GoesToTheOneThatIsKnownNow()
    {
        await UntilRestsAsync();
        var partition = Keys.Tenant(Tenant);
        var (row, body) = (await StoredAsync()).Single();
        var known = (Remind)body.Message!;
        var stale = known with { Channel = known.Channel with { ServiceUrl = "https://before.example/" } };
        await Bot.Store.CommitAsync(partition, [new Replace(row.Key, StateJson.Write(body with { Message = stale }), row.ETag)], CancellationToken.None);
        await ListAsync(1);

        Assert.That((await Bot.ExpectLaterAsync(IsReminder, Step)).IsAccepted);
    }

    private static bool IsReminder(Sent sent) =>
        sent.InChannel() && sent.Card is { } card && card.ToString().Contains("Could somebody have a look?", StringComparison.Ordinal);

    /// <summary>Lists the requests up to that number as if they had been posted today.</summary>
    private async Task ListAsync(int count)
    {
        for (var n = 1; n <= count; n++)
        {
            var at = Clock.GetUtcNow();
            var thread = new RequestThread(
                $"{n:D32}", $"BR-{n:D6}", "r", new(Sam.AadObjectId, Sam.Name), new("deck", $"Deck {n}", "A deck", null, null, [], null, false),
                ThreadStatus.Submitted, 1, at, at, at, null, []);
            await ListedRows.ListAsync(Bot.Store, Keys.Channel(Tenant, Marketing.Id), thread, $"{n}", [], CancellationToken.None);
        }
    }

    /// <summary>Waits until the channel was looked at today, and rests until the next working day.</summary>
    private Task UntilRestsAsync() => StoredStory.UntilAsync(async () =>
        (await RowsAsync()) is [{ } row] && row.NotBefore > Clock.GetUtcNow() && row.LeasedUntil is null);

    /// <summary>Lets time pass up to an instant, and whatever is due then be done.</summary>
    private async Task PassAsync(DateTimeOffset until)
    {
        Clock.Advance(until - Clock.GetUtcNow());
        await Bot.SettledLaterAsync();
    }

    private async Task<IReadOnlyList<OutboxRow>> RowsAsync() => [.. (await StoredAsync()).Select(stored => stored.Body)];

    private async Task<IReadOnlyList<(Row Row, OutboxRow Body)>> StoredAsync()
    {
        var rows = await Bot.Store.RangeAsync(Keys.Tenant(Tenant), Keys.OutFrom, Keys.OutTo, 100, CancellationToken.None);
        return [.. rows.Select(row => (row, StateJson.Read<OutboxRow>(row.Body))).Where(stored => stored.Item2.Message is Remind)];
    }
}
