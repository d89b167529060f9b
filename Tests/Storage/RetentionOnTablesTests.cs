using BridgeBot.Core.Threads;
using BridgeBot.Host.Outbox;
using BridgeBot.Host.Storage;
using BridgeBot.Host.Turns;
using Microsoft.Extensions.Time.Testing;

namespace BridgeBot.Tests.Storage;

/// <summary>A removal that needs more than one of Table Storage's transactions.</summary>
internal sealed class RetentionOnTablesTests
{
    private const string Tenant = "tenant";

    private static readonly DateTimeOffset Decided = new(2026, 3, 2, 9, 0, 0, TimeSpan.Zero);
    private static readonly Person Sam = new("sam", "Sam");
    private static readonly ConversationReference Channel =
        new("https://teams", "19:marketing", ConversationType.Channel, Tenant, "28:bot", "BridgeBot", null, null, null);

    [Test]
    public async Task Removal_OfAThreadWithManyEvents_LeavesTheHeadAlone()
    {
        var store = (await SharedAzurite.GetAsync()).NewTable().Open();
        var (requester, thread) = (Keys.Requester(Fresh.Id()), Fresh.Id());
        var request = new Request("other", "Title", "Text", null, null, [], null, false);
        var closed = new RequestThread(
            thread, "BR-222222", requester[2..], Sam, request, ThreadStatus.Approved, 250, Decided, Decided, Decided, new Ruling(Sam, Decided, null), []);
        var head = new RequesterHead(Tenant, Sam, null, false, "en-US", "UTC", 0);
        await WriteAsync(requester, [
            new Insert(Keys.Head, StateJson.Write(head)),
            new Insert(Keys.Closed(thread), StateJson.Write(closed)),
            new Insert(Keys.Card(thread), StateJson.Write(new CardRow(Channel, "1", 250))),
            .. Enumerable.Range(1, 250).Select(n => new Insert(Keys.Event(thread, n), StateJson.Write<ThreadEvent>(new Posted(Decided)))),
        ]);
        await ListedRows.ListAsync(store, Keys.Channel(Tenant, Channel.ConversationId), closed, "1", [], default);
        await WriteAsync(Keys.References, [new Insert(closed.Reference, StateJson.Write(new ReferenceRow(requester[2..], thread)))]);

        await new Retention(store, new(), new FakeTimeProvider(Decided.AddDays(366))).TidyAsync(requester, default);

        Assert.That((await store.RangeAsync(requester, "", "~", 500, default)).Select(row => row.Key), Is.EqualTo(new[] { Keys.Head }));
        Assert.That(await store.RangeAsync(Keys.Channel(Tenant, Channel.ConversationId), "", "~", 10, default), Is.Empty);
        Assert.That(await store.ReadAsync(Keys.References, closed.Reference, default), Is.Null);

        async Task WriteAsync(string partition, IEnumerable<Write> writes)
        {
            foreach (var batch in writes.Chunk(StoreLimits.WritesInTransaction)) await store.CommitAsync(partition, batch, default);
        }
    }
}
