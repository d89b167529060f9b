using BridgeBot.Cards;
using BridgeBot.Core.Intake;
using BridgeBot.Core.Threads;
using BridgeBot.Host.Turns;

namespace BridgeBot.Tests.Turns;

/// <summary>What a story would show only in passing.</summary>
internal sealed class RequesterDeciderTests
{
    private static readonly ConversationReference Chat = new(
        "https://teams", "a:sam", ConversationType.Personal, "tenant", "28:bot", "BridgeBot", null, null, null);

    private static readonly ConversationReference Channel = Chat with { ConversationId = "19:marketing", Type = ConversationType.Channel };

    private static readonly Person Sam = new("sam", "Sam Sales");

    private static readonly Person Maria = new("maria", "Maria Marketing");

    private static readonly CardRow Card = new(Channel, "100", 1);

    private static readonly TurnContext Context = new(
        new DateTimeOffset(2026, 11, 23, 9, 0, 0, TimeSpan.Zero),
        new string('d', 32),
        "BR-7K3Q2M",
        new TurnSettings(new KindCatalog([new RequestKind("other", "Request", [])]), TimeSpan.FromDays(7), TimeSpan.FromDays(14), TimeSpan.FromDays(3), true, new HashSet<string>()));

    private static readonly RequestThread Thread = new(
        new string('a', 32), "BR-222222", "r", Sam, new Request("other", "Request", "Please", null, null, [], null, false),
        ThreadStatus.Submitted, 1, Context.Now, Context.Now, Context.Now, null, []);

    private static readonly RequesterState State = new(
        "r", new RequesterHead("tenant", Sam, Chat, true, "en-US", "UTC", 5), "etag", null,
        new Dictionary<string, RequestThread> { [Thread.Id] = Thread }, new Dictionary<string, AnswerDraft>());

    private static readonly RequesterState Unposted = State with
    {
        Threads = new Dictionary<string, RequestThread> { [Thread.Id] = Thread with { PostedAt = null } },
    };

    [Test]
    public void Decide_TheSameTwice_IsTheSame() => Assert.That(
        Decide(State, Approve()).Messages, Is.EqualTo(Decide(State, Approve()).Messages));

    [Test]
    public void Decide_ASecondInstall_ChangesNothing() => Assert.That(Decide(State, new Installed(Of(Sam, Chat))).After, Is.EqualTo(State));

    [Test]
    public void Decide_InstalledAfterARemoval_WelcomesAgain()
    {
        var removed = Decide(State, new Removed(Of(Sam, Chat))).After;

        Assert.That(Decide(removed, new Installed(Of(Sam, Chat))).Messages, Has.Some.TypeOf<SendWelcome>());
    }

    [Test]
    public void Decide_Removed_ForgetsTheChat() => Assert.That(Decide(State, new Removed(Of(Sam, Chat))).After.Head!.Chat, Is.Null);

    [Test]
    public void Decide_WrittenToInAGroup_KeepsThePersonalChat() =>
        Assert.That(Decide(State, new Said(Of(Sam, Channel), "hello", [])).After.Head!.Chat, Is.EqualTo(Chat));

    [Test]
    public void Decide_MentionWithoutAChat_DialogLapsesAllTheSame()
    {
        var stranger = State with { Head = null, HeadETag = null, Threads = new Dictionary<string, RequestThread>() };
        var plan = Decide(stranger, new Said(Of(Sam, Channel), "Acme would like a reference.", []));

        Assert.That(plan.Messages, Has.Some.EqualTo(new ExpireDialog(plan.After.Dialog!.Id)));
    }

    [Test]
    public void Decide_MentionWithoutAChat_SaysNothingOfIt()
    {
        var stranger = State with { Head = null, HeadETag = null };
        var plan = Decide(stranger, new Said(Of(Sam, Channel), "Acme would like a reference.", []));

        Assert.That(plan.Messages, Has.None.TypeOf<SendStep>());
    }

    [Test]
    public void Decide_WithdrawnByAMentionWithoutAChat_TheCardIsUpdatedAllTheSame()
    {
        var plan = Decide(State with { Head = State.Head! with { Chat = null } }, new Said(Of(Sam, Channel), "withdraw BR-222222", []));

        Assert.That(
            (plan.Messages.Any(message => message is ReconcileCard), plan.Messages.Any(message => message is SendMyThread)), Is.EqualTo((true, false)));
    }

