using BridgeBot.Core.Framing;
using BridgeBot.Core.Threads;
using Ask = BridgeBot.Core.Framing.Ask;

namespace BridgeBot.Core.Intake;

/// <summary>A message becomes a dialog.</summary>
internal static class DialogOpening
{
    /// <summary>Reads a message.</summary>
    /// <param name="clarifying">The dialog in which the bot had asked what would help, which goes on; null for a new one.</param>
    /// <param name="text">The message.</param>
    /// <param name="context">The instant, the rep's day and locale, the kinds.</param>
    public static IntakeOutcome Read(Dialog? clarifying, string text, IntakeContext context) => FieldText.IsReadable(text)
        ? Open(clarifying, text, FramingEngine.Frame(text, new(context.Today, context.Locale)), context)
        : new(clarifying, [new SayNote(IntakeNote.CouldNotRead)]);

    /// <summary>Opens the dialog with what the engine made of the message.</summary>
    public static IntakeOutcome Open(Dialog? clarifying, string text, FramingResult framed, IntakeContext context)
    {
        var dialog = new Dialog(
            clarifying?.Id ?? context.NewDialogId,
            clarifying?.Revision ?? 0,
            DialogStage.Clarify,
            text,
            framed.NeedsReframing,
            [.. framed.Tone.Flags.Concat(framed.LeftOut).OrderBy(flag => flag.Start)],
            [.. framed.Asks.Select(ask => DraftOf(ask, framed, text, context.Kinds))],
            0,
            context.Locale,
            context.Today,
            clarifying?.StartedAt ?? context.Now,
            context.Now)
        { Urgent = framed.UrgentRelay };

        if (dialog.Drafts.Count is 0)
        {
            return DialogWalk.Go(dialog, DialogStage.Clarify, context);
        }

        List<IntakeReply> notes = [];
        if (dialog is { NeedsReframing: false, Urgent: false })
        {
            notes.Add(new SayNote(IntakeNote.AlreadyPositive));
        }

        if (dialog.Drafts.Count > 1)
        {
            notes.Add(new ShowUnderstood());
        }

        return DialogWalk.Begin(dialog, 0, context, notes);
    }

    /// <summary>Opens the dialog with a request that was posted: what the rep agreed to is all there is, so it is shown as it stands.</summary>
    public static IntakeOutcome Revise(Request request, string threadId, IntakeContext context)
    {
        var kind = context.Kinds.Find(request.Kind);
        var values = kind.Fields
            .Select(field => (field.Id, Value: ValueOf(field, request)))
            .Where(each => !string.IsNullOrEmpty(each.Value))
            .ToDictionary(each => each.Id, each => each.Value!);
        var ask = new Ask(kind.Id, request.Text, request.Customer, request.Deadline, [], request.Text, []);
        var dialog = new Dialog(
            context.NewDialogId, 0, DialogStage.Preview, request.Text, false, [],
            [new Draft(ask, kind.Id, values, [request.Text], 0, DraftOutcome.Open)],
            0, context.Locale, context.Today, context.Now, context.Now)
        {
            Urgent = request.Urgent,
            Revises = threadId,
        };
        return DialogWalk.Go(dialog, DialogStage.Preview, context);
    }

    private static string? ValueOf(KindField field, Request request) => field.Id switch
    {
        KindField.Customer => request.Customer,
        KindField.Deadline => request.Deadline is { } day ? FieldText.Iso(day) : null,
        KindField.Worked => request.Appreciation,
        _ => request.Details.FirstOrDefault(detail => detail.Label == field.Label)?.Value,
    };

    private static Draft DraftOf(Ask ask, FramingResult framed, string text, KindCatalog kinds)
    {
        var values = new Dictionary<string, string>();
        if (ask.Customer is { } customer)
        {
            values[KindField.Customer] = FieldText.Clean(customer, IntakeLimits.Line, lines: false);
        }

        if (ask.Deadline is { } day)
        {
            values[KindField.Deadline] = FieldText.Iso(day);
        }

        // A courteous message passes through as it is; where it holds several asks, each keeps its own words.
        IReadOnlyList<string> wordings = framed switch
        {
            { NeedsReframing: true } or { UrgentRelay: true } => [ask.Framing, .. ask.Alternatives],
            { Asks.Count: 1 } => [text.Trim()],
            _ => [ask.Text],
        };
        return new Draft(ask, kinds.Find(ask.Kind).Id, values, wordings, 0, DraftOutcome.Open);
    }
}
