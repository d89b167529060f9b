using BridgeBot.Cards;
using BridgeBot.Host.Storage;
using BridgeBot.Host.Turns;
using BridgeBot.Tests.Turns;
using Microsoft.Extensions.DependencyInjection;
using static BridgeBot.Tests.Turns.Place;
using static BridgeBot.Tests.Turns.Someone;

namespace BridgeBot.Tests.Outbox;

/// <summary>What was decided is delivered, whatever the connector does.</summary>
[Parallelizable(ParallelScope.All)]
[FixtureLifeCycle(LifeCycle.InstancePerTestCase)]
internal sealed class DeliveryTests : TimedStoryFixture
{
    [Test]
    public async Task Throttled_WithRetryAfter_WaitsThatLong()
    {
        Bot.Teams.Next(IsStatus, new Behaviour.Fails(429, TimeSpan.FromSeconds(45)));
        await Bot.SayAsync(Sam, "status");
        var first = await Bot.Teams.ExpectAsync(IsStatus);
        var second = await Bot.ExpectLaterAsync(IsStatus);

        Assert.That(second.At - first.At, Is.GreaterThanOrEqualTo(TimeSpan.FromSeconds(45)));
    }

    /// <summary>Two hosts drain one partition: the one whose turn it was found the message leased by the other, which puts it off, or stops.</summary>
    [Test]
    public async Task PutOff_InTheHandsOfAnotherHostThanTheTurns_IsSentOnceTheWaitIsOver()
    {
        var partition = Keys.Requester(await Bot.RequesterAsync(Sam));
        var (now, due) = (Clock.GetUtcNow(), new Due(Clock.GetUtcNow(), partition, new string('7', 32)));
        var (key, row) = (Keys.Out(due.Id, 0), new OutboxRow(900, new SendStatus(), LeasedUntil: now.AddSeconds(60)));
        await Bot.Store.CommitAsync(partition, [new Insert(key, StateJson.Write(row))], default);
        await Bot.Store.CommitAsync(due.Home, [new Insert(due.Key, StateJson.Write(new DueBody(partition, due.Id, due.At, IsCommitted: true)))], default);
        Bot.Services.GetRequiredService<WakeUps>().Wake(due);
        await StoredStory.UntilAsync(async () => await Bot.Store.ReadAsync(due.Home, due.Key, default) is null);
        var putOff = row with { LeasedUntil = null, NotBefore = now.AddSeconds(5) };
        await Bot.Store.CommitAsync(partition, [new Upsert(key, StateJson.Write(putOff))], default);
        var sent = await Bot.ExpectLaterAsync(IsStatus);

        Assert.That(sent.At - now, Is.InRange(TimeSpan.FromSeconds(5), TimeSpan.FromSeconds(20)));
    }

    [Test]
    public async Task ManyRowsThatRest_HideNoneBehindThem()
    {
        var partition = Keys.Requester(await Bot.RequesterAsync(Sam));
        var later = Clock.GetUtcNow().AddDays(7);
        foreach (var hundred in Enumerable.Range(0, 1_100).Chunk(100))
        {
            await Bot.Store.CommitAsync(partition, [.. hundred.Select(Resting)], CancellationToken.None);
        }

        await Bot.SayAsync(Sam, "status");

        Assert.That((await Bot.Teams.ExpectAsync(IsStatus)).IsAccepted);

        Write Resting(int i) => new Insert(
            Keys.Out($"{i:D32}", 0), StateJson.Write(new OutboxRow(i, new ExpireDialog("another"), NotBefore: later)));
    }

    [Test]
    public async Task ServerError_IsTriedAgain()
    {
        Bot.Teams.Next(IsStatus, new Behaviour.Fails(500));
        await Bot.SayAsync(Sam, "status");
        await Bot.Teams.ExpectAsync(IsStatus);

        Assert.That((await Bot.ExpectLaterAsync(IsStatus)).IsAccepted);
    }

    [Test]
    public async Task ServerError_OnTheFirst_LaterMessagesOfTheChatWait()
    {
        Bot.Teams.Next(IsStatus, new Behaviour.Fails(500));
        await Bot.SayAsync(Sam, "status");
        await Bot.Teams.ExpectAsync(IsStatus);
        await Bot.SayAsync(Sam, "help");
        await Bot.ExpectLaterAsync(sent => sent.InChat(Sam) && sent.Text.Length > 0);
        var order = Bot.Teams.All.Where(sent => sent.InChat(Sam) && sent.IsAccepted && !sent.HasButton(Verbs.TryExample)).Select(IsCard);

        Assert.That(order, Is.EqualTo(new[] { true, false }));
    }

    [Test]
    public async Task ServerError_InTheChannel_DoesNotHoldUpTheChat()
    {
        Bot.Teams.Next(sent => sent.IsCard(), new Behaviour.Fails(500));
        await SubmitAsync();
        await Bot.Teams.ExpectAsync(sent => sent.IsCard());
        await Bot.SayAsync(Sam, "status");

        Assert.That((await Bot.Teams.ExpectAsync(IsStatus)).IsAccepted);
    }

