using System.Text;
using BridgeBot.Cards;
using BridgeBot.Host.Privacy;
using BridgeBot.Host.Storage;
using BridgeBot.Host.Turns;
using BridgeBot.Tests.Outbox;
using BridgeBot.Tests.Turns;
using static BridgeBot.Tests.Turns.Someone;

namespace BridgeBot.Tests.Privacy;

/// <summary>Somebody is erased beside the running bot: what people see of it, and what happens when they write again.</summary>
[Parallelizable(ParallelScope.All)]
[FixtureLifeCycle(LifeCycle.InstancePerTestCase)]
internal sealed class PersonalStoryTests : TimedStoryFixture
{
    private const string Words = "zebrafish";

    [Test]
    public async Task Erase_ARequester_ThePostedCardShowsNoName()
    {
        var card = await Bot.PostAsync();
        await EraseAsync(Sam);
        var update = await Bot.ExpectLaterAsync(IsUpdateOf(card));

        Assert.That(update.Body.ToString(), Does.Contain(Messages.NameRemoved).And.Not.Contain(Sam.Name));
    }

    [Test]
    public async Task Erase_AMarketer_TheDecidedCardShowsNoName()
    {
        var card = await Bot.PostAsync();
        await Bot.ApproveAsync(Maria, card);
        await Bot.UpdateAsync(card);
        await Bot.SettledAsync();
        await EraseAsync(Maria);
        var update = await Bot.ExpectLaterAsync(IsUpdateOf(card));

        Assert.That(update.Body.ToString(), Does.Contain($"Approved by {Messages.NameRemoved}").And.Not.Contain(Maria.Name).And.Contain(Sam.Name));
    }

    [Test]
    public async Task Erase_WhileNoBotRuns_TheNextOneUpdatesTheCard()
    {
        var card = await Bot.PostAsync();
        await Bot.SettledAsync();
        await Bot.StopAsync();
        await using (var store = SqliteStore.OpenExisting(Bot.StoreFile, alone: true))
        {
            await EraseAsync(Sam, store);
        }

        await Bot.StartAgainAsync();

        Assert.That((await Bot.ExpectLaterAsync(IsUpdateOf(card))).Body.ToString(), Does.Not.Contain(Sam.Name));
    }

    [Test]
    public async Task Decision_OnAnErasedRequestersThread_IsTakenAndToldToNobody()
    {
        var card = await Bot.PostAsync();
        await EraseAsync(Sam);
        await Bot.ExpectLaterAsync(IsUpdateOf(card));
        var before = Bot.Teams.All.Count(sent => sent.InChat(Sam));
        var approved = (await Bot.ApproveAsync(Maria, card)).Card!;
        await Bot.ExpectLaterAsync(IsUpdateOf(card));
        await Bot.ClickAsync(Max, Place.Marketing, approved[Verbs.Take], card.ActivityId);
        await Bot.ExpectLaterAsync(IsUpdateOf(card));
        await PassAsync(Bot.SettledAsync());

        Assert.That(((await Bot.StoredThreadAsync(card)).Ruling!.By.Name, (await Bot.StoredThreadAsync(card)).Owner!.Name), Is.EqualTo((Maria.Name, Max.Name)));
        Assert.That(Bot.Teams.All.Count(sent => sent.InChat(Sam)), Is.EqualTo(before));
    }

    [Test]
    public async Task Erase_AMessageWaitsForTheirChat_IsNeverSent()
    {
        Bot.Teams.Next(sent => sent.InChat(Sam), new Behaviour.Fails(500));
        await Bot.SayAsync(Sam, "status");
        await StoredStory.UntilAsync(() => Task.FromResult(Bot.StoredRows().Any(row => row.Body.Contains(nameof(OutboxRow.LastCode), StringComparison.Ordinal))));
        var before = Bot.Teams.All.Count(sent => sent.InChat(Sam));
        await EraseAsync(Sam);
        await PassAsync(Bot.SettledAsync());
        Clock.Advance(TimeSpan.FromHours(1));
        await PassAsync(Bot.SettledAsync());

        Assert.That(Bot.Teams.All.Count(sent => sent.InChat(Sam)), Is.EqualTo(before));
    }

    [Test]
    public async Task TheyWriteAgain_TheyAreNew()
    {
        await Bot.PostAsync();
        var old = await Bot.RequesterAsync(Sam);
        await EraseAsync(Sam);
        await Bot.SayAsync(Sam, "status");
        var status = await Bot.ExpectLaterAsync(sent => sent.InChat(Sam) && sent.Card is { Verbs: [] });

        Assert.That(status.Body.ToString(), Does.Not.Contain("BR-"));
        Assert.That(await Bot.RequesterAsync(Sam), Is.Not.EqualTo(old));
        Assert.That(await OldRowsWith(old, Sam.Name), Is.Empty);
    }

    [Test]
    public async Task TheyRemoveTheBot_NothingIsStoredOfThemAgain()
    {
        await Bot.PostAsync();
        await EraseAsync(Sam);
        await Bot.RemoveAsync(Sam, Sam.Chat);

        Assert.That(Bot.StoredRows().Where(row => row.Body.Contains(Sam.AadObjectId, StringComparison.Ordinal)), Is.Empty);
    }

    [Test]
    public async Task TheyPressAButtonOfTheirOldDialog_ItIsOverAndNothingComesBack()
    {
        var preview = await Bot.ComposeAsync();
        var old = await Bot.RequesterAsync(Sam);
        await EraseAsync(Sam);
        await Bot.ClickAsync(Sam, Sam.Chat, preview[Story.Preview]);
        await PassAsync(Bot.SettledAsync());

        Assert.That(Bot.Teams.All.Where(sent => sent.IsCard()), Is.Empty);
        Assert.That(await OldRowsWith(old, Sam.Name), Is.Empty);
    }

