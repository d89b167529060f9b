using BridgeBot.Cards;
using BridgeBot.Core.Threads;
using BridgeBot.Host.Turns;
using BridgeBot.Tests.Turns;
using Microsoft.Extensions.DependencyInjection;
using static BridgeBot.Tests.Turns.Place;
using static BridgeBot.Tests.Turns.Someone;

namespace BridgeBot.Tests.Outbox;

/// <summary>A rep leaves, and an administrator types to the bot that a colleague has their requests.</summary>
[Parallelizable(ParallelScope.All)]
[FixtureLifeCycle(LifeCycle.InstancePerTestCase)]
internal sealed class HandOverTypedTests : TimedStoryFixture
{
    /// <summary>More than putting them on their way writes: the last of them kills nothing.</summary>
    private const int Writes = 7;

    private const string Words = "hand over {0} to {1}";

    private Sent _card = null!;

    private string ThreadId => _card.Card![Verbs.Approve].Data[Verbs.Thread];

    /// <summary>Robin has written to the bot before; Max never has.</summary>
    [SetUp]
    public async Task PostAsync()
    {
        _card = await Bot.PostAsync();
        await Bot.InstallAsync(Robin, Robin.Chat);
        await Bot.InstallAsync(Maria, Maria.Chat);
        await Bot.SettledLaterAsync();
    }

    [Test]
    public async Task HandOver_InAChannel_ColleagueHasItAndWhoTypedIsToldThere()
    {
        await Bot.MentionAsync(Maria, Sales, Of(Sam, Robin));
        var notice = await Bot.ExpectLaterAsync(sent => sent.Conversation == Sales.Id);
        await ExpectArrivalAsync();
        var below = await Bot.ExpectLaterAsync(sent => sent.Root == _card.ActivityId && sent.Text.Contains("handed", StringComparison.Ordinal));

        Assert.That(notice.Text, Does.Contain("handing over all requests of Sam Sales to Robin Sales"));
        Assert.That(below.Text, Is.EqualTo("Maria Marketing has handed this request over from Sam Sales to Robin Sales."));
        Assert.That(await HandedOversAsync(), Is.EqualTo(new[] { (Maria.AadObjectId, Origin.Channel) }));
    }

    [Test]
    public async Task HandOver_InTheirOwnChat_WhoTypedIsToldThereAndWhoLeavesHearsNothing()
    {
        await Bot.SayAsync(Maria, Of(Sam, Robin));
        var notice = await Bot.ExpectLaterAsync(sent => sent.InChat(Maria) && sent.Text.Contains("handing over", StringComparison.Ordinal));
        await ExpectArrivalAsync();
        await Bot.SettledLaterAsync();

        Assert.That((notice.IsAccepted, Bot.Teams.All.Any(sent => sent.InChat(Sam) && sent.Text.Contains("hand", StringComparison.Ordinal))), Is.EqualTo((true, false)));
        Assert.That(await HandedOversAsync(), Is.EqualTo(new[] { (Maria.AadObjectId, Origin.PersonalChat) }));
    }

    [Test]
    public async Task HandOver_OfSomebodyWhomTheBotDoesNotReach_IsDoneAndToldAllTheSame()
    {
        Bot.Teams.Always(sent => sent.InChat(Sam), new Behaviour.Fails(500));
        await Bot.ClickAsync(Maria, Marketing, _card.Card![Verbs.Ask], _card.ActivityId, (Verbs.InputText, "Which film?"));
        await Bot.RemoveAsync(Sam, Sam.Chat);
        await Bot.SayAsync(Maria, Of(Sam, Robin));
        await Bot.ExpectLaterAsync(sent => sent.InChat(Maria) && sent.Text.Contains("handing over", StringComparison.Ordinal));
        await ExpectArrivalAsync();

        Assert.That((await Bot.ExpectLaterAsync(sent => sent.InChat(Robin) && sent.HasButton(Verbs.AnswerPreview))).IsAccepted);
    }

    [Test]
    public async Task HandOver_DeliveredTwiceAndTypedTwice_IsDoneOnce()
    {
        var message = Bot.Message(Maria, Marketing, Of(Sam, Robin));
        await Bot.PostAsync(message);
        await Bot.PostAsync(message);
        await Bot.MentionAsync(Maria, Marketing, Of(Sam, Robin));
        await ExpectArrivalAsync();
        await Bot.SettledLaterAsync();
        await Bot.MentionAsync(Maria, Sales, Of(Sam, Robin));

        Assert.That((await Bot.ExpectLaterAsync(sent => sent.Conversation == Sales.Id)).Text, Does.Contain("no requests of the person"));
        Assert.That(await HandedOversAsync(), Has.Count.EqualTo(1));
        Assert.That(Bot.Teams.All.Count(IsArrival), Is.EqualTo(1));
    }

