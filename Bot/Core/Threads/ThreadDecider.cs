namespace BridgeBot.Core.Threads;

/// <summary>Decides what a command does to a thread. Pure: the same state, command and instant give the same decision.</summary>
public static class ThreadDecider
{
    /// <summary>Decides.</summary>
    /// <param name="thread">The thread as it is; null if there is none yet.</param>
    /// <param name="command">What is wanted.</param>
    /// <param name="now">UTC instant at which it is decided.</param>
    public static Decision Decide(RequestThread? thread, ThreadCommand command, DateTimeOffset now) => Of(thread, command, now) switch
    {
        Accepted accepted => accepted with { Events = [.. accepted.Events.Select(happened => happened with { Where = command.Where })] },
        var decision => decision,
    };

    /// <summary>Folds an event into the thread. The first event must be <see cref="Submitted"/>.</summary>
    /// <exception cref="InvalidOperationException">The events are not in an order that was ever decided.</exception>
    public static RequestThread Apply(RequestThread? thread, ThreadEvent happened) => ThreadFold.Apply(thread, happened);

    private static Decision Of(RequestThread? thread, ThreadCommand command, DateTimeOffset now) => (thread, command) switch
    {
        (null, Submit c) => Accept(null, new Submitted(now, c.Id, c.Reference, c.RequesterId, c.By, c.Request), new ShowCard()),
        ({ } again, Submit) => Nothing(again),
        (null, _) => new Rejected(new NoSuchThread()),

        // A thread that is over waits for nobody, and a posted one is not posted twice; but where an open one's card is gone, its rep must know.
        ({ PostedAt: not null }, MarkPosted) or ({ PostedAt: not null, IsOver: true }, MarkRefused) => Nothing(thread),
        (_, MarkPosted) => Tell(thread, new Posted(now)),
        (_, MarkRefused c) => Tell(thread, new PostRefused(now, c.Code)),

        (_, MarkMoved c) when thread.Moves >= c.Number => Nothing(thread),
        (_, MarkMoved { By: null } c) => Accept(
            thread, new Moved(now, c.By, c.To), new ReplyBelowCard(new Moved(now, c.By, c.To)), new TellRequester(new Moved(now, c.By, c.To))),
        (_, MarkMoved c) => Accept(thread, new Moved(now, c.By, c.To), new ReplyBelowCard(new Moved(now, c.By, c.To))),

        (_, PassToColleague c) when thread.RequesterId == c.RequesterId => Nothing(thread),
        ({ IsOver: true }, PassToColleague c) => Accept(thread, new HandedOver(now, thread.Requester, c.To, c.RequesterId, c.By), new ShowCard()),
        (_, PassToColleague c) => Announce(thread, new HandedOver(now, thread.Requester, c.To, c.RequesterId, c.By)),

        ({ IsRequesterUnreached: true }, MarkUnreached) => Nothing(thread),
        (_, MarkUnreached) => Accept(thread, new RequesterUnreached(now), new ReplyBelowCard(new RequesterUnreached(now))),

        ({ Status: ThreadStatus.Delivered, Handover.AskedAgain: false }, FollowUp) => Tell(thread, new AskedAgain(now)),
        ({ Status: ThreadStatus.Delivered }, FollowUp) => Accept(thread, new ClosedUnanswered(now), new ShowCard()),
        (_, FollowUp) => Nothing(thread),

        (_, PersonCommand c) => Refusals.Of(thread, c, now) is { } why ? new Rejected(why) : CarryOut(thread, c, now),

        _ => throw new ArgumentOutOfRangeException(nameof(command), command.GetType().Name, "a command without a rule"),
    };

