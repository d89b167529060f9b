using BridgeBot.Host.Storage;
using BridgeBot.Host.Turns;
using static BridgeBot.Tests.Turns.Someone;

namespace BridgeBot.Tests.Turns;

/// <summary>A reference belongs to one request.</summary>
[FixtureLifeCycle(LifeCycle.InstancePerTestCase)]
internal sealed class ReferenceTests : StoryFixture
{
    [Test]
    public async Task Post_ReferenceIsTaken_AnotherOneIsUsed()
    {
        var preview = await Bot.ComposeAsync();
        var post = preview[Story.Preview];
        var state = await RequesterRows.LoadAsync(Bot.Store, await Bot.RequesterAsync(Sam), null, CancellationToken.None);
        var rival = new RivalStore(Bot.Store);
        var turn = await Bot.RunnerOn(rival, TimeProvider.System).RunAsync(
            new Clicked(new Envelope("p-1", state.Head!.Chat!, state.Head.Person, "en-US", "UTC"), post.Verb, post.Data, null),
            CancellationToken.None);
        turn.AfterAnswer!();

        Assert.That((await Bot.Teams.ExpectAsync(sent => sent.IsCard())).Body.ToString(), Does.Not.Contain(rival.Taken!));
    }

    [Test]
    public async Task Post_Twice_ReferencesDiffer()
    {
        var first = await Bot.StoredThreadAsync(await Bot.PostAsync());
        var second = await Bot.StoredThreadAsync(await Bot.PostAsync("Acme would like a case study about packaging."));

        Assert.That(second.Reference, Is.Not.EqualTo(first.Reference));
    }

    /// <summary>The real store, where somebody else takes the first reference just before this host does.</summary>
    private sealed class RivalStore(IStore store) : IStore
    {
        public bool IsExclusive => store.IsExclusive;

        public string? Taken { get; private set; }

        public Task<Row?> ReadAsync(string partition, string key, CancellationToken cancel) => store.ReadAsync(partition, key, cancel);

        public Task<IReadOnlyList<Row>> RangeAsync(string partition, string from, string to, int limit, CancellationToken cancel) =>
            store.RangeAsync(partition, from, to, limit, cancel);

        public Task<IReadOnlyList<StoredRow>> ScanAsync(string partition, string key, int limit, CancellationToken cancel) =>
            store.ScanAsync(partition, key, limit, cancel);

        public async Task<CommitResult> CommitAsync(string partition, IReadOnlyList<Write> writes, CancellationToken cancel)
        {
            if (partition == Keys.References && Taken is null)
            {
                Taken = writes[0].Key;
                await store.CommitAsync(partition, [new Insert(Taken, StateJson.Write(new ReferenceRow("somebody", "else")))], cancel);
            }

            return await store.CommitAsync(partition, writes, cancel);
        }
    }
}
