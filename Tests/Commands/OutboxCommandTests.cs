using BridgeBot.Core.Intake;
using BridgeBot.Core.Threads;
using BridgeBot.Host.Commands;
using BridgeBot.Host.Outbox;
using BridgeBot.Host.Storage;
using BridgeBot.Host.Turns;
using BridgeBot.Tests.Storage;
using Microsoft.Extensions.Time.Testing;

namespace BridgeBot.Tests.Commands;

/// <summary>What an operator reads and types about dead letters.</summary>
internal sealed class OutboxCommandTests
{
    private const string Requester = "0123456789abcdef0123456789abcdef";
    private const string Words = "zebrafish";
    private static readonly DateTimeOffset Now = new(2026, 11, 23, 9, 0, 0, TimeSpan.Zero);
    private static readonly ConversationReference Channel =
        new("https://teams", "19:abc@thread.tacv2", ConversationType.Channel, "tenant", "28:bot", "BridgeBot", null, "Marketing \u001b[31m", null);

    private readonly StringWriter _output = new();
    private readonly StringWriter _errors = new();
    private NewStore _new = null!;
    private int _letters;

    private IStore Store => _new.Store;

    private OutboxCommand Outbox => new(Store, _output, _errors, new FakeTimeProvider(Now));

    [SetUp]
    public async Task GivenARequesterAsync()
    {
        _new = await NewStore.OfAsync(StorageOptions.Sqlite);
        _output.GetStringBuilder().Clear();
        _errors.GetStringBuilder().Clear();
        await WriteAsync(Keys.Head, StateJson.Write(new RequesterHead("tenant", new Person("sam", "Sam Sales"), null, true, "en-US", "UTC", 100)));
    }

    [TearDown]
    public async Task GoneAsync() => await _new.DisposeAsync();

    [Test]
    public async Task List_Nothing_SaysSo()
    {
        await Outbox.ListAsync(default);

        Assert.That(Lines(), Is.EqualTo(["0 dead letters", "", "0 messages on their way"]));
    }

    [Test]
    public async Task List_ADeadLetter_ShowsWhenWhatCodeTriesAndForWhom()
    {
        await DieAsync(new SendStatus());
        await Outbox.ListAsync(default);
        var id = (await IdAsync())[..8];

        Assert.That(
            Lines().Single(line => line.StartsWith(id, StringComparison.Ordinal))[10..],
            Is.EqualTo("2026-11-23 08:00      5  status          Forbidden             Sam Sales"));
    }

    [Test]
    public async Task List_ADeadLetterOfAThread_ShowsItsReference()
    {
        await WriteAsync(Keys.Closed("t1"), StateJson.Write(Thread("t1")));
        await DieAsync(new SendThreadNews("t1", new Posted(Now)));
        await DieAsync(new ReconcileCard("t1"));
        await Outbox.ListAsync(default);

        Assert.That(Lines().Where(line => line.Contains("BR-7K3Q2M", StringComparison.Ordinal)).Select(line => line[71..].Trim()), Is.EquivalentTo(["BR-7K3Q2M", "BR-7K3Q2M, Sam Sales"]));
    }

    [Test]
    public async Task List_OnTheirWay_SaysWhenTheyAreTried()
    {
        await WaitAsync(1, new SendStatus(), row => row with { NotBefore = Now.AddMinutes(5), Attempts = 2 });
        await WaitAsync(2, new SendWelcome());
        await WaitAsync(3, new SendNotice(Channel, Notice.ChannelHelp), row => row with { LeasedUntil = Now.AddSeconds(30) });
        await WaitAsync(4, new ReconcileCard("t1"), row => row with { WaitsForChannel = true, NotBefore = Now.AddHours(1) });
        await Outbox.ListAsync(default);

        Assert.That(
            Lines()[5..].Select(line => line[10..].Split("  ", StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)[..3]),
            Is.EqualTo(new string[][]
            {
                ["in hand", "0", "notice"], ["2026-11-23 09:05", "2", "status"], ["in its turn", "0", "welcome"], ["with a channel", "0", "card"],
            }));
    }

    [Test]
    public async Task List_TimersAndTombstones_AreLeftOut()
    {
        await WaitAsync(1, new Tidy(), row => row with { NotBefore = Now.AddDays(1) });
        await WaitAsync(2, new ExpireDialog("d"), row => row with { NotBefore = Now.AddDays(7) });
        await WriteAsync(Keys.Out(Fresh.Id(), 0), OutboxRow.Tombstone(Now));
        await Outbox.ListAsync(default);

        Assert.That(Lines()[^1], Is.EqualTo("0 messages on their way"));
    }

    [Test]
    public async Task List_WhateverNamesAndCodesAre_IsAligned()
    {
        await DieAsync(new SendNotice(Channel with { Name = new string('n', 200) }, Notice.ChannelHelp), code: new string('c', 200));
        await DieAsync(new SendNotice(Channel, Notice.ChannelHelp), code: "a\r\nb");
        await Outbox.ListAsync(default);

        Assert.That(Lines().Max(line => line.Length), Is.LessThanOrEqualTo(100));
        Assert.That(Lines().Where(line => line.Any(char.IsControl)), Is.Empty);
    }

    [Test]
    public async Task List_WhateverIsInThem_PrintsNobodysWords()
    {
        await WriteAsync(Keys.Open("t1"), StateJson.Write(Thread("t1")));
        await WaitAsync(1, new SendNote(new SayNote(IntakeNote.NotADay, Words)));
        await DieAsync(new SendBelowCard("t1", new QuestionAnswered(Now, new Person("sam", "Sam"), 1, Words)));
        await WriteAsync(Keys.Dead(Keys.Out(Fresh.Id(), 0)), $$$"""{"Message":{"send":"{{{Words}}}"}}""");
        await Outbox.ListAsync(default);

        Assert.That(_output.ToString(), Does.Contain("note").And.Contain("belowCard").And.Contain("unreadable").And.Not.Contain(Words));
    }

