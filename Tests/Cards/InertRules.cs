using System.Globalization;
using System.Text;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;

namespace BridgeBot.Tests.Cards;

/// <summary>What a text must not hold where others read it.</summary>
internal static partial class InertRules
{
    /// <summary>The first scripts whose joiners mean something.</summary>
    private const int FirstJoined = 0x0600;

    /// <summary>What is wrong with a text; none if it can only be read.</summary>
    public static IEnumerable<string> FaultsOf(string text)
    {
        if (OfOurs.Replace(text, "").Contains("{{", StringComparison.Ordinal))
        {
            yield return $"a function of cards in: {text}";
        }

        for (var i = 0; i + 1 < text.Length; i++)
        {
            if (text[i] == '<' && (char.IsLetter(text[i + 1]) || text[i + 1] is '/' or '!' or '?'))
            {
                yield return $"a tag in: {text}";
            }
        }

        var last = default(Rune);
        foreach (var rune in text.EnumerateRunes())
        {
            if (IsHidden(rune, last))
            {
                yield return $"U+{rune.Value:X4} in: {text}";
            }

            last = rune;
        }
    }

    /// <summary>What is wrong with the texts of a card.</summary>
    public static IEnumerable<string> FaultsOf(JsonNode? card, JsonArray? mentions = null)
    {
        switch (card)
        {
            case JsonObject element:
                mentions ??= element["msteams"]?["entities"] as JsonArray;
                foreach (var fault in element.SelectMany(member => FaultsOf(member.Key, member.Value, mentions)))
                {
                    yield return fault;
                }

                break;
            case JsonArray list:
                foreach (var fault in list.SelectMany(item => FaultsOf(item, mentions)))
                {
                    yield return fault;
                }

                break;
        }
    }

    private static IEnumerable<string> FaultsOf(string name, JsonNode? value, JsonArray? mentions) => value switch
    {
        JsonValue text when name == "url" => FaultsOfLink((string)text!),

        // Inside of an input it is what the person typed: it comes back to them, and no client reads it as markup.
        JsonValue text when name is "text" or "title" or "label" or "fallbackText" or "placeholder" or "errorMessage" =>
            FaultsOf(WithoutMentions((string)text!, mentions)),
        // Nobody sees these: they come back with a click.
        _ when name is "msteams" or "data" => [],
        _ => FaultsOf(value, mentions),
    };

    private static IEnumerable<string> FaultsOfLink(string url) =>
        (Uri.TryCreate(url, UriKind.Absolute, out var address) && address is { Scheme: "https", UserInfo: "" }) || IsChart(url) ? [] : [$"a link to {url}"];

    /// <summary>A picture that is drawn here; those of the hostile texts are a few bytes, and no whole PNG.</summary>
    private static bool IsChart(string url)
    {
        const string Start = "data:image/png;base64,";
        var bytes = new byte[url.Length];
        return url.StartsWith(Start, StringComparison.Ordinal) && Convert.TryFromBase64String(url[Start.Length..], bytes, out var count)
            && count > 200 && bytes.AsSpan(1).StartsWith("PNG"u8);
    }

    /// <summary>A mention is markup of ours: the text of its entity, once.</summary>
    private static string WithoutMentions(string text, JsonArray? mentions)
    {
        foreach (var mention in mentions ?? [])
        {
            var markup = (string)mention!["text"]!;
            text = text.IndexOf(markup, StringComparison.Ordinal) is >= 0 and var at ? text.Remove(at, markup.Length) : text;
        }

        return text;
    }

    /// <summary>An instant in the reader's own time: what is typed is of 2031 in the tests, what we show is not.</summary>
    [GeneratedRegex(@"\{\{(DATE|TIME)\((?!2031-)[^)]*\)\}\}")]
    private static partial Regex OfOurs { get; }

    /// <summary>A place to break a long word (U+200B) is ours.</summary>
    private static bool IsHidden(Rune rune, Rune last) => Rune.GetUnicodeCategory(rune) switch
    {
        UnicodeCategory.Control => rune.Value != '\n',
        UnicodeCategory.Format => rune.Value is 0x200C or 0x200D ? last.Value < FirstJoined : rune.Value != 0x200B,
        UnicodeCategory.LineSeparator or UnicodeCategory.ParagraphSeparator => true,
        _ => false,
    };
}
