using BridgeBot.Core.Lists;
using BridgeBot.Core.Threads;
using BridgeBot.Host.Privacy;
using BridgeBot.Host.Storage;
using BridgeBot.Host.Turns;
using Microsoft.Extensions.Time.Testing;
using static BridgeBot.Tests.Storage.SamInTheStore;

namespace BridgeBot.Tests.Storage;

/// <summary>Sam is erased from everything that is stored, wherever the command is killed and whatever hosts do beside it.</summary>
[TestFixture(StorageOptions.Sqlite)]
[TestFixture(StorageOptions.AzureTable)]
internal sealed class ErasureTests(string provider)
{
    private const string Removed = "Somebody";
    private static readonly Person Nobody = new("", Removed);

    private FakeTimeProvider _clock = null!;
    private NewStore _new = null!;

    private IStore Store => _new.Store;

    [SetUp]
    public async Task GivenSamIsStoredAsync()
    {
        _clock = new(Now);
        _new = await NewStore.OfAsync(provider);
        await FillAsync(Store);
        Assert.That((await RowsWithSamAsync()).Count(), Is.GreaterThan(20));
    }

    [TearDown]
    public async Task GoneAsync() => await _new.DisposeAsync();

    [Test]
    public async Task Erase_NothingStoredNamesThemOrHasTheirWords()
    {
        await EraseAsync(Store);

        Assert.That(await RowsWithSamAsync(), Is.Empty);
    }

    [Test]
    public async Task Erase_TheThreadsStayWithAnotherName()
    {
        await EraseAsync(Store);
        var (asked, approved) = (await ThreadAsync(Own, Keys.Open("t1")), await ThreadAsync(Own, Keys.Closed("t2")));

        Assert.That((asked.Requester, approved.Requester, approved.Ruling!.By), Is.EqualTo((Nobody, Nobody, Maria)));
        Assert.That((asked.Request.Text, asked.Questions[0].Answer, asked.Questions[0].By), Is.EqualTo(("Could we have a deck? Ask Sam.", "twelve pages", Maria)));
    }

    [Test]
    public async Task Erase_WhatTheyDecidedAndAskedStaysWithAnotherName()
    {
        await EraseAsync(Store);
        var (approved, asked) = (await ThreadAsync(Marias, Keys.Closed("t3")), await ThreadAsync(Marias, Keys.Open("t4")));

        Assert.That((approved.Requester, approved.Ruling!.By, asked.Questions[0].By), Is.EqualTo((Maria, Nobody, Nobody)));
    }

    [Test]
    public async Task Erase_EveryThreadIsStillWhatItsEventsSay()
    {
        await EraseAsync(Store);
        foreach (var (partition, key) in new[] { (Own, Keys.Open("t1")), (Own, Keys.Closed("t2")), (Marias, Keys.Closed("t3")), (Marias, Keys.Open("t4")) })
        {
            var id = Keys.ThreadId(key);
            var events = await Store.RangeAsync(partition, Keys.EventsFrom(id), Keys.EventsTo(id), 100, default);
            var folded = Fold(events.Select(row => StateJson.Read<ThreadEvent>(row.Body)));

            Assert.That(StateJson.Write(folded), Is.EqualTo((await Store.ReadAsync(partition, key, default))!.Body));
        }
    }

    [Test]
    public async Task Erase_EveryPostedCardIsDueForAnUpdate()
    {
        await EraseAsync(Store);
        foreach (var (partition, threads) in new[] { (Own, new[] { "t1", "t2" }), (Marias, ["t3", "t4"]) })
        {
            var cards = await OutAsync(partition, row => row.Message is ReconcileCard);

            Assert.That(cards.Select(card => ((ReconcileCard)card.Row.Message!).ThreadId), Is.EquivalentTo(threads));
            Assert.That(cards.Select(card => card.Row.Number), Is.All.GreaterThanOrEqualTo(20));
            Assert.That(await DueIdsAsync(partition), Is.SupersetOf(cards.Select(card => card.Due).Distinct()));
        }
    }

    [Test]
    public async Task Erase_OfTheirOutboxOnlyWhatMarketingSeesIsLeft()
    {
        await EraseAsync(Store);

        Assert.That(
            (await OutAsync(Own, _ => true)).Select(letter => letter.Row.Message?.GetType().Name).Distinct(),
            Is.EquivalentTo([null, nameof(SendBelowCard), nameof(ListThread), nameof(ReconcileCard), nameof(AskWhetherItHelped), nameof(Tidy)]));
        Assert.That(await Store.RangeAsync(Own, Keys.DeadFrom, Keys.DeadTo, 10, default), Is.Empty);
    }

