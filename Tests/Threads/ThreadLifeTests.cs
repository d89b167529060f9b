using BridgeBot.Core.Threads;

namespace BridgeBot.Tests.Threads;

/// <summary>The life of a thread beyond the first decision.</summary>
public sealed class ThreadLifeTests
{
    private static readonly DateTimeOffset Now = new(2026, 3, 2, 9, 30, 0, TimeSpan.Zero);
    private static readonly DateOnly Today = new(2026, 3, 2);
    private static readonly Person Rep = new("rep", "Rosa");
    private static readonly Person Maria = new("maria", "Maria");
    private static readonly Person Max = new("max", "Max");
    private static readonly Request Wanted =
        new("presentation", "Presentation for Acme", "Could we have a deck?", "Acme", null, [], null, false);

    private static readonly ThreadCommand[] Submitted = [new Submit("thread", "BR-7K3Q2M", "requester", Rep, Wanted), new MarkPosted()];
    private static readonly ThreadCommand[] Approved = [.. Submitted, new Approve(Maria)];
    private static readonly ThreadCommand[] Delivered = [.. Approved, new Deliver(Maria, "https://sharepoint/deck")];
    private static readonly ThreadCommand[] Withdrawn = [.. Submitted, new Withdraw(Rep)];

    private static IEnumerable<PersonCommand> EveryCommandOfMarketing =>
    [
        new Approve(Maria), new Decline(Maria, "no"), new Ask(Maria, "?"), new RequestChanges(Maria, "shorter"), new Take(Maria),
        new Promise(Maria, Day(3), null), new Deliver(Maria, "link"),
    ];

    [Test]
    public void Approve_WithoutAnOwner_WhoPressedSeesToIt() => Assert.That(After(Approved).Owner, Is.EqualTo(Maria));

    [Test]
    public void Approve_WithOwnerAndDay_KeepsBoth() =>
        Assert.That(After([.. Submitted, new Approve(Maria, Max, Day(3))]).Work, Is.EqualTo(new Work(Max, Today.AddDays(3))));

    [Test]
    public void Approve_ForToday_IsAccepted() =>
        Assert.That(After([.. Submitted, new Approve(Maria, null, Day(0))]).Work!.Promised, Is.EqualTo(Today));

    [Test]
    public void Approve_ForYesterday_IsRejectedWithTheDay() =>
        Assert.That(Refuse(Submitted, new Approve(Maria, null, Day(-1))), Is.EqualTo(new DayIsPast(Today.AddDays(-1))));

    [Test]
    public void Decline_WithAnAlternative_KeepsIt() =>
        Assert.That(After([.. Submitted, new Decline(Maria, "no budget", " in April ")]).Ruling!.Alternative, Is.EqualTo("in April"));

    [Test]
    public void RequestChanges_WaitsForTheRep()
    {
        var thread = After([.. Submitted, new RequestChanges(Maria, " shorter, please ")]);

        Assert.That((thread.Status, thread.Changes), Is.EqualTo((ThreadStatus.ChangesRequested, new ChangeWish(Maria, Now, "shorter, please"))));
    }

    [Test]
    public void Revise_TakesThePlaceOfTheRequest()
    {
        var thread = After([.. Submitted, new RequestChanges(Maria, "shorter"), new Revise(Rep, Wanted with { Text = "A one-pager?" })]);

        Assert.That(
            (thread.Status, thread.Request.Text, thread.Revisions, thread.Changes),
            Is.EqualTo((ThreadStatus.Submitted, "A one-pager?", 1, (ChangeWish?)null)));
    }

    [Test]
    public void Approve_OnTheCardBeforeTheChange_IsRejected()
    {
        ThreadCommand[] revised = [.. Submitted, new Revise(Rep, Wanted with { Text = "A one-pager?" })];

        Assert.That(Refuse(revised, new Approve(Maria) { Seen = 2 }), Is.InstanceOf<OldWording>());
    }

    [Test]
    public void Approve_OnTheCardAfterTheChange_IsAccepted()
    {
        ThreadCommand[] revised = [.. Submitted, new Revise(Rep, Wanted with { Text = "A one-pager?" })];

        Assert.That(After([.. revised, new Approve(Maria) { Seen = 3 }]).Status, Is.EqualTo(ThreadStatus.Approved));
    }

    [Test]
    public void Revise_AfterTheDecision_SaysWhoWasFirst() => Assert.That(Refuse(Approved, new Revise(Rep, Wanted)), Is.InstanceOf<AlreadyDecided>());

    [Test]
    public void Take_ByAColleague_IsTheirs()
    {
        var thread = After([.. Submitted, new Approve(Maria, null, Day(3)), new Take(Max)]);

        Assert.That((thread.Status, thread.Work), Is.EqualTo((ThreadStatus.InProgress, new Work(Max, Today.AddDays(3)))));
    }

    [Test]
    public void Take_ByWhoHasIt_ChangesNothing() => Assert.That(Accept([.. Approved, new Take(Max)], new Take(Max)).Events, Is.Empty);

