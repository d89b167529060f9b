using BridgeBot.Cards;
using BridgeBot.Host.Outbox;
using BridgeBot.Host.Storage;
using BridgeBot.Host.Turns;
using BridgeBot.Tests.Storage;
using BridgeBot.Tests.Turns;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging.Abstractions;
using static BridgeBot.Tests.Turns.Someone;

namespace BridgeBot.Tests.Outbox;

/// <summary>What was committed arrives, wherever the host ended.</summary>
[Parallelizable(ParallelScope.All)]
[FixtureLifeCycle(LifeCycle.InstancePerTestCase)]
internal sealed class CrashTests : TimedStoryFixture
{
    [Test]
    public async Task Stop_WhileTheConnectorHangs_MessageComesAfterTheRestart()
    {
        Bot.Teams.Next(IsStatus, new Behaviour.Hangs());
        await Bot.SayAsync(Sam, "status");
        await Bot.Teams.ExpectAsync(IsStatus);
        await Bot.StopAsync();
        await Bot.StartAgainAsync();

        Assert.That((await Bot.ExpectLaterAsync(IsStatus)).IsAccepted);
    }

    [Test]
    public async Task Stop_WhileTheConnectorHangs_NextHostOnTheFileWaitsForNoLease()
    {
        Bot.Teams.Next(IsStatus, new Behaviour.Hangs());
        await Bot.SayAsync(Sam, "status");
        await Bot.Teams.ExpectAsync(IsStatus);
        await Bot.StopAsync();
        Clock.Advance(TimeSpan.FromSeconds(1));
        await Bot.StartAgainAsync();

        Assert.That((await Bot.Teams.ExpectAsync(IsStatus)).IsAccepted);
    }

    [Test]
    public async Task Stop_AfterTheCommitAndBeforeTheOutboxWoke_MessageComesAfterTheRestart()
    {
        await Bot.Services.GetRequiredService<TurnRunner>().RunAsync(await StatusAsync("s-1"), CancellationToken.None);
        await Bot.StopAsync();
        await Bot.StartAgainAsync();

        Assert.That((await Bot.ExpectLaterAsync(IsStatus)).IsAccepted);
    }

    [Test]
    public async Task Stop_AfterTheCardWasAccepted_RestartPostsNoSecond()
    {
        var card = await Bot.PostAsync();
        await Bot.SettledAsync();
        await Bot.StopAsync();
        await Bot.StartAgainAsync();
        await Bot.ApproveAsync(Maria, card);
        await Bot.UpdateAsync(card);

        Assert.That(Bot.Teams.All.Count(sent => sent.IsCard()), Is.EqualTo(1));
    }

    [Test]
    public async Task Stop_WhileTheCardIsBeingAccepted_RestartPostsNoSecond()
    {
        var accepted = new TaskCompletionSource();
        Bot.Teams.Next(sent => sent.IsCard(), new Behaviour.Waits(accepted.Task));
        var preview = await Bot.ComposeAsync();
        await Bot.ClickAsync(Sam, Sam.Chat, preview[Story.Preview]);
        await Bot.Teams.ExpectAsync(sent => sent.IsCard());
        var stopped = Bot.StopAsync(TimeSpan.FromSeconds(30));
        accepted.SetResult();
        await stopped;
        await Bot.StartAgainAsync();
        await Bot.ExpectLaterAsync(sent => sent.InChat(Sam) && sent.Text.Contains("Posted to Marketing", StringComparison.Ordinal));

        Assert.That(Bot.Teams.All.Count(sent => sent.IsCard()), Is.EqualTo(1));
    }

    [Test]
    public async Task LateCommit_AfterTheSweeperGaveItUp_IsTakenAgainAndSent()
    {
        var slow = new HeldStore(Bot.Store, "r-");
        var turns = Bot.RunnerOn(slow, Clock);
        var turn = turns.RunAsync(await StatusAsync("s-2"), CancellationToken.None);
        await slow.Reached;
        var held = await DueAsync();
        await StoredStory.UntilAsync(async () =>
        {
            Clock.Advance(TimeSpan.FromSeconds(1));
            return !(await DueAsync()).Intersect(held).Any();
        });
        slow.Release();
        await StoredStory.UntilAsync(() =>
        {
            Clock.Advance(TimeSpan.FromSeconds(1));
            return Task.FromResult(turn.IsCompleted);
        });
        (await turn).AfterAnswer!();

        Assert.That((await Bot.Teams.ExpectAsync(IsStatus)).IsAccepted);
    }

