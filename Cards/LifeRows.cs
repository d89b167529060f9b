using BridgeBot.Cards.Elements;
using BridgeBot.Core.Threads;

namespace BridgeBot.Cards;

/// <summary>What came of a request: the decision, who sees to it, what was delivered and whether it helped.</summary>
internal static class LifeRows
{
    /// <summary>The rows of what has happened so far.</summary>
    public static IEnumerable<CardElement> Of(RequestThread thread, int most) =>
        [.. Decision(thread, most), .. Work(thread), .. Delivery(thread, most), .. WhatItDid(thread, most)];

    private static IEnumerable<CardElement> Decision(RequestThread thread, int most)
    {
        // The line of the status says it as long as it waits for marketing.
        if (thread.Approvals.Count > 0 && thread.Status is not ThreadStatus.Submitted)
        {
            yield return Blocks.Row(Phrases.RowApprovals, Blocks.Said(ThreadParts.Approvals(thread)));
        }

        if (thread.Ruling is not { } ruling)
        {
            yield break;
        }

        var when = Moments.DayAndTime(ruling.At);
        yield return ruling.Reason is { } reason
            ? Blocks.Row(Phrases.StatusDeclined, Blocks.Said(Inert.Of(reason, most)), Blocks.Aside(when) with { Spacing = Spacing.None })
            : Blocks.Row(Phrases.StatusApproved, Blocks.Text(when));
        if (ruling.Alternative is { } instead)
        {
            yield return Blocks.Row(Phrases.RowInstead, Blocks.Said(Inert.Of(instead, most)));
        }
    }

    private static IEnumerable<CardElement> Work(RequestThread thread)
    {
        if (thread is not { Status: ThreadStatus.Approved or ThreadStatus.InProgress, Owner: { } owner })
        {
            yield break;
        }

        // The line of the status names who approved it or works on it.
        if (thread.Status is ThreadStatus.Approved && owner.AadObjectId != thread.Ruling?.By.AadObjectId)
        {
            yield return Blocks.Row(Phrases.RowOwner, Blocks.Said(ThreadParts.Name(owner)));
        }

        if (thread.Work?.Promised is { } day)
        {
            yield return Blocks.Row(Phrases.RowPromised, Blocks.Text(Moments.Day(day)));
        }
    }

    /// <summary>What was delivered. Also for the rep's card, which asks whether it helped.</summary>
    internal static IEnumerable<CardElement> Delivery(RequestThread thread, int most) => thread.Handover is { } handover
        ?
        [
            Blocks.Row(
                Phrases.RowDelivered,
                Blocks.Said(Inert.Of(handover.Note, most)),
                Blocks.Aside(Moments.DayAndTime(handover.At)) with { Spacing = Spacing.None }),
        ]
        : [];

    private static IEnumerable<CardElement> WhatItDid(RequestThread thread, int most)
    {
        if (thread.Feedback is { } feedback)
        {
            yield return Blocks.Row(Phrases.RowOutcome, Blocks.Text(Say(feedback.Outcome)));
            if (feedback.Reaction is { } reaction)
            {
                yield return Blocks.Row(Phrases.RowReaction, Blocks.Said(Inert.Of(reaction, most)));
            }
        }
        else if (thread.Status is ThreadStatus.Closed)
        {
            yield return Blocks.Row(Phrases.RowOutcome, Blocks.Text(Phrases.OutcomeUnanswered));
        }

        if (thread.ThankYou is { } thanks)
        {
            yield return Blocks.Row(Phrases.RowThanks, Blocks.Said(Inert.Of(thanks.Text, most)));
        }
    }

    /// <summary>Whether it helped, in words.</summary>
    internal static string Say(Outcome outcome) => outcome switch
    {
        Outcome.Won => Phrases.OutcomeWon,
        Outcome.MovedForward => Phrases.OutcomeMovedForward,
        Outcome.NotYet => Phrases.OutcomeNotYet,
        _ => Phrases.OutcomeNo,
    };
}