    [Test]
    public void Take_BeforeTheDecision_SaysWhereItStands() =>
        Assert.That(Refuse(Submitted, new Take(Max)), Is.EqualTo(new NotNow(ThreadStatus.Submitted)));

    [Test]
    public void Promise_TheFirstDay_NeedsNoReason() =>
        Assert.That(After([.. Approved, new Promise(Maria, Day(4), null)]).Work!.Promised, Is.EqualTo(Today.AddDays(4)));

    [Test]
    public void Promise_AnotherDay_NeedsAReason() =>
        Assert.That(Refuse([.. Approved, new Promise(Maria, Day(4), null)], new Promise(Maria, Day(9), " ")), Is.InstanceOf<TextMissing>());

    [Test]
    public void Promise_AnotherDay_TellsTheRepWhy() => Assert.That(
        Accept([.. Approved, new Promise(Maria, Day(4), null)], new Promise(Maria, Day(9), "the printer is late")).Effects,
        Has.One.EqualTo(new TellRequester(new PromiseChanged(Now, Maria, Today.AddDays(9), "the printer is late"))));

    [Test]
    public void Promise_TheSameDay_ChangesNothing() =>
        Assert.That(Accept([.. Approved, new Promise(Maria, Day(4), null)], new Promise(Maria, Day(4), null)).Events, Is.Empty);

    [Test]
    public void Deliver_BySomebodyElse_SaysWhoHasIt() =>
        Assert.That(Refuse([.. Approved, new Take(Max)], new Deliver(Maria, "link")), Is.EqualTo(new NotTheOwner(Max)));

    [Test]
    public void Deliver_TellsTheRep() => Assert.That(
        Accept(Approved, new Deliver(Maria, "link")).Effects.Select(effect => effect.GetType()),
        Is.EqualTo(new[] { typeof(ShowCard), typeof(ReplyBelowCard), typeof(TellRequester) }));

    [TestCase(Outcome.Won, ThreadStatus.Closed)]
    [TestCase(Outcome.MovedForward, ThreadStatus.Closed)]
    [TestCase(Outcome.No, ThreadStatus.Closed)]
    [TestCase(Outcome.NotYet, ThreadStatus.Delivered)]
    public void TellOutcome_ClosesUnlessItIsTooEarly(Outcome outcome, ThreadStatus status)
    {
        var thread = After([.. Delivered, new TellOutcome(Rep, outcome, " they love it ")]);

        Assert.That((thread.Status, thread.Feedback), Is.EqualTo((status, new Feedback(outcome, "they love it", Now))));
    }

    [Test]
    public void TellOutcome_ByMarketing_IsRejected() =>
        Assert.That(Refuse(Delivered, new TellOutcome(Maria, Outcome.Won, null)), Is.InstanceOf<OnlyTheRequester>());

    [Test]
    public void TellOutcome_LaterNews_TakesThePlaceOfTheFirst() => Assert.That(
        After([.. Delivered, new TellOutcome(Rep, Outcome.MovedForward, null), new TellOutcome(Rep, Outcome.Won, null)]).Feedback!.Outcome,
        Is.EqualTo(Outcome.Won));

    [Test]
    public void Thank_IsShownBelowTheCard() => Assert.That(
        Accept([.. Delivered, new TellOutcome(Rep, Outcome.Won, null)], new Thank(Rep, "You made my day")).Effects,
        Has.One.EqualTo(new ReplyBelowCard(new Thanked(Now, Rep, "You made my day"))));

    [Test]
    public void Thank_BeforeTheDelivery_IsRejected() => Assert.That(Refuse(Approved, new Thank(Rep, "Thanks")), Is.InstanceOf<NotNow>());

    [Test]
    public void FollowUp_TheFirstTime_AsksAgain() =>
        Assert.That(Accept(Delivered, new FollowUp()).Effects, Is.EqualTo(new[] { new TellRequester(new AskedAgain(Now)) }));

    [Test]
    public void FollowUp_TheSecondTime_Closes() =>
        Assert.That(After([.. Delivered, new FollowUp(), new FollowUp()]).Status, Is.EqualTo(ThreadStatus.Closed));

    [Test]
    public void FollowUp_AfterNotYet_AsksAgain() => Assert.That(
        After([.. Delivered, new FollowUp(), new TellOutcome(Rep, Outcome.NotYet, null), new FollowUp()]).Status,
        Is.EqualTo(ThreadStatus.Delivered));

    [Test]
    public void FollowUp_OnAClosedThread_ChangesNothing() =>
        Assert.That(Accept([.. Delivered, new TellOutcome(Rep, Outcome.No, null)], new FollowUp()).Events, Is.Empty);

    [Test]
    public void Nudge_AfterARest_IsSaidBelowTheCardAlone() => Assert.That(
        ((Accepted)ThreadDecider.Decide(After(Submitted), new Nudge(Rep, TimeSpan.FromDays(3)), Now.AddDays(3))).Effects,
        Is.EqualTo(new[] { new ReplyBelowCard(new Nudged(Now.AddDays(3), Rep)) }));

