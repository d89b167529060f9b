using BridgeBot.Cards;
using BridgeBot.Core.Threads;
using BridgeBot.Host.Storage;
using BridgeBot.Host.Turns;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Logging.Abstractions;

namespace BridgeBot.Tests.Storage;

/// <summary>How often a turn waits for Table Storage before its answer: once for what it reads, once for its commit. A row that
/// is written beside the read costs no wait. Counted up to three times: on a busy machine a request that is begun beside
/// another may start after that one was answered, and is then taken for the next of a chain.</summary>
public sealed class RoundTripTests
{
    private const string Wish = "Why can't we advertise in Packaging World, Acme reads it!";

    private static readonly Person Sam = new("sam", "Sam");
    private static readonly Person Maria = new("maria", "Maria");

    private readonly RequestLog _log = new();
    private TableStore _store = null!;
    private TurnRunner _turns = null!;
    private int _activities;

    [SetUp]
    public async Task Open()
    {
        _store = TableStore.Open((await SharedAzurite.GetAsync()).NewTable(), _log);
        var settings = Host.Settings.HostSettings.Read(
            new ConfigurationBuilder().AddJsonFile(Path.Combine(AppContext.BaseDirectory, "appsettings.json")).Build(), true).Turns;
        _turns = new TurnRunner(
            _store,
            new People(_store),
            new TurnCommit(_store, new WakeUps(), settings, new(), TimeProvider.System),
            settings,
            new AnswerRenderer(settings.Kinds, null),
            TimeProvider.System,
            NullLogger<TurnRunner>.Instance);
        await RunAsync(Say("help")); // from here on it is known who Sam is
    }

    [Test]
    [Retry(3)]
    public async Task Said_NewMessage_WaitsTwice() => Assert.That(await WaitsAsync(Say("Acme wants a presentation.")), Is.EqualTo(2));

    [Test]
    [Retry(3)]
    public async Task Said_SecondTime_WaitsTwice()
    {
        var message = Say("Acme wants a presentation.");
        await RunAsync(message);

        Assert.That(await WaitsAsync(message), Is.EqualTo(2));
    }

    [Test]
    [Retry(3)]
    public async Task Said_Post_WaitsTwice()
    {
        await RunAsync(Say(Wish));
        await RunAsync(Say("next"));
        await DeliverAsync();

        Assert.That(await WaitsAsync(Say("post")), Is.EqualTo(2));
    }

    [TestCase("status {0}")]
    [TestCase("withdraw {0}")]
    [Retry(3)]
    public async Task Said_AboutAnOpenRequest_WaitsTwice(string text)
    {
        var (_, thread) = await PostedAsync();

        Assert.That(await WaitsAsync(Say(string.Format(null, text, thread.Reference))), Is.EqualTo(2));
    }

    [Test]
    [Retry(3)]
    public async Task Clicked_Approve_WaitsTwice()
    {
        var (requester, thread) = await PostedAsync();

        Assert.That(await WaitsAsync(await ClickAsync(requester, thread, Verbs.Approve)), Is.EqualTo(2));
        var row = await _store.ReadAsync(Keys.Requester(requester), Keys.Open(thread.Id), default);
        Assert.That(StateJson.Read<RequestThread>(row!.Body).Status, Is.EqualTo(ThreadStatus.Approved));
    }

    [Test]
    [Retry(3)]
    public async Task Clicked_History_WaitsTwiceHoweverLongItIs()
    {
        var (requester, thread) = await PostedAsync();
        var events = Enumerable.Range(1, 60).Select(i => new Upsert(Keys.Event(thread.Id, i), StateJson.Write<ThreadEvent>(new Nudged(thread.ChangedAt, Sam))));
        thread = thread with { Version = 60 };
        await _store.CommitAsync(Keys.Requester(requester), [.. events, new Upsert(Keys.Open(thread.Id), StateJson.Write(thread))], default);

        Assert.That(await WaitsAsync(await ClickAsync(requester, thread, Verbs.History)), Is.EqualTo(2));
    }