    [Test]
    public async Task Erase_WhatOthersAreSentStays()
    {
        await EraseAsync(Store);

        Assert.That(
            (await OutAsync(Marias, _ => true)).Select(letter => letter.Row.Message!.GetType().Name),
            Is.EquivalentTo([nameof(SendThreadNews), nameof(SendStatus), nameof(ReconcileCard), nameof(ReconcileCard)]));
        Assert.That(await Store.RangeAsync(Marias, Keys.DeadFrom, Keys.DeadTo, 10, default), Has.Count.EqualTo(1));
    }

    [Test]
    public async Task Erase_TheDigestCountsTheirRequestsUnderAnotherName()
    {
        await EraseAsync(Store);
        var listed = await Store.RangeAsync(Home, "", "~", 10, default);

        Assert.That(listed.Select(row => StateJson.Read<ListedThread>(row.Body).Requester), Is.EquivalentTo([Nobody, Nobody, Nobody, Maria]));
    }

    [Test]
    public async Task Erase_Again_ChangesNothing()
    {
        await EraseAsync(Store);
        var before = await _new.AllAsync();
        await EraseAsync(new CommitsOtherwise(Store, (_, _) => throw new IOException("nobody writes")));

        Assert.That(await _new.AllAsync(), Is.EqualTo(before));
    }

    [Test]
    public async Task Erase_KilledBeforeAnyCommitAndRunAgain_EndsTheSame()
    {
        await EraseAsync(Store);
        var whole = await EndAsync();
        for (var (left, isKilled) = (0, true); isKilled; left++)
        {
            await using var again = await NewStore.OfAsync(StorageOptions.Sqlite);
            await FillAsync(again.Store);
            isKilled = await IsKilledAsync(again.Store, left);
            await EraseAsync(again.Store);
            if (!(await EndAsync(again)).SequenceEqual(whole)) Assert.Fail($"killed before commit {left + 1}, it ends otherwise");
            Assert.That(isKilled || left > 8);
        }
    }

    [Test]
    public async Task Erase_KilledAgainAndAgain_ComesToItsEnd()
    {
        for (var left = 0; await IsKilledAsync(Store, left); left++)
        {
        }

        Assert.That(await RowsWithSamAsync(), Is.Empty);
    }

    [Test]
    public async Task Erase_ATurnIsFirstAtEveryCommit_EndsTheSame()
    {
        var turns = new Dictionary<string, int>();
        await EraseAsync(new CommitsOtherwise(Store, async (partition, commit) =>
        {
            if (turns.GetValueOrDefault(partition) < 3 && await Store.ReadAsync(partition, Keys.Head, default) is { } head)
            {
                turns[partition] = turns.GetValueOrDefault(partition) + 1;
                await Store.CommitAsync(partition, [new Replace(Keys.Head, head.Body, head.ETag)], default);
            }

            return await commit();
        }));

        Assert.That((await RowsWithSamAsync(), turns[Own]), Is.EqualTo((Array.Empty<StoredRow>(), 3)));
        Assert.That(await ThreadAsync(Own, Keys.Open("t1")), Has.Property(nameof(RequestThread.Version)).EqualTo(6));
    }

    [Test]
    public async Task Erase_ByTwoAtOnce_EndsTheSame()
    {
        await EraseAsync(Store);
        var whole = await EndAsync();
        await using var again = await NewStore.OfAsync(provider);
        await FillAsync(again.Store);
        await Task.WhenAll(Enumerable.Range(0, 3).Select(_ => Task.Run(() => EraseAsync(again.Store))));

        Assert.That(await RowsWithSamAsync(again), Is.Empty);
        Assert.That((await EndAsync(again)).Where(row => row.Contains(nameof(RequestThread.Questions), StringComparison.Ordinal)),
            Is.EqualTo(whole.Where(row => row.Contains(nameof(RequestThread.Questions), StringComparison.Ordinal))));
    }

