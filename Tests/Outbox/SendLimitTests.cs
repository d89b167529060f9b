using BridgeBot.Host.Turns;
using BridgeBot.Tests.Turns;
using static BridgeBot.Tests.Turns.Place;
using static BridgeBot.Tests.Turns.Someone;

namespace BridgeBot.Tests.Outbox;

/// <summary>Teams' limits cost delay, and nothing else.</summary>
[Parallelizable(ParallelScope.All)]
[FixtureLifeCycle(LifeCycle.InstancePerTestCase)]
internal sealed class SendLimitTests : TimedStoryFixture
{
    [Test]
    public async Task ABurst_ComesWholeAndWithinTheLimit()
    {
        await BurstAsync(12);
        var sent = new List<Sent>();
        while (sent.Count < 12) sent.Add(await Bot.ExpectLaterAsync(IsStatus));
        var times = Bot.Teams.All.Where(one => one.InChat(Sam)).Select(one => one.At).ToList();

        Assert.That(times.Skip(7).Zip(times, (later, earlier) => later - earlier), Is.All.GreaterThanOrEqualTo(TimeSpan.FromSeconds(1)));
    }

    [Test]
    public async Task Throttled_OneLane_TheOthersRestInTheOutboxAndThatIsNoFailure()
    {
        Bot.Teams.Next(sent => sent.IsCard(), new Behaviour.Fails(429, TimeSpan.FromSeconds(45)));
        await SubmitAsync();
        await Bot.Teams.ExpectAsync(sent => sent.IsCard());
        await Bot.MentionAsync(Maria, Marketing, "help");
        OutboxRow? resting = null;
        await StoredStory.UntilAsync(async () =>
        {
            var rows = await OutAsync(Keys.Tenant(Tenant));
            resting = rows.FirstOrDefault(row => row.Message is SendNotice && row.NotBefore >= Start.AddSeconds(45));
            return resting is not null;
        });

        Assert.That((resting!.Attempts, resting.LastCode, resting.LeasedUntil), Is.EqualTo((0, (string?)null, (DateTimeOffset?)null)));
    }

    [Test]
    public async Task Throttled_OneLane_TheConversationsOtherLanesWaitAsLong()
    {
        Bot.Teams.Next(sent => sent.IsCard(), new Behaviour.Fails(429, TimeSpan.FromSeconds(45)));
        await SubmitAsync();
        var throttled = await Bot.Teams.ExpectAsync(sent => sent.IsCard());
        await Bot.MentionAsync(Maria, Marketing, "help");
        var help = await Bot.ExpectLaterAsync(sent => sent.InChannel() && sent.Text.Length > 0);

        Assert.That(help.At - throttled.At, Is.GreaterThanOrEqualTo(TimeSpan.FromSeconds(45)));
    }

    [Test]
    public async Task Throttled_OneConversation_TheOthersGoOn()
    {
        Bot.Teams.Next(sent => sent.IsCard(), new Behaviour.Fails(429, TimeSpan.FromSeconds(45)));
        await SubmitAsync();
        await Bot.Teams.ExpectAsync(sent => sent.IsCard());
        await Bot.SayAsync(Sam, "status");

        Assert.That((await Bot.Teams.ExpectAsync(IsStatus)).IsAccepted);
    }

    [Test]
    public async Task Throttled_ThenRestarted_StillWaitsThatLong()
    {
        Bot.Teams.Next(IsStatus, new Behaviour.Fails(429, TimeSpan.FromSeconds(45)));
        await Bot.SayAsync(Sam, "status");
        var first = await Bot.Teams.ExpectAsync(IsStatus);
        await StoredStory.UntilAsync(async () => (await OutAsync(Keys.Requester(await Bot.RequesterAsync(Sam)))).Any(row => row.Attempts == 1));
        await Bot.StopAsync();
        await Bot.StartAgainAsync();

        Assert.That((await Bot.ExpectLaterAsync(IsStatus)).At - first.At, Is.GreaterThanOrEqualTo(TimeSpan.FromSeconds(45)));
    }

    private static bool IsStatus(Sent sent) => sent.InChat(Sam) && sent.Card is { Verbs: [] };

    private async Task BurstAsync(int count)
    {
        for (var i = 0; i < count; i++) await Bot.SayAsync(Sam, "status");
    }

    private async Task SubmitAsync()
    {
        var preview = await Bot.ComposeAsync();
        await Bot.ClickAsync(Sam, Sam.Chat, preview[Story.Preview]);
    }

    private async Task<IReadOnlyList<OutboxRow>> OutAsync(string partition)
    {
        var rows = await Bot.Store.RangeAsync(partition, Keys.OutFrom, Keys.OutTo, 200, CancellationToken.None);
        return [.. rows.Select(row => StateJson.Read<OutboxRow>(row.Body))];
    }
}
