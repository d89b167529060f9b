using BridgeBot.Cards.Elements;
using BridgeBot.Core.Intake;

namespace BridgeBot.Cards;

/// <summary>The rep's words beside the suggestion. What is agreed to here is what marketing gets, so it is shown whole.</summary>
public static class PreviewCard
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
                Blocks.Title(Phrases.PreviewTitle) with { Spacing = Spacing.None },
                .. ThreadParts.Urgency(dialog.Urgent),
                .. dialog.NeedsReframing ? SideBySide(dialog, draft, most) : Alone(dialog, draft),
                .. AlongWithIt(draft, kind, IntakeDialog.RequestOf(dialog, draft, kinds).Title),
                Blocks.Aside(Phrases.PreviewHint),
            ],
            Buttons(dialog, draft)) with
        {
            Msteams = dialog.NeedsReframing ? TeamsProperties.Wide : null,
        });
    }

    /// <summary>What a notification shows.</summary>
    public static string Summary(Dialog dialog) => DialogParts.Summary(dialog, Phrases.PreviewTitle);

    private static IEnumerable<CardElement> Alone(Dialog dialog, Draft draft) =>
    [
        Blocks.Text(draft.ShowsOwnWording ? Phrases.PreviewOwn : dialog.Urgent ? Phrases.PreviewUrgent : Phrases.PreviewPositive),
        Blocks.Panel(ContainerStyle.Good, Blocks.Said(Inert.Of(draft.Wording))),
    ];

    private static IEnumerable<CardElement> SideBySide(Dialog dialog, Draft draft, int most)
    {
        var marked = MarkedText.Of(dialog, draft, most);
        var kept = KeptTheirWords(draft);
        var columns = new ColumnSet(
        [
            new("stretch", [Blocks.Heading(Phrases.PreviewYours), new RichTextBlock(marked.Runs), Blocks.Aside(Phrases.PreviewYoursPrivate)])
            {
                Style = ContainerStyle.Emphasis,
            },
            new("stretch", [Blocks.Heading(kept ? Phrases.PreviewAsYouWroteIt : draft.ShowsOwnWording ? Phrases.PreviewOwn : SuggestionOf(draft)), Blocks.Said(Inert.Of(draft.Wording))])
            {
                Style = ContainerStyle.Good,
            },
        ])
        {
            Spacing = Spacing.Medium,
        };
        return marked.Flagged.Count == 0
            ? [columns]
            :
            [
                columns,
                Blocks.Heading(kept ? Phrases.PreviewMayLandBadly : Phrases.PreviewSoftened),
                .. marked.Flagged.Select(Softened),
            ];
    }

    private static bool KeptTheirWords(Draft draft) => draft.Wording == draft.Ask.Text;

    private static string SuggestionOf(Draft draft) => draft.Wordings.Count - draft.OwnWordings > 1
        ? Phrase.Of(Phrases.PreviewSuggestionOf, draft.Chosen + 1, draft.Wordings.Count - draft.OwnWordings)
        : Phrases.PreviewSuggestion;

    private static RichTextBlock Softened(FlaggedPhrase flagged) => new(
        [
            new(Inert.Fill("“{0}” ", flagged.Phrase)) { Weight = TextWeight.Bolder },
            new(Inert.Ours(flagged.Reason)) { IsSubtle = true },
        ])
    {
        Spacing = Spacing.Small,
    };

    /// <summary>Whole, however large the card is: what marketing gets was read here first. The rep's own words are shortened instead.</summary>
    private static IEnumerable<CardElement> AlongWithIt(Draft draft, RequestKind kind, string title) =>
    [
        Blocks.Heading(Phrases.PreviewAlongWithIt),
        Blocks.Row(Phrases.RowTitle, Blocks.Said(Inert.Line(title))),
        .. kind.Fields
            .Select(field => (field, value: draft.Values.GetValueOrDefault(field.Id)))
            .Where(each => !string.IsNullOrWhiteSpace(each.value))
            .Select(each => Blocks.Row(Label(each.field), Blocks.Said(Value(each.field, each.value!)))),
    ];

    /// <summary>As on the card in the channel.</summary>
    private static Inert Label(KindField field) => field.Id switch
    {
        KindField.Customer => Inert.Ours(Phrases.RowCustomer),
        KindField.Deadline => Inert.Ours(Phrases.RowDeadline),
        KindField.Worked => Inert.Ours(Phrases.RowWorked),
        _ => Inert.Line(field.Label),
    };

    private static Inert Value(KindField field, string value) =>
        field.Type == FieldType.Date && DateOnly.TryParseExact(value, "yyyy-MM-dd", out var day)
            ? Inert.Ours(Moments.Day(day))
            : Inert.Of(value);

    private static IReadOnlyList<CardAction> Buttons(Dialog dialog, Draft draft)
    {
        List<CardAction> buttons = [DialogParts.TakeFirst(dialog, DialogButton.Post, Phrases.ButtonPost)];
        if (draft.Wordings.Count > 1)
        {
            buttons.Add(DialogParts.Take(dialog, DialogButton.AnotherWording, Phrases.ButtonAnotherWording));
        }

        buttons.Add(DialogParts.Take(dialog, DialogButton.Edit, Phrases.ButtonEdit));
        if (!KeptTheirWords(draft))
        {
            buttons.Add(DialogParts.Take(dialog, DialogButton.KeepMyWords, Phrases.ButtonKeepMyWords));
        }

        buttons.Add(DialogParts.Take(dialog, DialogButton.Skip, Phrases.ButtonSkip));
        buttons.Add(DialogParts.Take(dialog, DialogButton.Back, Phrases.ButtonBack));
        return buttons;
    }
}
