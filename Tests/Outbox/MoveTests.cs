using BridgeBot.Cards;
using BridgeBot.Core.Digest;
using BridgeBot.Core.Threads;
using BridgeBot.Host.Turns;
using BridgeBot.Tests.Turns;
using static BridgeBot.Tests.Turns.Place;
using static BridgeBot.Tests.Turns.Someone;

namespace BridgeBot.Tests.Outbox;

/// <summary>A request goes to another channel, with all that was said.</summary>
[Parallelizable(ParallelScope.All)]
[FixtureLifeCycle(LifeCycle.InstancePerTestCase)]
internal sealed class MoveTests : TimedStoryFixture
{
    private Sent _card = null!;

    private string Reference => _card.Reference();

    [SetUp]
    public async Task PostAsync()
    {
        await Bot.MentionAsync(Maria, Sales, "use this channel for event");
        await Bot.Teams.ExpectAsync(sent => sent.Conversation == Sales.Id);
        _card = await Bot.PostAsync();
    }

    [Test]
    public async Task Move_Here_CardGoesOnThereAndAPointerStays()
    {
        var moved = await MoveAsync();
        var pointer = (await Bot.UpdateAsync(_card)).Card!;
        await Bot.ClickAsync(Maria, Sales, moved.Card![Verbs.Approve], moved.ActivityId);

        Assert.That(pointer.Verbs, Is.Empty);
        Assert.That($"{pointer}", Does.Contain("has moved"));
        Assert.That((await Bot.UpdateAsync(moved)).Card!.Verbs, Is.Not.Empty.And.None.EqualTo(Verbs.Approve));
        Assert.That(await EventsAsync<Moved>(), Has.Exactly(1).With.Property(nameof(Moved.By)).Not.Null);
    }

    [Test]
    public async Task Move_AfterAQuestion_HistoryOpensFromTheNewCardAndRepliesFollowBelowIt()
    {
        var question = await Bot.AskAsync(_card, "Which one, the film or the paper?");
        var moved = await MoveAsync();
        await Bot.Teams.ExpectAsync(sent => sent.Root == moved.ActivityId && sent.Text == "Moved here by Maria Marketing.");
        var history = await Bot.ClickAsync(Maria, Sales, moved.Card![Verbs.History], moved.ActivityId);
        var preview = await Bot.AnswerAsync(question, "The paper.");
        await Bot.ClickAsync(Sam, Sam.Chat, preview[Verbs.AnswerSend]);

        Assert.That(history.Card!.ToString(), Does.Contain("Which one, the film or the paper?").And.Contain("Moved here"));
        Assert.That((await Bot.Teams.ExpectAsync(sent => sent.Method == "POST" && sent.Root == moved.ActivityId)).Text, Does.Contain("The paper."));
    }

    [Test]
    public async Task Move_Then_OldButtonShowsThePointerAndDecidesNothing()
    {
        await MoveAsync();
        await Bot.UpdateAsync(_card);
        var answer = await Bot.ApproveAsync(Maria, _card);

        Assert.That((answer.Card!.Verbs, (await Bot.StoredThreadAsync(_card)).Status), Is.EqualTo((Array.Empty<string>(), ThreadStatus.Submitted)));
        Assert.That(answer.Card.ToString(), Does.Contain("has moved"));
    }

    [Test]
    public async Task Move_Then_OnlyTheOtherChannelListsIt()
    {
        await Bot.SettledAsync();
        await MoveAsync();
        await StoredStory.UntilAsync(async () => await IsListedAsync(Sales) && !await IsListedAsync(Marketing));
        var thread = await Bot.StoredThreadAsync(_card);
        await ListedRows.ListAsync(Bot.Store, Keys.Channel(Tenant, Marketing.Id), thread with { Version = thread.Version - 1 }, "late", [], default);

        Assert.That(await IsListedAsync(Marketing), Is.False);
    }

    [Test]
    public async Task Move_AfterAQuestion_EachThingIsCountedOnceWhereItHappened()
    {
        await Bot.AskAsync(_card);
        var moved = await MoveAsync();
        await Bot.SettledLaterAsync();
        await Bot.ClickAsync(Maria, Sales, moved.Card![Verbs.Approve], moved.ActivityId);
        await Bot.SettledLaterAsync();

        Assert.That(await CountedAsync(Marketing), Is.EqualTo(new[] { Happening.Asked, Happening.Answered }));
        Assert.That(await CountedAsync(Sales), Is.EqualTo(new[] { Happening.Approved }));
    }

    [Test]
    public async Task Move_ThereAndBack_IsListedAndDecidedWhereItBegan()
    {
        await MoveAsync();
        await Bot.UpdateAsync(_card);
        await StoredStory.UntilAsync(() => IsListedAsync(Sales));
        await Bot.MentionAsync(Maria, Marketing, $"move {Reference} here");
        var back = await Bot.ExpectLaterAsync(sent => sent.IsCard() && sent.ActivityId != _card.ActivityId);
        await StoredStory.UntilAsync(async () =>
        {
            Clock.Advance(TimeSpan.FromSeconds(1));
            return await IsListedAsync(Marketing) && !await IsListedAsync(Sales);
        });
        await Bot.ApproveAsync(Maria, back);

        Assert.That((await Bot.StoredThreadAsync(_card)).Status, Is.EqualTo(ThreadStatus.Approved));
    }

