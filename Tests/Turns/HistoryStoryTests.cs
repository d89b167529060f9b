using BridgeBot.Cards;
using BridgeBot.Core.Threads;
using BridgeBot.Host.Storage;
using BridgeBot.Host.Turns;
using static BridgeBot.Tests.Turns.Place;
using static BridgeBot.Tests.Turns.Someone;

namespace BridgeBot.Tests.Turns;

/// <summary>Both sides look at what happened to a request, over HTTP on both sides.</summary>
[Parallelizable(ParallelScope.All)]
[FixtureLifeCycle(LifeCycle.InstancePerTestCase)]
internal sealed class HistoryStoryTests : StoryFixture
{
    [Test]
    public async Task History_PressedByMarketing_ShowsWhoDidWhatFromWhere()
    {
        var card = await Bot.PostAsync();
        var question = await Bot.AskAsync(card, "Which industry?");
        await Bot.ClickAsync(Sam, Sam.Chat, (await Bot.AnswerAsync(question, "Packaging."))[Verbs.AnswerSend]);
        var shown = (await HistoryAsync(card)).Card!.ToString();

        Assert.That(
            (shown.Contains("Maria Marketing asks Sam Sales: Which industry?", StringComparison.Ordinal), Places(shown)),
            Is.EqualTo((true, new[] { "personal chat", "channel", "BridgeBot", "personal chat" })));
    }

    [Test]
    public async Task History_Back_ShowsTheRequestAgain()
    {
        var card = await Bot.PostAsync();
        var shown = (await HistoryAsync(card)).Card!;

        Assert.That((await Bot.ClickAsync(Maria, Marketing, shown[Verbs.Show], card.ActivityId)).Card!.Find(Verbs.Approve), Is.Not.Null);
    }

    [Test]
    public async Task History_Typed_TheRepSeesTheSame()
    {
        var card = await Bot.PostAsync();
        await Bot.ApproveAsync(Maria, card);
        await Bot.SayAsync(Sam, $"history {(await Bot.StoredThreadAsync(card)).Reference}");

        Assert.That((await MineAsync()).ToString(), Does.Contain("Approved by Maria Marketing."));
    }

    [Test]
    public async Task History_PressedByTheRep_LeadsThereAndBack()
    {
        var card = await Bot.PostAsync();
        await Bot.SayAsync(Sam, $"status {(await Bot.StoredThreadAsync(card)).Reference}");
        var mine = (await Bot.Teams.ExpectAsync(sent => sent.InChat(Sam) && sent.HasButton(Verbs.MyHistory))).Card!;
        var shown = (await Bot.ClickAsync(Sam, Sam.Chat, mine[Verbs.MyHistory])).Card!;

        Assert.That((await Bot.ClickAsync(Sam, Sam.Chat, shown[Verbs.MyShow])).Card!.ToString(), Is.EqualTo(mine.ToString()));
    }

    [Test]
    public async Task History_OfAClosedRequest_IsStillThere()
    {
        var card = await Bot.PostAsync();
        await Bot.ClickAsync(Maria, Marketing, card.Card![Verbs.Decline], card.ActivityId, (Verbs.InputReason, "No budget."));

        Assert.That((await HistoryAsync(card)).Card!.ToString(), Does.Contain("Declined by Maria Marketing: No budget."));
    }

    [Test]
    public async Task History_Long_IsPaged()
    {
        var card = await Bot.PostAsync();
        await AgeAsync(card, 25);
        var newest = (await HistoryAsync(card)).Card!;
        var older = (await Bot.ClickAsync(Maria, Marketing, newest.Titled("Older"), card.ActivityId)).Card!;
        var oldest = (await Bot.ClickAsync(Maria, Marketing, older.Titled("Older"), card.ActivityId)).Card!;

        Assert.That(
            (Shown(newest), Shown(older), Shown(oldest), oldest.ToString().Contains("\"Older\"", StringComparison.Ordinal)),
            Is.EqualTo(("18 to 27 of 27", "8 to 17 of 27", "1 to 7 of 27", false)));
    }

