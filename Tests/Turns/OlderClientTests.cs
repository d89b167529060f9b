using BridgeBot.Cards;
using static BridgeBot.Tests.Turns.Place;
using static BridgeBot.Tests.Turns.Someone;

namespace BridgeBot.Tests.Turns;

/// <summary>An older client sends a click as a message and shows no answer to it: what Action.Execute is answered with comes as a message.</summary>
[Parallelizable(ParallelScope.All)]
[FixtureLifeCycle(LifeCycle.InstancePerTestCase)]
internal sealed class OlderClientTests : StoryFixture
{
    [TestCase(Verbs.Requester, "00000000000000000000000000000000")]
    [TestCase(Verbs.Requester, "garbage")]
    [TestCase(Verbs.Thread, "00000000000000000000000000000000")]
    public async Task Approve_OfAThreadThatDoesNotExist_IsAnswered(string which, string id)
    {
        var card = await Bot.PostAsync();
        await Bot.SubmitAsync(Maria, Marketing, card.Card![Verbs.Approve].With(which, id), card.ActivityId);

        Assert.That((await TextIn(Marketing)).Text, Does.Contain("find that request"));
    }

    [Test]
    public async Task Approve_FromAnotherTenant_LearnsNothing()
    {
        var elsewhere = Sales with { TenantId = "99999999-2222-3333-4444-555555555555" };
        var card = await Bot.PostAsync();
        await Bot.SubmitAsync(Maria, elsewhere, card.Card![Verbs.Approve], card.ActivityId);

        Assert.That((await TextIn(Sales)).Text, Does.Contain("find that request"));
    }

    [Test]
    public async Task Approve_OutsideTheChannel_IsAnsweredThere()
    {
        var card = await Bot.PostAsync();
        await Bot.SubmitAsync(Maria, Sales, card.Card![Verbs.Approve], card.ActivityId);

        Assert.That((await TextIn(Sales)).Text, Is.EqualTo(Messages.DecideInChannel));
    }

    [Test]
    public async Task DialogButton_InAChannel_IsAnsweredThere()
    {
        var preview = await Bot.ComposeAsync();
        await Bot.SubmitAsync(Sam, Sales, preview[Story.Preview]);

        Assert.That((await TextIn(Sales)).Text, Is.EqualTo(Messages.NotFromThisCard));
    }

    private Task<Sent> TextIn(Place place) => Bot.Teams.ExpectAsync(sent => sent.Conversation == place.Id && sent.Card is null);
}