    [Test]
    public void Nudge_TooSoon_SaysFromWhenOn() =>
        Assert.That(Refuse(Submitted, new Nudge(Rep, TimeSpan.FromDays(3))), Is.EqualTo(new TooSoon(Now.AddDays(3))));

    [Test]
    public void Nudge_Twice_NeedsAnotherRest()
    {
        var nudged = (Accepted)ThreadDecider.Decide(After(Submitted), new Nudge(Rep, TimeSpan.FromDays(3)), Now.AddDays(3));

        Assert.That(
            ThreadDecider.Decide(nudged.Thread, new Nudge(Rep, TimeSpan.FromDays(3)), Now.AddDays(5)),
            Is.EqualTo(new Rejected(new TooSoon(Now.AddDays(6)))));
    }

    [Test]
    public void Nudge_WhileTheRepHasToAnswer_IsRejected() =>
        Assert.That(Refuse([.. Submitted, new Ask(Maria, "?")], new Nudge(Rep, TimeSpan.Zero)), Is.EqualTo(new NotNow(ThreadStatus.Question)));

    [Test]
    public void Withdraw_BySomebodyElse_IsRejected() => Assert.That(Refuse(Submitted, new Withdraw(Maria)), Is.InstanceOf<OnlyTheRequester>());

    [Test]
    public void AnyCommandOfMarketing_OnAWithdrawnThread_SaysThatItWasTakenBack(
        [ValueSource(nameof(EveryCommandOfMarketing))] PersonCommand command) =>
        Assert.That(Refuse(Withdrawn, command), Is.EqualTo(new TakenBack(Rep, Now)));

    [Test]
    public void Withdraw_AfterTheDelivery_SaysWhereItStands() =>
        Assert.That(Refuse(Delivered, new Withdraw(Rep)), Is.EqualTo(new NotNow(ThreadStatus.Delivered)));

    [Test]
    public void Reopen_ByTheRep_IsForMarketingToDecideAnew()
    {
        var thread = After([.. Delivered, new Reopen(Rep, "the prices are of last year")]);

        Assert.That(
            (thread.Status, thread.Ruling, thread.Work, thread.Handover),
            Is.EqualTo((ThreadStatus.Submitted, (Ruling?)null, (Work?)null, (Handover?)null)));
    }

    /// <summary>A card of the round before may still be on somebody's screen.</summary>
    [Test]
    public void Reopen_ThenADecisionOnTheCardOfBefore_IsRefused()
    {
        ThreadCommand[] reopened = [.. Submitted, new Decline(Maria, "no"), new Reopen(Rep, "the budget is there now")];

        Assert.That(Refuse(reopened, new Decline(Maria, "no") { Seen = After(Submitted).Version }), Is.EqualTo(new OldWording()));
    }

    [Test]
    public void Reopen_WithAQuestionThatWasPassedOver_WaitsForNoAnswer() =>
        Assert.That(After([.. Submitted, new Ask(Maria, "?"), new Approve(Maria), new Reopen(Maria, "my mistake")]).OpenQuestion, Is.Null);

    /// <summary>An answer that nobody waits for any more must not be taken for one that was sent.</summary>
    [Test]
    public void Decide_OverAnOpenQuestion_LeavesNoneToAnswer(
        [Values] bool approves) =>
        Assert.That(After([.. Submitted, new Ask(Maria, "?"), approves ? new Approve(Maria) : new Decline(Maria, "no")]).OpenQuestion, Is.Null);

    [Test]
    public void Reopen_WithoutAReason_IsRejected() => Assert.That(Refuse(Delivered, new Reopen(Rep, "")), Is.InstanceOf<TextMissing>());

    [Test]
    public void Reopen_ByMarketing_TellsTheRep() =>
        Assert.That(Accept(Approved, new Reopen(Maria, "my mistake")).Effects, Has.One.TypeOf<TellRequester>());

    [TestCase(ThreadStatus.Approved, false)]
    [TestCase(ThreadStatus.Delivered, false)]
    [TestCase(ThreadStatus.Declined, true)]
    [TestCase(ThreadStatus.Closed, true)]
    [TestCase(ThreadStatus.Withdrawn, true)]
    public void IsOver_WhereNobodyWaits(ThreadStatus status, bool over) => Assert.That(ThreadPolicy.IsOver(status), Is.EqualTo(over));

    private static PromisedDay Day(int later) => new(Today.AddDays(later), Today);

    private static RequestThread After(params ThreadCommand[] commands) =>
        commands.Aggregate((RequestThread?)null, (thread, command) => ((Accepted)ThreadDecider.Decide(thread, command, Now)).Thread)!;

    private static Accepted Accept(ThreadCommand[] before, ThreadCommand command) => (Accepted)ThreadDecider.Decide(After(before), command, Now);

    private static Rejection Refuse(ThreadCommand[] before, ThreadCommand command) =>
        ((Rejected)ThreadDecider.Decide(After(before), command, Now)).Why;
}
