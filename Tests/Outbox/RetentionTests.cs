using BridgeBot.Cards;
using BridgeBot.Core.Threads;
using BridgeBot.Host.Outbox;
using BridgeBot.Host.Storage;
using BridgeBot.Host.Turns;
using BridgeBot.Tests.Storage;
using BridgeBot.Tests.Turns;
using static BridgeBot.Tests.Turns.Someone;

namespace BridgeBot.Tests.Outbox;

/// <summary>What is over is removed after its time, wholly, and nothing else is.</summary>
[Parallelizable(ParallelScope.All)]
[FixtureLifeCycle(LifeCycle.InstancePerTestCase)]
internal sealed class RetentionTests : TimedStoryFixture
{
    private const string Reason = "no photographer";

    private static readonly RetentionOptions Options = new() { ClosedThreadsDays = 40, DeadLettersDays = 60 };

    protected override string[] Switches => ["--Retention:ClosedThreadsDays=40", "--Retention:DeadLettersDays=60"];

    [Test]
    public async Task Declined_LongAgo_NothingOfItIsStored()
    {
        var card = await DeclinedAsync();
        var thread = await Bot.StoredThreadAsync(card);
        Assert.That(RowsWith(thread.Id).Count(), Is.GreaterThan(5));
        await StoredStory.UntilAsync(() =>
        {
            Clock.Advance(TimeSpan.FromHours(30));
            return Task.FromResult(!RowsWith(thread.Id).Any());
        });

        Assert.That((RowsWith(thread.Reference).Any(), RowsWith(Reason).Any(), RowsWith(thread.Request.Title).Any()), Is.EqualTo((false, false, false)));
        Assert.That(Clock.GetUtcNow() - thread.ChangedAt, Is.GreaterThan(TimeSpan.FromDays(40)));
    }

    [Test]
    public async Task Open_LongAgo_IsKept()
    {
        var card = await Bot.PostAsync();
        await Bot.SettledAsync();
        var thread = (await Bot.StoredThreadAsync(card)).Id;
        var before = RowsWith(thread).Where(IsKept).ToList();
        await TidyAsync(Bot.Store, 1_000);

        Assert.That(RowsWith(thread), Is.EqualTo(before));

        // That a click was seen is forgotten after a week.
        static bool IsKept((string Partition, string Key, string Body) row) => !row.Key.StartsWith(Keys.SeenFrom, StringComparison.Ordinal);
    }

    [Test]
    public async Task Declined_JustNow_IsKept()
    {
        var card = await DeclinedAsync();
        await TidyAsync(Bot.Store, 39);

        Assert.That((await Bot.StoredThreadAsync(card)).IsDecided);
    }

    [Test]
    public async Task Removal_CutOffAnywhere_IsFoundAgain()
    {
        var thread = (await Bot.StoredThreadAsync(await DeclinedAsync())).Id;
        var commits = 0;
        for (var left = 0; RowsWith(thread).Any(); left++)
        {
            try
            {
                await TidyAsync(Cut(Bot.Store, left), 41);
            }
            catch (StoreUnavailableException)
            {
                commits++;
            }
        }

        Assert.That(commits, Is.GreaterThanOrEqualTo(3));
    }

    [Test]
    public async Task Removal_ATurnWasFirst_IsLeftForTheNextDay()
    {
        var card = await DeclinedAsync();
        var thread = (await Bot.StoredThreadAsync(card)).Id;
        var partition = Keys.Requester(await Bot.RequesterAsync(Sam));
        await TidyAsync(Hasty(Bot.Store, partition), 41);
        Assert.That((IReadOnlyList<Row>[])[await Bot.RowsAsync(card, Keys.Closed(thread)), await Bot.RowsAsync(card, Keys.EventsFrom(thread))], Is.All.Not.Empty);
        await TidyAsync(Bot.Store, 41);

        Assert.That(RowsWith(thread), Is.Empty);
    }

