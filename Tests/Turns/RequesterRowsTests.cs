using BridgeBot.Core.Threads;
using BridgeBot.Host.Storage;
using BridgeBot.Host.Turns;
using static BridgeBot.Tests.Turns.Someone;

namespace BridgeBot.Tests.Turns;

internal sealed class RequesterRowsTests
{
    [Test]
    public async Task Load_MoreOpenThreadsThanAPage_ReadsThemAll()
    {
        await using var bot = await BotUnderTest.StartAsync();
        foreach (var batch in Enumerable.Range(0, 1_001).Chunk(StoreLimits.WritesInTransaction))
        {
            await bot.Store.CommitAsync(Keys.Requester("r"), [.. batch.Select(Open)], CancellationToken.None);
        }

        Assert.That((await RequesterRows.LoadAsync(bot.Store, "r", null, CancellationToken.None)).Threads, Has.Count.EqualTo(1_001));
    }

    [Test]
    public async Task Load_ThreadIsDecidedMeanwhile_IsThere([Values] bool beforeTheOpenOnesAreRead)
    {
        await using var bot = await BotUnderTest.StartAsync();
        var open = Open(1);
        var id = open.Key[Keys.OpenPrefix.Length..];
        await bot.Store.CommitAsync(Keys.Requester("r"), [open], CancellationToken.None);
        var store = new ClosesAThread(
            bot.Store, beforeTheOpenOnesAreRead, [new Upsert(Keys.Closed(id), open.Body), new Delete(open.Key)]);

        Assert.That((await RequesterRows.LoadAsync(store, "r", id, CancellationToken.None)).Threads, Has.Count.EqualTo(1));
    }

    /// <summary>The real store, where somebody else writes just before or after the range is read.</summary>
    private sealed class ClosesAThread(IStore store, bool before, Write[] writes) : IStore
    {
        public bool IsExclusive => store.IsExclusive;

        public Task<Row?> ReadAsync(string partition, string key, CancellationToken cancel) => store.ReadAsync(partition, key, cancel);

        public async Task<IReadOnlyList<Row>> RangeAsync(string partition, string from, string to, int limit, CancellationToken cancel)
        {
            if (before) await store.CommitAsync(partition, writes, cancel);
            var rows = await store.RangeAsync(partition, from, to, limit, cancel);
            if (!before) await store.CommitAsync(partition, writes, cancel);
            return rows;
        }

        public Task<IReadOnlyList<StoredRow>> ScanAsync(string partition, string key, int limit, CancellationToken cancel) =>
            store.ScanAsync(partition, key, limit, cancel);

        public Task<CommitResult> CommitAsync(string partition, IReadOnlyList<Write> commit, CancellationToken cancel) =>
            store.CommitAsync(partition, commit, cancel);
    }

    private static Insert Open(int number)
    {
        var id = $"{number:x32}";
        var at = DateTimeOffset.UnixEpoch;
        var request = new Request("other", "Request", "Please", null, null, [], null, false);
        return new(Keys.Open(id), StateJson.Write(new RequestThread(
            id, "BR-222222", "r", new Person(Sam.AadObjectId, Sam.Name), request, ThreadStatus.Submitted, 1, at, at, at, null, [])));
    }
}
