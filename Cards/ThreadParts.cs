using BridgeBot.Cards.Elements;
using BridgeBot.Core.Intake;
using BridgeBot.Core.Threads;

namespace BridgeBot.Cards;

/// <summary>The parts of a thread's card.</summary>
internal static class ThreadParts
{
    /// <summary>Questions in full; the older ones are in the replies below the card.</summary>
    private const int MostQuestions = 5;

    private const int LongestName = 100;

    public static Inert Name(Person person) => Inert.Line(person.Name, LongestName);

    /// <summary>The first thing on an urgent request, and on its preview.</summary>
    public static IEnumerable<CardElement> Urgency(bool urgent) => urgent
        ? [Blocks.Panel(ContainerStyle.Attention, new TextBlock(Phrases.ThreadUrgent) { Weight = TextWeight.Bolder, Color = TextColor.Attention })]
        : [];

    /// <summary>Where it stands, and the reference.</summary>
    public static RichTextBlock StatusLine(RequestThread thread) => new(
        [
            new(Status(thread)) { Weight = TextWeight.Bolder, Color = Color(thread.Status) },
            new(Inert.Fill("  ·  {0}", Inert.Line(thread.Reference))) { IsSubtle = true },
            .. thread.Revisions == 0
                ? (TextRun[])[]
                : [new(Inert.Ours("  ·  " + Phrase.Of(Phrases.RowVersion, thread.Revisions + 1))) { IsSubtle = true }],
        ])
    {
        Spacing = Spacing.Small,
    };

    public static Inert Status(RequestThread thread) => thread switch
    {
        { Status: ThreadStatus.Submitted, Approvals.Count: > 0 } => Approvals(thread),
        { Status: ThreadStatus.Approved, Ruling: { } ruling } => Inert.Fill(Phrases.StatusApprovedBy, Name(ruling.By)),
        { Status: ThreadStatus.Declined, Ruling: { } ruling } => Inert.Fill(Phrases.StatusDeclinedBy, Name(ruling.By)),
        { Status: ThreadStatus.Question } => Inert.Fill(Phrases.StatusQuestion, Name(thread.Requester)),
        { Status: ThreadStatus.ChangesRequested } => Inert.Fill(Phrases.StatusChangesRequested, Name(thread.Requester)),
        { Status: ThreadStatus.InProgress, Owner: { } owner } => Inert.Fill(Phrases.StatusInProgressWith, Name(owner)),
        { Status: ThreadStatus.Delivered, Handover: { } handover } => Inert.Fill(Phrases.StatusDeliveredBy, Name(handover.By)),
        { Status: ThreadStatus.Withdrawn } => Inert.Fill(Phrases.StatusWithdrawnBy, Name(thread.Requester)),
        _ => Inert.Ours(Status(thread.Status)),
    };

    /// <summary>"1 of 2, Maria approved".</summary>
    public static Inert Approvals(RequestThread thread) => Inert.Fill(
        Phrases.StatusApprovals,
        Inert.Ours(Phrase.Of("{0}", thread.Approvals.Count)),
        Inert.Ours(Phrase.Of("{0}", Math.Max(thread.ApprovalsNeeded, thread.Approvals.Count))),
        Inert.Ours(string.Join(", ", thread.Approvals.Select(approval => Name(approval.By).Value))));

    /// <summary>Where a thread stands, without names.</summary>
    public static string Status(ThreadStatus status) => status switch
    {
        ThreadStatus.Question => Phrases.StatusAsked,
        ThreadStatus.ChangesRequested => Phrases.StatusChanges,
        ThreadStatus.Approved => Phrases.StatusApproved,
        ThreadStatus.Declined => Phrases.StatusDeclined,
        ThreadStatus.InProgress => Phrases.StatusInProgress,
        ThreadStatus.Delivered => Phrases.StatusDelivered,
        ThreadStatus.Closed => Phrases.StatusClosed,
        ThreadStatus.Withdrawn => Phrases.StatusWithdrawn,
        _ => Phrases.StatusSubmitted,
    };

    public static TextColor Color(ThreadStatus status) => status switch
    {
        ThreadStatus.Approved or ThreadStatus.Delivered or ThreadStatus.Closed => TextColor.Good,
        ThreadStatus.Declined => TextColor.Attention,
        ThreadStatus.Question or ThreadStatus.ChangesRequested or ThreadStatus.Withdrawn =>
            TextColor.Default, // the yellow of a warning is hard to read on white
        _ => TextColor.Accent,
    };

    /// <summary>What was asked, by whom, for whom, by when; and what came of it.</summary>
    public static IEnumerable<CardElement> Rows(RequestThread thread, KindCatalog kinds, int most)
    {
        var request = thread.Request;
        yield return Blocks.Row(Phrases.RowFrom, Blocks.Said(Name(thread.Requester)));
        var kind = kinds.Find(request.Kind).Label;
        if (!request.Title.StartsWith(kind, StringComparison.Ordinal))
        {
            yield return Blocks.Row(Phrases.RowKind, Blocks.Said(Inert.Line(kind)));
        }

        if (request.Customer is { } customer)
        {
            yield return Blocks.Row(Phrases.RowCustomer, Blocks.Said(Inert.Of(customer, most)));
        }

        if (request.Deadline is { } day)
        {
            yield return Blocks.Row(Phrases.RowDeadline, Blocks.Text(Moments.Day(day)));
        }

        foreach (var detail in request.Details)
        {
            yield return Blocks.Row(Inert.Line(detail.Label, LongestName), Blocks.Said(Inert.Of(detail.Value, most)));
        }

        if (request.Appreciation is { } worked)
        {
            yield return Blocks.Row(Phrases.RowWorked, Blocks.Said(Inert.Of(worked, most)));
        }

        yield return Blocks.Row(Phrases.RowAsked, Blocks.Text(Moments.DayAndTime(thread.SubmittedAt)));
        foreach (var row in LifeRows.Of(thread, most))
        {
            yield return row;
        }
    }

    /// <summary>What marketing asked, and the answers; what it wants changed.</summary>
    public static IEnumerable<CardElement> Questions(RequestThread thread, int most)
    {
        var earlier = thread.Questions.Count - MostQuestions;
        if (earlier > 0)
        {
            yield return Blocks.Aside(Phrase.Of(Phrases.EarlierQuestions, earlier)) with { Separator = true };
        }

        foreach (var question in thread.Questions.Skip(earlier))
        {
            yield return Spoken(Inert.Fill(Phrases.QuestionBy, Name(question.By)), question.At, question.Text, most);
            if (question is { Answer: { } answer, AnsweredAt: { } at })
            {
                yield return Spoken(Inert.Fill(Phrases.AnswerBy, Name(question.AnsweredBy ?? thread.Requester)), at, answer, most);
            }
        }

        if (thread.Changes is { } wish)
        {
            yield return Spoken(Inert.Fill(Phrases.ChangesBy, Name(wish.By)), wish.At, wish.Text, most);
        }
    }

    private static Container Spoken(Inert who, DateTimeOffset at, string text, int most) => new(
        [
            new RichTextBlock([new(who) { Weight = TextWeight.Bolder }]),
            Blocks.Said(Inert.Of(text, most)) with { Spacing = Spacing.None },
            Blocks.Aside(Moments.DayAndTime(at)) with { Spacing = Spacing.None },
        ])
    {
        Separator = true,
        Spacing = Spacing.Medium,
    };
}
