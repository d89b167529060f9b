using System.Collections.Frozen;

namespace BridgeBot.Core.Intake;

/// <summary>The one table of stages and buttons: what can be pressed where. The cards and the dialog both read it.</summary>
public static class DialogPolicy
{
    private static readonly FrozenDictionary<DialogStage, IReadOnlyList<DialogButton>> Buttons =
        new Dictionary<DialogStage, IReadOnlyList<DialogButton>>
        {
            [DialogStage.Clarify] = [DialogButton.Back, DialogButton.Skip, DialogButton.Cancel],
            [DialogStage.Form] = [DialogButton.Next, DialogButton.Skip, DialogButton.Back, DialogButton.Cancel],
            [DialogStage.Preview] =
            [
                DialogButton.Post, DialogButton.AnotherWording, DialogButton.Edit, DialogButton.KeepMyWords,
                DialogButton.Skip, DialogButton.Back, DialogButton.Cancel,
            ],
            [DialogStage.Edit] = [DialogButton.SaveEdit, DialogButton.Skip, DialogButton.Back, DialogButton.Cancel],
        }.ToFrozenDictionary();

    /// <summary>Whether a dialog in this stage takes this button.</summary>
    public static bool Allows(DialogStage stage, DialogButton button) => Buttons[stage].Contains(button);
}
