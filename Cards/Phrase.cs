using System.Globalization;

namespace BridgeBot.Cards;

/// <summary>Fills what is ours into phrases: numbers, times, words of <see cref="Phrases"/>. For user text: <see cref="Inert.Fill"/>.</summary>
internal static class Phrase
{
    private static readonly string[] NumberWords = Phrases.NumberWords.Split(' ');

    public static string Of(string phrase, params ReadOnlySpan<object?> values) =>
        string.Format(CultureInfo.InvariantCulture, phrase, values);

    /// <summary>Small numbers as words.</summary>
    public static string Number(int number) => number >= 0 && number < NumberWords.Length
        ? NumberWords[number]
        : number.ToString(CultureInfo.InvariantCulture);
}
