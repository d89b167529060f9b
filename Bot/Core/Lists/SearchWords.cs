using System.Globalization;
using System.Text;
using BridgeBot.Core.Threads;

namespace BridgeBot.Core.Lists;

/// <summary>The words by which a thread is found: without case and accents, in ASCII, so that they can stand in a key. Pure.</summary>
public static class SearchWords
{
    /// <summary>The most words of one thread: they are written in one transaction, beside those of an earlier wording that go.</summary>
    public const int MostOfAThread = 45;

    /// <summary>The most words of a search; what follows is left out.</summary>
    public const int MostOfASearch = 6;

    /// <summary>UTF-16 code units; what is longer is cut, in a thread as in a search.</summary>
    private const int LongestWord = 24;

    /// <summary>Stands before the four hexadecimal digits of a letter that is not ASCII, so that the beginning of a word is the beginning of
    /// what it is stored as.</summary>
    private const char NotAscii = '-';

    /// <summary>Every reference begins with it.</summary>
    private const string OfEveryReference = "br";

    private static readonly HashSet<string> TooCommon = new(
        "a an and are as at be by can could for from have help i in is it of on or our please that the this to us we with would you your".Split(' '),
        StringComparer.Ordinal);

    /// <summary>The words of a thread as marketing was shown it: its reference, title and customer, then its text and details.</summary>
    public static IReadOnlyList<string> Of(RequestThread thread)
    {
        var request = thread.Request;
        IEnumerable<string?> texts = [thread.Reference, request.Title, request.Customer, request.Text, .. request.Details.Select(detail => detail.Value)];
        return [.. texts.SelectMany(text => Split(text ?? "")).Where(IsTelling).Distinct(StringComparer.Ordinal).Take(MostOfAThread)];
    }

    /// <summary>The words of a search; the last one may be the beginning of a word.</summary>
    public static IReadOnlyList<string> OfSearch(string text)
    {
        var words = Split(text).ToList();
        List<string> telling = [.. words.Where((word, at) => at == words.Count - 1 ? word != OfEveryReference : IsTelling(word)).Distinct(StringComparer.Ordinal)];
        return [.. telling.Take(MostOfASearch)];
    }

    private static bool IsTelling(string word) => (word.Length > 1 || char.IsAsciiDigit(word[0])) && word != OfEveryReference && !TooCommon.Contains(word);

    /// <summary>All words of a text, in order.</summary>
    internal static IEnumerable<string> Split(string text)
    {
        var word = new StringBuilder();
        var length = 0;
        foreach (var rune in Folded(text).EnumerateRunes().Append(new Rune(' ')))
        {
            if (Rune.IsLetterOrDigit(rune))
            {
                length += rune.Utf16SequenceLength;
                if (length <= LongestWord)
                {
                    Write(word, rune);
                }
            }
            else if (!IsMark(rune) && length > 0)
            {
                yield return word.ToString();
                word.Clear();
                length = 0;
            }
        }
    }

    /// <summary>Lower case, with accents as characters of their own. A lone surrogate, which cannot be decomposed, is left out.</summary>
    private static string Folded(string text)
    {
        var whole = new StringBuilder(text.Length);
        foreach (var rune in text.EnumerateRunes())
        {
            whole.Append(rune == Rune.ReplacementChar ? " " : rune.ToString());
        }

        return whole.ToString().Normalize(NormalizationForm.FormKD).ToLowerInvariant();
    }

    private static bool IsMark(Rune rune) => Rune.GetUnicodeCategory(rune) is UnicodeCategory.NonSpacingMark;

    private static void Write(StringBuilder word, Rune rune)
    {
        if (rune.IsAscii)
        {
            word.Append((char)rune.Value);
            return;
        }

        foreach (var unit in rune.ToString())
        {
            word.Append(NotAscii).Append(((int)unit).ToString("x4", CultureInfo.InvariantCulture));
        }
    }
}
