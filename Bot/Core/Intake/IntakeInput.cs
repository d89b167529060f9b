namespace BridgeBot.Core.Intake;

/// <summary>What a rep did in the personal chat.</summary>
public abstract record IntakeInput;

/// <summary>Typed something.</summary>
/// <param name="Text">As typed; may be empty, long or hostile.</param>
/// <param name="Attachments">The names of attached files, which are not kept.</param>
public sealed record Typed(string Text, IReadOnlyList<string> Attachments) : IntakeInput;

/// <summary>Pressed a button of a dialog card.</summary>
/// <param name="Button">Which.</param>
/// <param name="DialogId">The dialog that the card was made for.</param>
/// <param name="Revision">The step that the card was made for.</param>
/// <param name="Values">The card's inputs, by field id; whatever a client sent.</param>
public sealed record Pressed(
    DialogButton Button, string DialogId, int Revision, IReadOnlyDictionary<string, string> Values) : IntakeInput
{
    /// <summary>The id of the edit box among the <see cref="Values"/>.</summary>
    public const string Text = "text";
}

/// <summary>The buttons of the dialog's cards.</summary>
public enum DialogButton
{
    /// <summary>Form: take these values and show the suggestion.</summary>
    Next,

    /// <summary>Preview: post it.</summary>
    Post,

    /// <summary>Preview: show the next wording.</summary>
    AnotherWording,

    /// <summary>Preview: let me edit the suggestion.</summary>
    Edit,

    /// <summary>Edit: show what I wrote as a preview.</summary>
    SaveEdit,

    /// <summary>Preview: show my own words as the preview.</summary>
    KeepMyWords,

    /// <summary>Leave this ask out.</summary>
    Skip,

    /// <summary>One step back.</summary>
    Back,

    /// <summary>Drop the whole dialog.</summary>
    Cancel,
}
