namespace BridgeBot.Core.Threads;

/// <summary>Why somebody's command is not carried out: first who, then when, then what.</summary>
internal static class Refusals
{
    /// <summary>The reason; null if there is none.</summary>
    public static Rejection? Of(RequestThread thread, PersonCommand command, DateTimeOffset now) =>
        NotTheirs(thread, command) ?? NotNow(thread, command) ?? NotSo(thread, command, now);

    private static Rejection? NotTheirs(RequestThread thread, PersonCommand command)
    {
        var asRequester = IsAsRequester(thread, command);
        return !ThreadPolicy.For(command.GetType(), asRequester).Any() ? asRequester ? new NotYourOwn() : new OnlyTheRequester()
            : asRequester || !command.IsOutsiders ? null
            : new NotOfMarketing();
    }

    private static Rejection? NotNow(RequestThread thread, PersonCommand command)
    {
        var rules = ThreadPolicy.For(command.GetType(), IsAsRequester(thread, command)).Where(rule => rule.From.Contains(thread.Status)).ToList();
        return (rules, command, thread) switch
        {
            ([], _, { Status: ThreadStatus.Withdrawn }) => new TakenBack(thread.Requester, thread.ChangedAt),
            ([], Approve or Decline or Ask or RequestChanges or AnswerQuestion or Revise, { Ruling: { } ruling }) =>
                new AlreadyDecided(thread.Status, ruling),
            ([], Ask, { OpenQuestion: { } question }) => new QuestionStillOpen(question),
            ([], AnswerQuestion, _) => new NothingToAnswer(),
            ([], _, _) => new NotNow(thread.Status),
            (_, Approve or Decline or Ask or RequestChanges, _) when command.Seen < thread.WordedIn => new OldWording(),
            _ when rules.All(rule => rule.By is ThreadRole.Owner) && thread.Owner is { } owner
                && owner.AadObjectId != command.By.AadObjectId => new NotTheOwner(owner),
            _ => null,
        };
    }

    private static Rejection? NotSo(RequestThread thread, PersonCommand command, DateTimeOffset now) => command switch
    {
        Approve c when !c.Rule.Names(c.By) => new NotAnApprover(),
        Approve c when thread.Approvals.Any(approval => approval.By.AadObjectId == c.By.AadObjectId) =>
            new ApprovedBefore(Math.Max(1, c.Rule.Needed - thread.Approvals.Count)),
        Approve c => DayFault(c.Promised),
        Decline c => TextFault(c.Reason) ?? OptionalTextFault(c.Alternative),
        Ask c => TextFault(c.Text),
        AnswerQuestion c => c.Number != thread.OpenQuestion?.Number ? new NothingToAnswer() : TextFault(c.Text),
        RequestChanges c => TextFault(c.Text),
        Take c => DayFault(c.Promised),
        Assign c when c.IsToAnOutsider || c.Owner.AadObjectId == thread.Requester.AadObjectId => new CannotOwn(c.Owner),
        Promise { Promised: null } => new TextMissing(),
        Promise c => DayFault(c.Promised)
            ?? (thread.Work?.Promised is { } before && before != c.Promised.Day ? TextFault(c.Why) : OptionalTextFault(c.Why)),
        Deliver c => TextFault(c.Note),
        Nudge c when now < thread.ChangedAt + c.Rest => new TooSoon(thread.ChangedAt + c.Rest),
        Reopen c => TextFault(c.Why),
        TellOutcome c => OptionalTextFault(c.Reaction),
        Remark c => TextFault(c.Text),
        Reply c => TextFault(c.Text),
        Thank c => TextFault(c.Text),
        _ => null,
    };

    /// <summary>Whether it is the requester's, and not the approval of somebody of marketing who may approve what they asked for.</summary>
    private static bool IsAsRequester(RequestThread thread, PersonCommand command) =>
        command.By.AadObjectId == thread.Requester.AadObjectId && command is not Approve { Rule.OwnToo: true };

    private static Rejection? DayFault(PromisedDay? promised) =>
        promised is { } day && day.Day < day.Today ? new DayIsPast(day.Day) : null;

    private static Rejection? TextFault(string? text) =>
        string.IsNullOrWhiteSpace(text) ? new TextMissing() : OptionalTextFault(text);

    private static Rejection? OptionalTextFault(string? text) =>
        text?.Trim().Length > ThreadPolicy.LongestText ? new TextTooLong(ThreadPolicy.LongestText) : null;
}
