using System.Globalization;
using BridgeBot.Core.Threads;

namespace BridgeBot.Core.Intake;

/// <summary>Walks a rep through the asks of a message, one at a time. Pure.</summary>
public static class IntakeDialog
{
    private static readonly Dictionary<string, string> NoValues = [];

    /// <summary>
    /// One step. A step that is taken raises the revision; whatever does not apply changes nothing and shows the current step again.
    /// </summary>
    /// <param name="dialog">Where the rep is; null if no dialog is open.</param>
    /// <param name="input">What the rep did.</param>
    /// <param name="context">The instant, the rep's day and locale, the kinds.</param>
    public static IntakeOutcome Step(Dialog? dialog, IntakeInput input, IntakeContext context) => input switch
    {
        Typed typed => WithoutAttachments(typed, Read(dialog, typed, context)),
        Pressed pressed when dialog is null => new(null, [new SayNote(IntakeNote.DialogIsOver)]),
        Pressed pressed when pressed.DialogId != dialog.Id
            || pressed.Revision != dialog.Revision
            || !DialogPolicy.Allows(dialog.Stage, pressed.Button) => DialogWalk.Stay(dialog, new SayNote(IntakeNote.OldCard)),
        Pressed pressed => Act(dialog, pressed.Button, pressed.Values, context),
        _ => throw new ArgumentOutOfRangeException(nameof(input), input.GetType().Name, "an input without a rule"),
    };

    /// <summary>Takes a posted request up again, filled in as it is; what comes of it takes the request's place.</summary>
    /// <param name="request">The request.</param>
    /// <param name="threadId">The thread that it belongs to.</param>
    /// <param name="context">The instant, the rep's day and locale, the kinds.</param>
    public static IntakeOutcome Revise(Request request, string threadId, IntakeContext context) =>
        DialogOpening.Revise(request, threadId, context);

    /// <summary>Ends a dialog that has been left alone.</summary>
    /// <param name="dialog">The dialog.</param>
    /// <param name="now">UTC instant.</param>
    /// <param name="age">How long it is kept after the last step.</param>
    /// <returns>No dialog and a note if it is due; else the dialog as it is, without replies.</returns>
    public static IntakeOutcome Expire(Dialog dialog, DateTimeOffset now, TimeSpan age) => now - dialog.ChangedAt < age
        ? new(dialog, [])
        : new(null, [new SayNote(IntakeNote.Expired, Number((int)age.TotalDays))]);

    /// <summary>What would be posted if the rep agreed now. A preview shows all of it, and nothing else is ever posted.</summary>
    public static Request RequestOf(Dialog dialog, Draft draft, KindCatalog kinds)
    {
        var kind = kinds.Find(draft.Kind);
        var filled = kind.Fields
            .Where(field => draft.Values.ContainsKey(field.Id))
            .ToDictionary(field => field.Id, field => draft.Values[field.Id]);
        var customer = filled.GetValueOrDefault(KindField.Customer);
        return new Request(
            kind.Id,
            customer is null ? kind.Label : FieldText.Clean($"{kind.Label} for {customer}", IntakeLimits.Title, lines: false),
            draft.Wording,
            customer,
            FieldText.Day(filled.GetValueOrDefault(KindField.Deadline)),
            [
                .. kind.Fields
                    .Where(field => field.Id is not (KindField.Customer or KindField.Deadline or KindField.Worked))
                    .Where(field => filled.ContainsKey(field.Id))
                    .Select(field => new RequestDetail(field.Label, filled[field.Id])),
            ],
            filled.GetValueOrDefault(KindField.Worked),
            dialog.Urgent);
    }

    /// <summary>The field that a typed answer fills in now; null outside of a form, or if all are filled in.</summary>
    public static KindField? AsksFor(Dialog dialog, KindCatalog kinds) => dialog is { Stage: DialogStage.Form, Draft: { } draft }
        ? DialogForm.FirstMissing(draft, kinds)
        : null;

    internal static SayNote TooLong(int limit) => new(IntakeNote.TooLong, Number(limit));

    /// <summary>Why something new has to wait for the dialog that is open.</summary>
    public static SayNote FinishFirstNote(Dialog dialog) =>
        new(IntakeNote.FinishFirst, Number(dialog.Current + 1), Number(dialog.Drafts.Count));