    [TestCase("hand over 00000000-0000-0000-0000-000000000100 to 00000000-0000-0000-0000-000000000102", "has to write to BridgeBot once")]
    [TestCase("hand over 00000000-0000-0000-0000-000000000100 to 00000000-0000-0000-0000-000000000100", "the same person twice")]
    [TestCase("hand over 00000000-0000-0000-0000-000000000101 to 00000000-0000-0000-0000-000000000103", "no requests of the person")]
    [TestCase("hand over 00000000-0000-0000-0000-0000000009ff to 00000000-0000-0000-0000-000000000103", "no requests of the person")]
    [TestCase("hand over Sam to Robin", "two whole object IDs")]
    [TestCase("hand over 00000000-0000-0000-0000-000000000100", "two whole object IDs")]
    public async Task HandOver_ThatCannotBe_IsAnsweredAndNothingChanges(string text, string answer)
    {
        await Bot.SayAsync(Maria, text);
        await Bot.MentionAsync(Maria, Sales, text);
        var said = (await Bot.ExpectLaterAsync(sent => sent.InChat(Maria) && sent.Text.Contains(answer, StringComparison.Ordinal))).Text;
        var inChannel = await Bot.ExpectLaterAsync(sent => sent.Conversation == Sales.Id);
        await Bot.SettledLaterAsync();

        Assert.That((inChannel.Text, (await Bot.StoredThreadAsync(_card)).Requester.Name), Is.EqualTo((said, Sam.Name)));
        Assert.That(await Bot.DialogAsync(Maria), Is.Null);
    }

    [TestCase(false)]
    [TestCase(true)]
    public async Task HandOver_BySomebodyElse_IsAFriendlyNo(bool inChannel)
    {
        var settings = Bot.Services.GetRequiredService<TurnSettings>() with { IsDevelopment = false };
        var turn = await Bot.RunnerOn(Bot.Store, Clock, settings).RunAsync(await SaidAsync(inChannel), default);
        turn.AfterAnswer!();
        var no = await Bot.ExpectLaterAsync(sent => sent.Text.Contains("Only an administrator of BridgeBot hands", StringComparison.Ordinal));
        await Bot.SettledLaterAsync();

        Assert.That((no.Conversation, (await Bot.StoredThreadAsync(_card)).Requester.Name), Is.EqualTo((inChannel ? Sales.Id : Maria.Chat.Id, Sam.Name)));
    }

    [Test]
    public async Task HandOver_FromAnotherTenant_KnowsNobodyHere()
    {
        var elsewhere = Sales with { TenantId = "99999999-2222-3333-4444-555555555555" };
        await Bot.MentionAsync(Maria, elsewhere, Of(Sam, Robin));

        Assert.That((await Bot.ExpectLaterAsync(sent => sent.Conversation == Sales.Id)).Text, Does.Contain("no requests of the person"));
    }

    [Test]
    public async Task Kill_BeforeAWriteOfPuttingThemOnTheirWay_TheNextHostFinishesIt([Range(0, Writes)] int write)
    {
        await Bot.RunnerOn(Bot.Store, Clock).RunAsync(await SaidAsync(inChannel: true), default);
        await KilledHost.DrainAsync(Bot, Clock, Keys.Tenant(Tenant), write);

        Assert.That(await HandedOversAsync(), Is.EqualTo(new[] { (Maria.AadObjectId, Origin.Channel) }));
        Assert.That(Bot.Teams.All.Any(IsArrival));
    }

    private static string Of(Someone from, Someone to) =>
        string.Format(System.Globalization.CultureInfo.InvariantCulture, Words, from.AadObjectId.ToUpperInvariant(), to.AadObjectId);

    private static bool IsArrival(Sent sent) => sent.InChat(Robin) && sent.Text.Contains("is yours now", StringComparison.Ordinal);

    private Task<Sent> ExpectArrivalAsync() => Bot.ExpectLaterAsync(IsArrival);

    /// <summary>Maria types it; a host decides on it, and does not come to send anything.</summary>
    private async Task<Said> SaidAsync(bool inChannel)
    {
        var state = await RequesterRows.LoadAsync(Bot.Store, await Bot.RequesterAsync(Maria), null, default);
        var here = state.Head!.Chat!;
        here = inChannel ? here with { ConversationId = Sales.Id, Type = ConversationType.Channel } : here;
        return new(new Envelope("once", here, state.Head.Person, "en-US", "UTC"), Of(Sam, Robin), []);
    }

    /// <summary>Who has handed it over to Robin, and from where, as often as it was done.</summary>
    private async Task<IReadOnlyList<(string? By, Origin Where)>> HandedOversAsync()
    {
        var events = await Bot.Store.RangeAsync(
            Keys.Requester(await Bot.RequesterAsync(Robin)), Keys.EventsFrom(ThreadId), Keys.EventsTo(ThreadId), 100, default);
        return [.. events.Select(row => StateJson.Read<ThreadEvent>(row.Body)).OfType<HandedOver>().Select(e => (e.By?.AadObjectId, e.Where))];
    }
}