    [Test]
    public async Task Erase_AHostHasAMessageInHand_WaitsUntilItHasWrittenItAgain()
    {
        var (key, body) = Out(12, new SendRejection(Chat, new NothingToAnswer(), "UTC"), leasedUntil: Now.AddSeconds(60));
        await WriteAsync(Store, Marias, (key, body));
        var erased = EraseAsync(Store);
        await Turns.StoredStory.UntilAsync(async () => await Store.ReadAsync(Own, Keys.Dialog, default) is null);
        _clock.Advance(TimeSpan.FromSeconds(30));
        Assert.That(erased.IsCompleted, Is.False);
        await WriteAsync(Store, Marias, (key, StateJson.Write(StateJson.Read<OutboxRow>(body) with { LeasedUntil = null, Attempts = 1 })));
        await PassAsync(erased);

        Assert.That(await RowsWithSamAsync(), Is.Empty);
    }

    [Test]
    public async Task Erase_AHostAnswersThemInAChannel_WaitsUntilItHasWrittenItAgain()
    {
        var (tenant, list) = (Keys.Tenant(Tenant), new SendList(Marketing, ListRequest.First(ListKind.Open), Sam, "UTC"));
        var (key, body) = Out(12, list, leasedUntil: Now.AddSeconds(60));
        await WriteAsync(Store, tenant, (key, body));
        var erased = EraseAsync(Store);
        await Turns.StoredStory.UntilAsync(async () => (await ThreadAsync(Own, Keys.Open("t1"))).Requester == Nobody);
        _clock.Advance(TimeSpan.FromSeconds(30));
        Assert.That(await Store.ReadAsync(tenant, key, default), Is.Not.Null);
        await WriteAsync(Store, tenant, (key, StateJson.Write(StateJson.Read<OutboxRow>(body) with { LeasedUntil = null, Attempts = 1 })));
        await PassAsync(erased);

        Assert.That(await RowsWithSamAsync(), Is.Empty);
    }

    [Test]
    public async Task Erase_AHostIsListingAThreadThatItReadBefore_WaitsForIt()
    {
        await WriteAsync(Store, Own, Out(4, new ListThread("t1"), leasedUntil: Now.AddSeconds(60)));
        await Store.CommitAsync(Home, [new Delete(Keys.ListedOpen("t1"))], default);
        var erased = EraseAsync(Store);
        await Turns.StoredStory.UntilAsync(async () => (await ThreadAsync(Own, Keys.Open("t1"))).Requester == Nobody);
        var late = new ListedThread("t1", Own[2..], "BR-111111", "Deck", "collateral", Sam, ThreadStatus.Submitted, 5, Now, Now);
        await Store.CommitAsync(Home, [new Insert(Keys.ListedOpen("t1"), StateJson.Write(late))], default);
        await Store.CommitAsync(Own, [new Delete(Keys.Out(Id(4), 0))], default);
        await PassAsync(erased);

        Assert.That(await RowsWithSamAsync(), Is.Empty);
    }

    [Test]
    public async Task Erase_TheyDecidedSomethingMeanwhile_ThatIsErasedToo()
    {
        var isFirst = true;
        await EraseAsync(new CommitsOtherwise(Store, async (partition, commit) =>
        {
            var result = await commit();
            if (partition == Home && isFirst)
            {
                isFirst = false;
                await WriteAsync(Store, Marias, (Keys.Closed("t5"), StateJson.Write(Approved("t5", "BR-555555", Marias, Maria, Sam))));
            }

            return result;
        }));

        Assert.That(await RowsWithSamAsync(), Is.Empty);
        Assert.That((await ThreadAsync(Marias, Keys.Closed("t5"))).Ruling!.By, Is.EqualTo(Nobody));
    }

    [Test]
    public async Task Erase_TheyWriteAllTheTime_SaysSoAfterAWhile()
    {
        var others = Keys.Requester(new string('b', 32));
        var isDone = await new Erasure(
            new CommitsOtherwise(Store, async (partition, commit) =>
            {
                var result = await commit();
                var next = partition == Marias ? others : Marias;
                if (partition == Marias || partition == others)
                {
                    await WriteAsync(Store, next, (Keys.Closed("t5"), StateJson.Write(Approved("t5", "BR-555555", next, Maria, Sam))));
                }

                return result;
            }),
            Removed,
            _clock).RunAsync(Sam.AadObjectId, default);

        Assert.That(isDone, Is.False);
    }

