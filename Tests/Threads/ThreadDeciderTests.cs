using BridgeBot.Core.Threads;

namespace BridgeBot.Tests.Threads;

public sealed class ThreadDeciderTests
{
    private static readonly DateTimeOffset Now = new(2026, 3, 2, 9, 30, 0, TimeSpan.Zero);
    private static readonly Person Rep = new("rep", "Rosa");
    private static readonly Person Marketer = new("marketer", "Max");
    private static readonly Person Colleague = new("colleague", "Mia");
    private static readonly Request Wanted =
        new("presentation", "Presentation for Acme", "Could we have a deck?", "Acme", null, [], null, false);

    private static readonly Submit Submit = new("thread", "BR-7K3Q2M", "requester", Rep, Wanted);

    private static IEnumerable<ThreadCommand> CommandsOfMarketing =>
        [new Approve(Marketer), new Decline(Marketer, "No budget"), new Ask(Marketer, "Which industry?")];

    private static IEnumerable<ThreadCommand> CommandsOfTheRequesterAsMarketing =>
        [new Approve(Rep), new Decline(Rep, "No budget"), new Ask(Rep, "Which industry?")];

    private static IEnumerable<string?> Blanks => [null, "", " ", "\r\n\t"];

    [Test]
    public void Decide_Submit_IsWaitingForMarketing()
    {
        var thread = After(Submit);

        Assert.That(
            (thread.Status, thread.Version, thread.SubmittedAt, thread.PostedAt, thread.Request),
            Is.EqualTo((ThreadStatus.Submitted, 1, Now, (DateTimeOffset?)null, Wanted)));
    }

    [Test]
    public void Decide_Submit_ShowsTheCardAndNothingElse() =>
        Assert.That(Accept(null, Submit).Effects, Is.EqualTo(new ThreadEffect[] { new ShowCard() }));

    [Test]
    public void Decide_SubmitTwice_ChangesNothing()
    {
        var thread = After(Submit);
        var again = Accept(thread, Submit);

        Assert.That((again.Thread, again.Events.Count, again.Effects.Count), Is.EqualTo((thread, 0, 0)));
    }

    [Test]
    public void Decide_AnythingWithoutThread_IsRejected(
        [ValueSource(nameof(CommandsOfMarketing))] ThreadCommand command) =>
        Assert.That(Refuse(null, command), Is.InstanceOf<NoSuchThread>());

    [Test]
    public void Decide_MarkPostedWithoutThread_IsRejected() =>
        Assert.That(Refuse(null, new MarkPosted()), Is.InstanceOf<NoSuchThread>());

    [Test]
    public void Decide_MarkPosted_TellsTheRequester() =>
        Assert.That(
            Accept(After(Submit), new MarkPosted()).Effects,
            Is.EqualTo(new ThreadEffect[] { new TellRequester(new Posted(Now)) }));

    [Test]
    public void Decide_MarkPosted_KeepsTheInstant() => Assert.That(After(Submit, new MarkPosted()).PostedAt, Is.EqualTo(Now));

    [Test]
    public void Decide_MarkPostedTwice_ChangesNothing() =>
        Assert.That(Accept(After(Submit, new MarkPosted()), new MarkPosted()).Events, Is.Empty);

    [Test]
    public void Decide_MarkRefusedAfterPosted_TellsTheRequester() =>
        Assert.That(
            Accept(After(Submit, new MarkPosted()), new MarkRefused("Forbidden")).Effects,
            Is.EqualTo(new ThreadEffect[] { new TellRequester(new PostRefused(Now, "Forbidden")) }));

    [Test]
    public void Decide_MarkRefusedAfterPostedAndOver_ChangesNothing() =>
        Assert.That(Accept(After(Submit, new MarkPosted(), new Decline(Marketer, "No budget")), new MarkRefused("Forbidden")).Events, Is.Empty);

    [Test]
    public void Decide_MarkRefusedAfterPostedAndApproved_TellsTheRequester() =>
        Assert.That(
            Accept(After(Submit, new MarkPosted(), new Approve(Marketer)), new MarkRefused("Forbidden")).Effects,
            Has.One.TypeOf<TellRequester>());

    [Test]
    public void Decide_MarkUnreached_TellsMarketingBelowTheCard() =>
        Assert.That(
            Accept(After(Submit, new MarkPosted()), new MarkUnreached()).Effects,
            Is.EqualTo(new ThreadEffect[] { new ReplyBelowCard(new RequesterUnreached(Now)) }));

