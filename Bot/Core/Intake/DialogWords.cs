using System.Collections.Frozen;

namespace BridgeBot.Core.Intake;

/// <summary>What can be typed in place of pressing a button.</summary>
/// <param name="Text">The word, in lower case.</param>
/// <param name="Button">The button that it stands for; null for help.</param>
/// <param name="SkipsQuestions">In a form it skips the questions that may stay open, not the ask.</param>
public sealed record DialogWord(string Text, DialogButton? Button, bool SkipsQuestions = false);

/// <summary>
/// The words that the dialog understands at every step. <c>status</c> is not among them: it is answered outside of the dialog.
/// </summary>
public static class DialogWords
{
    private static readonly char[] Trimmed =
        [' ', '\t', '\r', '\n', '\u00A0', '.', '!', '?', ',', ';', ':', '…', '"', '\'', '“', '”'];

    /// <summary>Every word, the one to show first for each button.</summary>
    public static IReadOnlyList<DialogWord> All { get; } =
    [
        new("help", null),
        new("back", DialogButton.Back),
        new("skip", DialogButton.Skip, SkipsQuestions: true),
        new("skip it", DialogButton.Skip, SkipsQuestions: true),
        new("leave out", DialogButton.Skip),
        new("cancel", DialogButton.Cancel),
        new("next", DialogButton.Next),
        new("post", DialogButton.Post),
        new("post it", DialogButton.Post),
        new("yes", DialogButton.Post),
        new("ok", DialogButton.Post),
        new("another", DialogButton.AnotherWording),
        new("another wording", DialogButton.AnotherWording),
        new("edit", DialogButton.Edit),
        new("keep", DialogButton.KeepMyWords),
        new("keep my words", DialogButton.KeepMyWords),
    ];

    private static readonly FrozenDictionary<string, DialogWord> ByText =
        All.ToFrozenDictionary(word => word.Text, StringComparer.OrdinalIgnoreCase);

    /// <summary>Reads a word whatever its case and the punctuation around it.</summary>
    /// <returns>The word; null if the text is not one.</returns>
    public static DialogWord? Read(string text) => ByText.GetValueOrDefault(text.Trim(Trimmed));
}
