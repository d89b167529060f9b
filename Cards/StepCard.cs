using BridgeBot.Core.Intake;

namespace BridgeBot.Cards;

/// <summary>The card of a dialog's current step: form, preview or edit box.</summary>
public static class StepCard
{
    /// <summary>Adaptive Card JSON. The dialog must have a draft in work.</summary>
    public static RenderedCard Render(Dialog dialog, KindCatalog kinds) => dialog.Stage switch
    {
        DialogStage.Preview => PreviewCard.Render(dialog, kinds),
        DialogStage.Edit => EditCard.Render(dialog, kinds),
        _ => FormCard.Render(dialog, kinds),
    };

    /// <summary>What a notification shows.</summary>
    public static string Summary(Dialog dialog) => dialog.Stage switch
    {
        DialogStage.Preview => PreviewCard.Summary(dialog),
        DialogStage.Edit => EditCard.Summary(),
        _ => FormCard.Summary(dialog),
    };
}
