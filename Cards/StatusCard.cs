using BridgeBot.Cards.Elements;
using BridgeBot.Core.Intake;
using BridgeBot.Core.Threads;

namespace BridgeBot.Cards;

/// <summary>The rep's open threads, and the dialog that is half finished.</summary>
public static class StatusCard
{
    private const int PageSize = 8;
    private const int LongestTitle = 120;

    /// <summary>Adaptive Card JSON.</summary>
    /// <param name="open">The undecided threads, in the order in which they are shown.</param>
    /// <param name="skip">How many stand on earlier pages; if there are not so many any more, the last page is shown.</param>
    /// <param name="dialog">The open dialog; null if there is none.</param>
    /// <param name="kinds">For the kind's label.</param>
    public static RenderedCard Render(IReadOnlyList<RequestThread> open, int skip, Dialog? dialog, KindCatalog kinds)
    {
        var before = Math.Min(skip, Math.Max(open.Count - 1, 0)) / PageSize * PageSize;
        var shown = open.Skip(before).Take(PageSize).ToList();
        return CardJson.Fit(most => AdaptiveCard.Of(
            Inert.Ours(Summary(open)),
            [
                Blocks.Title(Phrases.StatusTitle),
                .. open.Count == 0 && dialog is null ? (CardElement[])[Blocks.Text(Phrases.StatusEmpty)] : [],
                .. open.Count > PageSize ? (CardElement[])[Blocks.Aside(Phrase.Of(Phrases.ListPart, before + 1, before + shown.Count, open.Count))] : [],
                .. shown.Select((thread, index) => Row(thread, index > 0, Math.Min(most, LongestTitle))),
                .. dialog is null ? (CardElement[])[] : [InTheWorks(dialog, kinds)],
            ],
            [
                .. before > 0 ? (CardAction[])[Button(Phrases.ButtonBack, before - PageSize)] : [],
                .. before + PageSize < open.Count ? (CardAction[])[Button(Phrases.ButtonMore, before + PageSize)] : [],
            ]));
    }

    private static ExecuteAction Button(string title, int skip) =>
        new(title, Verbs.MyStatus, [(Verbs.Skip, Phrase.Of("{0}", skip))]);

    /// <summary>What a notification shows.</summary>
    public static string Summary(IReadOnlyList<RequestThread> open) => Phrase.Of(Phrases.StatusSummary, Phrase.Number(open.Count));

    private static Container Row(RequestThread thread, bool separator, int most) => new(
        [
            new RichTextBlock([new(Inert.Line(thread.Request.Title, most)) { Weight = TextWeight.Bolder }]),
            new RichTextBlock([new(Status(thread)) { Color = ThreadParts.Color(thread.Status) }]) { Spacing = Spacing.None },
            Blocks.SaidAside(Inert.Line(thread.Request.Text, most)) with { Spacing = Spacing.None },
            Aside(thread),
        ])
    {
        Separator = separator ? true : null,
    };

    /// <summary>The reference is ours, so it may stand beside the date, which only a TextBlock shows.</summary>
    private static TextBlock Aside(RequestThread thread) =>
        Blocks.Aside(Phrase.Of(Phrases.StatusRow, References.Plain(thread.Reference), Moments.Day(thread.SubmittedAt))) with
        {
            Spacing = Spacing.None,
        };

    /// <summary>As it looks from the rep's side.</summary>
    internal static Inert Status(RequestThread thread) => thread switch
    {
        { Status: ThreadStatus.Question } => Inert.Ours(Phrases.StatusRowQuestion),
        { Status: ThreadStatus.ChangesRequested } => Inert.Ours(Phrases.StatusRowChanges),
        { Status: ThreadStatus.Delivered } => Inert.Ours(Phrases.StatusRowDelivered),
        { PostedAt: null, Status: ThreadStatus.Submitted } => Inert.Ours(Phrases.StatusToBePosted),
        { Work.Promised: { } day } => Inert.Fill(Phrases.StatusRowPromised, ThreadParts.Status(thread), Inert.Ours(Moments.Day(day))),
        _ => ThreadParts.Status(thread),
    };

    private static Container InTheWorks(Dialog dialog, KindCatalog kinds)
    {
        var what = dialog.Draft is { } draft
            ? Inert.Fill(
                Phrases.StatusDialog,
                Inert.Line(kinds.Find(draft.Kind).Label),
                Inert.Ours(Phrase.Of("{0}", dialog.Current + 1)),
                Inert.Ours(Phrase.Of("{0}", dialog.Drafts.Count)))
            : Inert.Ours(Phrases.StatusDialogClarify);
        return Blocks.Panel(ContainerStyle.Emphasis, Blocks.Said(what), Blocks.Aside(Phrases.StatusDialogHint)) with
        {
            Spacing = Spacing.Medium,
        };
    }
}
