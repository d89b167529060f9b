using System.Globalization;

namespace BridgeBot.Cards.Elements;

/// <summary>Draws a bar chart for clients that have none: a bar each, its number above it, the last one in a stronger colour.</summary>
internal static class BarPicture
{
    private const int Height = 110;
    private const int BarWidth = 34;
    private const int Gap = 18;
    private const int Dot = 2;
    private const int DigitWidth = 3;
    private const int DigitHeight = 5;
    private const int Foot = 2;
    private const int Head = (DigitHeight * Dot) + 8;

    private const byte Text = 1;
    private const byte Bar = 2;
    private const byte LastBar = 3;

    /// <summary>Seen on white and on the dark theme's background alike.</summary>
    private static readonly int[] Palette = [0x000000, 0x8A8886, 0xA6A7DC, 0x6264A7];

    /// <summary>Ten digits, three dots wide and five high, a row after the other.</summary>
    private static readonly string[] Digits =
    [
        "###|#.#|#.#|#.#|###", ".#.|##.|.#.|.#.|###", "###|..#|###|#..|###", "###|..#|###|..#|###", "#.#|#.#|###|..#|..#",
        "###|#..|###|..#|###", "###|#..|###|#.#|###", "###|..#|..#|..#|..#", "###|#.#|###|#.#|###", "###|#.#|###|..#|###",
    ];

    /// <summary>Draws it.</summary>
    /// <param name="values">The bars' values, none of them negative, the oldest first.</param>
    public static Png Draw(IReadOnlyList<int> values)
    {
        var png = new Png((values.Count * (BarWidth + Gap)) + Gap, Height, Palette);
        var most = Math.Max(values.DefaultIfEmpty().Max(), 1);
        foreach (var (i, value) in values.Index())
        {
            var left = Gap + (i * (BarWidth + Gap));
            var high = (int)Math.Round((Height - Head - Foot) * (value / (double)most));
            png.Fill(left, Height - Foot - high, BarWidth, high, i == values.Count - 1 ? LastBar : Bar);
            Write(png, value.ToString(CultureInfo.InvariantCulture), left + (BarWidth / 2), Height - Foot - high - Head + 4);
        }

        png.Fill(0, Height - Foot, (values.Count * (BarWidth + Gap)) + Gap, 1, Text);
        return png;
    }

    /// <summary>Writes a number in the middle of a place.</summary>
    private static void Write(Png png, string number, int middle, int top)
    {
        var left = middle - (number.Length * (DigitWidth + 1) * Dot / 2);
        foreach (var (place, digit) in number.Index())
        {
            foreach (var (row, dots) in Digits[digit - '0'].Split('|').Index())
            {
                foreach (var (column, dot) in dots.Index())
                {
                    if (dot == '#')
                    {
                        png.Fill(left + (((place * (DigitWidth + 1)) + column) * Dot), top + (row * Dot), Dot, Dot, Text);
                    }
                }
            }
        }
    }
}
