using System.Collections.Frozen;
using System.Globalization;
using System.Text;
using BridgeBot.Core.Framing;

namespace BridgeBot.Core.Intake;

/// <summary>Brings what somebody typed or a client sent into the form in which the dialog keeps it.</summary>
internal static class FieldText
{
    private const string IsoDay = "yyyy-MM-dd";

    private static readonly FrozenSet<string> Nothings = FrozenSet.Create(
        StringComparer.OrdinalIgnoreCase, "-", "--", "n/a", "na", "no", "none", "nope", "nothing", "null");

    /// <summary>The value to keep for a field: "" for none; null if it is to be a day and is not.</summary>
    public static string? Of(KindField field, string raw, FramingContext context)
    {
        var text = Clean(raw, IntakeLimits.Of(field), field.Type is FieldType.LongText);
        return text switch
        {
            _ when IsNothing(text) => "",
            _ when field.Type is not FieldType.Date => text,
            _ => (Day(text) ?? FramingEngine.ReadDay(text, context)) is { } day ? Iso(day) : null,
        };
    }

    /// <summary>Whether somebody says that there is nothing to fill in.</summary>
    public static bool IsNothing(string text) =>
        string.IsNullOrWhiteSpace(text) || Nothings.Contains(text.Trim().TrimEnd('.', '!'));

    /// <summary>Whether there is anything to read: a letter or an ideograph of any script.</summary>
    public static bool IsReadable(string text) => text.EnumerateRunes().Any(Rune.IsLetter);

    /// <summary>A day as the dialog keeps it.</summary>
    public static string Iso(DateOnly day) => day.ToString(IsoDay, CultureInfo.InvariantCulture);

    /// <summary>The day that the dialog kept; null if there is none.</summary>
    public static DateOnly? Day(string? iso) =>
        DateOnly.TryParseExact(iso, IsoDay, CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? day : null;

    /// <summary>
    /// Without control characters, and without line breaks unless <paramref name="lines"/>; at most so long, never half a character.
    /// </summary>
    public static string Clean(string raw, int limit, bool lines)
    {
        var clean = new StringBuilder(Math.Min(raw.Length, limit));
        foreach (var rune in raw.Trim().ReplaceLineEndings("\n").EnumerateRunes())
        {
            var kept = rune switch
            {
                { Value: '\n' } when lines => rune,
                _ when Rune.IsControl(rune) || Rune.IsWhiteSpace(rune) => new Rune(' '),
                _ => rune,
            };
            if (clean.Length + kept.Utf16SequenceLength > limit)
            {
                break;
            }

            if (kept.Value is not ' ' || (clean.Length > 0 && clean[^1] is not ' '))
            {
                clean.Append(kept);
            }
        }

        return clean.ToString().Trim();
    }
}