    internal static IntakeOutcome FinishFirst(Dialog dialog) => DialogWalk.Stay(dialog, FinishFirstNote(dialog));

    private static IntakeOutcome Read(Dialog? dialog, Typed typed, IntakeContext context) => (dialog, DialogWords.Read(typed.Text)) switch
    {
        _ when typed.Text.Length > IntakeLimits.Message => Say(dialog, TooLong(IntakeLimits.Message)),
        (_, { Button: null }) => Say(dialog, new SayNote(IntakeNote.Help)),
        (null, { }) => new(null, [new SayNote(IntakeNote.NothingInWork)]),
        (null, _) when string.IsNullOrWhiteSpace(typed.Text) => new(null, [new SayNote(IntakeNote.Help)]),
        ({ }, _) when string.IsNullOrWhiteSpace(typed.Text) =>
            DialogWalk.Stay(dialog, typed.Attachments.Count is 0 ? [new SayNote(IntakeNote.CouldNotRead)] : []),
        ({ }, { Button: { } } word) => Command(dialog, word, context),
        (null or { Stage: DialogStage.Clarify }, _) => DialogOpening.Read(dialog, typed.Text, context),
        ({ Stage: DialogStage.Form }, _) => DialogForm.Answer(dialog, typed.Text, context),
        _ => DialogPreview.Own(dialog, typed.Text, context),
    };

    /// <summary>
    /// A typed word. In a form, whatever agrees goes to the preview, and so does <c>skip</c> unless something required is
    /// missing. In a preview, <c>next</c> is not taken for an agreement.
    /// </summary>
    private static IntakeOutcome Command(Dialog dialog, DialogWord word, IntakeContext context)
    {
        var button = (dialog.Stage, word) switch
        {
            (DialogStage.Form, { Button: DialogButton.Post }) => DialogButton.Next,
            (DialogStage.Form, { SkipsQuestions: true }) when DialogForm.Insists(dialog, context.Kinds) is null => DialogButton.Next,
            _ => word.Button!.Value,
        };
        return (dialog.Stage, DialogPolicy.Allows(dialog.Stage, button)) switch
        {
            (_, true) => Act(dialog, button, NoValues, context),
            (DialogStage.Clarify, _) => DialogWalk.Stay(dialog),
            _ => FinishFirst(dialog),
        };
    }

    private static IntakeOutcome Act(
        Dialog dialog, DialogButton button, IReadOnlyDictionary<string, string> values, IntakeContext context) => button switch
        {
            DialogButton.Next => DialogForm.Next(dialog, values, context),
            DialogButton.Post => DialogPreview.Post(dialog, context),
            DialogButton.AnotherWording => DialogPreview.Another(dialog, context),
            DialogButton.Edit => DialogWalk.Go(dialog, DialogStage.Edit, context),
            DialogButton.SaveEdit => DialogPreview.Own(dialog, values.GetValueOrDefault(Pressed.Text, ""), context),
            DialogButton.KeepMyWords => DialogPreview.Own(dialog, dialog.Draft!.Ask.Text, context),
            DialogButton.Skip => DialogWalk.Skip(dialog, context),
            DialogButton.Back => DialogWalk.Back(dialog, context),
            DialogButton.Cancel => DialogWalk.Cancel(dialog),
            _ => throw new ArgumentOutOfRangeException(nameof(button), button, "a button without a rule"),
        };

    private static IntakeOutcome Say(Dialog? dialog, IntakeReply note) =>
        dialog is null ? new(null, [note]) : DialogWalk.Stay(dialog, note);

    private static IntakeOutcome WithoutAttachments(Typed typed, IntakeOutcome outcome) => typed.Attachments.Count is 0
        ? outcome
        : outcome with
        {
            Replies =
            [
                new SayNote(
                    IntakeNote.AttachmentsNotKept,
                    FieldText.Clean(string.Join(", ", typed.Attachments), IntakeLimits.Line, lines: false)),
                .. outcome.Replies,
            ],
        };

    private static string Number(int number) => number.ToString(CultureInfo.InvariantCulture);
}
