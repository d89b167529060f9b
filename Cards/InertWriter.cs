using System.Globalization;
using System.Text;

namespace BridgeBot.Cards;

/// <summary>Writes what users typed, rune by rune, without what is dangerous or invisible.</summary>
/// <param name="length">UTF-16 code units that are expected.</param>
/// <param name="longestStretch">UTF-16 code units after which a word gets a place to break; <see cref="int.MaxValue"/> leaves
/// the text as typed, for an input.</param>
internal sealed class InertWriter(int length, int longestStretch)
{
    /// <summary>Marks on one letter that are kept; scripts need up to four, towers of marks cover other people's lines.</summary>
    private const int MostMarks = 4;

    /// <summary>Keeps two characters apart that together mean something to a renderer; hardly visible.</summary>
    private const char HairSpace = '\u200A';

    private const char BreakHere = '\u200B';

    /// <summary>The first scripts that need joiners (Arabic, Indic); emoji come later. Below they only hide.</summary>
    private const int FirstJoined = 0x0600;

    private readonly StringBuilder text = new(length + 16);
    private readonly bool guard = longestStretch < int.MaxValue;
    private Rune last;
    private Rune? joiner;
    private int marks;
    private int stretch;
    private bool afterReturn;

    /// <summary>What was written.</summary>
    public string Text => text.ToString();

    /// <summary>Writes a rune, something harmless for it, or nothing.</summary>
    public void Write(Rune rune)
    {
        if (IsLineEnd(rune))
        {
            EndLine(rune);
            return;
        }

        afterReturn = false;
        switch (Rune.GetUnicodeCategory(rune))
        {
            case UnicodeCategory.SpaceSeparator:
            case UnicodeCategory.Control when rune.Value == '\t':
                Put(new Rune(rune.Value == 0x3000 ? 0x3000 : ' '));
                break;
            case UnicodeCategory.Format when rune.Value is 0x200C or 0x200D && last.Value >= FirstJoined:
                joiner = rune;
                break;
            case UnicodeCategory.Control or UnicodeCategory.Format or UnicodeCategory.Surrogate:
                break;
            case UnicodeCategory.NonSpacingMark or UnicodeCategory.EnclosingMark or UnicodeCategory.SpacingCombiningMark:
                PutMark(rune);
                break;
            case var _ when IsBlankLetter(rune):
                break;
            default:
                Put(rune);
                break;
        }
    }

    private static bool IsLineEnd(Rune rune) => rune.Value is '\n' or '\r' or 0x0B or 0x0C or 0x85 or 0x2028 or 0x2029;

    /// <summary>Hangul fillers and the empty braille pattern: letters that show nothing.</summary>
    private static bool IsBlankLetter(Rune rune) => rune.Value is 0x115F or 0x1160 or 0x3164 or 0xFFA0 or 0x2800;

    /// <summary>At most one empty line in a row.</summary>
    private void EndLine(Rune rune)
    {
        var secondHalf = afterReturn && rune.Value == '\n';
        afterReturn = rune.Value == '\r';
        var empty = text.Length >= 2 && text[^1] == '\n' && text[^2] == '\n';
        if (!secondHalf && !empty)
        {
            Put(new Rune('\n'));
        }
    }

    private void PutMark(Rune mark)
    {
        if (marks++ < MostMarks)
        {
            Append(mark);
            last = mark;
        }
    }

    private void Put(Rune rune)
    {
        stretch = CanBreakBetween(last, rune) ? 0 : stretch;
        if (joiner is { } between && rune.Value >= FirstJoined)
        {
            Append(between);
        }
        else if (guard && MeansSomething(last, rune))
        {
            text.Append(HairSpace);
        }
        else if (stretch >= longestStretch)
        {
            text.Append(BreakHere);
            stretch = 0;
        }

        Append(rune);
        stretch += rune.Utf16SequenceLength;
        (joiner, last, marks) = (null, rune, 0);
    }

    private void Append(Rune rune)
    {
        Span<char> units = stackalloc char[2];
        text.Append(units[..rune.EncodeToUtf16(units)]);
    }

    /// <summary>The beginnings of a card function ({{DATE(...)}}) and of a tag (&lt;at&gt;).</summary>
    private static bool MeansSomething(Rune first, Rune second) => (first.Value, second.Value) switch
    {
        ('{', '{') => true,
        ('<', '/' or '!' or '?') => true,
        ('<', _) => Rune.IsLetter(second),
        _ => false,
    };

    /// <summary>Lines break here by themselves: at spaces, in addresses and compounds, after every ideograph and emoji
    /// (<see href="https://www.unicode.org/reports/tr14/"/>).</summary>
    private static bool CanBreakBetween(Rune first, Rune second) => first.Value switch
    {
        ' ' or '\n' or >= 0x2E80 => true,
        '-' or '/' or '?' => Rune.IsLetter(second),
        _ => second.Value is ' ' or '\n',
    };
}