    [Test]
    public async Task Erase_OfMoreThreadsThanATransactionTakes_ChangesEach()
    {
        await WriteAsync(Store, Own, [.. Enumerable.Range(0, 150).SelectMany(i => new[]
        {
            (Keys.Closed(Id(i)), StateJson.Write(Approved(Id(i), "BR-222222", Own, Sam, Maria))),
            (Keys.Card(Id(i)), StateJson.Write(new CardRow(Marketing, $"{i}", 3))),
        })]);
        await EraseAsync(Store);

        Assert.That(await RowsWithSamAsync(), Is.Empty);
        Assert.That(await OutAsync(Own, row => row.Message is ReconcileCard), Has.Count.EqualTo(152));
    }

    [Test]
    public async Task Erase_OfSomebodyWhoseFirstTurnIsOnItsWay_MakesItConflict()
    {
        var other = new Person("00000000-bbbb-0000-0000-000000000102", "Olga Other");
        var (key, requester) = (Keys.Person(Tenant, other.AadObjectId), new string('9', 32));
        await WriteAsync(Store, Keys.People(key), (key, StateJson.Write(new PersonRow(requester))));
        await new Erasure(Store, Removed, _clock).RunAsync(other.AadObjectId.ToUpperInvariant(), default);
        var late = new RequesterHead(Tenant, other, null, false, "en-US", "UTC", 0);

        Assert.That((await Store.CommitAsync(Keys.Requester(requester), [new Insert(Keys.Head, StateJson.Write(late))], default)).Committed, Is.False);
        Assert.That(await Store.ReadAsync(Keys.People(key), key, default), Is.Null);
    }

    private async Task EraseAsync(IStore store) =>
        Assert.That(await new Erasure(store, Removed, _clock).RunAsync(Sam.AadObjectId, default));

    /// <summary>Whether an erasure is killed that may do so many commits.</summary>
    private async Task<bool> IsKilledAsync(IStore store, int left)
    {
        try
        {
            await EraseAsync(new CommitsOtherwise(store, (_, commit) => left-- > 0 ? commit() : throw new IOException("killed")));
            return false;
        }
        catch (IOException)
        {
            return true;
        }
    }

    /// <summary>Lets time pass until it is done.</summary>
    private async Task PassAsync(Task erased)
    {
        await Turns.StoredStory.UntilAsync(() =>
        {
            _clock.Advance(TimeSpan.FromSeconds(1));
            return Task.FromResult(erased.IsCompleted);
        });
        await erased;
    }

    private async Task<IEnumerable<StoredRow>> RowsWithSamAsync(NewStore? of = null) => (await (of ?? _new).AllAsync())
        .Where(row => new[] { Sam.Name, Sam.AadObjectId, Chat.ConversationId, Words, PersonKey }
            .Any(text => $"{row.Partition} {row.Key} {row.Body}".Contains(text, StringComparison.OrdinalIgnoreCase)));

    /// <summary>What is stored in the end, but for when and under which random ids it was sent.</summary>
    private async Task<IReadOnlyList<string>> EndAsync(NewStore? of = null) =>
    [
        .. from row in await (of ?? _new).AllAsync()
           where !row.Partition.StartsWith("due-", StringComparison.Ordinal) && row.Partition != "schema"
           let key = row.Key.StartsWith(Keys.OutFrom, StringComparison.Ordinal) ? Keys.OutFrom : row.Key
           orderby row.Partition, key, row.Body
           select $"{row.Partition} {key} {row.Body}",
    ];

    private async Task<RequestThread> ThreadAsync(string partition, string key) =>
        StateJson.Read<RequestThread>((await Store.ReadAsync(partition, key, default))!.Body);

    private async Task<IReadOnlyList<(string Due, OutboxRow Row)>> OutAsync(string partition, Func<OutboxRow, bool> isWanted) =>
    [
        .. from row in await Store.RangeAsync(partition, Keys.OutFrom, Keys.OutTo, 500, default)
           let letter = StateJson.Read<OutboxRow>(row.Body)
           where isWanted(letter)
           select (row.Key.Split('|')[1], letter),
    ];

    private async Task<IReadOnlyList<string>> DueIdsAsync(string partition) =>
        [.. (await Store.RangeAsync(Keys.Due(partition), "", "~", 100, default)).Select(row => StateJson.Read<DueBody>(row.Body).Id)];
}
