using System.Text.RegularExpressions;

namespace BridgeBot.Bench.Framing;

/// <summary>Looks for phrases on word edges: "50" is not held by "150".</summary>
internal static partial class WordEdges
{
    /// <summary>
    /// Whether a wording holds what must be kept, in any case of letters. The singular stem is held by the plural; a
    /// stem that the message itself goes on ("translat" in "translated") is held by any word that starts so.
    /// </summary>
    public static bool Keeps(string wording, string phrase, string message) =>
        Find(wording, phrase, Plural) || (!Find(message, phrase, Plural) && Find(wording, phrase, static _ => true));

    /// <summary>Whether a wording holds a phrase outside quotations, in any case of letters.</summary>
    public static bool HoldsOutsideQuotations(string wording, string phrase) =>
        Find(Quotation().Replace(wording, "\n"), phrase, static rest => rest.IsEmpty);

    private static bool Plural(ReadOnlySpan<char> rest) => rest.IsEmpty || rest is "s" or "S" or "es" or "ES";

    /// <param name="text">Where to look.</param>
    /// <param name="phrase">What to look for.</param>
    /// <param name="ends">Whether the rest of the last word may follow the phrase.</param>
    private static bool Find(string text, string phrase, Func<ReadOnlySpan<char>, bool> ends)
    {
        for (var at = 0; (at = text.IndexOf(phrase, at, StringComparison.OrdinalIgnoreCase)) >= 0; at++)
        {
            var end = at + phrase.Length;
            var rest = end;
            while (char.IsLetterOrDigit(phrase[^1]) && rest < text.Length && char.IsLetterOrDigit(text[rest]))
            {
                rest++;
            }

            var starts = at == 0 || !char.IsLetterOrDigit(phrase[0]) || !char.IsLetterOrDigit(text[at - 1]);
            if (starts && ends(text.AsSpan(end, rest - end)))
            {
                return true;
            }
        }

        return false;
    }

    // Double quotation marks of any shape, and single ones around several words.
    [GeneratedRegex("""["“„«][^"“”„«»\n]*["”“»]|(?<![\p{L}\p{N}])['‘][^'‘’\n]+\s(?:[^'‘’\n]|['’](?=\p{L}))+['’](?![\p{L}\p{N}])""")]
    private static partial Regex Quotation();
}
