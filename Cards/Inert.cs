using System.Buffers;
using System.Globalization;

namespace BridgeBot.Cards;

/// <summary>
/// Text that can do nothing but be read: no mention, no card function, no control or bidi characters, nothing too long to
/// wrap. Everything that a user typed becomes one before it is shown. In a card it stands in a TextRun, where markdown means
/// nothing.
/// </summary>
public readonly record struct Inert
{
    /// <summary>UTF-16 code units after which a word without a place to break gets one; few English words are longer.</summary>
    private const int LongestStretch = 16;

    private const int LongestLine = 200;

    /// <summary>Text of these alone, in short words, is inert as it is.</summary>
    private static readonly SearchValues<char> Plain =
        SearchValues.Create("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789 .,;:!?'\"()-/&+%$€£@#=*_’“”–…äöüßéèáàñç");

    private readonly string? value;

    private Inert(string value) => this.value = value;

    /// <summary>The text.</summary>
    public string Value => value ?? "";

    /// <summary>What a user, a file or another system wrote.</summary>
    /// <param name="text">Anything; null reads as nothing.</param>
    /// <param name="most">The most UTF-16 code units to show; what is cut off is marked by an ellipsis.</param>
    public static Inert Of(string? text, int most = int.MaxValue) => new(Tame(Cut(text ?? "", most), LongestStretch).Trim());

    /// <summary>What a user wrote, on one line: names, titles, labels.</summary>
    /// <param name="text">Anything; null reads as nothing.</param>
    /// <param name="most">The most UTF-16 code units to show.</param>
    public static Inert Line(string? text, int most = LongestLine) => Of(text, most) switch
    {
        { Value: var value } when value.Contains('\n') => new(value.Replace('\n', ' ')),
        var line => line,
    };

    /// <summary>Part of what a user wrote, to stand between other parts: its spaces stay.</summary>
    public static Inert Piece(string text, int most = int.MaxValue) => new(Tame(Cut(text, Math.Max(most, 1)), LongestStretch));

    /// <summary>What a user wrote, inside an input: the user gets it back as it was, less what cannot be seen.</summary>
    public static Inert ForInput(string? text) => new(Tame(text ?? "", int.MaxValue));

    /// <summary>A phrase of ours.</summary>
    public static Inert Ours(string phrase) => new(phrase);

    /// <summary>A phrase of ours with texts filled into {0}, {1}...</summary>
    public static Inert Fill(string phrase, params ReadOnlySpan<Inert> texts)
    {
        var values = new object?[texts.Length];
        for (var i = 0; i < texts.Length; i++)
        {
            values[i] = texts[i].Value;
        }

        return new(string.Format(CultureInfo.InvariantCulture, phrase, values));
    }

    /// <inheritdoc/>
    public override string ToString() => Value;

    private static string Cut(string text, int most)
    {
        if (text.Length <= most)
        {
            return text;
        }

        var end = char.IsHighSurrogate(text[most - 1]) ? most - 1 : most;
        return string.Concat(text.AsSpan(0, end).TrimEnd(), "…");
    }

    private static string Tame(string text, int longestStretch)
    {
        if (!text.AsSpan().ContainsAnyExcept(Plain) && !HasStretch(text, longestStretch))
        {
            return text;
        }

        var writer = new InertWriter(text.Length, longestStretch);
        foreach (var rune in text.EnumerateRunes())
        {
            writer.Write(rune);
        }

        return writer.Text;
    }

    private static bool HasStretch(string text, int longest)
    {
        var start = 0;
        while (text.Length - start > longest)
        {
            var space = text.AsSpan(start).IndexOf(' ');
            if (space < 0 || space > longest)
            {
                return true;
            }

            start += space + 1;
        }

        return false;
    }
}
