using BridgeBot.Core.Lists;
using BridgeBot.Core.Threads;
using BridgeBot.Host.Storage;
using BridgeBot.Host.Turns;
using BridgeBot.Tests.Storage;

namespace BridgeBot.Tests.Lists;

/// <summary>A channel's lists on both stores: what they find, and that what is read for them does not grow with what is over.</summary>
[TestFixture(StorageOptions.Sqlite, 600, 8_000)]
[TestFixture(StorageOptions.AzureTable, 600, 2_000)]
internal sealed class ChannelListsTests(string provider, int few, int many)
{
    private static readonly DateTimeOffset Start = new(2026, 11, 23, 9, 0, 0, TimeSpan.Zero);
    private static readonly Person Maria = new("maria", "Maria");
    private readonly string _channel = Keys.Channel("tenant", "19:marketing");
    private NewStore _new = null!;
    private int _listed;

    [SetUp]
    public async Task OpenAsync() => (_new, _listed) = (await NewStore.OfAsync(provider), 0);

    [TearDown]
    public async Task CloseAsync() => await _new.DisposeAsync();

    [Test]
    public async Task Find_AllWordsMustMatch_NewestFirst()
    {
        await ListAsync("Packaging brochure", "Packaging deck", "Deck for Acme", "The brochure on packaging");

        Assert.That(await TitlesAsync("packaging brochure"), Is.EqualTo(new[] { "The brochure on packaging", "Packaging brochure" }));
    }

    [Test]
    public async Task Find_TheLastWord_MayBeABeginning()
    {
        await ListAsync("Packaging brochure", "Packages", "Pack", "Deck");

        Assert.That(await TitlesAsync("pack"), Is.EqualTo(new[] { "Pack", "Packages", "Packaging brochure" }));
    }

    [Test]
    public async Task Find_ABeginningInTheMiddle_IsNone()
    {
        await ListAsync("Packaging brochure");

        Assert.That(await TitlesAsync("pack brochure"), Is.Empty);
    }

    [Test]
    public async Task Find_TheReference_IsFound()
    {
        await ListAsync("Deck", "Brochure");

        Assert.That(await TitlesAsync("BR-000002"), Is.EqualTo(new[] { "Brochure" }));
    }

    [Test]
    public async Task Find_WhatIsOver_IsFoundAsWell()
    {
        await ListAsync(ThreadStatus.Declined, "Deck");

        Assert.That(await TitlesAsync("deck"), Is.EqualTo(new[] { "Deck" }));
    }

    [Test]
    public async Task Find_AWordThatWasTakenOut_IsFoundNoMore()
    {
        await ListAsync("Deck");
        var changed = Thread(1, "Brochure", ThreadStatus.Submitted) with { Version = 2 };
        await ListedRows.ListAsync(_new.Store, _channel, changed, "1", [], default);

        Assert.That((await TitlesAsync("deck"), await TitlesAsync("brochure")), Is.EqualTo((Array.Empty<string>(), new[] { "Brochure" })));
    }

    [Test]
    public async Task Find_WhatWasRemoved_IsFoundNoMore()
    {
        await ListAsync("Deck");
        await ListedRows.RemoveAsync(_new.Store, _channel, Id(1), default);

        Assert.That(await _new.Store.RangeAsync(_channel, "", "~", 10, default), Is.Empty);
    }

    [Test]
    public async Task Find_PageAfterPage_GivesEachOnce()
    {
        await ListAsync([.. Enumerable.Range(1, 20).Select(n => $"Deck {n} {(n % 2 == 0 ? "brochures" : "brochure")}")]);
        List<string> titles = [];
        var list = ListRequest.First(ListKind.Find, "deck broch");
        for (var pages = 0; pages < 5; pages++)
        {
            var page = await Lists(_new.Store).ReadAsync(_channel, list, Maria, default, default);
            titles.AddRange(page.Threads.Select(thread => thread.Title.Split(' ')[1]));
            if (page.Next is null)
            {
                break;
            }

            list = list with { Trail = [.. list.Trail, page.Next] };
        }

        Assert.That(titles, Is.EqualTo(Enumerable.Range(1, 20).Reverse().Select(n => $"{n}")));
    }

