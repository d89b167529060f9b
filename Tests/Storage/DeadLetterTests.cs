using BridgeBot.Core.Threads;
using BridgeBot.Host.Outbox;
using BridgeBot.Host.Storage;
using BridgeBot.Host.Turns;
using Microsoft.Extensions.Time.Testing;

namespace BridgeBot.Tests.Storage;

/// <summary>A dead letter goes back into its lane as a turn's message does: found wherever it ends, and never twice.</summary>
[TestFixture(StorageOptions.Sqlite)]
[TestFixture(StorageOptions.AzureTable)]
internal sealed class DeadLetterTests(string provider)
{
    private static readonly string Partition = Keys.Requester(new string('a', 32));
    private static readonly string Key = Keys.Dead(Keys.Out(new string('d', 32), 0));

    private readonly FakeTimeProvider _clock = new(new DateTimeOffset(2026, 11, 23, 9, 0, 0, TimeSpan.Zero));
    private NewStore _new = null!;

    private IStore Store => _new.Store;

    [SetUp]
    public async Task GivenADeadLetterAsync()
    {
        _new = await NewStore.OfAsync(provider);
        var head = new RequesterHead("tenant", new Person("sam", "Sam"), null, true, "en-US", "UTC", 7);
        await Store.CommitAsync(
            Partition,
            [
                new Insert(Keys.Head, StateJson.Write(head)),
                new Insert(Key, StateJson.Write(new OutboxRow(3, new SendStatus(), Attempts: 5, NotBefore: _clock.GetUtcNow().AddDays(1), LastCode: "Forbidden"))),
            ],
            default);
    }

    [TearDown]
    public async Task GoneAsync() => await _new.DisposeAsync();

    [Test]
    public async Task Replay_PutsItAtTheEndOfItsLaneAsIfNew()
    {
        await ReplayAsync(Store);

        Assert.That(StateJson.Read<OutboxRow>((await OutAsync()).Single().Body), Is.EqualTo(new OutboxRow(7, new SendStatus())));
    }

    [Test]
    public async Task Replay_TakesItsNumberFromTheHead()
    {
        await ReplayAsync(Store);
        var head = await Store.ReadAsync(Partition, Keys.Head, default);

        Assert.That(StateJson.Read<RequesterHead>(head!.Body).NextNumber, Is.EqualTo(8));
    }

    [Test]
    public async Task Replay_LeavesNoDeadLetter()
    {
        await ReplayAsync(Store);

        Assert.That(await Store.ReadAsync(Partition, Key, default), Is.Null);
    }

    [TestCase(1)]
    [TestCase(2)]
    public async Task Replay_KilledBeforeACommit_IsStillDead(int commit)
    {
        Assert.That(() => ReplayAsync(KilledBefore(commit)), Throws.TypeOf<IOException>());
        Assert.That((await Store.ReadAsync(Partition, Key, default) is null, (await OutAsync()).Count), Is.EqualTo((false, 0)));
    }

    [Test]
    public async Task Replay_KilledAfterItsTransaction_IsFoundByADueRow()
    {
        Assert.That(() => ReplayAsync(KilledAfter(2)), Throws.TypeOf<IOException>());

        Assert.That(await DueIdsAsync(), Is.EqualTo((await OutAsync()).Select(row => row.Key.Split('|')[1])));
    }

    [Test]
    public async Task Replay_BesideATurn_IsTriedAgain()
    {
        var isFirst = true;
        var rival = new CommitsOtherwise(Store, async (partition, commit) =>
        {
            if (partition == Partition && isFirst)
            {
                isFirst = false;
                var head = await Store.ReadAsync(Partition, Keys.Head, default);
                var turned = StateJson.Read<RequesterHead>(head!.Body) with { NextNumber = 20 };
                await Store.CommitAsync(Partition, [new Replace(Keys.Head, StateJson.Write(turned), head.ETag)], default);
            }

            return await commit();
        });
        await ReplayAsync(rival);

        Assert.That(StateJson.Read<OutboxRow>((await OutAsync()).Single().Body).Number, Is.EqualTo(20));
        Assert.That(await DueIdsAsync(), Has.Count.EqualTo(1));
    }

    [Test]
    public async Task Replay_ASweeperGaveItsDueRowUp_IsTriedAgain()
    {
        var isFirst = true;
        var slow = new CommitsOtherwise(Store, async (partition, commit) =>
        {
            if (partition == Partition && isFirst)
            {
                isFirst = false;
                await Store.CommitAsync(Partition, [new Insert(Keys.Out((await DueIdsAsync()).Single(), 0), OutboxRow.Tombstone(_clock.GetUtcNow()))], default);
            }

            return await commit();
        });

        Assert.That(await ReplayAsync(slow));
        Assert.That((await OutAsync()).Select(row => row.Key.Split('|')[1]), Is.SupersetOf(await DueIdsAsync()).And.Exactly(2).Items);
    }

    [Test]
    public async Task Replay_AnswerWasLostAndTheClientTriedAgain_IsDoneOnceAndFound()
    {
        var twice = new CommitsOtherwise(Store, async (_, commit) =>
        {
            await commit();
            return await commit();
        });

        Assert.That(await ReplayAsync(twice));
        Assert.That(await DueIdsAsync(), Is.EqualTo((await OutAsync()).Select(row => row.Key.Split('|')[1])));
    }

    [Test]
    public async Task Replay_ByTwoAtOnce_IsDoneOnce()
    {
        var letter = await LetterAsync();
        var done = await Task.WhenAll(Enumerable.Range(0, 5).Select(_ => Task.Run(() => new DeadLetters(Store, _clock).ReplayAsync(letter, default))));

        Assert.That((done.Count(isDone => isDone), (await OutAsync()).Count), Is.EqualTo((1, 1)));
    }

    [Test]
    public async Task Drop_RemovesIt()
    {
        Assert.That(await new DeadLetters(Store, _clock).DropAsync(await LetterAsync(), default));
        Assert.That(await Store.ReadAsync(Partition, Key, default), Is.Null);
    }

    [Test]
    public async Task Drop_WrittenAnewSince_LeavesIt()
    {
        var letter = await LetterAsync();
        await Store.CommitAsync(Partition, [new Upsert(Key, "{}")], default);

        Assert.That(await new DeadLetters(Store, _clock).DropAsync(letter, default), Is.False);
        Assert.That(await Store.ReadAsync(Partition, Key, default), Is.Not.Null);
    }

    private CommitsOtherwise KilledBefore(int commit)
    {
        var left = commit;
        return new(Store, (_, go) => --left > 0 ? go() : throw new IOException("killed"));
    }

    private CommitsOtherwise KilledAfter(int commit)
    {
        var left = commit;
        return new(Store, async (_, go) =>
        {
            var result = await go();
            return --left > 0 ? result : throw new IOException("killed");
        });
    }

    private async Task<bool> ReplayAsync(IStore store) => await new DeadLetters(store, _clock).ReplayAsync(await LetterAsync(), default);

    private async Task<Letter> LetterAsync() => await Letters.AllAsync(Store, default).SingleAsync(letter => letter.IsDead);

    private Task<IReadOnlyList<Row>> OutAsync() => Store.RangeAsync(Partition, Keys.OutFrom, Keys.OutTo, 10, default);

    private async Task<IReadOnlyList<string>> DueIdsAsync() =>
        [.. (await Store.RangeAsync(Keys.Due(Partition), "", "~", 10, default)).Select(row => StateJson.Read<DueBody>(row.Body).Id)];
}