    [Test]
    public async Task Removal_ATurnStillKnowsTheThread_ItsCommitConflicts()
    {
        await DeclinedAsync();
        var partition = Keys.Requester(await Bot.RequesterAsync(Sam));
        var head = await Bot.Store.ReadAsync(partition, Keys.Head, CancellationToken.None);
        await TidyAsync(Bot.Store, 41);

        Assert.That((await Bot.Store.ReadAsync(partition, Keys.Head, CancellationToken.None))!.ETag, Is.Not.EqualTo(head!.ETag));
    }

    [Test]
    public async Task Click_OnARemovedThreadsCard_IsAnswered()
    {
        var card = await DeclinedAsync();
        await TidyAsync(Bot.Store, 41);

        Assert.That((await Bot.ApproveAsync(Maria, card)).Message, Is.Not.Empty);
    }

    [Test]
    public async Task DeadLetter_Old_IsRemovedAndAYoungerOneIsKept()
    {
        await DieAsync(1, new OutboxRow(1, new SendStatus(), DeadSince: Clock.GetUtcNow().AddDays(-61)));
        await DieAsync(2, new OutboxRow(2, new SendStatus(), DeadSince: Clock.GetUtcNow().AddDays(-59)));
        await TidyAsync(Bot.Store, 0);

        Assert.That((await DeadAsync()).Select(row => row.Key), Is.EqualTo(new[] { Dead(2) }));
    }

    [TestCase("")]
    [TestCase("stop using this channel")]
    public async Task DeadLetter_OfAChannel_OldOne_IsRemoved(string before)
    {
        var channel = Keys.Channel(Place.Tenant, Place.Marketing.Id);
        var digest = new SendDigest(
            new("https://teams", Place.Marketing.Id, ConversationType.Channel, Place.Tenant, "28:bot", "BridgeBot", null, null, null), Start, Start, Start, "UTC", false, false);
        await Bot.Store.CommitAsync(channel, [new Insert(Dead(1), StateJson.Write(new OutboxRow(1, digest, DeadSince: Clock.GetUtcNow())))], default);
        if (before.Length > 0)
        {
            await Bot.MentionAsync(Maria, Place.Marketing, before);
        }

        await StoredStory.UntilAsync(async () =>
        {
            Clock.Advance(TimeSpan.FromHours(30));
            return (await Bot.Store.ReadAsync(channel, Dead(1), default)) is null;
        });

        Assert.That(Clock.GetUtcNow() - Start, Is.GreaterThan(TimeSpan.FromDays(60)));
    }

    [Test]
    public async Task DeadLetter_WithoutADate_CountsFromNow()
    {
        await DieAsync(1, new OutboxRow(1, new SendStatus()));
        await Bot.Store.CommitAsync(
            await SamAsync(), [new Insert(Dead(2), """{"Message":{"send":"of a later version"}}""")], CancellationToken.None);
        await TidyAsync(Bot.Store, 0);
        await TidyAsync(Bot.Store, 59);
        Assert.That(await DeadAsync(), Has.Count.EqualTo(2));
        await TidyAsync(Bot.Store, 61);

        Assert.That(await DeadAsync(), Is.Empty);
    }

    [Test]
    public async Task DeadLetter_AboutARemovedThread_GoesWithIt()
    {
        var thread = await Bot.StoredThreadAsync(await DeclinedAsync());
        await DieAsync(1, new OutboxRow(1, new SendThreadNews(thread.Id, new Declined(Clock.GetUtcNow(), thread.Ruling!.By, Reason)), DeadSince: Clock.GetUtcNow()));
        await TidyAsync(Bot.Store, 41);

        Assert.That(await DeadAsync(), Is.Empty);
    }

    [Test]
    public async Task Refused_AMessage_IsDatedSinceThen()
    {
        Bot.Teams.Next(sent => sent.InChat(Sam), new Behaviour.Fails(403));
        await Bot.SayAsync(Sam, "status");
        await StoredStory.UntilAsync(async () => (await DeadAsync()).Count == 1);

        Assert.That(DeadLetter.SinceOf((await DeadAsync())[0].Body), Is.EqualTo(Start));
    }