    [Test]
    public async Task Find_MoreWordsBeginWithItThanAreLookedFor_SaysSo()
    {
        await ListAsync([.. Enumerable.Range(0, 12).Select(n => $"pack{(char)('a' + n)}")]);
        var page = await Lists(_new.Store).ReadAsync(_channel, ListRequest.First(ListKind.Find, "pack"), Maria, default, default);

        Assert.That(page.IsCutShort);
    }

    [Test]
    public async Task Find_NoWords_FindsNothing() => Assert.That(await TitlesAsync(" ?"), Is.Empty);

    /// <summary>Rows, and requests for them, of which several are on their way at once.</summary>
    [TestCase("brochure")]
    [TestCase("broch")]
    [TestCase("brochure rare")]
    [TestCase("brochure packaging deck")]
    [TestCase("nothing of the kind")]
    public async Task Find_AmongMany_ReadsAsMuchAsAmongFew(string text)
    {
        await HistoryAsync(few);
        var before = await ReadForAsync(ListRequest.First(ListKind.Find, text));
        await HistoryAsync(many);
        var after = await ReadForAsync(ListRequest.First(ListKind.Find, text));

        Assert.That(after, Is.EqualTo(before));
        Assert.That((after.Rows <= 500, after.Reads <= 60), Is.EqualTo((true, true)), $"{after}");
    }

    [Test]
    public async Task Lists_BesideALongHistory_ReadTheOpenThreadsAlone([Values(ListKind.Open, ListKind.Mine, ListKind.Overdue, ListKind.Board)] ListKind kind)
    {
        await ListAsync("Deck", "Brochure", "Packaging");
        await HistoryAsync(few);

        Assert.That(await ReadForAsync(ListRequest.First(kind)), Is.EqualTo((3, 1)));
    }

    private static ChannelLists Lists(IStore store) => new(store);

    private static string Id(int number) => $"{number:D32}";

    private static RequestThread Thread(int number, string title, ThreadStatus status) => new(
        Id(number), $"BR-{number:D6}", "r1", new("sam", "Sam"), new("deck", title, title, null, null, [], null, false), status, 1,
        Start.AddMinutes(number), Start, Start.AddMinutes(number), null, []);

    private async Task<string[]> TitlesAsync(string text)
    {
        var page = await Lists(_new.Store).ReadAsync(_channel, ListRequest.First(ListKind.Find, text), Maria, default, default);
        return [.. page.Threads.Select(thread => thread.Title)];
    }

    private Task ListAsync(params string[] titles) => ListAsync(ThreadStatus.Submitted, titles);

    private async Task ListAsync(ThreadStatus status, params string[] titles)
    {
        foreach (var title in titles)
        {
            _listed++;
            await ListedRows.ListAsync(_new.Store, _channel, Thread(_listed, title, status), $"{_listed}", [], default);
        }
    }

    /// <summary>Adds so many closed threads to the channel. All have the same words, but each tenth has a rare one too; the newest are
    /// alike, however many there are.</summary>
    private async Task HistoryAsync(int count)
    {
        List<Write> writes = [];
        for (var n = 0; n < count; n++)
        {
            var number = ++_listed;
            var isRare = (count - n) % 10 == 5;
            var thread = Thread(number, "Packaging brochure deck", ThreadStatus.Closed);
            writes.Add(new Insert(Keys.ListedOver(thread.Id), StateJson.Write(ListedThread.Of(thread, "1"))));
            writes.AddRange(((string[])["packaging", "brochure", "deck", .. isRare ? ["rare"] : Array.Empty<string>()])
                .Select(word => new Insert(Keys.Found(word, thread.SubmittedAt, thread.Id), "{}")));
        }

        await Parallel.ForEachAsync(writes.Chunk(100), async (chunk, cancel) => await _new.Store.CommitAsync(_channel, chunk, cancel));
    }

    private async Task<(int Rows, int Reads)> ReadForAsync(ListRequest list)
    {
        var store = new CountingStore(_new.Store);
        await Lists(store).ReadAsync(_channel, list, Maria, default, default);
        return (store.Rows, store.Reads);
    }
}
