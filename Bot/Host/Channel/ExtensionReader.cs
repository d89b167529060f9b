using System.Globalization;
using System.Text.Json;
using BridgeBot.Cards;
using BridgeBot.Host.Turns;

namespace BridgeBot.Host.Channel;

/// <summary>
/// The invokes of the message extension -> <see cref="Inbound"/>
/// (<see href="https://learn.microsoft.com/microsoftteams/platform/messaging-extensions/what-are-messaging-extensions"/>).
/// </summary>
internal static class ExtensionReader
{
    /// <summary>Somebody types in the search of the compose box.</summary>
    public const string Query = "composeExtension/query";

    /// <summary>Somebody chose the command on a message.</summary>
    public const string FetchTask = "composeExtension/fetchTask";

    /// <summary>Somebody pressed the button of its window.</summary>
    public const string SubmitAction = "composeExtension/submitAction";

    /// <summary>The search command's id in the manifest.</summary>
    private const string Search = "search";

    /// <summary>The message command's id in the manifest.</summary>
    private const string Ask = "ask";

    /// <summary>UTF-16 code units.</summary>
    private const int LongestSearch = 200;

    /// <summary>Sent in the place of a search when the extension is opened
    /// (<see href="https://learn.microsoft.com/microsoftteams/platform/messaging-extensions/how-to/search-commands/respond-to-search#handle-default-queries"/>).</summary>
    private const string InitialRun = "initialRun";

    /// <summary>The ids of all commands, as the manifest has to name them.</summary>
    public static IReadOnlyList<string> Commands { get; } = [Search, Ask];

    public static bool IsExtension(string? name) => name is Query or FetchTask or SubmitAction;

    public static Inbound Read(Activity activity, Envelope envelope) => (activity.Name, Command: activity.Value.TextAt("commandId")) switch
    {
        // The local client names no command where there is one.
        (Query, Search or null) => new Searched(envelope, SearchOf(activity.Value), SkipOf(activity.Value)),
        (FetchTask, Ask) => new AskOpened(envelope, Cut(MessageOf(activity.Value), AskCard.LongestText)),
        (SubmitAction, Ask) => new AskSent(envelope, activity.Value.TextAt("data", Verbs.InputText) ?? ""),
        _ => new Ignored("a command of a message extension that is not ours"),
    };

    private static string SearchOf(JsonElement? value) =>
        value.At("parameters").Items().FirstOrDefault() is var first && first.TextAt("name") is not InitialRun
            ? Cut(first.TextAt("value") ?? "", LongestSearch)
            : "";

    private static int SkipOf(JsonElement? value) =>
        value.At("queryOptions", "skip") is { ValueKind: JsonValueKind.Number } skip
            && int.TryParse(skip.GetRawText(), NumberStyles.None, CultureInfo.InvariantCulture, out var number)
            ? number
            : 0;

    /// <summary>The text of the message on which the command was chosen; empty elsewhere.</summary>
    private static string MessageOf(JsonElement? value)
    {
        var body = value.At("messagePayload", "body");
        var text = body.TextAt("content") ?? "";
        return body.TextAt("contentType") is "text" ? text.Trim() : MessageText.OfHtml(text);
    }

    private static string Cut(string text, int most) => text.Length <= most
        ? text
        : text[..(char.IsHighSurrogate(text[most - 1]) ? most - 1 : most)];
}
