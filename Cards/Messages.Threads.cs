using BridgeBot.Core.Threads;

namespace BridgeBot.Cards;

/// <content>What happened to a thread, and why something did not.</content>
public static partial class Messages
{
    /// <summary>The reply below the channel's card that records what happened.</summary>
    public static string BelowCard(RequestThread thread, ThreadEvent happened) => Recorded(thread, happened, int.MaxValue);

    /// <summary>What happened, in a sentence.</summary>
    /// <param name="thread">To which thread.</param>
    /// <param name="happened">What.</param>
    /// <param name="most">The most UTF-16 code units to show of what was said.</param>
    internal static string Recorded(RequestThread thread, ThreadEvent happened, int most) => happened switch
    {
        ApprovalGiven e => Fill(Phrases.BelowApprovalGiven, Name(e.By), Number(e.Number), Number(e.Needed)) + Day(Phrases.BelowPromised, e.Promised),
        Approved e => Fill(Phrases.BelowApproved, Name(e.By)) + Owner(Phrases.BelowOwner, e) + Day(Phrases.BelowPromised, e.Promised),
        Declined e => Fill(Phrases.BelowDeclined, Name(e.By), Inert.Of(e.Reason, most)) + Also(Phrases.BelowInstead, e.Alternative, most),
        QuestionAsked e => Fill(Phrases.BelowQuestion, Name(e.By), Name(thread.Requester), Inert.Of(e.Text, most)),
        QuestionAnswered e => Fill(Phrases.BelowAnswer, Name(e.By), Inert.Of(e.Text, most)),
        ChangesRequested e => Fill(Phrases.BelowChanges, Name(e.By), Name(thread.Requester), Inert.Of(e.Text, most)),
        Revised e => Fill(Phrases.BelowRevised, Name(e.By), Inert.Ours(Phrase.Of("{0}", thread.Revisions + 1))),
        Taken e => Fill(Phrases.BelowTaken, Name(e.By)) + Day(Phrases.BelowPromised, e.Promised),
        Assigned e => Fill(Phrases.BelowAssigned, Name(e.By), Name(e.Owner)),
        PromiseChanged { Why: { } why } e => Fill(Phrases.BelowPromiseOther, Name(e.By), Day(e.Promised), Inert.Of(why, most)),
        PromiseChanged e => Fill(Phrases.BelowPromise, Name(e.By), Day(e.Promised)),
        Delivered e => Fill(Phrases.BelowDelivered, Name(e.By), Inert.Of(e.Note, most)),
        RequesterUnreached => Fill(Phrases.BelowUnreached, Name(thread.Requester)),
        Nudged e => Fill(Phrases.BelowNudge, Name(e.By)),
        Withdrawn e => Fill(Phrases.BelowWithdrawn, Name(e.By)),
        Reopened e => Fill(Phrases.BelowReopened, Name(e.By), Inert.Of(e.Why, most)),
        OutcomeTold e => Fill(Phrases.BelowOutcome, Name(e.By), Inert.Ours(LifeRows.Say(e.Outcome))) + Also(Phrases.BelowReaction, e.Reaction, most),
        Remarked e => Fill(Phrases.BelowRemark, Name(e.By), Inert.Of(e.Text, most)),
        Replied e => Fill(Phrases.BelowReply, Name(e.By), Inert.Of(e.Text, most)),
        Thanked e => Fill(Phrases.BelowThanks, Name(e.By), Inert.Of(e.Text, most)),
        HandedOver { By: { } by } e => Fill(Phrases.BelowHandedOverBy, Name(e.To), Name(e.From), Name(by)),
        HandedOver e => Fill(Phrases.BelowHandedOver, Name(e.To), Name(e.From)),
        Moved { By: { } by } => Fill(Phrases.BelowMoved, Name(by)),
        Moved => Phrases.BelowMovedGone,
        _ => Fill(Phrases.BelowOther, Inert.Line(thread.Reference), ThreadParts.Status(thread)),
    };