    [TestCase("move {0} to Nowhere", "which channel “Nowhere” is")]
    [TestCase("move {0} here", "in that channel already")]
    [TestCase("move BR-222222 here", "could not find that request")]
    public async Task Move_ThatCannotBe_IsAnsweredAndNothingChanges(string text, string answer)
    {
        await Bot.MentionAsync(Maria, Marketing, text.Replace("{0}", Reference, StringComparison.Ordinal));

        Assert.That((await Bot.Teams.ExpectAsync(sent => sent.InChannel() && sent.Text.Contains(answer, StringComparison.Ordinal))).IsAccepted);
        Assert.That(Bot.Teams.All.Count(sent => sent.HasButton(Verbs.Approve)), Is.EqualTo(1));
    }

    [Test]
    public async Task Move_ToAChannelThatTakesNoRequests_IsAnswered()
    {
        var other = new Place("19:other@thread.tacv2", "channel");
        await Bot.MentionAsync(Maria, other, $"move {Reference} here");

        Assert.That((await Bot.Teams.ExpectAsync(sent => sent.Conversation == other.Id)).Text, Does.Contain("takes no requests yet"));
    }

    [Test]
    public async Task Move_ToAChannelThatRefusesIt_StaysAndWhoAskedIsTold()
    {
        Bot.Teams.Always(IsMoved, new Behaviour.Fails(403, null, "BotNotInConversationRoster"));
        await Bot.MentionAsync(Maria, Sales, $"move {Reference} here");
        await Bot.Teams.ExpectAsync(sent => sent.Text.Contains("could not be moved", StringComparison.Ordinal));
        await Bot.ApproveAsync(Maria, _card);

        Assert.That((await Bot.UpdateAsync(_card)).Card!.Verbs, Is.Not.Empty.And.None.EqualTo(Verbs.Approve));
        Assert.That(await EventsAsync<Moved>(), Is.Empty);
    }

    [Test]
    public async Task ChannelGone_AnotherIsConnected_RepHearsThatItGoesOnThere()
    {
        Bot.Teams.Always(sent => sent.InChannel(), new Behaviour.Fails(404, null, "ConversationNotFound"));
        await Bot.MentionAsync(Maria, Sales, "use this channel for case study");
        await Bot.Teams.ExpectAsync(sent => sent.Text.Contains("Case study", StringComparison.Ordinal));
        await Bot.AskAsync(_card);

        Assert.That((await Bot.ExpectLaterAsync(sent => sent.InChat(Sam) && sent.Text.Contains("goes on in another channel", StringComparison.Ordinal))).IsAccepted);
        Assert.That(await EventsAsync<Moved>(), Has.Count.EqualTo(1));
    }

    [Test]
    public async Task ChannelGone_WhileSomethingHappens_IsCountedWhereTheCardWas()
    {
        await Bot.SettledLaterAsync();
        Bot.Teams.Always(sent => sent.InChannel(), new Behaviour.Fails(404, null, "ConversationNotFound"));
        await Bot.MentionAsync(Maria, Sales, "use this channel for case study");
        await Bot.AskAsync(_card);
        await Bot.ExpectLaterAsync(IsMoved);
        await Bot.SettledLaterAsync();

        Assert.That(await CountedAsync(Marketing), Is.EqualTo(new[] { Happening.Asked, Happening.Answered }));
        Assert.That(await CountedAsync(Sales), Is.Empty);
    }

    private static bool IsMoved(Sent sent) => sent.Conversation == Sales.Id && sent.IsNewPost && sent.Card is not null;

    private async Task<Sent> MoveAsync()
    {
        await Bot.MentionAsync(Maria, Sales, $"move {Reference} here");
        return await Bot.ExpectLaterAsync(IsMoved);
    }

    private async Task<bool> IsListedAsync(Place channel) => await Bot.Store.ReadAsync(
        Keys.Channel(Tenant, channel.Id), Keys.ListedOpen(_card.Card![Verbs.Approve].Data[Verbs.Thread]), CancellationToken.None) is not null;

    /// <summary>What a channel's digest counts.</summary>
    private async Task<IEnumerable<Happening>> CountedAsync(Place channel) =>
        (await Bot.Store.RangeAsync(Keys.Channel(Tenant, channel.Id), Keys.HappenedFrom, Keys.HappenedFrom + "~", 100, CancellationToken.None))
        .Select(row => StateJson.Read<DigestEvent>(row.Body).What);

    private async Task<IReadOnlyList<T>> EventsAsync<T>() =>
        [.. (await Bot.RowsAsync(_card, "event|")).Select(row => StateJson.Read<ThreadEvent>(row.Body)).OfType<T>()];
}