    [Test]
    public async Task LostAnswer_IsTriedAgain()
    {
        Bot.Teams.Next(IsStatus, new Behaviour.Drops());
        await Bot.SayAsync(Sam, "status");
        await Bot.Teams.ExpectAsync(IsStatus);

        Assert.That((await Bot.ExpectLaterAsync(IsStatus)).IsAccepted);
    }

    [Test]
    public async Task Refused_ACard_RepIsTold()
    {
        Bot.Teams.Next(sent => sent.IsCard(), new Behaviour.Fails(403));
        await SubmitAsync();

        Assert.That((await Bot.Teams.ExpectAsync(IsNews)).Text, Does.Not.Contain("Posted to Marketing"));
    }

    [Test]
    public async Task Refused_ACard_IsNotPostedThereAgain()
    {
        Bot.Teams.Next(sent => sent.IsCard(), new Behaviour.Fails(403));
        await SubmitAsync();
        await Bot.Teams.ExpectAsync(IsNews);
        await Bot.SayAsync(Sam, "status");
        await Bot.Teams.ExpectAsync(IsStatus);
        Clock.Advance(TimeSpan.FromHours(3));
        await Bot.SayAsync(Sam, "status");
        await Bot.ExpectLaterAsync(IsStatus);

        Assert.That(Bot.Teams.All.Count(sent => sent.IsCard()), Is.EqualTo(1));
    }

    [Test]
    public async Task Refused_ACard_IsPostedToTheChannelThatIsConnectedNext()
    {
        Bot.Teams.Next(sent => sent.IsCard(), new Behaviour.Fails(403));
        await SubmitAsync();
        await Bot.Teams.ExpectAsync(IsNews);
        await Bot.RemoveAsync(Maria, Marketing);
        Clock.Advance(TimeSpan.FromMinutes(1));
        await Bot.MentionAsync(Maria, Marketing, "use this channel");

        Assert.That((await Bot.ExpectLaterAsync(sent => sent.IsCard() && sent.IsAccepted)).Card, Is.Not.Null);
    }

    [Test]
    public async Task AHangingChat_DoesNotHoldUpTheChannel()
    {
        var preview = await Bot.ComposeAsync();
        Bot.Teams.Next(IsStatus, new Behaviour.Hangs());
        await Bot.SayAsync(Sam, "status");
        await Bot.Teams.ExpectAsync(IsStatus);
        await Bot.ClickAsync(Sam, Sam.Chat, preview[Story.Preview]);

        Assert.That((await Bot.Teams.ExpectAsync(sent => sent.IsCard())).IsAccepted);
    }

    [Test]
    public async Task PostTyped_BeforeThePreviewIsDelivered_PostsNothing()
    {
        var preview = await Bot.ComposeAsync();
        await Bot.ClickAsync(Sam, Sam.Chat, preview["dialog.Back"]);
        Bot.Teams.Next(sent => sent.HasButton(Story.Preview), new Behaviour.Fails(500));
        await Bot.SayAsync(Sam, "next");
        await Bot.Teams.ExpectAsync(sent => sent.HasButton(Story.Preview));
        await Bot.SayAsync(Sam, "post");

        Assert.That((await Bot.DialogAsync(Sam))!.Stage, Is.EqualTo(Core.Intake.DialogStage.Preview));
    }

    [Test]
    public async Task PostTyped_OnceThePreviewIsDelivered_Posts()
    {
        await Bot.ComposeAsync();
        await Bot.SettledAsync();
        await Bot.SayAsync(Sam, "post");

        Assert.That((await Bot.Teams.ExpectAsync(sent => sent.IsCard())).IsAccepted);
    }

    [Test]
    public async Task SeenLongAgo_IsForgotten()
    {
        await Bot.SayAsync(Sam, "status");
        await Bot.Teams.ExpectAsync(IsStatus);
        var partition = Keys.Requester(await Bot.RequesterAsync(Sam));
        await StoredStory.UntilAsync(async () =>
        {
            Clock.Advance(TimeSpan.FromHours(30));
            return (await SeenAsync()).Count == 0;
        });

        Assert.That(Clock.GetUtcNow() - Start, Is.GreaterThan(TimeSpan.FromDays(7)));

        Task<IReadOnlyList<Row>> SeenAsync() => Bot.Store.RangeAsync(partition, Keys.SeenFrom, Keys.SeenTo, 10, CancellationToken.None);
    }

    [Test]
    public async Task AcceptedWithoutAnId_ACard_IsNotPostedAgain()
    {
        Bot.Teams.Next(sent => sent.IsCard(), new Behaviour.ForgetsTheId());
        await SubmitAsync();
        var card = await Bot.Teams.ExpectAsync(sent => sent.IsCard());
        await StoredStory.UntilAsync(async () => (await Bot.RowsAsync(card, "dead|")).Count == 1);
        await Bot.SayAsync(Sam, "status");
        await Bot.ExpectLaterAsync(IsStatus, TimeSpan.FromHours(1));

        Assert.That(Bot.Teams.All.Count(sent => sent.IsCard()), Is.EqualTo(1));
    }