    [TestCase("-1")]
    [TestCase("0")]
    [TestCase("999999999")]
    [TestCase("x")]
    public async Task History_UntilMadeUp_ShowsTheNewest(string until)
    {
        var card = await Bot.PostAsync();
        var forged = card.Card![Verbs.History].With(Verbs.Until, until);

        Assert.That(Shown((await Bot.ClickAsync(Maria, Marketing, forged, card.ActivityId)).Card!), Is.EqualTo("1 to 2 of 2"));
    }

    [Test]
    public async Task History_OutsideTheChannel_IsNotShown()
    {
        var card = await Bot.PostAsync();

        Assert.That((await Bot.ClickAsync(Maria, Sales, card.Card![Verbs.History], card.ActivityId)).Message, Is.EqualTo(Messages.DecideInChannel));
    }

    [Test]
    public async Task MyHistory_BySomebodyElse_IsNotFound()
    {
        var card = await Bot.PostAsync();

        Assert.That(
            (await Bot.ClickAsync(Max, Max.Chat, card.Card![Verbs.History] with { Verb = Verbs.MyHistory })).Message, Does.Contain("could not find that request"));
    }

    /// <summary>An older client shows no answer to a click, and pages on in the reply.</summary>
    [Test]
    public async Task History_InAnOlderClient_ComesBelowTheCard()
    {
        var card = await Bot.PostAsync();
        await AgeAsync(card, 12);
        await Bot.SubmitAsync(Maria, Marketing, card.Card![Verbs.History], card.ActivityId);
        var below = await Bot.Teams.ExpectAsync(sent => sent.Root == card.ActivityId && sent.HasButton(Verbs.History));
        await Bot.SubmitAsync(Maria, Marketing, below.Card!.Titled("Older"), below.ActivityId);

        Assert.That(
            Shown((await Bot.Teams.ExpectAsync(sent => sent.Root == card.ActivityId && sent.HasButton(Verbs.History))).Card!), Is.EqualTo("1 to 4 of 14"));
    }

    [Test]
    public async Task History_InAnOlderClientTwice_ComesTwice()
    {
        var card = await Bot.PostAsync();
        await Bot.SubmitAsync(Maria, Marketing, card.Card![Verbs.History], card.ActivityId);
        await Bot.SubmitAsync(Maria, Marketing, card.Card![Verbs.History], card.ActivityId);
        await Bot.SettledAsync();

        Assert.That(Bot.Teams.All.Count(sent => sent.Root == card.ActivityId && sent.Card is not null), Is.EqualTo(2));
    }

    private static string Shown(Card card) => System.Text.RegularExpressions.Regex.Match(card.ToString(), @"\d+ to \d+ of \d+").Value;

    private static string[] Places(string card) =>
        [.. System.Text.RegularExpressions.Regex.Matches(card, @"\)\}\} · ([a-zA-Z ]+)").Select(match => match.Groups[1].Value)];

    private Task<Answer> HistoryAsync(Sent card) => Bot.ClickAsync(Maria, Marketing, card.Card![Verbs.History], card.ActivityId);

    private async Task<Card> MineAsync() =>
        (await Bot.Teams.ExpectAsync(sent => sent.InChat(Sam) && sent.HasButton(Verbs.MyShow))).Card!;

    /// <summary>Gives the thread more to look back on.</summary>
    private async Task AgeAsync(Sent card, int more)
    {
        await Bot.SettledAsync();
        var thread = await Bot.StoredThreadAsync(card);
        List<Write> writes = [];
        for (var i = 0; i < more; i++)
        {
            ThreadEvent happened = new Nudged(thread.ChangedAt, thread.Requester);
            thread = ThreadDecider.Apply(thread, happened);
            writes.Add(new Insert(Keys.Event(thread.Id, thread.Version), StateJson.Write(happened)));
        }

        await Bot.Store.CommitAsync(Keys.Requester(thread.RequesterId), [.. writes, new Upsert(Keys.Open(thread.Id), StateJson.Write(thread))], default);
    }
}
