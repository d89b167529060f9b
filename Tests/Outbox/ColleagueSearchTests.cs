using BridgeBot.Cards;
using BridgeBot.Tests.Turns;
using static BridgeBot.Tests.Turns.Place;
using static BridgeBot.Tests.Turns.Someone;

namespace BridgeBot.Tests.Outbox;

/// <summary>A colleague is looked up again where Teams could not say who is in the team.</summary>
[Parallelizable(ParallelScope.All)]
[FixtureLifeCycle(LifeCycle.InstancePerTestCase)]
internal sealed class ColleagueSearchTests : TimedStoryFixture
{
    [TestCase(500)]
    [TestCase(429)]
    [TestCase(503)]
    public async Task Assign_TeamsFailsAtFirst_IsLookedUpAgain(int status)
    {
        var card = await Bot.PostAsync();
        await Bot.ApproveAsync(Maria, card);
        Bot.Teams.Next(sent => sent.Method == "GET", new Behaviour.Fails(status));
        await Bot.MentionAsync(Maria, Marketing, $"assign {(await Bot.StoredThreadAsync(card)).Reference} Max");

        await Bot.ExpectLaterAsync(sent => sent.Root == card.ActivityId && sent.Text == "Maria Marketing has handed it to Max Marketing.");
    }

    [Test]
    public async Task Assign_TeamsFailsForAnHour_IsSaidAndTheNameIsNotKept()
    {
        var card = await Bot.PostAsync();
        await Bot.ApproveAsync(Maria, card);
        Bot.Teams.Always(sent => sent.Method == "GET", new Behaviour.Fails(503));
        await Bot.MentionAsync(Maria, Marketing, $"assign {(await Bot.StoredThreadAsync(card)).Reference} Maximiliana");
        var told = await Bot.ExpectLaterAsync(sent => sent.Root == card.ActivityId && sent.Text == Messages.RosterClosed, TimeSpan.FromMinutes(5));
        await Bot.SettledLaterAsync();

        Assert.That(told.At - Start, Is.GreaterThanOrEqualTo(TimeSpan.FromHours(1)));
        Assert.That(Bot.StoredRows().Where(row => row.Body.Contains("Maximiliana", StringComparison.Ordinal)), Is.Empty);
    }
}
