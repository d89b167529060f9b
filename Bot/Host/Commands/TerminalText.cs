using System.Globalization;
using System.Text;

namespace BridgeBot.Host.Commands;

/// <summary>What is not ours to choose (a name, a code), as it may be printed.</summary>
internal static class TerminalText
{
    /// <summary>As one piece of a line, whatever it holds: a terminal obeys control characters, and directions change what is read.</summary>
    /// <param name="text">The text.</param>
    /// <param name="length">UTF-16 code units at which it is cut.</param>
    public static string Shown(string text, int length)
    {
        var shown = new StringBuilder();
        foreach (var rune in text.EnumerateRunes())
        {
            shown.Append(Rune.GetUnicodeCategory(rune) is UnicodeCategory.Control or UnicodeCategory.Format or UnicodeCategory.LineSeparator or UnicodeCategory.ParagraphSeparator
                ? "?"
                : rune.ToString());
        }

        return shown.Length <= length ? shown.ToString() : $"{shown.ToString(0, length - 1)}…";
    }
}
