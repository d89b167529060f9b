using BridgeBot.Cards;
using BridgeBot.Host.Storage;
using BridgeBot.Host.Turns;
using BridgeBot.Tests.Turns;
using Microsoft.Extensions.Time.Testing;
using static BridgeBot.Tests.Turns.Place;
using static BridgeBot.Tests.Turns.Someone;

namespace BridgeBot.Tests.Outbox;

/// <summary>What was decided is delivered, whatever the connector does.</summary>
[Parallelizable(ParallelScope.All)]
[FixtureLifeCycle(LifeCycle.InstancePerTestCase)]
internal sealed class DeliveryTests
{
    private readonly FakeTimeProvider clock = new(new DateTimeOffset(2026, 11, 23, 9, 0, 0, TimeSpan.Zero));
    private BotUnderTest bot = null!;

    [SetUp]
    public async Task StartAsync()
    {
        bot = await BotUnderTest.StartAsync(clock);
        await bot.InstallAsync();
    }

    [TearDown]
    public async Task StopAsync() => await bot.DisposeAsync();

    [Test]
    public async Task Throttled_WithRetryAfter_WaitsThatLong()
    {
        bot.Teams.Next(IsStatus, new Behaviour.Fails(429, TimeSpan.FromSeconds(45)));
        await bot.SayAsync(Sam, "status");
        var first = await bot.Teams.ExpectAsync(IsStatus);
        var second = await bot.ExpectLaterAsync(IsStatus);

        Assert.That(second.At - first.At, Is.GreaterThanOrEqualTo(TimeSpan.FromSeconds(45)));
    }

    [Test]
    public async Task ManyRowsThatRest_HideNoneBehindThem()
    {
        var partition = Keys.Requester(await bot.RequesterAsync(Sam));
        var later = clock.GetUtcNow().AddDays(7);
        foreach (var hundred in Enumerable.Range(0, 1_100).Chunk(100))
        {
            await bot.Store.CommitAsync(partition, [.. hundred.Select(Resting)], CancellationToken.None);
        }

        await bot.SayAsync(Sam, "status");

        Assert.That((await bot.Teams.ExpectAsync(IsStatus)).IsAccepted);

        Write Resting(int i) => new Insert(
            Keys.Out($"{i:D32}", 0), StateJson.Write(new OutboxRow(i, new ExpireDialog("another"), NotBefore: later)));
    }

    [Test]
    public async Task ServerError_IsTriedAgain()
    {
        bot.Teams.Next(IsStatus, new Behaviour.Fails(500));
        await bot.SayAsync(Sam, "status");
        await bot.Teams.ExpectAsync(IsStatus);

        Assert.That((await bot.ExpectLaterAsync(IsStatus)).IsAccepted);
    }

    [Test]
    public async Task ServerError_OnTheFirst_LaterMessagesOfTheChatWait()
    {
        bot.Teams.Next(IsStatus, new Behaviour.Fails(500));
        await bot.SayAsync(Sam, "status");
        await bot.Teams.ExpectAsync(IsStatus);
        await bot.SayAsync(Sam, "help");
        await bot.ExpectLaterAsync(sent => sent.InChat(Sam) && sent.Text.Length > 0);
        var order = bot.Teams.All.Where(sent => sent.InChat(Sam) && sent.IsAccepted && !sent.HasButton(Verbs.TryExample)).Select(IsCard);

        Assert.That(order, Is.EqualTo(new[] { true, false }));
    }

    [Test]
    public async Task ServerError_InTheChannel_DoesNotHoldUpTheChat()
    {
        bot.Teams.Next(sent => sent.IsCard(), new Behaviour.Fails(500));
        await SubmitAsync();
        await bot.Teams.ExpectAsync(sent => sent.IsCard());
        await bot.SayAsync(Sam, "status");

        Assert.That((await bot.Teams.ExpectAsync(IsStatus)).IsAccepted);
    }

    [Test]
    public async Task LostAnswer_IsTriedAgain()
    {
        bot.Teams.Next(IsStatus, new Behaviour.Drops());
        await bot.SayAsync(Sam, "status");
        await bot.Teams.ExpectAsync(IsStatus);

        Assert.That((await bot.ExpectLaterAsync(IsStatus)).IsAccepted);
    }

    [Test]
    public async Task Refused_ACard_RepIsTold()
    {
        bot.Teams.Next(sent => sent.IsCard(), new Behaviour.Fails(403));
        await SubmitAsync();

        Assert.That((await bot.Teams.ExpectAsync(IsNews)).Text, Does.Not.Contain("Posted to Marketing"));
    }

