using BridgeBot.Host.Outbox;
using BridgeBot.Host.Turns;
using BridgeBot.Tests.Turns;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Time.Testing;
using static BridgeBot.Tests.Turns.Someone;

namespace BridgeBot.Tests.Outbox;

/// <summary>What was committed arrives, wherever the host ended.</summary>
[Parallelizable(ParallelScope.All)]
[FixtureLifeCycle(LifeCycle.InstancePerTestCase)]
internal sealed class CrashTests
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
    public async Task Stop_WhileTheConnectorHangs_MessageComesAfterTheRestart()
    {
        bot.Teams.Next(IsStatus, new Behaviour.Hangs());
        await bot.SayAsync(Sam, "status");
        await bot.Teams.ExpectAsync(IsStatus);
        await bot.StopAsync();
        await bot.StartAgainAsync();

        Assert.That((await bot.ExpectLaterAsync(IsStatus)).IsAccepted);
    }

    [Test]
    public async Task Stop_AfterTheCommitAndBeforeTheOutboxWoke_MessageComesAfterTheRestart()
    {
        await bot.Services.GetRequiredService<TurnRunner>().RunAsync(await StatusAsync("s-1"), CancellationToken.None);
        await bot.StopAsync();
        await bot.StartAgainAsync();

        Assert.That((await bot.ExpectLaterAsync(IsStatus)).IsAccepted);
    }

    [Test]
    public async Task Stop_AfterTheCardWasAccepted_RestartPostsNoSecond()
    {
        var card = await bot.PostAsync();
        await bot.SettledAsync();
        await bot.StopAsync();
        await bot.StartAgainAsync();
        await bot.ApproveAsync(Maria, card);
        await bot.UpdateAsync(card);

        Assert.That(bot.Teams.All.Count(sent => sent.IsCard()), Is.EqualTo(1));
    }

    [Test]
    public async Task Stop_WhileTheCardIsBeingAccepted_RestartPostsNoSecond()
    {
        var accepted = new TaskCompletionSource();
        bot.Teams.Next(sent => sent.IsCard(), new Behaviour.Waits(accepted.Task));
        var preview = await bot.ComposeAsync();
        await bot.ClickAsync(Sam, Sam.Chat, preview[Story.Preview]);
        await bot.Teams.ExpectAsync(sent => sent.IsCard());
        var stopped = bot.StopAsync(TimeSpan.FromSeconds(30));
        accepted.SetResult();
        await stopped;
        await bot.StartAgainAsync();
        await bot.ExpectLaterAsync(sent => sent.InChat(Sam) && sent.Text.Contains("Posted to Marketing", StringComparison.Ordinal));

        Assert.That(bot.Teams.All.Count(sent => sent.IsCard()), Is.EqualTo(1));
    }

    [Test]
    public async Task LateCommit_AfterTheSweeperGaveItUp_IsTakenAgainAndSent()
    {
        var slow = new HeldStore(bot.Store, "r-");
        var turns = RunnerOn(slow);
        var turn = turns.RunAsync(await StatusAsync("s-2"), CancellationToken.None);
        await slow.Reached;
        var held = await DueAsync();
        await StoredStory.UntilAsync(async () =>
        {
            clock.Advance(TimeSpan.FromSeconds(1));
            return !(await DueAsync()).Intersect(held).Any();
        });
        slow.Release();
        await StoredStory.UntilAsync(() =>
        {
            clock.Advance(TimeSpan.FromSeconds(1));
            return Task.FromResult(turn.IsCompleted);
        });
        (await turn).AfterAnswer!();

        Assert.That((await bot.Teams.ExpectAsync(IsStatus)).IsAccepted);
    }

    [Test]
    public async Task Channel_ConnectedJustBeforeARequestBeganToWait_GetsItAtOnce()
    {
        await bot.RemoveAsync(Maria, Place.Marketing);
        var preview = await bot.ComposeAsync();
        var post = preview[Story.Preview];
        var runner = bot.Services.GetRequiredService<TurnRunner>();
        await runner.RunAsync(new Clicked((await StatusAsync("s-3")).Envelope, post.Verb, post.Data, null), CancellationToken.None);
        var slow = new HeldStore(bot.Store, "wait-");
        var drain = new PartitionDrain(slow, bot.Services.GetRequiredService<Host.Outbox.Delivery>(), clock, NullLogger<PartitionDrain>.Instance);
        var drained = drain.DrainAsync(
            Keys.Requester(await bot.RequesterAsync(Sam)),
            () => new TaskCompletionSource().Task,
            CancellationToken.None,
            CancellationToken.None);
        await slow.Reached;
        await bot.InstallAsync(Maria, Place.Marketing);
        await bot.Teams.ExpectAsync(sent => sent.InChannel());
        slow.Release();
        await drained;

        Assert.That(bot.Teams.All.Count(sent => sent.IsCard()), Is.EqualTo(1));
    }

    private static bool IsStatus(Sent sent) => sent.InChat(Sam) && sent.Card is { Verbs: [] };

    private TurnRunner RunnerOn(HeldStore store) => new(
        store,
        bot.Services.GetRequiredService<People>(),
        bot.Services.GetRequiredService<WakeUps>(),
        bot.Services.GetRequiredService<TurnSettings>(),
        bot.Services.GetRequiredService<AnswerRenderer>(),
        clock,
        NullLogger<TurnRunner>.Instance);

    /// <summary>Sam types "status", where Sam already is.</summary>
    private async Task<Said> StatusAsync(string seenKey)
    {
        var state = await RequesterRows.LoadAsync(bot.Store, await bot.RequesterAsync(Sam), null, CancellationToken.None);
        return new Said(new Envelope(seenKey, state.Head!.Chat!, state.Head.Person, "en-US", "UTC"), "status", []);
    }

    private async Task<IReadOnlyList<string>> DueAsync()
    {
        var home = Keys.Due(Keys.Requester(await bot.RequesterAsync(Sam)));
        var rows = await bot.Store.RangeAsync(home, "", Keys.DueAt(clock.GetUtcNow().AddHours(1)), 100, CancellationToken.None);
        return [.. rows.Select(row => row.Key)];
    }
}
