using BridgeBot.Core.Threads;

namespace BridgeBot.Cards;

/// <content>What happened to a thread, and why something did not.</content>
public static partial class Messages
{
    /// <summary>The reply below the channel's card that records what happened.</summary>
    public static string BelowCard(RequestThread thread, ThreadEvent happened) => happened switch
    {
        Approved e => Fill(Phrases.BelowApproved, Name(e.By)),
        Declined e => Fill(Phrases.BelowDeclined, Name(e.By), Inert.Of(e.Reason)),
        QuestionAsked e => Fill(Phrases.BelowQuestion, Name(e.By), Name(thread.Requester), Inert.Of(e.Text)),
        QuestionAnswered e => Fill(Phrases.BelowAnswer, Name(e.By), Inert.Of(e.Text)),
        _ => Fill(Phrases.BelowOther, Inert.Line(thread.Reference), ThreadParts.Status(thread)),
    };

    /// <summary>What the rep is told in the personal chat; a question goes as a <see cref="QuestionCard"/> instead.</summary>
    public static string ToRequester(RequestThread thread, ThreadEvent happened)
    {
        var (reference, title) = (Inert.Line(thread.Reference), Inert.Line(thread.Request.Title));
        return happened switch
        {
            Posted => Fill(Phrases.RequesterPosted, reference, title),
            PostRefused => Fill(Phrases.RequesterPostRefused, reference, title),
            Approved e => Fill(Phrases.RequesterApproved, Name(e.By), reference, title),
            Declined e => Fill(Phrases.RequesterDeclined, Name(e.By), reference, title, Inert.Of(e.Reason)),
            QuestionAsked e => Fill(Phrases.RequesterQuestion, Name(e.By), reference, title, Inert.Of(e.Text)),
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
        DayIsPast no => Phrase.Of(Phrases.RejectedDayIsPast, Moments.Day(no.Day)),
        NotADay no => Fill(Phrases.NoteNotADay, Inert.Line(no.Text, LongestName)),
        _ => throw new ArgumentOutOfRangeException(nameof(why), why.GetType().Name, "a rejection without words"),
    };
}
