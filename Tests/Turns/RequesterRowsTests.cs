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

    private static Insert Open(int number)
    {
        var id = $"{number:x32}";
        var at = DateTimeOffset.UnixEpoch;
        var request = new Request("other", "Request", "Please", null, null, [], null, false);
        return new(Keys.Open(id), StateJson.Write(new RequestThread(
            id, "BR-222222", "r", new Person(Sam.AadObjectId, Sam.Name), request, ThreadStatus.Submitted, 1, at, at, at, null, [])));
    }
}