    [Test]
    public async Task Refused_ACard_IsNotPostedThereAgain()
    {
        bot.Teams.Next(sent => sent.IsCard(), new Behaviour.Fails(403));
        await SubmitAsync();
        await bot.Teams.ExpectAsync(IsNews);
        await bot.SayAsync(Sam, "status");
        await bot.Teams.ExpectAsync(IsStatus);
        clock.Advance(TimeSpan.FromHours(3));
        await bot.SayAsync(Sam, "status");
        await bot.ExpectLaterAsync(IsStatus);

        Assert.That(bot.Teams.All.Count(sent => sent.IsCard()), Is.EqualTo(1));
    }

    [Test]
    public async Task Refused_ACard_IsPostedToTheChannelThatIsConnectedNext()
    {
        bot.Teams.Next(sent => sent.IsCard(), new Behaviour.Fails(403));
        await SubmitAsync();
        await bot.Teams.ExpectAsync(IsNews);
        await bot.RemoveAsync(Maria, Marketing);
        clock.Advance(TimeSpan.FromMinutes(1));
        await bot.MentionAsync(Maria, Marketing, "use this channel");

        Assert.That((await bot.ExpectLaterAsync(sent => sent.IsCard() && sent.IsAccepted)).Card, Is.Not.Null);
    }

    [Test]
    public async Task AHangingChat_DoesNotHoldUpTheChannel()
    {
        var preview = await bot.ComposeAsync();
        bot.Teams.Next(IsStatus, new Behaviour.Hangs());
        await bot.SayAsync(Sam, "status");
        await bot.Teams.ExpectAsync(IsStatus);
        await bot.ClickAsync(Sam, Sam.Chat, preview[Story.Preview]);

        Assert.That((await bot.Teams.ExpectAsync(sent => sent.IsCard())).IsAccepted);
    }

    [Test]
    public async Task PostTyped_BeforeThePreviewIsDelivered_PostsNothing()
    {
        var preview = await bot.ComposeAsync();
        await bot.ClickAsync(Sam, Sam.Chat, preview["dialog.Back"]);
        bot.Teams.Next(sent => sent.HasButton(Story.Preview), new Behaviour.Fails(500));
        await bot.SayAsync(Sam, "next");
        await bot.Teams.ExpectAsync(sent => sent.HasButton(Story.Preview));
        await bot.SayAsync(Sam, "post");

        Assert.That((await bot.DialogAsync(Sam))!.Stage, Is.EqualTo(Core.Intake.DialogStage.Preview));
    }

    [Test]
    public async Task PostTyped_OnceThePreviewIsDelivered_Posts()
    {
        await bot.ComposeAsync();
        await bot.SettledAsync();
        await bot.SayAsync(Sam, "post");

        Assert.That((await bot.Teams.ExpectAsync(sent => sent.IsCard())).IsAccepted);
    }

    [Test]
    public async Task SeenLongAgo_IsForgotten()
    {
        await bot.SayAsync(Sam, "status");
        await bot.Teams.ExpectAsync(IsStatus);
        var partition = Keys.Requester(await bot.RequesterAsync(Sam));
        await StoredStory.UntilAsync(async () =>
        {
            clock.Advance(TimeSpan.FromHours(30));
            return (await SeenAsync()).Count == 0;
        });

        Assert.That(clock.GetUtcNow() - new DateTimeOffset(2026, 11, 23, 9, 0, 0, TimeSpan.Zero), Is.GreaterThan(TimeSpan.FromDays(7)));

        Task<IReadOnlyList<Row>> SeenAsync() => bot.Store.RangeAsync(partition, Keys.SeenFrom, Keys.SeenTo, 10, CancellationToken.None);
    }

    [Test]
    public async Task AcceptedWithoutAnId_ACard_IsNotPostedAgain()
    {
        bot.Teams.Next(sent => sent.IsCard(), new Behaviour.ForgetsTheId());
        await SubmitAsync();
        var card = await bot.Teams.ExpectAsync(sent => sent.IsCard());
        await StoredStory.UntilAsync(async () => (await bot.RowsAsync(card, "dead|")).Count == 1);
        await bot.SayAsync(Sam, "status");
        await bot.ExpectLaterAsync(IsStatus, TimeSpan.FromHours(1));

        Assert.That(bot.Teams.All.Count(sent => sent.IsCard()), Is.EqualTo(1));
    }

    [Test]
    public async Task ManyChanges_WhileAnUpdateIsUnderWay_AreOneUpdateMore()
    {
        var card = await bot.PostAsync();
        await BurstAsync(card);
        await bot.Teams.ExpectAsync(sent => sent.InChat(Sam) && sent.Text.Contains(Max.Name, StringComparison.Ordinal));
        await bot.SettledAsync();

        Assert.That(bot.Teams.All.Count(sent => sent.Method == "PUT"), Is.EqualTo(2));
    }