    [Test]
    public void Decide_MarkUnreachedAgain_ChangesNothing() =>
        Assert.That(Accept(After(Submit, new MarkPosted(), new MarkUnreached()), new MarkUnreached()).Events, Is.Empty);

    [Test]
    public void Decide_MarkUnreachedAfterTheRepDidSomething_TellsAgain() =>
        Assert.That(
            Accept(After(Submit, new MarkPosted(), new MarkUnreached(), new Withdraw(Rep)), new MarkUnreached()).Effects,
            Has.One.TypeOf<ReplyBelowCard>());

    [Test]
    public void Decide_MarkRefused_LeavesTheThreadOpen() =>
        Assert.That(After(Submit, new MarkRefused("Forbidden")).IsDecided, Is.False);

    [Test]
    public void Decide_MarkPostedAfterRefused_IsPosted() =>
        Assert.That(After(Submit, new MarkRefused("Forbidden"), new MarkPosted()).PostedAt, Is.EqualTo(Now));

    [Test]
    public void Decide_Approve_IsApproved()
    {
        var thread = After(Submit, new Approve(Marketer));

        Assert.That((thread.Status, thread.Ruling), Is.EqualTo((ThreadStatus.Approved, new Ruling(Marketer, Now, null))));
    }

    [Test]
    public void Decide_Decline_KeepsTheReason()
    {
        var thread = After(Submit, new Decline(Marketer, "  No budget "));

        Assert.That((thread.Status, thread.Ruling?.Reason), Is.EqualTo((ThreadStatus.Declined, "No budget")));
    }

    [Test]
    public void Decide_CommandOfMarketing_IsShownRecordedAndTold(
        [ValueSource(nameof(CommandsOfMarketing))] ThreadCommand command) =>
        Assert.That(
            Accept(After(Submit), command).Effects.Select(effect => effect.GetType()),
            Is.EqualTo(new[] { typeof(ShowCard), typeof(ReplyBelowCard), typeof(TellRequester) }));

    [Test]
    public void Decide_CommandOfMarketingAfterRuling_SaysWhoWasFirst(
        [ValueSource(nameof(CommandsOfMarketing))] ThreadCommand command) =>
        Assert.That(
            Refuse(After(Submit, new Approve(Colleague)), command),
            Is.EqualTo(new AlreadyDecided(ThreadStatus.Approved, new Ruling(Colleague, Now, null))));

    [Test]
    public void Decide_ByTheRequester_IsRejected(
        [ValueSource(nameof(CommandsOfTheRequesterAsMarketing))] ThreadCommand command) =>
        Assert.That(Refuse(After(Submit), command), Is.InstanceOf<NotYourOwn>());

    [Test]
    public void Decide_ByTheRequesterUnderAnotherName_IsRejected() =>
        Assert.That(Refuse(After(Submit), new Approve(Rep with { Name = "Max" })), Is.InstanceOf<NotYourOwn>());

    [Test]
    public void Decide_DeclineWithoutReason_IsRejected([ValueSource(nameof(Blanks))] string? reason) =>
        Assert.That(Refuse(After(Submit), new Decline(Marketer, reason)), Is.InstanceOf<TextMissing>());

    [Test]
    public void Decide_AskWithoutText_IsRejected([ValueSource(nameof(Blanks))] string? text) =>
        Assert.That(Refuse(After(Submit), new Ask(Marketer, text)), Is.InstanceOf<TextMissing>());

    [Test]
    public void Decide_ReasonAsLongAsAllowed_IsAccepted() =>
        Assert.That(After(Submit, new Decline(Marketer, new string('x', ThreadPolicy.LongestText))).IsDecided, Is.True);

    [Test]
    public void Decide_ReasonTooLong_IsRejectedWithTheLimit() =>
        Assert.That(
            Refuse(After(Submit), new Decline(Marketer, new string('x', ThreadPolicy.LongestText + 1))),
            Is.EqualTo(new TextTooLong(ThreadPolicy.LongestText)));

    [Test]
    public void Decide_SecondQuestion_IsRejectedWithTheFirst() =>
        Assert.That(
            Refuse(After(Submit, new Ask(Marketer, "Which industry?")), new Ask(Colleague, "How long?")),
            Is.EqualTo(new QuestionStillOpen(new Question(1, Marketer, Now, "Which industry?", null, null))));

