using static BridgeBot.Tests.Turns.Someone;

namespace BridgeBot.Tests.Turns;

/// <summary>A line of the log says which activity, and which thread, it is about.</summary>
internal sealed class ScopeTests : StoryFixture
{
    [Test]
    public async Task Log_OfAnIgnoredActivity_NamesTheActivity()
    {
        var activity = Bot.Message(Sam, Sam.Chat, "hello");
        (activity["type"], activity["id"]) = ("newest", "activity-of-this-test");
        await Bot.PostAsync(activity);
        Assert.That(Bot.Log.Lines, Has.Some.Contains("[newest activity-of-this-test] Ignored"));
    }

    [Test]
    public async Task Log_OfAPostThatFails_NamesTheThread()
    {
        Bot.Teams.Next(sent => sent.IsCard(), new Behaviour.Fails(500, TimeSpan.Zero));
        await Bot.PostAsync();
        Assert.That(Bot.Log.Lines, Has.Some.Match(@"\[r-[0-9a-f]{32} thread [0-9a-f]{32}\].*ReconcileCard"));
    }
}
