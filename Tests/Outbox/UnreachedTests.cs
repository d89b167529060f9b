using BridgeBot.Cards;
using BridgeBot.Tests.Turns;
using static BridgeBot.Tests.Turns.Place;
using static BridgeBot.Tests.Turns.Someone;

namespace BridgeBot.Tests.Outbox;

/// <summary>The rep has blocked or removed the bot: marketing must not wait for an answer that cannot come.</summary>
[Parallelizable(ParallelScope.All)]
[FixtureLifeCycle(LifeCycle.InstancePerTestCase)]
internal sealed class UnreachedTests : StoryFixture
{
    private Sent _card = null!;

    [SetUp]
    public async Task PostAsync()
    {
        _card = await Bot.PostAsync();
        await Bot.SettledAsync();
        Bot.Teams.Always(sent => sent.InChat(Sam), new Behaviour.Fails(403, null, "BotDisabledByUser"));
    }

    [Test]
    public async Task Question_RepHasBlockedTheBot_MarketingIsToldBelowTheCard()
    {
        await AskAsync();

        Assert.That((await Bot.Teams.ExpectAsync(IsWarning)).Root, Is.EqualTo(_card.ActivityId));
    }

    [Test]
    public async Task Question_RepHasBlockedTheBot_ThreadSaysSo()
    {
        await AskAsync();
        await Bot.Teams.ExpectAsync(IsWarning);

        Assert.That((await Bot.StoredThreadAsync(_card)).IsRequesterUnreached);
    }

    [Test]
    public async Task Decision_AfterTheQuestion_IsNotWarnedOfTwice()
    {
        await AskAsync();
        await Bot.Teams.ExpectAsync(IsWarning);
        await Bot.ApproveAsync(Maria, _card);
        await Bot.SettledAsync();

        Assert.That(Bot.Teams.All.Count(IsWarning), Is.EqualTo(1));
    }

    private Task<Answer> AskAsync() =>
        Bot.ClickAsync(Maria, Marketing, _card.Card![Verbs.Ask], _card.ActivityId, (Verbs.InputText, "How many pages?"));

    private static bool IsWarning(Sent sent) => sent.InChannel() && sent.Text.Contains("could not reach", StringComparison.Ordinal);
}
