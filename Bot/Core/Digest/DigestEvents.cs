using BridgeBot.Core.Threads;

namespace BridgeBot.Core.Digest;

/// <summary>Makes of the life of a thread what digests count.</summary>
public static class DigestEvents
{
    /// <summary>Folds a thread's events. Those that no digest counts (posted, taken, another day promised, nudged...) are left out.</summary>
    /// <param name="life">All events of one thread, in their order.</param>
    public static IEnumerable<DigestEvent> Of(IEnumerable<ThreadEvent> life)
    {
        RequestThread? thread = null;
        var (round, isAnswered) = (default(DateTimeOffset), false);
        foreach (var happened in life)
        {
            var before = thread?.Status;
            thread = ThreadDecider.Apply(thread, happened);
            if (happened is Submitted or Reopened)
            {
                round = happened.At;
            }

            if (WhatOf(happened, before) is not { } what)
            {
                continue;
            }

            yield return Counted(thread, happened, what) with
            {
                Since = what is Happening.Delivered ? round : IsAnswer(what) && !isAnswered ? thread.SubmittedAt : null,
            };
            isAnswered |= IsAnswer(what);
        }
    }

    /// <summary>Whether marketing answers with it: with a question, a wish for changes, a yes or a no.</summary>
    public static bool IsAnswer(Happening what) => what is Happening.Answered or Happening.Approved or Happening.Declined;

    private static Happening? WhatOf(ThreadEvent happened, ThreadStatus? before) => happened switch
    {
        Submitted => Happening.Asked,
        QuestionAsked or ChangesRequested or ApprovalGiven => Happening.Answered,
        Approved => Happening.Approved,
        Declined => Happening.Declined,
        Delivered => Happening.Delivered,

        // Another outcome of a closed one does not close it again.
        OutcomeTold { Outcome: not Outcome.NotYet } when before is ThreadStatus.Delivered => Happening.Closed,
        ClosedUnanswered => Happening.Closed,
        Withdrawn => Happening.Withdrawn,
        Reopened => Happening.Reopened,
        Thanked => Happening.Thanked,
        _ => null,
    };

    private static DigestEvent Counted(RequestThread thread, ThreadEvent happened, Happening what) => new(
        thread.Id, thread.Version, happened.At, what, thread.Request.Title, thread.Request.Kind, thread.RequesterId, thread.Requester)
    {
        Customer = thread.Request.Customer,
        Marketer = happened switch
        {
            QuestionAsked e => e.By,
            ChangesRequested e => e.By,
            ApprovalGiven e => e.By,
            Approved e => e.By,
            Declined e => e.By,
            Delivered e => e.By,
            Thanked => thread.Handover?.By ?? thread.Owner,
            _ => null,
        },
        Words = happened switch
        {
            Submitted e => e.Request.Appreciation,
            Thanked e => e.Text,
            _ => null,
        },
        About = happened is Submitted asked ? Themes.WordsOf(asked) : null,
    };
}
