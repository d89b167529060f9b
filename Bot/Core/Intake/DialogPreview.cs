using BridgeBot.Core.Framing;

namespace BridgeBot.Core.Intake;

/// <summary>The suggestion beside the original: the only place from which anything is posted.</summary>
internal static class DialogPreview
{
    /// <summary>Words the ask again with what was filled in, and shows it. A wording of the rep's own stays chosen.</summary>
    public static IntakeOutcome Suggest(Dialog dialog, IntakeContext context)
    {
        var draft = dialog.Draft!;
        var suggestions = Suggestions(dialog, draft, context.Kinds);
        var old = draft.Wordings.SkipLast(draft.OwnWordings).ToList();
        var reworded = draft with
        {
            Wordings = [.. suggestions, .. draft.Wordings.TakeLast(draft.OwnWordings)],
            Chosen = draft.ShowsOwnWording ? draft.Chosen - old.Count + suggestions.Count
                : suggestions.SequenceEqual(old) ? draft.Chosen
                : 0,
        };
        return Show(DialogWalk.WithDraft(dialog, reworded), context);
    }

    /// <summary>The rep agrees to what is shown.</summary>
    public static IntakeOutcome Post(Dialog dialog, IntakeContext context) => dialog.Draft!.Wording.Length > IntakeLimits.Wording
        ? DialogWalk.Stay(dialog, IntakeDialog.TooLong(IntakeLimits.Wording))
        : DialogWalk.Settle(
            dialog, DraftOutcome.Posted, IntakeDialog.RequestOf(dialog, dialog.Draft!, context.Kinds), context);

    /// <summary>Shows the next wording; after the last one the first again.</summary>
    public static IntakeOutcome Another(Dialog dialog, IntakeContext context)
    {
        var draft = dialog.Draft!;
        return Show(DialogWalk.WithDraft(dialog, draft with { Chosen = (draft.Chosen + 1) % draft.Wordings.Count }), context);
    }

    /// <summary>Shows a text of the rep's own. It is still posted only by a press of the button.</summary>
    public static IntakeOutcome Own(Dialog dialog, string text, IntakeContext context)
    {
        var wording = text.Trim();
        return wording.Length switch
        {
            > IntakeLimits.Wording => DialogWalk.Stay(dialog, IntakeDialog.TooLong(IntakeLimits.Wording)),
            _ when !FieldText.IsReadable(wording) => DialogWalk.Stay(dialog, new SayNote(IntakeNote.CouldNotRead)),
            _ => Show(DialogWalk.WithDraft(dialog, With(dialog.Draft!, wording)), context),
        };
    }

    private static Draft With(Draft draft, string wording)
    {
        if (draft.Wordings.ToList().IndexOf(wording) is >= 0 and var known)
        {
            return draft with { Chosen = known };
        }

        var suggestions = draft.Wordings.SkipLast(draft.OwnWordings);
        List<string> own = [.. draft.Wordings.TakeLast(draft.OwnWordings).TakeLast(IntakeLimits.OwnWordings - 1), wording];
        IReadOnlyList<string> all = [.. suggestions, .. own];
        return draft with { Wordings = all, Chosen = all.Count - 1, OwnWordings = own.Count };
    }

    private static IReadOnlyList<string> Suggestions(Dialog dialog, Draft draft, KindCatalog kinds)
    {
        if (dialog is { NeedsReframing: false, Urgent: false } or { Revises: not null })
        {
            return [.. draft.Wordings.SkipLast(draft.OwnWordings)];
        }

        var request = IntakeDialog.RequestOf(dialog, draft, kinds);
        var notes = new FramingNotes(
            draft.Kind == draft.Ask.Kind ? null : draft.Kind,
            request.Customer,
            request.Deadline,
            request.Appreciation,
            [.. request.Details.Select(detail => KeyValuePair.Create(detail.Label, detail.Value))]);

        // What the rep cleared in the form is not to come back from the ask.
        var ask = draft.Ask with { Customer = request.Customer, Deadline = request.Deadline };
        return FramingEngine.Reword(ask, notes, new(dialog.Today, dialog.Locale));
    }

    /// <summary>
    /// The preview, with a hint if the rep's own words in it may land badly: a hint, never a condition. The ask's own words need
    /// none, since the preview marks them.
    /// </summary>
    private static IntakeOutcome Show(Dialog dialog, IntakeContext context)
    {
        var draft = dialog.Draft!;
        var longFields = context.Kinds.Find(draft.Kind).Fields.Where(field => field.Type is FieldType.LongText);
        IEnumerable<string> own =
        [
            .. draft.ShowsOwnWording && draft.Wording != draft.Ask.Text ? [draft.Wording] : Enumerable.Empty<string>(),
            .. longFields.Select(field => draft.Values.GetValueOrDefault(field.Id)).OfType<string>(),
        ];
        var flagged = dialog.Urgent
            ? []
            : own.SelectMany(text => FramingEngine.Frame(text, new(dialog.Today, dialog.Locale)).Tone.Flags)
                .Select(flag => flag.Text).Distinct().ToList();
        IReadOnlyList<IntakeReply> hint =
            flagged.Count is 0 ? [] : [new SayNote(IntakeNote.MayLandBadly, string.Join(", ", flagged))];
        return DialogWalk.Go(dialog, DialogStage.Preview, context, hint);
    }
}
