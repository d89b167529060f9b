using BridgeBot.Cards;
using static BridgeBot.Tests.Turns.Someone;

namespace BridgeBot.Tests.Turns;

/// <summary>Who sends more than is taken in gets a sentence, by message or in a click's answer, and no error.</summary>
[Parallelizable(ParallelScope.All)]
[FixtureLifeCycle(LifeCycle.InstancePerTestCase)]
internal sealed class TooFastTests : StoryFixture
{
    protected override string[] Switches => ["--Limits:PersonPerMinute=3"];

    protected override bool BeginsInstalled => false;

    [Test]
    public async Task Say_MoreThanIsTakenIn_IsAnsweredByASentence()
    {
        for (var i = 0; i < 4; i++) await Bot.SayAsync(Sam, "help");
        var told = await Bot.Teams.ExpectAsync(sent => sent.InChat(Sam) && sent.Text == Messages.TooFast);
        Assert.That(told.IsAccepted);
        Assert.That(Bot.Log.Lines, Has.Some.Contains("Limits:PersonPerMinute"));
    }

    [Test]
    public async Task Click_MoreThanIsTakenIn_IsAnsweredByASentence()
    {
        for (var i = 0; i < 3; i++) await Bot.SayAsync(Sam, "help");
        var answer = await Bot.ClickAsync(Sam, Sam.Chat, new Button(Verbs.TryExample, new Dictionary<string, string>()));
        Assert.That(answer.Message, Is.EqualTo(Messages.TooFast));
    }
}