    [Test]
    public async Task ManyChanges_WhileAnUpdateIsUnderWay_LastUpdateShowsTheNewest()
    {
        var card = await bot.PostAsync();
        await BurstAsync(card);
        await bot.SettledAsync();

        Assert.That(bot.Teams.All.Last(sent => sent.Method == "PUT").Card!.Verbs, Is.Empty);
    }

    [Test]
    public async Task ReplyBelowACard_CardWasUpdatedFirst()
    {
        var card = await bot.PostAsync();
        bot.Teams.Next(sent => sent.Method == "PUT", new Behaviour.Fails(500));
        await bot.ApproveAsync(Maria, card);
        await bot.UpdateAsync(card);
        await bot.ExpectLaterAsync(sent => sent.Root == card.ActivityId && sent.Method == "POST");

        Assert.That(bot.Teams.All.Count(sent => sent.Method == "PUT" && sent.IsAccepted), Is.EqualTo(1));
    }

    [Test]
    public async Task UnreadableRow_TheOthersAreSent()
    {
        var partition = Keys.Requester(await bot.RequesterAsync(Sam));
        await bot.Store.CommitAsync(
            partition, [new Host.Storage.Insert(Keys.Out(new string('0', 32), 0), """{"Message":{"send":"of a later version"}}""")], CancellationToken.None);
        await bot.SayAsync(Sam, "status");

        Assert.That((await bot.Teams.ExpectAsync(IsStatus)).IsAccepted);
    }

    [Test]
    public async Task UnreadableDueRow_TheOthersAreSwept()
    {
        for (var i = 0; i < Keys.DuePartitions; i++)
        {
            await bot.Store.CommitAsync(Keys.DueHome(i), [new Host.Storage.Insert("0", "{}x")], CancellationToken.None);
        }

        bot.Teams.Next(IsStatus, new Behaviour.Fails(500));
        await bot.SayAsync(Sam, "status");
        await bot.Teams.ExpectAsync(IsStatus);

        Assert.That((await bot.ExpectLaterAsync(IsStatus)).IsAccepted);
    }

    [Test]
    public async Task Dialog_UntouchedTooLong_ExpiresWithANote()
    {
        await bot.ComposeAsync();

        Assert.That(
            (await bot.ExpectLaterAsync(sent => sent.InChat(Sam) && sent.Text.Contains("7 days", StringComparison.Ordinal), TimeSpan.FromHours(6))).IsAccepted);
    }

    [Test]
    public async Task Dialog_TouchedMeanwhile_ExpiresThatMuchLater()
    {
        var start = clock.GetUtcNow();
        var preview = await bot.ComposeAsync();
        clock.Advance(TimeSpan.FromDays(6));
        await bot.ClickAsync(Sam, Sam.Chat, preview["dialog.Edit"]);
        var note = await bot.ExpectLaterAsync(sent => sent.InChat(Sam) && sent.Text.Contains("7 days", StringComparison.Ordinal), TimeSpan.FromHours(6));

        Assert.That(note.At - start, Is.GreaterThanOrEqualTo(TimeSpan.FromDays(13)));
    }

    private static bool IsStatus(Sent sent) => sent.InChat(Sam) && sent.Card is { Verbs: [] };

    private static bool IsCard(Sent sent) => sent.Card is not null;

    private static bool IsNews(Sent sent) => sent.InChat(Sam) && sent.Text.Contains("BR-", StringComparison.Ordinal);

    private async Task SubmitAsync()
    {
        var preview = await bot.ComposeAsync();
        await bot.ClickAsync(Sam, Sam.Chat, preview[Story.Preview]);
    }

    /// <summary>A question, its answer and an approval, all before the update for the question is accepted.</summary>
    private async Task BurstAsync(Sent card)
    {
        var accepted = new TaskCompletionSource();
        bot.Teams.Next(sent => sent.Method == "PUT", new Behaviour.Waits(accepted.Task));
        var click = await bot.ClickAsync(Maria, Marketing, card.Card![Verbs.Ask], card.ActivityId, (Verbs.InputText, "How long?"));
        await bot.UpdateAsync(card);
        var reference = (await bot.StoredThreadAsync(card)).Reference;
        await bot.SayAsync(Sam, $"answer {reference} twelve pages");
        var preview = await bot.StoredAnswerAsync(Sam, card);
        await bot.ClickAsync(Sam, Sam.Chat, preview);
        await bot.ClickAsync(Max, Marketing, click.Card![Verbs.Approve], card.ActivityId);
        accepted.SetResult();
    }
}
