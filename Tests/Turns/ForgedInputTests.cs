using BridgeBot.Cards;
using static BridgeBot.Tests.Turns.Place;
using static BridgeBot.Tests.Turns.Someone;

namespace BridgeBot.Tests.Turns;

/// <summary>What a button carries was made by a client, and proves nothing.</summary>
[Parallelizable(ParallelScope.All)]
[FixtureLifeCycle(LifeCycle.InstancePerTestCase)]
internal sealed class ForgedInputTests : StoryFixture
{
    private static readonly Place AnotherTenant = Marketing with { TenantId = "99999999-2222-3333-4444-555555555555" };

    [Test]
    public async Task Approve_FromAnotherTenant_DecidesNothing()
    {
        var card = await Bot.PostAsync();
        await Bot.ClickAsync(Maria, AnotherTenant, card.Card![Verbs.Approve], card.ActivityId);

        Assert.That((await Bot.StoredThreadAsync(card)).IsDecided, Is.False);
    }

    [Test]
    public async Task Approve_FromAnotherTenant_LearnsNothing()
    {
        var card = await Bot.PostAsync();
        var answer = await Bot.ClickAsync(Maria, AnotherTenant, card.Card![Verbs.Approve], card.ActivityId);

        Assert.That(answer.Card, Is.Null);
    }

    [Test]
    public async Task Approve_FromOutsideTheChannel_DecidesNothing([Values("19:sales@thread.tacv2", "19:group@thread.v2", "a:chat-101")] string id)
    {
        var card = await Bot.PostAsync();
        var from = new[] { Sales, Group, Maria.Chat }.Single(place => place.Id == id);
        await Bot.ClickAsync(Maria, from, card.Card![Verbs.Approve], card.ActivityId);

        Assert.That((await Bot.StoredThreadAsync(card)).IsDecided, Is.False);
    }

    [Test]
    public async Task Approve_ByTheRepThemself_DecidesNothing()
    {
        var card = await Bot.PostAsync();
        await Bot.ApproveAsync(Sam, card);

        Assert.That((await Bot.StoredThreadAsync(card)).IsDecided, Is.False);
    }

    [Test]
    public async Task Approve_OfAThreadThatDoesNotExist_SaysSo()
    {
        var card = await Bot.PostAsync();
        var forged = card.Card![Verbs.Approve].With(Verbs.Thread, new string('a', 32));

        Assert.That((await Bot.ClickAsync(Maria, Marketing, forged, card.ActivityId)).Message, Is.Not.Empty);
    }

    [Test]
    public async Task Approve_WithGarbageIds_IsAnswered(
        [Values(Verbs.Requester, Verbs.Thread)] string which,
        [Values("", "x", "../../etc", "00000000000000000000000000000000", "ÄÖÜ|a/b\\c#d?e", "\n", "r-0123456789abcdef0123456789abcde")] string garbage)
    {
        var card = await Bot.PostAsync();
        var forged = card.Card![Verbs.Approve].With(which, garbage);

        Assert.That((await Bot.ClickAsync(Maria, Marketing, forged, card.ActivityId)).Message, Is.Not.Empty);
    }

    [Test]
    public async Task DialogButton_OfAnEarlierStep_PostsNothing()
    {
        var preview = await Bot.ComposeAsync();
        await Bot.ClickAsync(Sam, Sam.Chat, preview[Story.Preview].With(Verbs.Revision, "0"));

        Assert.That((await Bot.DialogAsync(Sam)) is not null);
    }

    [Test]
    public async Task DialogButton_OfAnotherDialog_PostsNothing()
    {
        var preview = await Bot.ComposeAsync();
        await Bot.ClickAsync(Sam, Sam.Chat, preview[Story.Preview].With(Verbs.Dialog, new string('b', 32)));

        Assert.That((await Bot.DialogAsync(Sam)) is not null);
    }

    [Test]
    public async Task DialogButton_PressedByAnotherPerson_PostsNothing()
    {
        var preview = await Bot.ComposeAsync();
        await Bot.ClickAsync(Maria, Maria.Chat, preview[Story.Preview]);

        Assert.That((await Bot.DialogAsync(Sam)) is not null);
    }

    [TestCase("dialog.Nonsense")]
    [TestCase("dialog.7")]
    [TestCase("dialog.")]
    [TestCase("nonsense")]
    [TestCase("")]
    public async Task Button_OfNoKind_ChangesNothing(string verb)
    {
        var preview = await Bot.ComposeAsync();
        var before = await Bot.DialogAsync(Sam);
        await Bot.ClickAsync(Sam, Sam.Chat, preview[Story.Preview] with { Verb = verb });

        Assert.That((await Bot.DialogAsync(Sam))!.Revision, Is.EqualTo(before!.Revision));
    }

    [Test]
    public async Task DialogButton_InAChannel_PostsNothing()
    {
        var preview = await Bot.ComposeAsync();
        await Bot.ClickAsync(Sam, Sales, preview[Story.Preview]);

        Assert.That((await Bot.DialogAsync(Sam)) is not null);
    }

    [Test]
    public async Task AnswerSend_WithAnotherTextInTheButton_SendsNothing()
    {
        var card = await Bot.PostAsync();
        var preview = await Bot.AnswerAsync(await Bot.AskAsync(card), "twelve pages");
        await Bot.ClickAsync(Sam, Sam.Chat, preview[Verbs.AnswerSend].With(Verbs.InputText, "something else"));

        Assert.That((await Bot.StoredThreadAsync(card)).OpenQuestion, Is.Not.Null);
    }

    [Test]
    public async Task AnswerSend_OnAnOlderPreview_SendsNothing()
    {
        var card = await Bot.PostAsync();
        var question = await Bot.AskAsync(card);
        var older = await Bot.AnswerAsync(question, "twelve pages");
        await Bot.AnswerAsync(question, "thirteen pages");
        await Bot.ClickAsync(Sam, Sam.Chat, older[Verbs.AnswerSend]);

        Assert.That((await Bot.StoredThreadAsync(card)).OpenQuestion, Is.Not.Null);
    }

    [Test]
    public async Task AnswerSend_ByAnotherPerson_SendsNothing()
    {
        var card = await Bot.PostAsync();
        var preview = await Bot.AnswerAsync(await Bot.AskAsync(card), "twelve pages");
        await Bot.ClickAsync(Max, Max.Chat, preview[Verbs.AnswerSend]);

        Assert.That((await Bot.StoredThreadAsync(card)).OpenQuestion, Is.Not.Null);
    }
}
