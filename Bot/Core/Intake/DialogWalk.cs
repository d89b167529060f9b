using System.Globalization;
using BridgeBot.Core.Threads;

namespace BridgeBot.Core.Intake;

/// <summary>How a dialog moves from step to step and from ask to ask.</summary>
internal static class DialogWalk
{
    /// <summary>Nothing changes; the current step is shown again below the notes.</summary>
    public static IntakeOutcome Stay(Dialog dialog, params IReadOnlyList<IntakeReply> notes) =>
        new(dialog, [.. notes, Show(dialog)]);

    /// <summary>A step was taken.</summary>
    public static IntakeOutcome Go(Dialog dialog, DialogStage stage, IntakeContext context, params IReadOnlyList<IntakeReply> notes)
    {
        var next = dialog with { Stage = stage, Revision = dialog.Revision + 1, ChangedAt = context.Now };
        return new(next, [.. notes, Show(next)]);
    }

    /// <summary>Turns to an ask: to its form, if something is not filled in yet; a relayed emergency is not kept waiting by one.</summary>
    public static IntakeOutcome Begin(Dialog dialog, int index, IntakeContext context, params IReadOnlyList<IntakeReply> notes)
    {
        var turned = dialog with { Current = index };
        var complete = dialog.Urgent || DialogForm.Missing(turned.Drafts[index], context.Kinds).Count is 0;
        return Go(turned, complete ? DialogStage.Preview : DialogStage.Form, context, notes);
    }

    /// <summary>The ask in work is dealt with: on to the next one, or the end.</summary>
    public static IntakeOutcome Settle(
        Dialog dialog, DraftOutcome outcome, Request? submission, IntakeContext context, params IReadOnlyList<IntakeReply> notes)
    {
        var settled = WithDraft(dialog, dialog.Draft! with { Outcome = outcome });
        var open = Enumerable.Range(0, settled.Drafts.Count).Where(i => settled.Drafts[i].Outcome is DraftOutcome.Open).ToList();
        if (open.Count is 0)
        {
            var done = new SayNote(
                IntakeNote.AllDone, Count(settled, DraftOutcome.Posted), Count(settled, DraftOutcome.Skipped));
            return new(null, [.. notes, done], submission);
        }

        var next = open.Find(i => i > dialog.Current) is > 0 and var later ? later : open[0];
        return Begin(settled, next, context, notes) with { Submission = submission };
    }

    /// <summary>Leaves the ask in work out.</summary>
    public static IntakeOutcome Skip(Dialog dialog, IntakeContext context) => dialog.Draft is { } draft
        ? Settle(dialog, DraftOutcome.Skipped, null, context,
            new SayNote(IntakeNote.Skipped, IntakeDialog.RequestOf(dialog, draft, context.Kinds).Title))
        : Cancel(dialog);

    /// <summary>Drops what is still open.</summary>
    public static IntakeOutcome Cancel(Dialog dialog) =>
        new(null, [new SayNote(IntakeNote.Cancelled, Count(dialog, DraftOutcome.Open))]);

    /// <summary>One step back: from the edit box to the preview, from there to the form, from there to the ask before.</summary>
    public static IntakeOutcome Back(Dialog dialog, IntakeContext context) => dialog.Stage switch
    {
        DialogStage.Edit => Go(dialog, DialogStage.Preview, context),
        DialogStage.Preview when context.Kinds.Find(dialog.Draft!.Kind).Fields.Count > 0 => Go(dialog, DialogStage.Form, context),
        _ => ToAskBefore(dialog, context),
    };

    /// <summary>The dialog with another state of the ask in work.</summary>
    public static Dialog WithDraft(Dialog dialog, Draft draft) =>
        dialog with { Drafts = [.. dialog.Drafts.Select((old, i) => i == dialog.Current ? draft : old)] };

    /// <summary>What was posted cannot be taken back; what was left out can be taken up again.</summary>
    private static IntakeOutcome ToAskBefore(Dialog dialog, IntakeContext context)
    {
        var before = dialog.Drafts.Take(dialog.Current).ToList().FindLastIndex(draft => draft.Outcome is not DraftOutcome.Posted);
        if (before < 0)
        {
            return Stay(dialog, new SayNote(IntakeNote.NothingBefore));
        }

        var turned = dialog with { Current = before };
        var reopened = WithDraft(turned, turned.Draft! with { Outcome = DraftOutcome.Open });
        var stage = DialogForm.Insists(reopened, context.Kinds) is null ? DialogStage.Preview : DialogStage.Form;
        return Go(reopened, stage, context);
    }

    private static IntakeReply Show(Dialog dialog) =>
        dialog.Stage is DialogStage.Clarify ? new SayNote(IntakeNote.WhatWouldHelp) : new ShowStep();

    private static string Count(Dialog dialog, DraftOutcome outcome) =>
        dialog.Drafts.Count(draft => draft.Outcome == outcome).ToString(CultureInfo.InvariantCulture);
}