    [Test]
    public void Decide_ApproveBeforeTheCardIsKnown_IsSentToTheChannel() => Assert.That(
        RequesterDecider.Decide(State, Approve(), null, Context).Reply, Is.EqualTo(new NoticeReply(Notice.DecideInChannel)));

    [Test]
    public void Decide_Approve_UpdatesTheCardBeforeTheReply() => Assert.That(
        Decide(State, Approve()).Messages.Where(message => message is ReconcileCard or SendBelowCard).Select(message => message.GetType()),
        Is.EqualTo(new[] { typeof(ReconcileCard), typeof(SendBelowCard) }));

    [Test]
    public void Decide_ApproveBeforeThePostIsRecorded_TellsOfThePostFirst() => Assert.That(
        Decide(Unposted, Approve()).Messages.OfType<SendThreadNews>().Select(news => news.About.GetType()),
        Is.EqualTo(new[] { typeof(Posted), typeof(Approved) }));

    [Test]
    public void Decide_PostedAfterTheApproval_ChangesNothing()
    {
        var approved = Decide(Unposted, Approve()).After;

        Assert.That(Decide(approved, new CardPosted("r", Thread.Id)).After, Is.SameAs(approved));
    }

    [Test]
    public void Decide_ApproveByTheRepBeforeThePostIsRecorded_ChangesNothing() =>
        Assert.That(Decide(Unposted, Approve(Sam)).After, Is.SameAs(Unposted));

    [Test]
    public void Decide_Approve_DropsTheAnswerThatWasNeverSent()
    {
        var drafted = State with { Answers = new Dictionary<string, AnswerDraft> { [Thread.Id] = new(1, "private") } };

        Assert.That(Decide(drafted, Approve()).After.Answers, Is.Empty);
    }

    [Test]
    public void Decide_ApproveByTheRep_IsRefused() =>
        Assert.That(Decide(State, Approve(Sam)).Reply, Is.EqualTo(new RefusedReply(new NotYourOwn())));

    [Test]
    public void Decide_ApproveWithoutATenant_IsNoThread() => Assert.That(
        Decide(State, Approve() with { Envelope = Of(Maria, Channel with { TenantId = "" }) }).Reply, Is.EqualTo(new RefusedReply(new NoSuchThread())));

    [Test]
    public void Decide_ApproveByTheRepInAnOlderClient_TellsInTheTimeZoneOfTheClick()
    {
        var click = Approve(Sam);
        var berlin = click with { Envelope = click.Envelope with { TimeZone = "Europe/Berlin" }, ShowsAnswer = false };

        Assert.That(Decide(State, berlin).Messages, Is.EqualTo(new[] { new SendRejection(Channel, new NotYourOwn(), "Europe/Berlin") }));
    }

    [Test]
    public void Decide_PostedAgain_ChangesNothing() => Assert.That(Decide(State, new CardPosted("r", Thread.Id)).After, Is.SameAs(State));

    [Test]
    public void Decide_PostedAndUnknown_ChangesNothing() =>
        Assert.That(Decide(State, new CardPosted("r", new string('f', 32))).After, Is.SameAs(State));

    [Test]
    public void Decide_AnswerToAThreadOfSomebodyElse_IsRefused() => Assert.That(
        Decide(State, new Said(Of(Sam, Chat), "answer BR-999999 yes", [])).Messages, Is.EqualTo(new[] { new SendRejection(Chat, new NoSuchThread(), "UTC") }));

    [Test]
    public void Decide_AnAnswerWithoutAQuestion_IsRefused() => Assert.That(
        Decide(State, new Said(Of(Sam, Chat), "answer BR-222222 yes", [])).Messages,
        Is.EqualTo(new[] { new SendRejection(Chat, new NothingToAnswer(), "UTC") }));

    private static RequesterPlan Decide(RequesterState state, Inbound inbound) => RequesterDecider.Decide(state, inbound, Card, Context);

    private static Clicked Approve(Person? by = null) => new(
        Of(by ?? Maria, Channel), Verbs.Approve, new Dictionary<string, string> { [Verbs.Requester] = "r", [Verbs.Thread] = Thread.Id }, "100");

    private static Envelope Of(Person who, ConversationReference where) => new("seen", where, who, "en-US", "UTC");
}