    [TestCase("""{"Message":{"send":"of a later version"}}""")]
    [TestCase("{}x")]
    public async Task Unreadable_IsListedAndDropped(string body)
    {
        await WriteAsync(Keys.Dead(Keys.Out(Fresh.Id(), 0)), body);
        await Outbox.ListAsync(default);

        Assert.That(_output.ToString(), Does.Contain("unreadable *").And.Contain("* can only be dropped"));
        Assert.That(await Outbox.DropAsync((await IdAsync())[..8], default), Is.Zero);
        Assert.That(await Letters.AllAsync(Store, default).AnyAsync(), Is.False);
    }

    [Test]
    public async Task UnreadableDueRow_ThatASweeperPutAside_IsListedAndDropped()
    {
        await Store.CommitAsync(Keys.DueHome(3), [new Insert("dead|0", """{"At":"soon"}""")], default);

        Assert.That(await Outbox.DropAsync(await IdAsync(), default), Is.Zero);
    }

    [Test]
    public async Task Replay_Unreadable_SaysThatItCanOnlyBeDropped()
    {
        await WriteAsync(Keys.Dead(Keys.Out(Fresh.Id(), 0)), "{}x");

        Assert.That(await Outbox.ReplayAsync(await IdAsync(), default), Is.EqualTo(1));
        Assert.That(_errors.ToString(), Does.Contain("can only be dropped"));
    }

    [Test]
    public async Task Replay_ANoteWithoutItsWords_SaysWhy()
    {
        await DieAsync(new SendNote(new SayNote(IntakeNote.NotADay)), row => row with { WordsRemoved = true });

        Assert.That(await Outbox.ReplayAsync(await IdAsync(), default), Is.EqualTo(1));
        Assert.That(_errors.ToString(), Does.Contain("its words were removed"));
    }

    [TestCase("nothing")]
    [TestCase("")]
    public async Task ReplayOrDrop_NothingByThatId_IsCode1(string id)
    {
        await DieAsync(new SendStatus());

        Assert.That((await Outbox.ReplayAsync(id, default), await Outbox.DropAsync(id, default)), Is.EqualTo((1, 1)));
    }

    [Test]
    public async Task Drop_WhatIsOnItsWay_IsNotFound()
    {
        await WaitAsync(1, new SendStatus());
        var letter = await Letters.AllAsync(Store, default).SingleAsync();

        Assert.That(await Outbox.DropAsync(letter.Id, default), Is.EqualTo(1));
    }

    [Test]
    public async Task Drop_TwoBeginLikeThat_NamesBothAndDropsNone()
    {
        for (var i = 0; i < 17; i++) await DieAsync(new SendStatus());
        var letters = await Letters.AllAsync(Store, default).ToListAsync();
        var two = letters.GroupBy(letter => letter.Id[0]).First(group => group.Count() > 1);

        Assert.That(await Outbox.DropAsync($"{two.Key}", default), Is.EqualTo(1));
        Assert.That(two.Where(letter => !_errors.ToString().Contains(letter.Id, StringComparison.Ordinal)), Is.Empty);
        Assert.That(await Letters.AllAsync(Store, default).CountAsync(), Is.EqualTo(17));
    }

    [Test]
    public async Task ReplayAll_SendsWhatCanBeSentInTheOldOrder()
    {
        await DieAsync(new SendStatus());
        await DieAsync(new SendNote(new SayNote(IntakeNote.NotADay)), row => row with { WordsRemoved = true });
        await DieAsync(new SendWelcome());
        await Outbox.ReplayAllAsync(default);
        var letters = await Letters.AllAsync(Store, default).ToListAsync();

        Assert.That(
            letters.Where(letter => !letter.IsDead).OrderBy(letter => letter.Row!.Number).Select(letter => letter.Kind), Is.EqualTo(["status", "welcome"]));
        Assert.That(Lines(), Has.Some.StartsWith("2 of 3 ").And.Some.StartsWith("1 can only be dropped"));
    }

    private static RequestThread Thread(string id) => ((Accepted)ThreadDecider.Decide(
        null,
        new Submit(id, "BR-7K3Q2M", Requester, new Person("sam", "Sam Sales"), new Request("collateral", Words, Words, null, null, [], null, false)),
        Now)).Thread;

    private string[] Lines() => _output.ToString().TrimEnd().Split(Environment.NewLine);

    private async Task<string> IdAsync() => (await Letters.AllAsync(Store, default).SingleAsync(letter => letter.IsDead)).Id;

    private Task DieAsync(Outgoing message, Func<OutboxRow, OutboxRow>? more = null, string code = "Forbidden")
    {
        var row = new OutboxRow(++_letters, message, Attempts: 5, LastCode: code, DeadSince: Now.AddHours(-1));
        return WriteAsync(Keys.Dead(Keys.Out(Fresh.Id(), 0)), StateJson.Write(more?.Invoke(row) ?? row));
    }

    private Task WaitAsync(int number, Outgoing message, Func<OutboxRow, OutboxRow>? more = null)
    {
        var row = new OutboxRow(number, message);
        return WriteAsync(Keys.Out(Fresh.Id(), 0), StateJson.Write(more?.Invoke(row) ?? row));
    }

    private Task WriteAsync(string key, string body) => Store.CommitAsync(Keys.Requester(Requester), [new Upsert(key, body)], default);
}
