using BridgeBot.Core.Threads;

namespace BridgeBot.Tests.Threads;

/// <summary>How many approve, who, and who may not.</summary>
public sealed class ApprovalTests
{
    private static readonly DateTimeOffset Now = new(2026, 3, 2, 9, 30, 0, TimeSpan.Zero);
    private static readonly DateOnly Today = new(2026, 3, 2);
    private static readonly Person Rep = new("rep", "Rosa");
    private static readonly Person Maria = new("maria", "Maria");
    private static readonly Person Max = new("max", "Max");
    private static readonly Request Wanted = new("other", "Request", "Could we have a deck?", null, null, [], null, false);
    private static readonly Submit Submit = new("thread", "BR-7K3Q2M", "requester", Rep, Wanted);
    private static readonly ApprovalRule Two = ApprovalRule.Usual with { Needed = 2 };

    [Test]
    public void Approve_TheFirstOfTwo_KeepsItWaiting()
    {
        var thread = After(Submit, By(Maria, Two));

        Assert.That(
            (thread.Status, thread.Ruling, thread.Owner, thread.Approvals.Single().By, thread.ApprovalsNeeded),
            Is.EqualTo((ThreadStatus.Submitted, (Ruling?)null, (Person?)null, Maria, 2)));
    }

    [Test]
    public void Approve_TheSecondOfTwo_Decides()
    {
        var thread = After(Submit, By(Maria, Two), By(Max, Two));

        Assert.That(
            (thread.Status, thread.Ruling!.By, thread.Owner, thread.Approvals.Select(approval => approval.By.Name)),
            Is.EqualTo((ThreadStatus.Approved, Max, Max, new[] { "Maria", "Max" })));
    }

    [Test]
    public void Approve_TheSamePersonTwice_IsToldHowManyAreMissing() =>
        Assert.That(Refuse(By(Maria, Two with { Needed = 3 }), Submit, By(Maria, Two with { Needed = 3 })), Is.EqualTo(new ApprovedBefore(2)));

    [Test]
    public void Approve_AfterAnotherWording_BeginsAnew() =>
        Assert.That(After(Submit, By(Maria, Two), new Revise(Rep, Wanted), By(Max, Two)).Status, Is.EqualTo(ThreadStatus.Submitted));

    [Test]
    public void Approve_AfterAWishForChanges_BeginsAnew() =>
        Assert.That(After(Submit, By(Maria, Two), new RequestChanges(Max, "Shorter"), By(Max, Two)).Approvals.Single().By, Is.EqualTo(Max));

    [Test]
    public void Approve_AfterItWasOpenedAgain_BeginsAnew() =>
        Assert.That(After(Submit, By(Maria, Two), By(Max, Two), new Reopen(Max, "Not yet"), By(Max, Two)).Approvals.Single().By, Is.EqualTo(Max));

    [Test]
    public void Approve_AfterAnAnsweredQuestion_GoesOn() => Assert.That(
        After(Submit, By(Maria, Two), new Ask(Max, "Which?"), new AnswerQuestion(Rep, 1, "Both"), By(Max, Two)).Status, Is.EqualTo(ThreadStatus.Approved));

    [Test]
    public void Approve_TheFirstPromisedADay_ItHolds() => Assert.That(
        After(Submit, By(Maria, Two) with { Promised = new(Today.AddDays(3), Today) }, By(Max, Two)).Work!.Promised, Is.EqualTo(Today.AddDays(3)));

    [Test]
    public void Approve_TheFirstPromisedADayThatHasGoneBy_NothingIsPromised()
    {
        var first = After(Submit, By(Maria, Two) with { Promised = new(Today, Today) });

        Assert.That(((Accepted)ThreadDecider.Decide(first, By(Max, Two), Now.AddDays(1))).Thread.Work!.Promised, Is.Null);
    }

