using BridgeBot.Core.Digest;
using BridgeBot.Core.Threads;
using BridgeBot.Host.Storage;
using BridgeBot.Host.Turns;
using BridgeBot.Tests.Storage;

namespace BridgeBot.Tests.Turns;

/// <summary>A channel's rows: what is open and what is over lie apart, and the newest version is the one that is there.</summary>
[TestFixture(StorageOptions.Sqlite)]
[TestFixture(StorageOptions.AzureTable)]
internal sealed class ListedRowsTests(string provider)
{
    private const string Thread = "t1";
    private static readonly DateTimeOffset Start = new(2026, 11, 23, 9, 0, 0, TimeSpan.Zero);
    private readonly string _channel = Keys.Channel("tenant", "19:marketing");
    private NewStore _new = null!;

    [SetUp]
    public async Task OpenAsync() => _new = await NewStore.OfAsync(provider);

    [TearDown]
    public async Task CloseAsync() => await _new.DisposeAsync();

    [Test]
    public async Task List_ThatIsOpen_IsAmongTheOpenOnes()
    {
        await ListAsync(1, ThreadStatus.Submitted);

        Assert.That(await PlacesAsync(), Is.EqualTo(new[] { Keys.ListedOpen(Thread) }));
    }

    [Test]
    public async Task List_ThatIsOver_Moves()
    {
        await ListAsync(1, ThreadStatus.Submitted);
        await ListAsync(2, ThreadStatus.Declined);

        Assert.That(await PlacesAsync(), Is.EqualTo(new[] { Keys.ListedOver(Thread) }));
    }

    [Test]
    public async Task List_ThatWasOpenedAgain_MovesBack()
    {
        await ListAsync(2, ThreadStatus.Declined);
        await ListAsync(3, ThreadStatus.Submitted);

        Assert.That(await PlacesAsync(), Is.EqualTo(new[] { Keys.ListedOpen(Thread) }));
    }

    [Test]
    public async Task List_AnOlderVersionLate_DoesNotBringItBack()
    {
        await ListAsync(2, ThreadStatus.Declined);
        Assert.That(await ListAsync(1, ThreadStatus.Submitted));

        Assert.That(await PlacesAsync(), Is.EqualTo(new[] { Keys.ListedOver(Thread) }));
    }

    [Test]
    public async Task List_ANewerVersionInTheSameMoment_TheOlderGivesWay()
    {
        var isFirst = true;
        var store = new CommitsOtherwise(_new.Store, async (_, commit) =>
        {
            if (isFirst)
            {
                isFirst = false;
                await ListAsync(2, ThreadStatus.Declined);
            }

            return await commit();
        });

        Assert.That(await ListedRows.ListAsync(store, _channel, Listed(1, ThreadStatus.Submitted), "1", [], default), Is.False);
        Assert.That(await PlacesAsync(), Is.EqualTo(new[] { Keys.ListedOver(Thread) }));
    }

    [Test]
    public async Task List_TheSameVersionUnderAnotherPost_LeadsThere()
    {
        await ListAsync(1, ThreadStatus.Submitted);
        await ListedRows.ListAsync(_new.Store, _channel, Listed(1, ThreadStatus.Submitted), "2", [], default);
        var row = await _new.Store.ReadAsync(_channel, Keys.ListedOpen(Thread), default);

        Assert.That(StateJson.Read<ListedThread>(row!.Body).ActivityId, Is.EqualTo("2"));
    }

    [Test]
    public async Task List_WithEvents_WritesThoseThatAreNew()
    {
        await ListedRows.ListAsync(_new.Store, _channel, Listed(2, ThreadStatus.Submitted), "1", [Happened(1), Happened(2)], default);
        await _new.Store.CommitAsync(_channel, [new Delete(Keys.Happened(Start, Thread, 1))], default);
        await ListedRows.ListAsync(_new.Store, _channel, Listed(3, ThreadStatus.Submitted), "1", [Happened(1), Happened(2), Happened(3)], default);

        Assert.That(await EventsAsync(), Is.EqualTo(new[] { 2, 3 }));
    }

    [Test]
    public async Task List_InAnotherChannel_WritesAllOfManyEvents()
    {
        await ListedRows.ListAsync(_new.Store, _channel, Listed(250, ThreadStatus.Submitted), "1", [.. Enumerable.Range(1, 250).Select(Happened)], default);

        Assert.That(await EventsAsync(), Is.EqualTo(Enumerable.Range(1, 250)));
    }

    [Test]
    public async Task Remove_LeavesNothing()
    {
        await ListAsync(1, ThreadStatus.Submitted);
        await ListedRows.RemoveAsync(_new.Store, _channel, Thread, default);

        Assert.That(await _new.Store.RangeAsync(_channel, "", "~", 10, default), Is.Empty);
    }

    [Test]
    public void Of_AThread_HasWhatListsShow()
    {
        var work = new Work(new("maria", "Maria"), new(2026, 12, 4));
        var request = new Request("deck", "Deck for Acme", "Could we have a deck?", "Acme", new(2026, 12, 1), [], "the webinar", true);
        var round = new Round(Start, [new(Start.AddHours(1), Start.AddHours(2))]);
        var thread = new RequestThread(
            Thread, "BR-111111", "r1", new("sam", "Sam"), request, ThreadStatus.Delivered, 7, Start, Start, Start.AddDays(3), new(work.Owner, Start.AddDays(1), null), [])
        {
            Round = round,
            Work = work,
            Handover = new(work.Owner, Start.AddDays(2), "here", Start.AddDays(2), false),
            ThankYou = new("thanks", Start.AddDays(3)),
        };

        Assert.That(ListedThread.Of(thread, "1"), Is.EqualTo(
            new ListedThread(Thread, "r1", "BR-111111", "Deck for Acme", "deck", new("sam", "Sam"), ThreadStatus.Delivered, 7, Start, Start.AddDays(3))
            {
                Customer = "Acme",
                Deadline = new(2026, 12, 1),
                Urgent = true,
                DecidedAt = Start.AddDays(1),
                Round = round,
                Work = work,
                DeliveredAt = Start.AddDays(2),
                Appreciation = "the webinar",
                ThankYou = new("thanks", Start.AddDays(3)),
                ActivityId = "1",
            }));
    }

    private static DigestEvent Happened(int number) => new(Thread, number, Start, Happening.Answered, "Deck", "deck", "r1", new("sam", "Sam"));

    private async Task<IEnumerable<int>> EventsAsync() =>
        (await _new.Store.RangeAsync(_channel, Keys.HappenedFrom, Keys.HappenedFrom + "~", 500, default)).Select(row => StateJson.Read<DigestEvent>(row.Body).Number);

    private static RequestThread Listed(int version, ThreadStatus status) => new(
        Thread, "BR-111111", "r1", new("sam", "Sam"), new("deck", "Deck", "A deck", null, null, [], null, false), status, version, Start, Start, Start, null, []);

    private Task<bool> ListAsync(int version, ThreadStatus status) => ListedRows.ListAsync(_new.Store, _channel, Listed(version, status), "1", [], default);

    private async Task<IEnumerable<string>> PlacesAsync() =>
        (await _new.Store.RangeAsync(_channel, Keys.ListedOpenFrom, Keys.ListedOverTo, 10, default)).Select(row => row.Key);
}
