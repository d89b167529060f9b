using System.Globalization;
using BridgeBot.Cards.Elements;
using BridgeBot.Core.Intake;

namespace BridgeBot.Cards;

/// <summary>What the cards of the dialog share.</summary>
internal static class DialogParts
{
    /// <summary>The draft in work.</summary>
    /// <exception cref="InvalidOperationException">There is none, so there is no step to show.</exception>
    public static Draft DraftOf(Dialog dialog) =>
        dialog.Draft ?? throw new InvalidOperationException($"no ask is in work at {dialog.Stage}");

    /// <summary>"2 of 3 · Presentation"; only the kind if there is one ask.</summary>
    public static RichTextBlock Step(Dialog dialog, RequestKind kind)
    {
        var label = new TextRun(Inert.Line(kind.Label)) { Weight = TextWeight.Bolder, Color = TextColor.Accent };
        return dialog.Drafts.Count == 1
            ? new([label])
            : new([new(Inert.Ours(StepOf(dialog) + " · ")) { IsSubtle = true }, label]);
    }

    /// <summary>"2 of 3: A few details"; only the title if there is one ask.</summary>
    public static string Summary(Dialog dialog, string title) =>
        dialog.Drafts.Count == 1 ? title : Phrase.Of(Phrases.LabelAndText, StepOf(dialog), title);

    /// <summary>"2 of 3".</summary>
    private static string StepOf(Dialog dialog) => Phrase.Of(Phrases.StepOf, dialog.Current + 1, dialog.Drafts.Count);

    /// <summary>A button of a dialog card that takes the card's inputs along.</summary>
    public static ExecuteAction Take(Dialog dialog, DialogButton button, string title) =>
        new(title, Verbs.DialogPrefix + button, Data(dialog));

    /// <summary>The button that most people want.</summary>
    public static ExecuteAction TakeFirst(Dialog dialog, DialogButton button, string title) =>
        Take(dialog, button, title) with { Style = ActionStyle.Positive };

    /// <summary>A button that works however the card is filled in.</summary>
    public static ExecuteAction Leave(Dialog dialog, DialogButton button, string title) =>
        Take(dialog, button, title) with { AssociatedInputs = AssociatedInputs.None };

    private static IReadOnlyList<(string, string)> Data(Dialog dialog) =>
        [(Verbs.Dialog, dialog.Id), (Verbs.Revision, dialog.Revision.ToString(CultureInfo.InvariantCulture))];
}