    [Test]
    public async Task ATurnThatWasDecidedBefore_CommitsAfter_IsANewPersons()
    {
        await Bot.PostAsync();
        var old = await Bot.RequesterAsync(Sam);
        var slow = new HeldStore(Bot.Store, Keys.RequesterPrefix);
        var said = new Said(new Envelope("s-1", (await HeadAsync(old)).Chat!, new(Sam.AadObjectId, Sam.Name), "en-US", "UTC"), "Acme needs a deck.", []);
        var turn = Bot.RunnerOn(slow, Clock).RunAsync(said, CancellationToken.None);
        await slow.Reached;
        await EraseAsync(Sam);
        slow.Release();
        await PassAsync(turn, TimeSpan.FromMilliseconds(50));

        Assert.That(await OldRowsWith(old, Sam.Name), Is.Empty);
        Assert.That(await Bot.DialogAsync(Sam), Is.Not.Null);
    }

    [Test]
    public async Task AMarketersClickThatWasDecidedBefore_CommitsAfter_KeepsTheRequestersNameOut()
    {
        var card = await Bot.PostAsync();
        await Bot.SettledAsync();
        var data = card.Card![Verbs.Approve].Data;
        var channel = new ConversationReference(Bot.Teams.Address, Place.Marketing.Id, ConversationType.Channel, Place.Tenant, "28:bot", "BridgeBot", null, null, null);
        var slow = new HeldStore(Bot.Store, Keys.RequesterPrefix);
        var click = new Clicked(new Envelope("s-2", channel, new(Maria.AadObjectId, Maria.Name), "en-US", "UTC"), Verbs.Approve, data, card.ActivityId);
        var turn = Bot.RunnerOn(slow, Clock).RunAsync(click, CancellationToken.None);
        await slow.Reached;
        await EraseAsync(Sam);
        slow.Release();
        await PassAsync(turn, TimeSpan.FromMilliseconds(50));
        (await turn).AfterAnswer?.Invoke();
        await Bot.ExpectLaterAsync(IsUpdateOf(card));

        Assert.That((await Bot.StoredThreadAsync(card)).Ruling!.By.Name, Is.EqualTo(Maria.Name));
        Assert.That(Bot.StoredRows().Where(row => row.Body.Contains(Sam.Name, StringComparison.Ordinal)), Is.Empty);
    }

    /// <summary>Beside a running bot, the file and its log are searched as they lie on the disk.</summary>
    [Test]
    public async Task Erase_TheFilesBytesHoldNoNameIdChatOrWords()
    {
        for (var i = 0; i < 5; i++)
        {
            await PassAsync(Bot.PostAsync());
        }

        await PassAsync(Bot.ComposeAsync($"Acme would like a reference from a {Words} customer, and our useless {Words} page has none."));
        await PassAsync(Bot.SettledAsync());
        Assert.That(FilesWith(Sam.Name, Sam.AadObjectId, Sam.Chat.Id, Words), Has.Count.EqualTo(4));
        await EraseAsync(Sam);
        await ((SqliteStore)Bot.Store).OverwriteAsync(CancellationToken.None);

        Assert.That(FilesWith(Sam.Name, Sam.AadObjectId, Sam.Chat.Id, Words), Is.Empty);
        Assert.That(FilesWith(Messages.NameRemoved), Is.Not.Empty);
    }

    private static Predicate<Sent> IsUpdateOf(Sent card) =>
        sent => sent.Method == "PUT" && sent.Path.EndsWith($"/activities/{card.ActivityId}", StringComparison.Ordinal);

    private async Task EraseAsync(Someone who, IStore? store = null)
    {
        var erased = new Erasure(store ?? Bot.Store, Messages.NameRemoved, Clock).RunAsync(who.AadObjectId, CancellationToken.None);
        await PassAsync(erased);
        Assert.That(await erased);
    }

    /// <summary>Lets time pass until it is done.</summary>
    private async Task PassAsync(Task task, TimeSpan? step = null)
    {
        await StoredStory.UntilAsync(() =>
        {
            Clock.Advance(task.IsCompleted ? TimeSpan.Zero : step ?? TimeSpan.FromMilliseconds(500));
            return Task.FromResult(task.IsCompleted);
        });
        await task;
    }

    private async Task<RequesterHead> HeadAsync(string requesterId) =>
        StateJson.Read<RequesterHead>((await Bot.Store.ReadAsync(Keys.Requester(requesterId), Keys.Head, CancellationToken.None))!.Body);

    private async Task<IEnumerable<Row>> OldRowsWith(string requesterId, string text) =>
        (await Bot.Store.RangeAsync(Keys.Requester(requesterId), "", "~", 1_000, CancellationToken.None))
            .Where(row => row.Body.Contains(text, StringComparison.Ordinal));

    /// <summary>The texts that stand in the database's file or its log.</summary>
    private List<string> FilesWith(params string[] texts)
    {
        List<byte[]> files = [.. new[] { "", "-wal" }.Select(end => Bot.StoreFile + end).Where(File.Exists).Select(Read)];
        return [.. texts.Where(text => files.Any(bytes => bytes.AsSpan().IndexOf(Encoding.UTF8.GetBytes(text)) >= 0))];
    }

    private static byte[] Read(string file)
    {
        using var stream = new FileStream(file, FileMode.Open, FileAccess.Read, FileShare.ReadWrite);
        var bytes = new byte[stream.Length];
        stream.ReadExactly(bytes);
        return bytes;
    }
}
