namespace BridgeBot.Core.Intake;

/// <summary>The form of one ask: what was said already is filled in, and only what its kind needs is asked for.</summary>
internal static class DialogForm
{
    /// <summary>The fields without a value, the required ones first, each in the order of the form.</summary>
    public static IReadOnlyList<KindField> Missing(Draft draft, KindCatalog kinds) =>
    [
        .. kinds.Find(draft.Kind).Fields
            .Where(field => !draft.Values.ContainsKey(field.Id))
            .OrderByDescending(field => field.Required),
    ];

    /// <summary>The field that a typed answer fills in; null if all are filled in.</summary>
    public static KindField? FirstMissing(Draft draft, KindCatalog kinds) =>
        Missing(draft, kinds) is [var first, ..] ? first : null;

    /// <summary>The first field that the dialog insists on; null if it could go on. An emergency insists on nothing.</summary>
    public static KindField? Insists(Dialog dialog, KindCatalog kinds) =>
        dialog.Urgent ? null : FirstMissing(dialog.Draft!, kinds) is { Required: true } missing ? missing : null;

    /// <summary>Takes the form's values and shows the suggestion, or says what is missing.</summary>
    public static IntakeOutcome Next(Dialog dialog, IReadOnlyDictionary<string, string> values, IntakeContext context)
    {
        var (filled, faults) = Fill(dialog, values, context);
        return faults.Count > 0
            ? DialogWalk.Go(filled, DialogStage.Form, context, faults)
            : DialogPreview.Suggest(filled, context);
    }

    /// <summary>
    /// Takes a typed answer: for the field that it names ("customer: Acme"), else for the first that is missing. The form goes
    /// on to offer the next one; <c>next</c> or <c>skip</c> leaves the optional ones out.
    /// </summary>
    public static IntakeOutcome Answer(Dialog dialog, string text, IntakeContext context)
    {
        var (id, answer) = Named(dialog.Draft!, text, context.Kinds)
            ?? (FirstMissing(dialog.Draft!, context.Kinds)?.Id, text);
        var field = context.Kinds.Find(dialog.Draft!.Kind).Fields.FirstOrDefault(field => field.Id == id);
        if (id is null || answer.Trim().Length > (field is null ? IntakeLimits.Line : IntakeLimits.Of(field)))
        {
            return IntakeDialog.FinishFirst(dialog);
        }

        var (filled, faults) = Fill(dialog, new Dictionary<string, string> { [id] = answer }, context);
        return faults.Count is 0 && (FieldText.IsNothing(answer) || Missing(filled.Draft!, context.Kinds).Count is 0)
            ? DialogPreview.Suggest(filled, context)
            : DialogWalk.Go(filled, DialogStage.Form, context, faults);
    }

    private static (Dialog Filled, IReadOnlyList<IntakeReply> Faults) Fill(
        Dialog dialog, IReadOnlyDictionary<string, string> given, IntakeContext context)
    {
        var draft = dialog.Draft!;
        var corrected = given.GetValueOrDefault(KindField.Kind, "").Trim();
        var kind = context.Kinds.Find(context.Kinds.Knows(corrected) ? corrected : draft.Kind);
        var values = new Dictionary<string, string>(draft.Values);
        List<IntakeReply> faults = [];

        foreach (var field in kind.Fields)
        {
            if (!given.TryGetValue(field.Id, out var raw))
            {
                continue;
            }

            switch (FieldText.Of(field, raw, new(context.Today, context.Locale)))
            {
                case null:
                    faults.Add(new SayNote(IntakeNote.NotADay, FieldText.Clean(raw, IntakeLimits.Line, lines: false)));
                    break;
                case "":
                    values.Remove(field.Id);
                    break;
                case var value:
                    values[field.Id] = value;
                    break;
            }
        }

        var filled = DialogWalk.WithDraft(dialog, draft with { Kind = kind.Id, Values = values });
        if (faults.Count is 0 && Insists(filled, context.Kinds) is { } missing)
        {
            faults.Add(new SayNote(IntakeNote.StillMissing, missing.Label));
        }

        return (filled, faults);
    }

    private static (string? Id, string Answer)? Named(Draft draft, string text, KindCatalog kinds)
    {
        var colon = text.IndexOf(':', StringComparison.Ordinal);
        if (colon < 0)
        {
            return null;
        }

        var name = text[..colon].Trim();
        var id = name.Equals(KindField.Kind, StringComparison.OrdinalIgnoreCase)
            ? KindField.Kind
            : kinds.Find(draft.Kind).Fields.FirstOrDefault(field =>
                name.Equals(field.Id, StringComparison.OrdinalIgnoreCase)
                || name.Equals(field.Label, StringComparison.OrdinalIgnoreCase))?.Id;
        return id is null ? null : (id, text[(colon + 1)..]);
    }
}
