using BridgeBot.Cards;
using BridgeBot.Core.Threads;
using BridgeBot.Host.Commands;
using BridgeBot.Host.Turns;
using BridgeBot.Tests.Turns;
using static BridgeBot.Tests.Turns.Someone;

namespace BridgeBot.Tests.Outbox;

/// <summary>A rep leaves, and a colleague has their requests.</summary>
[Parallelizable(ParallelScope.All)]
[FixtureLifeCycle(LifeCycle.InstancePerTestCase)]
internal sealed class HandOverTests : TimedStoryFixture
{
    /// <summary>More than a hand-over writes: the last of them kills nothing.</summary>
    private const int Writes = 15;

    private readonly StringWriter _errors = new();
    private Sent _card = null!;

    [SetUp]
    public async Task PostAsync()
    {
        _card = await Bot.PostAsync();
        await Bot.SettledAsync();
    }

    [Test]
    public async Task HandOver_AnOpenQuestion_ColleagueHearsAnswersAndListsIt()
    {
        await Bot.AskAsync(_card, "Which film?");
        await HandOverAsync();
        var news = await Bot.ExpectLaterAsync(sent => sent.InChat(Robin) && sent.Text.Contains("is yours now", StringComparison.Ordinal));
        var question = (await Bot.ExpectLaterAsync(sent => sent.InChat(Robin) && sent.HasButton(Verbs.AnswerPreview))).Card!;
        var preview = (await Bot.ClickAsync(Robin, Robin.Chat, question[Verbs.AnswerPreview], null, (Verbs.InputText, "The short one."))).Card!;
        await Bot.ClickAsync(Robin, Robin.Chat, preview[Verbs.AnswerSend]);
        var answer = await Bot.ExpectLaterAsync(sent => sent.Root == _card.ActivityId && sent.Text.Contains("The short one.", StringComparison.Ordinal));
        await Bot.SayAsync(Robin, "status");
        var status = await Bot.ExpectLaterAsync(sent => sent.InChat(Robin) && $"{sent.Card}".Contains("Your open requests", StringComparison.Ordinal));

        Assert.That((news.IsAccepted, answer.Text), Is.EqualTo((true, "Robin Sales answers: The short one.")));
        Assert.That($"{status.Card}", Does.Contain(_card.Reference()));
    }

    [Test]
    public async Task HandOver_Then_CardSaysWhoHasItAndTheOldButtonsStillDecide()
    {
        await HandOverAsync();
        var update = await Bot.ExpectLaterAsync(sent => sent.Method == "PUT" && $"{sent.Card}".Contains(Robin.Name, StringComparison.Ordinal));
        await Bot.ApproveAsync(Maria, _card);

        Assert.That($"{update.Card}", Does.Not.Contain(Sam.Name));
        Assert.That(
            (await Bot.ExpectLaterAsync(sent => sent.InChat(Robin) && sent.Text.Contains("approved", StringComparison.Ordinal))).IsAccepted);
    }

    [Test]
    public async Task HandOver_Then_WhoLeftHasNothingOfIt()
    {
        await HandOverAsync();
        await Bot.ExpectLaterAsync(sent => sent.InChat(Robin) && sent.Text.Contains("is yours now", StringComparison.Ordinal));
        await SettleAsync();
        await Bot.SayAsync(Sam, $"withdraw {_card.Reference()}");

        Assert.That((await Bot.ExpectLaterAsync(sent => sent.InChat(Sam) && sent.Text.Contains("could not find", StringComparison.Ordinal))).IsAccepted);
        Assert.That(await RowsAboutItAsync(Sam), Is.EqualTo(new[] { Keys.Handed(ThreadId) }));
    }

    [Test]
    public async Task HandOver_ThereAndBack_IsAtHomeAgain()
    {
        await HandOverAsync();
        await Bot.ExpectLaterAsync(sent => sent.InChat(Robin) && sent.Text.Contains("is yours now", StringComparison.Ordinal));
        await SettleAsync();
        await HandOverAsync(Robin, Sam);
        await Bot.ExpectLaterAsync(sent => sent.InChat(Sam) && sent.Text.Contains("is yours now", StringComparison.Ordinal));
        await SettleAsync();
        await Bot.ApproveAsync(Maria, _card);

        Assert.That((await ThreadOfAsync(Sam))!.Status, Is.EqualTo(ThreadStatus.Approved));
    }

    [Test]
    public async Task HandOver_ToSomebodyUnknown_ChangesNothingAndSaysWhy()
    {
        await HandOverAsync(Sam, Max, expected: 1);

        Assert.That(_errors.ToString(), Does.Contain("has to write to BridgeBot once"));
    }

    [Test]
    public async Task Kill_BeforeAWriteOfTheHandOver_TheNextHostFinishesIt([Range(0, Writes)] int write)
    {
        await HandOverAsync();
        await KilledHost.DrainAsync(Bot, Clock, Keys.Requester(await Bot.RequesterAsync(Sam)), write);
        await SettleAsync();

        var thread = await ThreadOfAsync(Robin);
        var robin = await Bot.RequesterAsync(Robin);
        var reference = await Bot.Store.ReadAsync(Keys.References, _card.Reference(), default);
        var events = await Bot.Store.RangeAsync(Keys.Requester(robin), Keys.EventsFrom(ThreadId), Keys.EventsTo(ThreadId), 100, default);
        Assert.That((thread!.RequesterId, thread.Requester.Name), Is.EqualTo((robin, Robin.Name)));
        Assert.That(events.Select(row => StateJson.Read<ThreadEvent>(row.Body)).OfType<HandedOver>().Count(), Is.EqualTo(1));
        Assert.That(events, Has.Count.EqualTo(thread.Version));
        Assert.That(StateJson.Read<ReferenceRow>(reference!.Body).RequesterId, Is.EqualTo(robin));
        Assert.That(await RowsAboutItAsync(Sam), Is.EqualTo(new[] { Keys.Handed(ThreadId) }));
        Assert.That(Bot.Teams.All.Any(sent => sent.InChat(Robin) && sent.Text.Contains("is yours now", StringComparison.Ordinal)));
    }

    private string ThreadId => _card.Card![Verbs.Approve].Data[Verbs.Thread];

    private Task HandOverAsync() => HandOverAsync(Sam, Robin);

    /// <summary>Robin has written to the bot before; Max never has.</summary>
    private async Task HandOverAsync(Someone from, Someone to, int expected = 0)
    {
        await Bot.InstallAsync(Robin, Robin.Chat);
        await SettleAsync();
        var command = new ThreadsCommand(Bot.Store, TextWriter.Null, _errors, Clock);
        Assert.That(await command.HandOverAsync(from.AadObjectId, to.AadObjectId, default), Is.EqualTo(expected), _errors.ToString());
    }

    private Task SettleAsync() => StoredStory.UntilAsync(async () =>
    {
        Clock.Advance(TimeSpan.FromSeconds(1));
        return await Bot.IsSettledAsync();
    });

    private async Task<RequestThread?> ThreadOfAsync(Someone who) =>
        (await RequesterRows.LoadAsync(Bot.Store, await Bot.RequesterAsync(who), ThreadId, default)).Threads.GetValueOrDefault(ThreadId);

    private async Task<IReadOnlyList<string>> RowsAboutItAsync(Someone who)
    {
        var rows = await Bot.Store.RangeAsync(Keys.Requester(await Bot.RequesterAsync(who)), "", "~", 1_000, default);
        return [.. rows.Where(row => row.Key.Contains(ThreadId, StringComparison.Ordinal)).Select(row => row.Key)];
    }
}