    private static Decision CarryOut(RequestThread thread, PersonCommand command, DateTimeOffset now) => command switch
    {
        Approve c when thread.Approvals.Count + 1 < c.Rule.Needed =>
            Announce(thread, new ApprovalGiven(now, c.By, thread.Approvals.Count + 1, c.Rule.Needed, c.Promised?.Day)),
        Approve c => Announce(thread, new Approved(now, c.By, c.Owner ?? c.By, c.Promised?.Day ?? PromisedBefore(thread, now))),
        Decline c => Announce(thread, new Declined(now, c.By, c.Reason!.Trim(), Optional(c.Alternative))),
        Ask c => Announce(thread, new QuestionAsked(now, c.By, thread.Questions.Count + 1, c.Text!.Trim())),
        AnswerQuestion c => Record(thread, new QuestionAnswered(now, c.By, c.Number, c.Text!.Trim())),
        RequestChanges c => Announce(thread, new ChangesRequested(now, c.By, c.Text!.Trim())),
        Revise c => Record(thread, new Revised(now, c.By, c.Request)),

        Take c when thread.Status is ThreadStatus.InProgress && IsOwner(thread, c.By) && IsPromised(thread, c.Promised) => Nothing(thread),
        Take c => Announce(thread, new Taken(now, c.By, c.Promised?.Day)),
        Assign c when IsOwner(thread, c.Owner) => Nothing(thread),
        Assign c => Announce(thread, new Assigned(now, c.By, c.Owner)),
        Promise c when IsPromised(thread, c.Promised) => Nothing(thread),
        Promise c => Announce(thread, new PromiseChanged(now, c.By, c.Promised!.Day, Optional(c.Why))),
        Deliver c => Announce(thread, new Delivered(now, c.By, c.Note!.Trim())),

        Nudge c => Accept(thread, new Nudged(now, c.By), new ReplyBelowCard(new Nudged(now, c.By))),
        Withdraw c => Record(thread, new Withdrawn(now, c.By)),
        Reopen c when IsRequester(thread, c.By) => Record(thread, new Reopened(now, c.By, c.Why!.Trim())),
        Reopen c => Announce(thread, new Reopened(now, c.By, c.Why!.Trim())),
        TellOutcome c => Record(thread, new OutcomeTold(now, c.By, c.Outcome, Optional(c.Reaction))),
        Remark c => Tell(thread, new Remarked(now, c.By, c.Text!.Trim())),
        Reply c => Accept(thread, new Replied(now, c.By, c.Text!.Trim()), new ReplyBelowCard(new Replied(now, c.By, c.Text.Trim()))),
        Thank c => Record(thread, new Thanked(now, c.By, c.Text!.Trim())),

        _ => throw new ArgumentOutOfRangeException(nameof(command), command.GetType().Name, "a command without a rule"),
    };

    private static bool IsRequester(RequestThread thread, Person by) => by.AadObjectId == thread.Requester.AadObjectId;

    private static bool IsOwner(RequestThread thread, Person by) => by.AadObjectId == thread.Owner?.AadObjectId;

    private static bool IsPromised(RequestThread thread, PromisedDay? promised) => promised is null || promised.Day == thread.Work?.Promised;

    /// <summary>The day that one of the earlier approvals promised, unless it has gone by.</summary>
    private static DateOnly? PromisedBefore(RequestThread thread, DateTimeOffset now) =>
        thread.Approvals.LastOrDefault(approval => approval.Promised >= DateOnly.FromDateTime(now.UtcDateTime))?.Promised;

    private static string? Optional(string? text) => string.IsNullOrWhiteSpace(text) ? null : text.Trim();

    private static Accepted Nothing(RequestThread thread) => new(thread, [], []);

    /// <summary>What marketing does: on the card, below it, and to the rep.</summary>
    private static Accepted Announce(RequestThread thread, ThreadEvent happened) =>
        Accept(thread, happened, new ShowCard(), new ReplyBelowCard(happened), new TellRequester(happened));

    /// <summary>What the rep does: on the card and below it; the rep knows.</summary>
    private static Accepted Record(RequestThread thread, ThreadEvent happened) =>
        Accept(thread, happened, new ShowCard(), new ReplyBelowCard(happened));

    private static Accepted Tell(RequestThread thread, ThreadEvent happened) =>
        Accept(thread, happened, new TellRequester(happened));

    private static Accepted Accept(RequestThread? thread, ThreadEvent happened, params ThreadEffect[] effects) =>
        new(Apply(thread, happened), [happened], effects);
}
