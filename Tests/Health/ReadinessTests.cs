using Azure.Core;
using Azure.Identity;
using BridgeBot.Host.Channel;
using BridgeBot.Host.Health;
using BridgeBot.Host.Storage;
using BridgeBot.Host.Turns;
using BridgeBot.Tests.Storage;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Time.Testing;

namespace BridgeBot.Tests.Health;

/// <summary>How each part of the bot is, with the reason.</summary>
internal sealed class ReadinessTests
{
    private readonly FakeTimeProvider _clock = new(DateTimeOffset.UtcNow);

    private static string Of(IReadOnlyList<ReadyPart> parts, string name)
    {
        var part = parts.Single(part => part.Name == name);
        return $"{part.State}: {part.Reason}";
    }

    [Test]
    public async Task Look_AllIsWell_IsReady()
    {
        await using var store = await NewStore.OfAsync(StorageOptions.Sqlite);
        var parts = await new Readiness(store.Store, null, _clock).LookAsync(default);
        Assert.That(parts.Select(part => (part.Name, part.State)), Is.EqualTo(
            [("store", ReadyState.Ready), ("token", ReadyState.Ready), ("backlog", ReadyState.Ready)]));
    }

    [Test]
    public async Task Look_TheStoreCannotBeRead_IsUnready()
    {
        var parts = await new Readiness(new BrokenStore(), null, _clock).LookAsync(default);
        Assert.That((Of(parts, "store"), parts.Max(part => part.State)), Is.EqualTo(("Unready: it cannot be read; the log says why", ReadyState.Unready)));
    }

    [Test]
    public async Task Look_TheStoreCanOnlyBeRead_IsUnready()
    {
        await using var store = await NewStore.OfAsync(StorageOptions.Sqlite);
        var parts = await new Readiness(new BrokenStore(store.Store), null, _clock).LookAsync(default);
        Assert.That((Of(parts, "store"), parts.Max(part => part.State)), Is.EqualTo(("Unready: it can be read, but not written; the log says why", ReadyState.Unready)));
    }

    [Test]
    public async Task Look_TheStoreIsWell_LeavesNothingThere()
    {
        await using var store = await NewStore.OfAsync(StorageOptions.Sqlite);
        await new Readiness(store.Store, null, _clock).LookAsync(default);
        Assert.That(await store.Store.ScanAsync("", "", 1, default), Is.Empty);
    }

    [Test]
    public async Task Look_NoTokenCanBeHad_IsDegradedWithTheReason()
    {
        await using var store = await NewStore.OfAsync(StorageOptions.Sqlite);
        var credential = new ConnectorCredential(
            new NoCredential(), BotCloud.Public, ConnectorHosts.Of(BotCloud.Public, new()), _clock, NullLogger<ConnectorCredential>.Instance);
        var parts = await new Readiness(store.Store, credential, _clock).LookAsync(default);
        Assert.That(Of(parts, "token"), Is.EqualTo("Degraded: there is none, so nothing can be sent (AADSTS7000215); the log says why"));
    }

    [TestCase(4, ReadyState.Ready)]
    [TestCase(6, ReadyState.Degraded)]
    public async Task Look_WorkThatIsDue_IsLateAfterFiveMinutes(int minutes, ReadyState expected)
    {
        await using var store = await NewStore.OfAsync(StorageOptions.Sqlite);
        var due = new Due(_clock.GetUtcNow().AddMinutes(-minutes), "r-somebody", "d");
        await store.Store.CommitAsync(due.Home, [new Insert(due.Key, "{}")], default);
        var parts = await new Readiness(store.Store, null, _clock).LookAsync(default);
        Assert.That(parts.Single(part => part.Name == "backlog").State, Is.EqualTo(expected));
    }

    [Test]
    public async Task Look_AskedOften_ReadsTheStoreOnceInFiveSeconds()
    {
        var store = new BrokenStore();
        var readiness = new Readiness(store, null, _clock);
        await Task.WhenAll(Enumerable.Range(0, 20).Select(_ => readiness.LookAsync(default)));
        var before = store.Reads;
        _clock.Advance(TimeSpan.FromSeconds(5));
        await readiness.LookAsync(default);
        Assert.That((before, store.Reads), Is.EqualTo((1, 2)));
    }

    /// <summary>Takes nothing in; where it has another, that is read.</summary>
    private sealed class BrokenStore(IStore? read = null) : IStore
    {
        public bool IsExclusive => false;

        public int Reads { get; private set; }

        public Task<Row?> ReadAsync(string partition, string key, CancellationToken cancel)
        {
            Reads++;
            return read?.ReadAsync(partition, key, cancel) ?? throw new StoreUnavailableException("the disk is gone", new IOException());
        }

        public Task<IReadOnlyList<Row>> RangeAsync(string partition, string from, string to, int limit, CancellationToken cancel) =>
            read?.RangeAsync(partition, from, to, limit, cancel) ?? throw new StoreUnavailableException("the disk is gone", new IOException());

        public Task<IReadOnlyList<StoredRow>> ScanAsync(string partition, string key, int limit, CancellationToken cancel) =>
            throw new StoreUnavailableException("the disk is gone", new IOException());

        public Task<CommitResult> CommitAsync(string partition, IReadOnlyList<Write> writes, CancellationToken cancel) =>
            throw new StoreUnavailableException("the disk is gone", new IOException());
    }

    private sealed class NoCredential : TokenCredential
    {
        public override AccessToken GetToken(TokenRequestContext requestContext, CancellationToken cancellationToken) =>
            throw new AuthenticationFailedException("AADSTS7000215: Invalid client secret provided for app aaaaaaaa-0000-0000-0000-000000000001.");

        public override ValueTask<AccessToken> GetTokenAsync(TokenRequestContext requestContext, CancellationToken cancellationToken) =>
            new(GetToken(requestContext, cancellationToken));
    }
}
