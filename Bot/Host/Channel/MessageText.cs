using System.Net;
using System.Text.Json;
using System.Text.RegularExpressions;

namespace BridgeBot.Host.Channel;

/// <summary>
/// What a person typed, without the markup that Teams puts around mentions
/// (<see href="https://learn.microsoft.com/microsoftteams/platform/bots/how-to/conversations/channel-and-group-conversations"/>).
/// </summary>
internal static partial class MessageText
{
    /// <summary>The text: the bot's mention is gone, other people's names stay. A mention goes by its entity; one typed by hand is text.</summary>
    public static string Of(Activity activity)
    {
        var text = activity.Text ?? "";
        foreach (var entity in activity.Entities.Items().Where(entity => entity.IsText("type", "mention")))
        {
            var ofBot = entity.TextAt("mentioned", "id") is { } id && id == activity.Recipient?.Id;
            text = ReplaceFirst(text, entity, ofBot);
        }

        return activity.TextFormat is "xml" ? OfHtml(text) : text.Trim();
    }

    /// <summary>An entity stands for one mention, in the order of the text; the same markup typed by hand stays.</summary>
    private static string ReplaceFirst(string text, JsonElement? entity, bool ofBot)
    {
        var markup = entity.TextAt("text");
        var at = markup is null ? -1 : text.IndexOf(markup, StringComparison.Ordinal);
        if (at < 0)
        {
            return text;
        }

        var (before, after) = (text[..at], text[(at + markup!.Length)..]);
        if (!ofBot)
        {
            return before + (entity.TextAt("mentioned", "name") ?? Tag.Replace(markup, "")) + after;
        }

        // Some clients put a hard space behind the mention, as markup.
        after = after.StartsWith("&nbsp;", StringComparison.Ordinal) ? " " + after["&nbsp;".Length..] : after;
        return before.EndsWith(' ') && after.StartsWith(' ') ? before + after[1..] : before + after;
    }

    /// <summary>What is to be read of the HTML, or XML, of a message.</summary>
    public static string OfHtml(string html) => WebUtility.HtmlDecode(Tag.Replace(Break.Replace(html, "\n"), "")).Trim();

    [GeneratedRegex("<br ?/?>|</p>|</div>", RegexOptions.IgnoreCase)]
    private static partial Regex Break { get; }

    [GeneratedRegex("</?[a-zA-Z][^<>]*>")]
    private static partial Regex Tag { get; }
}