    [Test]
    public async Task ManyChanges_WhileAnUpdateIsUnderWay_AreOneUpdateMore()
    {
        var card = await Bot.PostAsync();
        await BurstAsync(card);
        await Bot.Teams.ExpectAsync(sent => sent.InChat(Sam) && sent.Text.Contains(Max.Name, StringComparison.Ordinal));
        await Bot.SettledAsync();

        Assert.That(Bot.Teams.All.Count(sent => sent.Method == "PUT"), Is.EqualTo(2));
    }

    [Test]
    public async Task ManyChanges_WhileAnUpdateIsUnderWay_LastUpdateShowsTheNewest()
    {
        var card = await Bot.PostAsync();
        await BurstAsync(card);
        await Bot.SettledAsync();

        Assert.That(Bot.Teams.All.Last(sent => sent.Method == "PUT").Card!.Verbs, Is.Not.Empty.And.None.EqualTo(Verbs.Approve));
    }

    [Test]
    public async Task ReplyBelowACard_CardWasUpdatedFirst()
    {
        var card = await Bot.PostAsync();
        Bot.Teams.Next(sent => sent.Method == "PUT", new Behaviour.Fails(500));
        await Bot.ApproveAsync(Maria, card);
        await Bot.UpdateAsync(card);
        await Bot.ExpectLaterAsync(sent => sent.Root == card.ActivityId && sent.Method == "POST");

        Assert.That(Bot.Teams.All.Count(sent => sent.Method == "PUT" && sent.IsAccepted), Is.EqualTo(1));
    }

    [Test]
    public async Task UnreadableRow_TheOthersAreSent()
    {
        var partition = Keys.Requester(await Bot.RequesterAsync(Sam));
        await Bot.Store.CommitAsync(
            partition, [new Host.Storage.Insert(Keys.Out(new string('0', 32), 0), """{"Message":{"send":"of a later version"}}""")], CancellationToken.None);
        await Bot.SayAsync(Sam, "status");

        Assert.That((await Bot.Teams.ExpectAsync(IsStatus)).IsAccepted);
    }

    [Test]
    public async Task UnreadableDueRow_TheOthersAreSwept()
    {
        for (var i = 0; i < Keys.DuePartitions; i++)
        {
            await Bot.Store.CommitAsync(Keys.DueHome(i), [new Host.Storage.Insert("0", "{}x")], CancellationToken.None);
        }

        Bot.Teams.Next(IsStatus, new Behaviour.Fails(500));
        await Bot.SayAsync(Sam, "status");
        await Bot.Teams.ExpectAsync(IsStatus);

        Assert.That((await Bot.ExpectLaterAsync(IsStatus)).IsAccepted);
    }

    [Test]
    public async Task Dialog_UntouchedTooLong_ExpiresWithANote()
    {
        await Bot.ComposeAsync();

        Assert.That(
            (await Bot.ExpectLaterAsync(sent => sent.InChat(Sam) && sent.Text.Contains("7 days", StringComparison.Ordinal), TimeSpan.FromHours(6))).IsAccepted);
    }

    [Test]
    public async Task Dialog_TouchedMeanwhile_ExpiresThatMuchLater()
    {
        var start = Clock.GetUtcNow();
        var preview = await Bot.ComposeAsync();
        Clock.Advance(TimeSpan.FromDays(6));
        await Bot.ClickAsync(Sam, Sam.Chat, preview["dialog.Edit"]);
        var note = await Bot.ExpectLaterAsync(sent => sent.InChat(Sam) && sent.Text.Contains("7 days", StringComparison.Ordinal), TimeSpan.FromHours(6));

        Assert.That(note.At - start, Is.GreaterThanOrEqualTo(TimeSpan.FromDays(13)));
    }

    private static bool IsStatus(Sent sent) => sent.InChat(Sam) && sent.Card is { Verbs: [] };

    private static bool IsCard(Sent sent) => sent.Card is not null;

    private static bool IsNews(Sent sent) => sent.InChat(Sam) && sent.Text.Contains("BR-", StringComparison.Ordinal);

    private async Task SubmitAsync()
    {
        var preview = await Bot.ComposeAsync();
        await Bot.ClickAsync(Sam, Sam.Chat, preview[Story.Preview]);
    }

    /// <summary>A question, its answer and an approval, all before the update for the question is accepted.</summary>
    private async Task BurstAsync(Sent card)
    {
        var accepted = new TaskCompletionSource();
        Bot.Teams.Next(sent => sent.Method == "PUT", new Behaviour.Waits(accepted.Task));
        var click = await Bot.ClickAsync(Maria, Marketing, card.Card![Verbs.Ask], card.ActivityId, (Verbs.InputText, "How long?"));
        await Bot.UpdateAsync(card);
        var reference = (await Bot.StoredThreadAsync(card)).Reference;
        await Bot.SayAsync(Sam, $"answer {reference} twelve pages");
        var preview = await Bot.StoredAnswerAsync(Sam, card);
        await Bot.ClickAsync(Sam, Sam.Chat, preview);
        await Bot.ClickAsync(Max, Marketing, click.Card![Verbs.Approve], card.ActivityId);
        accepted.SetResult();
    }
}