    [Test]
    public void Approve_BySomebodyWhoIsNotNamed_IsRefused() =>
        Assert.That(Refuse(By(Max, new(1, new HashSet<string> { "maria" }, false)), Submit), Is.EqualTo(new NotAnApprover()));

    [Test]
    public void Decline_BySomebodyWhoDoesNotApprove_IsTaken() =>
        Assert.That(After(Submit, By(Maria, Two), new Decline(Max, "No budget")).Status, Is.EqualTo(ThreadStatus.Declined));

    [Test]
    public void Approve_ByTheRequester_IsRefused() => Assert.That(Refuse(By(Rep, ApprovalRule.Usual), Submit), Is.EqualTo(new NotYourOwn()));

    [Test]
    public void Approve_ByTheRequesterWhereThatIsAllowed_IsTaken() =>
        Assert.That(After(Submit, By(Rep, ApprovalRule.Usual with { OwnToo = true })).Status, Is.EqualTo(ThreadStatus.Approved));

    [Test]
    public void Approve_ByTheRequesterWhoIsNotOfMarketing_IsRefused() => Assert.That(
        Refuse(By(Rep, ApprovalRule.Usual with { OwnToo = true }) with { IsOutsiders = true }, Submit), Is.EqualTo(new NotOfMarketing()));

    private static IEnumerable<PersonCommand> OfMarketing =>
    [
        new Approve(Max), new Decline(Max, "No budget"), new Ask(Max, "Which?"), new RequestChanges(Max, "Shorter"), new Take(Max),
        new Assign(Max, Maria), new Deliver(Max, "link"), new Promise(Max, new(Today, Today), null), new Reopen(Max, "Why not"),
    ];

    [TestCaseSource(nameof(OfMarketing))]
    public void Decide_BySomebodyWhoIsNotOfMarketing_IsRefused(PersonCommand command) =>
        Assert.That(Refuse(command with { IsOutsiders = true }, Submit, By(Maria, ApprovalRule.Usual)), Is.EqualTo(new NotOfMarketing()));

    [Test]
    public void Assign_AColleague_SeesToItFromNowOn()
    {
        var thread = After(Submit, By(Maria, ApprovalRule.Usual) with { Promised = new(Today.AddDays(2), Today) }, new Assign(Maria, Max));

        Assert.That((thread.Status, thread.Work), Is.EqualTo((ThreadStatus.Approved, new Work(Max, Today.AddDays(2)))));
    }

    [Test]
    public void Assign_WhoHasItAlready_ChangesNothing() => Assert.That(
        ((Accepted)ThreadDecider.Decide(After(Submit, By(Maria, ApprovalRule.Usual)), new Assign(Max, Maria), Now)).Events, Is.Empty);

    [Test]
    public void Assign_TheRequester_IsRefused() =>
        Assert.That(Refuse(new Assign(Maria, Rep), Submit, By(Maria, ApprovalRule.Usual)), Is.EqualTo(new CannotOwn(Rep)));

    [Test]
    public void Assign_SomebodyWhoIsNotOfMarketing_IsRefused() =>
        Assert.That(Refuse(new Assign(Maria, Max) { IsToAnOutsider = true }, Submit, By(Maria, ApprovalRule.Usual)), Is.EqualTo(new CannotOwn(Max)));

    [Test]
    public void Assign_WhatIsNotApproved_IsRefused() =>
        Assert.That(Refuse(new Assign(Maria, Max), Submit), Is.EqualTo(new NotNow(ThreadStatus.Submitted)));

    private static Approve By(Person person, ApprovalRule rule) => new(person) { Rule = rule };

    private static RequestThread After(params ThreadCommand[] commands) =>
        commands.Aggregate((RequestThread?)null, (thread, command) => ((Accepted)ThreadDecider.Decide(thread, command, Now)).Thread)!;

    private static Rejection Refuse(ThreadCommand command, params ThreadCommand[] before) =>
        ((Rejected)ThreadDecider.Decide(After(before), command, Now)).Why;
}