    [Test]
    public async Task Channel_ConnectedJustBeforeARequestBeganToWait_GetsItAtOnce()
    {
        await Bot.RemoveAsync(Maria, Place.Marketing);
        var preview = await Bot.ComposeAsync();
        var post = preview[Story.Preview];
        var runner = Bot.Services.GetRequiredService<TurnRunner>();
        await runner.RunAsync(new Clicked((await StatusAsync("s-3")).Envelope, post.Verb, post.Data, null), CancellationToken.None);
        var slow = new HeldStore(Bot.Store, "wait-");
        var drain = new PartitionDrain(slow, Bot.Services.GetRequiredService<Host.Outbox.Delivery>(), new SendRecord(slow, Clock), new(), Clock, NullLogger<PartitionDrain>.Instance);
        var drained = drain.DrainAsync(
            Keys.Requester(await Bot.RequesterAsync(Sam)),
            () => new TaskCompletionSource().Task,
            CancellationToken.None,
            CancellationToken.None);
        await slow.Reached;
        await Bot.InstallAsync(Maria, Place.Marketing);
        await Bot.Teams.ExpectAsync(sent => sent.InChannel());
        slow.Release();
        await drained;

        Assert.That(Bot.Teams.All.Count(sent => sent.IsCard()), Is.EqualTo(1));
    }

    [Test]
    public async Task Record_OfAnEarlierTryComesLate_TheOtherCardBecomesAPointer()
    {
        var accepted = new TaskCompletionSource();
        var preview = await Bot.ComposeAsync();
        Bot.Teams.Next(sent => sent.IsCard(), new Behaviour.Waits(accepted.Task));
        await Bot.ClickAsync(Sam, Sam.Chat, preview[Story.Preview]);
        await Bot.Teams.ExpectAsync(sent => sent.IsCard());
        var partition = Keys.Requester(await Bot.RequesterAsync(Sam));
        var thread = (await Bot.Store.RangeAsync(partition, Keys.OpenPrefix, Keys.ActiveTo, 1, default)).Single();
        var channel = StateJson.Read<TenantHead>((await Bot.Store.ReadAsync(Keys.Tenant(Place.Tenant), Keys.Head, default))!.Body).Default!.Channel;
        var late = StateJson.Write(new CardRow(channel, "first", 0));
        await Bot.Store.CommitAsync(partition, [new Insert(Keys.Card(Keys.ThreadId(thread.Key)), late)], default);
        accepted.SetResult();

        Assert.That((await Bot.Teams.ExpectAsync(sent => sent.Method == "PUT" && sent.Card!.Verbs.Count == 0)).IsAccepted);
        Assert.That((await Bot.Teams.ExpectAsync(sent => sent.Method == "PUT" && sent.HasButton(Verbs.Approve))).Path, Does.EndWith("/first"));
    }

    [Test]
    public async Task Store_FailsBetweenTheSendOfACardAndItsRecord_PostsNoSecond()
    {
        var post = (await Bot.ComposeAsync())[Story.Preview];
        await Bot.RunnerOn(Bot.Store, Clock).RunAsync(new Clicked((await StatusAsync("s-5")).Envelope, post.Verb, post.Data, null), CancellationToken.None);
        var failures = 2;
        var flaky = new CommitsOtherwise(Bot.Store, (partition, commit) => partition.StartsWith(Keys.ChannelPrefix, StringComparison.Ordinal) && failures-- > 0
            ? throw new StoreUnavailableException("away", new IOException())
            : commit());
        var partition = Keys.Requester(await Bot.RequesterAsync(Sam));
        var drained = KilledHost.Drain(Bot, Clock, flaky).DrainAsync(
            partition, () => new TaskCompletionSource().Task, CancellationToken.None, CancellationToken.None);
        await StoredStory.UntilAsync(() =>
        {
            Clock.Advance(TimeSpan.FromSeconds(0.5));
            return Task.FromResult(drained.IsCompleted);
        });
        await Bot.SettledLaterAsync();

        Assert.That(failures, Is.Negative, "the store failed between the two");
        Assert.That(Bot.Teams.All.Count(sent => sent.IsCard()), Is.EqualTo(1));
    }

    private static bool IsStatus(Sent sent) => sent.InChat(Sam) && sent.Card is { Verbs: [] };

    /// <summary>Sam types "status", where Sam already is.</summary>
    private async Task<Said> StatusAsync(string seenKey)
    {
        var state = await RequesterRows.LoadAsync(Bot.Store, await Bot.RequesterAsync(Sam), null, CancellationToken.None);
        return new Said(new Envelope(seenKey, state.Head!.Chat!, state.Head.Person, "en-US", "UTC"), "status", []);
    }

    private async Task<IReadOnlyList<string>> DueAsync()
    {
        var home = Keys.Due(Keys.Requester(await Bot.RequesterAsync(Sam)));
        var rows = await Bot.Store.RangeAsync(home, "", Keys.DueAt(Clock.GetUtcNow().AddHours(1)), 100, CancellationToken.None);
        return [.. rows.Select(row => row.Key)];
    }
}
