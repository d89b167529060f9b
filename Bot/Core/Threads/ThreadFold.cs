namespace BridgeBot.Core.Threads;

/// <summary>What each event makes of a thread.</summary>
internal static class ThreadFold
{
    public static RequestThread Apply(RequestThread? thread, ThreadEvent happened) => (thread, happened) switch
    {
        (null, Submitted e) => new RequestThread(
            e.Id, e.Reference, e.RequesterId, e.By, e.Request, ThreadStatus.Submitted, 1, e.At, null, e.At, null, [])
        {
            Round = new Round(e.At, []),
        },

        // Nothing happened to the request: one that is over is as old as its end.
        ({ } t, NameRemoved) => t with { Version = t.Version + 1 },
        ({ IsOver: true } t, Remarked or Replied) => t with { Version = t.Version + 1 },
        ({ } t, HandedOver e) => t with { Version = t.Version + 1, Requester = e.To, RequesterId = e.RequesterId, IsRequesterUnreached = false },
        ({ } t, Moved) => t with { Version = t.Version + 1, Moves = t.Moves + 1 },
        ({ } t, not Submitted) => Changed(
            t with
            {
                Version = t.Version + 1,
                ChangedAt = happened.At,
                IsRequesterUnreached = t.IsRequesterUnreached && !IsOfTheRequester(happened),
            },
            happened),
        _ => throw new InvalidOperationException($"{happened.GetType().Name} cannot follow {thread?.Status.ToString() ?? "nothing"}"),
    };

    private static bool IsOfTheRequester(ThreadEvent happened) =>
        happened is QuestionAnswered or Revised or Nudged or Withdrawn or OutcomeTold or Thanked or Replied;

    private static RequestThread Changed(RequestThread t, ThreadEvent happened) => happened switch
    {
        Posted e => t with { PostedAt = e.At },
        PostRefused or Nudged or Remarked or Replied => t,
        RequesterUnreached => t with { IsRequesterUnreached = true },
        QuestionAsked e => t with
        {
            Status = ThreadStatus.Question,
            Questions = [.. t.Questions, new Question(e.Number, e.By, e.At, e.Text, null, null)],
            Round = t.Round?.PausedAt(e.At),
        },
        QuestionAnswered e => t with
        {
            Status = ThreadStatus.Submitted,
            Questions = [.. t.Questions.Select(q => q.Number == e.Number ? q with { Answer = e.Text, AnsweredAt = e.At, AnsweredBy = e.By } : q)],
            Round = t.Round?.ResumedAt(e.At),
        },
        ChangesRequested e => t with
        {
            Status = ThreadStatus.ChangesRequested,
            Changes = new ChangeWish(e.By, e.At, e.Text),
            Approvals = [],
            Round = t.Round?.PausedAt(e.At),
        },
        Revised e => t with
        {
            Status = ThreadStatus.Submitted,
            Request = e.Request,
            Changes = null,
            Approvals = [],
            Revisions = t.Revisions + 1,
            Round = t.Round?.ResumedAt(e.At),
            WordedIn = t.Version,
        },
        ApprovalGiven e => t with { Approvals = [.. t.Approvals, new Approval(e.By, e.At, e.Promised)], ApprovalsNeeded = e.Needed },
        Approved e => t with
        {
            Status = ThreadStatus.Approved,
            Approvals = t.Approvals.Count == 0 ? [] : [.. t.Approvals, new Approval(e.By, e.At, e.Promised)],
            Ruling = new Ruling(e.By, e.At, null),
            Work = new Work(e.Owner ?? e.By, e.Promised),
            Changes = null,
        },
        Declined e => t with { Status = ThreadStatus.Declined, Ruling = new Ruling(e.By, e.At, e.Reason, e.Alternative), Changes = null },
        Taken e => t with { Status = ThreadStatus.InProgress, Work = new Work(e.By, e.Promised ?? t.Work?.Promised) },
        Assigned e => t with { Work = new Work(e.Owner, t.Work?.Promised) },
        PromiseChanged e => t with { Work = new Work(e.By, e.Promised) },
        Delivered e => t with { Status = ThreadStatus.Delivered, Handover = new Handover(e.By, e.At, e.Note, e.At, AskedAgain: false) },
        Withdrawn => t with { Status = ThreadStatus.Withdrawn, Changes = null },

        // A new round: what came of the last one is in the events.
        Reopened => t with
        {
            Status = ThreadStatus.Submitted,
            Approvals = [],
            Ruling = null,
            Work = null,
            Handover = null,
            Feedback = null,
            Round = new Round(happened.At, []),
            WordedIn = t.Version,
        },
        OutcomeTold { Outcome: Outcome.NotYet } e => t with
        {
            Feedback = new Feedback(e.Outcome, e.Reaction, e.At),
            Handover = t.Handover! with { AskedAt = e.At, AskedAgain = false },
        },
        OutcomeTold e => t with { Status = ThreadStatus.Closed, Feedback = new Feedback(e.Outcome, e.Reaction, e.At) },
        Thanked e => t with { ThankYou = new ThankYou(e.Text, e.At) },
        AskedAgain e => t with { Handover = t.Handover! with { AskedAt = e.At, AskedAgain = true } },
        ClosedUnanswered => t with { Status = ThreadStatus.Closed },
        _ => throw new InvalidOperationException($"{happened.GetType().Name} cannot follow {t.Status}"),
    };
}