    [Test]
    public async Task Tidying_ThatFailedBefore_BeginsAnewTheNextDay()
    {
        var rows = await Bot.Store.RangeAsync(await SamAsync(), Keys.OutFrom, Keys.OutTo, 100, CancellationToken.None);
        var tidy = rows.Single(row => StateJson.Read<OutboxRow>(row.Body).Message is Tidy);
        var failed = StateJson.Read<OutboxRow>(tidy.Body) with { Attempts = 100 };
        await Bot.Store.CommitAsync(await SamAsync(), [new Upsert(tidy.Key, StateJson.Write(failed))], CancellationToken.None);
        await StoredStory.UntilAsync(async () =>
        {
            Clock.Advance(TimeSpan.FromHours(30));
            return StateJson.Read<OutboxRow>((await Bot.Store.ReadAsync(await SamAsync(), tidy.Key, CancellationToken.None))!.Body).Attempts == 0;
        });
    }

    [Test]
    public async Task Tidying_ARowOfALaterVersion_StaysAndTheOthersGo()
    {
        var old = StateJson.Write(new SeenRow(Start.AddDays(-1)));
        await Bot.Store.CommitAsync(
            await SamAsync(),
            [new Insert("closed|later", """{"Status":"Celebrated"}"""), new Insert("seen|0", "[]"), new Insert("seen|1", old)],
            CancellationToken.None);
        await TidyAsync(Bot.Store, 1);

        Assert.That(
            (await Bot.Store.ReadAsync(await SamAsync(), "closed|later", default) is null, await Bot.Store.ReadAsync(await SamAsync(), "seen|1", default)),
            Is.EqualTo((false, (Row?)null)));
    }

    private static string Dead(int number) => Keys.Dead(Keys.Out($"{number:D32}", 0));

    private async Task<Sent> DeclinedAsync()
    {
        var card = await Bot.PostAsync();
        await Bot.ClickAsync(Maria, Place.Marketing, card.Card![Verbs.Decline], card.ActivityId, (Verbs.InputReason, Reason));
        await Bot.UntilListedAsync(card, ThreadStatus.Declined);
        await Bot.SettledAsync();
        return card;
    }

    /// <summary>Removes what is old so many days from now.</summary>
    private async Task TidyAsync(IStore store, int days) =>
        await new Retention(store, Options, new Microsoft.Extensions.Time.Testing.FakeTimeProvider(Clock.GetUtcNow().AddDays(days)))
            .TidyAsync(await SamAsync(), CancellationToken.None);

    private async Task<string> SamAsync() => Keys.Requester(await Bot.RequesterAsync(Sam));

    private async Task DieAsync(int number, OutboxRow row) => await Bot.Store.CommitAsync(
        await SamAsync(), [new Insert(Dead(number), StateJson.Write(row))], CancellationToken.None);

    private async Task<IReadOnlyList<Row>> DeadAsync() =>
        await Bot.Store.RangeAsync(await SamAsync(), Keys.DeadFrom, Keys.DeadTo, 100, CancellationToken.None);

    private IEnumerable<(string Partition, string Key, string Body)> RowsWith(string text) => Bot.StoredRows()
        .Where(row => row.Key.Contains(text, StringComparison.Ordinal) || row.Body.Contains(text, StringComparison.Ordinal));

    /// <summary>The real store, until the host is killed: after so many commits.</summary>
    private static CommitsOtherwise Cut(IStore store, int left) => new(
        store, (_, commit) => left-- > 0 ? commit() : throw new StoreUnavailableException("killed", new IOException()));

    /// <summary>The real store, where a turn commits in one partition just before everybody else.</summary>
    private static CommitsOtherwise Hasty(IStore store, string of) => new(store, async (partition, commit) =>
    {
        if (partition == of && await store.ReadAsync(partition, Keys.Head, CancellationToken.None) is { } head)
        {
            await store.CommitAsync(partition, [new Replace(Keys.Head, head.Body, head.ETag)], CancellationToken.None);
        }

        return await commit();
    });
}