    /// <summary>What the rep is told in the personal chat. A question, a wish for changes and a delivery go as cards instead, and this
    /// is what their notification says.</summary>
    public static string ToRequester(RequestThread thread, ThreadEvent happened)
    {
        var (reference, title) = (Inert.Line(thread.Reference), Inert.Line(thread.Request.Title));
        return happened switch
        {
            Posted => Fill(Phrases.RequesterPosted, reference, title),
            PostRefused => Fill(Phrases.RequesterPostRefused, reference, title),
            ApprovalGiven e => Fill(Phrases.RequesterApprovalGiven, Name(e.By), reference, title, Number(e.Number), Number(e.Needed)),
            Approved e => Fill(Phrases.RequesterApproved, Name(e.By), reference, title)
                + Owner(Phrases.RequesterOwner, e) + Day(Phrases.RequesterPromised, e.Promised),
            Declined e => Fill(Phrases.RequesterDeclined, Name(e.By), reference, title, Inert.Of(e.Reason))
                + Also(Phrases.RequesterInstead, e.Alternative),
            QuestionAsked e => Fill(Phrases.RequesterQuestion, Name(e.By), reference, title, Inert.Of(e.Text)),
            ChangesRequested e => Fill(Phrases.RequesterChanges, Name(e.By), reference, title, Inert.Of(e.Text)),
            Taken e => Fill(Phrases.RequesterTaken, Name(e.By), reference, title) + Day(Phrases.RequesterPromised, e.Promised),
            Assigned e => Fill(Phrases.RequesterAssigned, Name(e.Owner), reference, title),
            PromiseChanged { Why: { } why } e => Fill(Phrases.RequesterPromiseOther, Name(e.By), reference, title, Day(e.Promised), Inert.Of(why)),
            PromiseChanged e => Fill(Phrases.RequesterPromise, Name(e.By), reference, title, Day(e.Promised)),
            Delivered e => Fill(Phrases.RequesterDelivered, Name(e.By), reference, title, Inert.Of(e.Note)),
            Remarked e => Fill(Phrases.RequesterRemark, Name(e.By), reference, title, Inert.Of(e.Text)),
            AskedAgain => Fill(Phrases.RequesterAskedAgain, reference, title),
            Moved => Fill(Phrases.RequesterMoved, reference, title),
            HandedOver e => Fill(Phrases.RequesterHandedOver, reference, title, Name(e.From)),
            Reopened e => Fill(Phrases.RequesterReopened, Name(e.By), reference, title, Inert.Of(e.Why)),
            _ => Fill(Phrases.RequesterOther, reference, title, ThreadParts.Status(thread)),
        };
    }

    /// <summary>Why nothing was done.</summary>
    /// <param name="why">The reason.</param>
    /// <param name="zone">The zone of the person who reads it.</param>
    public static string For(Rejection why, TimeZoneInfo zone) => why switch
    {
        NoSuchThread => Phrases.RejectedNoSuchThread,
        AlreadyDecided { Ruling: var ruling } no => Fill(
            no.Status == ThreadStatus.Declined ? Phrases.RejectedAlreadyDeclined : Phrases.RejectedAlreadyApproved,
            Name(ruling.By),
            Inert.Ours(Moments.TimeAndDay(ruling.At, zone))),
        QuestionStillOpen no => Fill(Phrases.RejectedQuestionStillOpen, Name(no.Question.By)),
        Core.Threads.NothingToAnswer => Phrases.RejectedNothingToAnswer,
        NotYourOwn => Phrases.RejectedNotYourOwn,
        OnlyTheRequester => Phrases.RejectedOnlyTheRequester,
        TextMissing => Phrases.RejectedTextMissing,
        TextTooLong no => Phrase.Of(Phrases.RejectedTextTooLong, no.Limit),
        TakenBack no => Fill(Phrases.RejectedTakenBack, Name(no.By), Inert.Ours(Moments.TimeAndDay(no.At, zone))),
        OldWording => Phrases.RejectedOldWording,
        NotNow no => Phrase.Of(Phrases.RejectedNotNow, ThreadParts.Status(no.Status)),
        NotTheOwner no => Fill(Phrases.RejectedNotTheOwner, Name(no.Owner)),
        TooSoon no => Fill(Phrases.RejectedTooSoon, Inert.Ours(Moments.TimeAndDay(no.Next, zone))),
        DayIsPast no => Phrase.Of(Phrases.RejectedDayIsPast, Moments.Day(no.Day)),
        NotOfMarketing => Phrases.RejectedNotOfMarketing,
        NotAnApprover => Phrases.RejectedNotAnApprover,
        ApprovedBefore no => Phrase.Of(Phrases.RejectedApprovedBefore, no.Missing),
        CannotOwn no => Fill(Phrases.RejectedCannotOwn, Name(no.Owner)),
        NobodyNamed => Phrases.RejectedNobodyNamed,
        NotADay no => Fill(Phrases.NoteNotADay, Inert.Line(no.Text, LongestName)),
        _ => throw new ArgumentOutOfRangeException(nameof(why), why.GetType().Name, "a rejection without words"),
    };

    private static Inert Number(int number) => Inert.Ours(Phrase.Of("{0}", number));

    private static Inert Day(DateOnly day) => Inert.Ours(Moments.Day(day));

    private static string Day(string phrase, DateOnly? day) => day is { } promised ? Fill(phrase, Day(promised)) : "";

    /// <summary>Who sees to it, if that is not who approved.</summary>
    private static string Owner(string phrase, Approved e) =>
        e.Owner is { } owner && owner.AadObjectId != e.By.AadObjectId ? Fill(phrase, Name(owner)) : "";

    private static string Also(string phrase, string? text, int most = int.MaxValue) => text is null ? "" : Fill(phrase, Inert.Of(text, most));
}
