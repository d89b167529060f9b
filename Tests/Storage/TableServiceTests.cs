using Azure.Core;
using Azure.Core.Pipeline;
using Azure.Data.Tables;
using BridgeBot.Host.Storage;

namespace BridgeBot.Tests.Storage;

/// <summary>What is Table Storage's own: its limits, lost answers, a table or a server that is gone.</summary>
public sealed class TableServiceTests
{
    private readonly RequestLog _log = new();
    private readonly LosesOne _loses = new();
    private StorageOptions _options = null!;
    private TableStore _store = null!;

    [OneTimeSetUp]
    public async Task Open()
    {
        _options = (await SharedAzurite.GetAsync()).NewTable();
        _store = TableStore.Open(_options, _log, _loses);
    }

    [Test]
    public async Task Read_AnotherHostsRow_IsThere()
    {
        await TableStore.Open(_options).CommitAsync("shared", [new Insert("a", "1")], default);

        Assert.That((await _store.ReadAsync("shared", "a", default))!.Body, Is.EqualTo("1"));
    }

    // Azurite takes more than the service, so what is sent is weighed here.
    [TestCase('x')]
    [TestCase('"')]
    [TestCase('ä')]
    public async Task Commit_LargestTransaction_IsWithinTheServicesLimit(char character)
    {
        var length = (StoreLimits.TransactionBytes / 50 / (character == 'x' ? 1 : 6)) - 250;
        Write[] writes = [.. Enumerable.Range(0, 49).Select(i => new Upsert($"k{i:00}", new string(character, length)))];
        _log.Clear();
        await _store.CommitAsync("large", writes, default);

        Assert.That(_log.Requests.Single().Bytes, Is.InRange(StoreLimits.TransactionBytes * 0.9, StoreLimits.TransactionBytes));
    }

    [Test]
    public async Task Read_PropertiesOfALongRow_AreWithinTheServicesLimit()
    {
        await _store.CommitAsync("long", [new Insert("a", new string('x', StoreLimits.BodyBytes / 2))], default);
        var entity = (await Client().GetEntityAsync<TableEntity>("long", "a")).Value;

        Assert.That(((IDictionary<string, object>)entity).Values.OfType<string>().Max(text => text.Length * 2), Is.InRange(32 * 1024, 64 * 1024));
    }

    [Test]
    public async Task Read_RowWithAPropertyOfALaterVersion_IsRead()
    {
        await Client().AddEntityAsync(new TableEntity("later", "a") { ["B00"] = "1", ["Colour"] = "blue" });

        Assert.That((await _store.ReadAsync("later", "a", default))!.Body, Is.EqualTo("1"));
    }

    [Test]
    public async Task Commit_AnswerWasLost_IsNoConflictWithItself()
    {
        _loses.Answer = true;
        var result = await _store.CommitAsync("lost", [new Insert("a", "1"), new Insert("b", "1")], default);

        Assert.That(result.Committed);
        Assert.That(await _store.RangeAsync("lost", "", "~", 10, default), Has.Count.EqualTo(2));
    }

    [Test]
    public async Task Commit_AnswerToAReplaceWasLost_IsNoConflictWithItself()
    {
        await _store.CommitAsync("lost-lease", [new Insert("a", "1")], default);
        var row = await _store.ReadAsync("lost-lease", "a", default);
        _loses.Answer = true;

        Assert.That((await _store.CommitAsync("lost-lease", [new Replace("a", "2", row!.ETag)], default)).Committed);
    }

    [Test]
    public async Task Commit_AnswerToADeletionWithAWriteWasLost_IsNoConflictWithItself()
    {
        await _store.CommitAsync("lost-letter", [new Insert("a", "1")], default);
        var row = await _store.ReadAsync("lost-letter", "a", default);
        _loses.Answer = true;

        Assert.That((await _store.CommitAsync("lost-letter", [new Delete("a", row!.ETag), new Upsert("b", "1")], default)).Committed);
    }

    [Test]
    public async Task Commit_RequestWasLostAndSomebodyElseWasFirst_IsAConflict()
    {
        await _store.CommitAsync("first", [new Insert("b", "1")], default);
        _loses.Request = true;

        Assert.That(await _store.CommitAsync("first", [new Upsert("a", "1"), new Insert("b", "1")], default), Is.EqualTo(new CommitResult(1)));
    }

    [Test]
    public async Task Commit_AnswerToADeletionAloneWasLost_IsAConflict()
    {
        await _store.CommitAsync("lost-row", [new Insert("a", "1")], default);
        var row = await _store.ReadAsync("lost-row", "a", default);
        _loses.Answer = true;

        Assert.That(await _store.CommitAsync("lost-row", [new Delete("a", row!.ETag)], default), Is.EqualTo(new CommitResult(0)));
    }

    [Test]
    public async Task AnyUse_TableIsGone_IsUnavailable()
    {
        var options = (await SharedAzurite.GetAsync()).NewTable();
        var store = TableStore.Open(options);
        await new TableClient(options.ConnectionString, options.Table).DeleteAsync();

        Assert.That(() => store.ReadAsync("p", "a", default), Throws.TypeOf<StoreUnavailableException>());
        Assert.That(() => store.RangeAsync("p", "a", "b", 1, default), Throws.TypeOf<StoreUnavailableException>());
        Assert.That(() => store.CommitAsync("p", [new Delete("a")], default), Throws.TypeOf<StoreUnavailableException>());
    }

    [Test]
    public async Task AnyUse_ServerIsGone_IsUnavailable()
    {
        await using var server = await AzuriteServer.StartAsync();
        var store = TableStore.Open(server.NewTable());
        await server.DisposeAsync();

        Assert.That(() => store.ReadAsync("p", "a", default), Throws.TypeOf<StoreUnavailableException>());
        Assert.That(() => store.CommitAsync("p", [new Insert("a", "1")], default), Throws.TypeOf<StoreUnavailableException>());
    }

    private TableClient Client() => new(_options.ConnectionString, _options.Table);

    /// <summary>A connection that breaks before the service's work, or between that and its answer; once.</summary>
    private sealed class LosesOne : HttpPipelinePolicy
    {
        public bool Request { get; set; }

        public bool Answer { get; set; }

        public override void Process(HttpMessage message, ReadOnlyMemory<HttpPipelinePolicy> pipeline) => ProcessNext(message, pipeline);

        public override async ValueTask ProcessAsync(HttpMessage message, ReadOnlyMemory<HttpPipelinePolicy> pipeline)
        {
            if (!Request) await ProcessNextAsync(message, pipeline);
            if (!Request && !Answer) return;
            Request = Answer = false;
            throw new IOException("the connection was closed");
        }
    }
}