    [Test]
    public void Decide_ApproveWithOpenQuestion_IsApproved() =>
        Assert.That(After(Submit, new Ask(Marketer, "Which industry?"), new Approve(Marketer)).Status, Is.EqualTo(ThreadStatus.Approved));

    [Test]
    public void Decide_Answer_GoesBackToMarketing()
    {
        var thread = After(Submit, new Ask(Marketer, "Which industry?"), new AnswerQuestion(Rep, 1, " Packaging "));

        Assert.That(
            (thread.Status, thread.OpenQuestion, thread.Questions[0].Answer),
            Is.EqualTo((ThreadStatus.Submitted, (Question?)null, "Packaging")));
    }

    [Test]
    public void Decide_Answer_IsShownAndRecordedButNotToldToWhoGaveIt() =>
        Assert.That(
            Accept(After(Submit, new Ask(Marketer, "Which industry?")), new AnswerQuestion(Rep, 1, "Packaging"))
                .Effects.Select(effect => effect.GetType()),
            Is.EqualTo(new[] { typeof(ShowCard), typeof(ReplyBelowCard) }));

    [Test]
    public void Decide_AnswerBySomebodyElse_IsRejected() =>
        Assert.That(
            Refuse(After(Submit, new Ask(Marketer, "Which industry?")), new AnswerQuestion(Colleague, 1, "Packaging")),
            Is.InstanceOf<OnlyTheRequester>());

    [TestCase(0)]
    [TestCase(2)]
    public void Decide_AnswerToAnotherQuestion_IsRejected(int number) =>
        Assert.That(
            Refuse(After(Submit, new Ask(Marketer, "Which industry?")), new AnswerQuestion(Rep, number, "Packaging")),
            Is.InstanceOf<NothingToAnswer>());

    [Test]
    public void Decide_AnswerTwice_IsRejected() =>
        Assert.That(
            Refuse(
                After(Submit, new Ask(Marketer, "Which industry?"), new AnswerQuestion(Rep, 1, "Packaging")),
                new AnswerQuestion(Rep, 1, "Packaging")),
            Is.InstanceOf<NothingToAnswer>());

    [Test]
    public void Decide_AnswerWithoutQuestion_IsRejected() =>
        Assert.That(Refuse(After(Submit), new AnswerQuestion(Rep, 1, "Packaging")), Is.InstanceOf<NothingToAnswer>());

    [Test]
    public void Decide_BlankAnswer_IsRejected() =>
        Assert.That(
            Refuse(After(Submit, new Ask(Marketer, "Which industry?")), new AnswerQuestion(Rep, 1, " ")),
            Is.InstanceOf<TextMissing>());

    [Test]
    public void Decide_AnswerAfterRuling_SaysWhoWasFirst() =>
        Assert.That(
            Refuse(
                After(Submit, new Ask(Marketer, "Which industry?"), new Approve(Marketer)), new AnswerQuestion(Rep, 1, "Packaging")),
            Is.InstanceOf<AlreadyDecided>());

    [Test]
    public void Decide_SecondQuestionAfterTheAnswer_HasTheNextNumber() =>
        Assert.That(
            After(Submit, new Ask(Marketer, "Which industry?"), new AnswerQuestion(Rep, 1, "Packaging"), new Ask(Marketer, "How long?"))
                .OpenQuestion?.Number,
            Is.EqualTo(2));

    [Test]
    public void Apply_EventBeforeSubmitted_Throws() =>
        Assert.That(() => ThreadDecider.Apply(null, new Posted(Now)), Throws.InvalidOperationException);

    [Test]
    public void Apply_SubmittedTwice_Throws() =>
        Assert.That(
            () => ThreadDecider.Apply(After(Submit), new Submitted(Now, "thread", "BR-7K3Q2M", "requester", Rep, Wanted)),
            Throws.InvalidOperationException);

    private static RequestThread After(params ThreadCommand[] commands) =>
        commands.Aggregate((RequestThread?)null, (thread, command) => Accept(thread, command).Thread)!;

    private static Accepted Accept(RequestThread? thread, ThreadCommand command) =>
        (Accepted)ThreadDecider.Decide(thread, command, Now);

    private static Rejection Refuse(RequestThread? thread, ThreadCommand command) =>
        ((Rejected)ThreadDecider.Decide(thread, command, Now)).Why;
}
