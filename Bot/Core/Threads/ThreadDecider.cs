namespace BridgeBot.Core.Threads;

/// <summary>Decides what a command does to a thread. Pure: the same state, command and instant give the same decision.</summary>
public static class ThreadDecider
{
    /// <summary>Decides.</summary>
    /// <param name="thread">The thread as it is; null if there is none yet.</param>
    /// <param name="command">What is wanted.</param>
    /// <param name="now">UTC instant at which it is decided.</param>
    public static Decision Decide(RequestThread? thread, ThreadCommand command, DateTimeOffset now) => (thread, command) switch
    {
        (null, Submit c) => Accept(null, new Submitted(now, c.Id, c.Reference, c.RequesterId, c.By, c.Request), new ShowCard()),
        ({ } again, Submit) => new Accepted(again, [], []),
        (null, _) => new Rejected(new NoSuchThread()),

        // A decided thread waits for nobody, and a posted one is not posted twice; but where an open one's card is gone, its rep must know.
        ({ PostedAt: not null }, MarkPosted) or ({ PostedAt: not null, IsDecided: true }, MarkRefused) => new Accepted(thread, [], []),
        (_, MarkPosted) => Tell(thread, new Posted(now)),
        (_, MarkRefused c) => Tell(thread, new PostRefused(now, c.Code)),

        (_, Approve c) => Refusal(thread, c, c.By) ?? Announce(thread, new Approved(now, c.By)),
        (_, Decline c) => Refusal(thread, c, c.By, c.Reason) ?? Announce(thread, new Declined(now, c.By, c.Reason!.Trim())),
        (_, Ask c) => Refusal(thread, c, c.By, c.Text)
            ?? Announce(thread, new QuestionAsked(now, c.By, thread.Questions.Count + 1, c.Text!.Trim())),
        (_, AnswerQuestion c) => AnswerRefusal(thread, c)
            ?? Record(thread, new QuestionAnswered(now, c.By, c.Number, c.Text!.Trim())),

        _ => throw new ArgumentOutOfRangeException(nameof(command), command.GetType().Name, "a command without a rule"),
    };

    /// <summary>Folds an event into the thread. The first event must be <see cref="Submitted"/>.</summary>
    /// <exception cref="InvalidOperationException">The events are not in an order that was ever decided.</exception>
    public static RequestThread Apply(RequestThread? thread, ThreadEvent happened) => (thread, happened) switch
    {
        (null, Submitted e) => new RequestThread(
            e.Id, e.Reference, e.RequesterId, e.By, e.Request, ThreadStatus.Submitted, 1, e.At, null, e.At, null, []),
        ({ } t, Posted e) => Next(t, e) with { PostedAt = e.At },
        ({ } t, PostRefused e) => Next(t, e),
        ({ } t, Approved e) => Next(t, e) with { Status = ThreadStatus.Approved, Ruling = new Ruling(e.By, e.At, null) },
        ({ } t, Declined e) => Next(t, e) with { Status = ThreadStatus.Declined, Ruling = new Ruling(e.By, e.At, e.Reason) },
        ({ } t, QuestionAsked e) => Next(t, e) with
        {
            Status = ThreadStatus.Question,
            Questions = [.. t.Questions, new Question(e.Number, e.By, e.At, e.Text, null, null)],
        },
        ({ } t, QuestionAnswered e) => Next(t, e) with
        {
            Status = ThreadStatus.Submitted,
            Questions = [.. t.Questions.Select(q => q.Number == e.Number ? q with { Answer = e.Text, AnsweredAt = e.At } : q)],
        },
        _ => throw new InvalidOperationException($"{happened.GetType().Name} cannot follow {thread?.Status.ToString() ?? "nothing"}"),
    };

    private static RequestThread Next(RequestThread thread, ThreadEvent e) =>
        thread with { Version = thread.Version + 1, ChangedAt = e.At };

    private static Decision? Refusal(RequestThread thread, ThreadCommand command, Person by, string? text = "none needed")
    {
        Rejection? why = thread switch
        {
            { Ruling: { } ruling } => new AlreadyDecided(thread.Status, ruling),
            _ when by.AadObjectId == thread.Requester.AadObjectId => new NotYourOwn(),
            _ when !ThreadPolicy.Allows(thread.Status, command.GetType()) => new QuestionStillOpen(thread.OpenQuestion!),
            _ => TextFault(text),
        };
        return why is null ? null : new Rejected(why);
    }

    private static Decision? AnswerRefusal(RequestThread thread, AnswerQuestion command)
    {
        Rejection? why = thread switch
        {
            _ when command.By.AadObjectId != thread.Requester.AadObjectId => new OnlyTheRequester(),
            { Ruling: { } ruling } => new AlreadyDecided(thread.Status, ruling),
            _ when thread.OpenQuestion?.Number != command.Number => new NothingToAnswer(),
            _ => TextFault(command.Text),
        };
        return why is null ? null : new Rejected(why);
    }

    private static Rejection? TextFault(string? text) => text switch
    {
        _ when string.IsNullOrWhiteSpace(text) => new TextMissing(),
        { Length: > ThreadPolicy.LongestText } => new TextTooLong(ThreadPolicy.LongestText),
        _ => null,
    };

    /// <summary>What marketing did changes the card, is recorded below it, and reaches the rep.</summary>
    private static Accepted Announce(RequestThread thread, ThreadEvent happened) =>
        Accept(thread, happened, new ShowCard(), new ReplyBelowCard(happened), new TellRequester(happened));

    /// <summary>What the rep did changes the card and is recorded below it.</summary>
    private static Accepted Record(RequestThread thread, ThreadEvent happened) =>
        Accept(thread, happened, new ShowCard(), new ReplyBelowCard(happened));

    private static Accepted Tell(RequestThread thread, ThreadEvent happened) =>
        Accept(thread, happened, new TellRequester(happened));

    private static Accepted Accept(RequestThread? thread, ThreadEvent happened, params ThreadEffect[] effects) =>
        new(Apply(thread, happened), [happened], effects);
}
