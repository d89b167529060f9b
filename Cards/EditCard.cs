using BridgeBot.Cards.Elements;
using BridgeBot.Core.Intake;

namespace BridgeBot.Cards;

/// <summary>The wording in a box, to be edited.</summary>
public static class EditCard
{
    /// <summary>Adaptive Card JSON.</summary>
    public static RenderedCard Render(Dialog dialog, KindCatalog kinds)
    {
        var draft = DialogParts.DraftOf(dialog);
        return CardJson.Of(AdaptiveCard.Of(
            Inert.Ours(Summary()),
            [
                DialogParts.Step(dialog, kinds.Find(draft.Kind)),
                Blocks.Title(Phrases.EditTitle) with { Spacing = Spacing.None },
                new TextInput(Verbs.InputText, Inert.Ours(Phrases.EditLabel))
                {
                    Value = Inert.ForInput(draft.Wording),
                    IsMultiline = true,
                    IsRequired = true,
                    ErrorMessage = Inert.Ours(Phrases.TextRequired),
                },
                Blocks.Aside(Phrases.EditHint),
            ],
            [
                DialogParts.TakeFirst(dialog, DialogButton.SaveEdit, Phrases.ButtonShowMe),
                DialogParts.Leave(dialog, DialogButton.Back, Phrases.ButtonBack),
            ]));
    }

    /// <summary>What a notification shows.</summary>
    public static string Summary() => Phrases.EditTitle;
}
