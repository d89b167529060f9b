using BridgeBot.Cards.Elements;
using BridgeBot.Core.Intake;

namespace BridgeBot.Cards;

/// <summary>The form of an ask, filled in with what was said already.</summary>
public static class FormCard
{
    /// <summary>Adaptive Card JSON.</summary>
    public static RenderedCard Render(Dialog dialog, KindCatalog kinds)
    {
        var draft = DialogParts.DraftOf(dialog);
        var kind = kinds.Find(draft.Kind);
        return CardJson.Fit(most => AdaptiveCard.Of(
            Inert.Ours(Summary(dialog)),
            [
                DialogParts.Step(dialog, kind),
                Blocks.Title(Phrases.FormTitle) with { Spacing = Spacing.None },
                Blocks.Panel(ContainerStyle.Emphasis, Blocks.Aside(Phrases.YouWrote), Blocks.Said(Inert.Of(draft.Ask.Text, most))),
                KindInput(kind, kinds),
                .. kind.Fields.Select(field => Input(field, draft.Values.GetValueOrDefault(field.Id))),
                Hint(IntakeDialog.AsksFor(dialog, kinds)),
            ],
            Buttons(dialog)));
    }

    /// <summary>What a notification shows.</summary>
    public static string Summary(Dialog dialog) => DialogParts.Summary(dialog, Phrases.FormTitle);

    private static IReadOnlyList<CardAction> Buttons(Dialog dialog)
    {
        List<CardAction> buttons =
        [
            DialogParts.TakeFirst(dialog, DialogButton.Next, Phrases.ButtonNext),
            DialogParts.Leave(dialog, DialogButton.Skip, Phrases.ButtonLeaveOut),
        ];
        if (dialog.Current > 0)
        {
            buttons.Add(DialogParts.Leave(dialog, DialogButton.Back, Phrases.ButtonBack));
        }

        buttons.Add(DialogParts.Leave(dialog, DialogButton.Cancel, Phrases.ButtonCancel));
        return buttons;
    }

    /// <summary>Says which field a typed message goes into, so that nothing lands where it was not meant.</summary>
    private static RichTextBlock Hint(KindField? next) => Blocks.SaidAside(
        next is null ? Inert.Ours(Phrases.FormHintFilledIn) : Inert.Fill(Phrases.FormHint, Inert.Line(next.Label)));

    private static ChoiceSet KindInput(RequestKind kind, KindCatalog kinds) => new(
        Verbs.InputFieldPrefix + "kind",
        Inert.Ours(Phrases.KindOfRequest),
        [.. kinds.All.Select(each => new Choice(Inert.Line(each.Label), each.Id))])
    {
        Value = kind.Id,
        Spacing = Spacing.Medium,
    };

    private static CardElement Input(KindField field, string? value)
    {
        var id = Verbs.InputFieldPrefix + field.Id;
        var name = Inert.Line(field.Label);
        var label = field.Required ? name : Inert.Fill(Phrases.OptionalLabel, name);
        bool? required = field.Required ? true : null;
        Inert? error = field.Required ? Inert.Fill(Phrases.FieldMissing, name) : null;
        return field.Type == FieldType.Date
            ? new DateInput(id, label) { Value = value, IsRequired = required, ErrorMessage = error }
            : new TextInput(id, label)
            {
                Value = value is null ? null : Inert.ForInput(value),
                IsMultiline = field.Type == FieldType.LongText ? true : null,
                Placeholder = field.Id == KindField.Worked ? Phrases.WorkedPlaceholder : null,
                IsRequired = required,
                ErrorMessage = error,
                MaxLength = IntakeLimits.Of(field),
            };
    }
}