    /// <summary>Which thread it is about is read first, by the post that it is below, or by the reference.</summary>
    [TestCase("We have a new deck.")]
    [TestCase("assign {0} Robin")]
    public async Task Said_InTheChannelAboutAThread_WaitsThreeTimes(string text)
    {
        var (requester, thread) = await PostedAsync();
        var click = await ClickAsync(requester, thread, Verbs.Approve);
        await RunAsync(click);
        var here = click.Envelope.Conversation with { RootId = "post" };
        await _store.CommitAsync(
            Keys.Channel(here.TenantId, here.ConversationId),
            [new Insert(Keys.CardAt("post"), StateJson.Write(new ReferenceRow(requester, thread.Id)))],
            default);
        var envelope = click.Envelope with { SeenKey = "said", Conversation = here };
        var said = new Said(envelope, string.Format(null, text, thread.Reference), []) with { IsReply = true };

        Assert.That(await WaitsAsync(said), Is.EqualTo(3));
        Assert.That((await _store.RangeAsync(Keys.Requester(requester), Keys.OutFrom, Keys.OutTo, 100, default)).Any(row =>
            row.Body.Contains("findColleague", StringComparison.Ordinal) || row.Body.Contains("remarked", StringComparison.Ordinal)));
    }

    /// <summary>A click of Maria's on the posted card.</summary>
    private async Task<Clicked> ClickAsync(string requester, RequestThread thread, string verb)
    {
        var maria = From(Maria, "19:marketing@thread.tacv2", ConversationType.Channel);
        var card = StateJson.Write(new CardRow(maria.Conversation, "post", thread.Version));
        await _store.CommitAsync(Keys.Requester(requester), [new Insert(Keys.Card(thread.Id), card)], default);
        return new(
            maria,
            verb,
            new Dictionary<string, string> { [Verbs.Requester] = requester, [Verbs.Thread] = thread.Id, [Verbs.Version] = $"{thread.Version}" },
            "post");
    }

    [Test]
    [Retry(3)]
    public async Task Searched_InMarketingsChannel_WaitsOnce()
    {
        await PostedAsync();
        _log.Clear();
        var answer = await RunAsync(new Searched(From(Sam, "19:marketing@thread.tacv2", ConversationType.Channel), "acme", 0));

        Assert.That(((answer.Answer as FoundAnswer)?.Cards.Count, _log.Requests.Max(request => request.Chain)), Is.EqualTo((1, 1)));
    }

    private async Task<(string Requester, RequestThread Thread)> PostedAsync()
    {
        foreach (var text in (string[])[Wish, "next", "post"])
        {
            await RunAsync(Say(text));
            await DeliverAsync();
        }

        var requester = await RequesterAsync();
        var rows = await _store.RangeAsync(Keys.Requester(requester), Keys.OpenPrefix, Keys.ActiveTo, 10, default);
        return (requester, StateJson.Read<RequestThread>(rows.Single().Body));
    }

    /// <summary>Plays the outbox: everything was delivered.</summary>
    private async Task DeliverAsync()
    {
        var partition = Keys.Requester(await RequesterAsync());
        var rows = await _store.RangeAsync(partition, Keys.OutFrom, Keys.OutTo, 100, default);
        await _store.CommitAsync(partition, [.. rows.Select(row => new Delete(row.Key))], default);
    }

    private async Task<string> RequesterAsync()
    {
        var key = Keys.Person("tenant", Sam.AadObjectId);
        return StateJson.Read<PersonRow>((await _store.ReadAsync(Keys.People(key), key, default))!.Body).RequesterId;
    }

    private async Task<int> WaitsAsync(Inbound inbound)
    {
        _log.Clear();
        await RunAsync(inbound);
        return _log.Requests.Max(request => request.Chain);
    }

    private Task<TurnResult> RunAsync(Inbound inbound) => _turns.RunAsync(inbound, default);

    private Said Say(string text) => new(From(Sam, "a:sam", ConversationType.Personal), text, []);

    private Envelope From(Person person, string conversation, ConversationType type) => new(
        $"activity {++_activities}",
        new("http://localhost:1/", conversation, type, "tenant", "28:bot", "BridgeBot", null, null, null),
        person,
        "en-US",
        "UTC");
}
