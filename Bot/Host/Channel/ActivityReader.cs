using System.Text.Json;
using BridgeBot.Cards;
using BridgeBot.Host.Turns;

namespace BridgeBot.Host.Channel;

/// <summary>
/// <see cref="Activity"/> -> <see cref="Inbound"/>. Pure; what a client left out or made up is never an exception.
/// Which types there are:
/// <see href="https://learn.microsoft.com/microsoftteams/platform/bots/how-to/conversations/subscribe-to-conversation-events"/>.
/// </summary>
internal static class ActivityReader
{
    /// <summary>The name of the invoke of an Action.Execute
    /// (<see href="https://learn.microsoft.com/adaptive-cards/authoring-cards/universal-action-model"/>).</summary>
    public const string CardAction = "adaptiveCard/action";

    /// <summary>UTF-16 code units of the id of somebody who is mentioned; Teams' own are a third of that.</summary>
    private const int LongestId = 500;

    /// <summary>Reads an activity.</summary>
    /// <param name="activity">As parsed.</param>
    /// <param name="body">The bytes it was parsed from; they tell activities without an id apart.</param>
    public static Inbound Read(Activity activity, ReadOnlySpan<byte> body)
    {
        if (activity.Type is "message" or "invoke" && IsBot(activity.From, activity.Recipient))
        {
            return new Ignored("sent by a bot");
        }

        return activity.Type switch
        {
            "message" => ReadMessage(activity, EnvelopeReader.Read(activity, body)),
            "invoke" when activity.Name is CardAction => ReadAction(activity, EnvelopeReader.Read(activity, body)),
            "invoke" when ExtensionReader.IsExtension(activity.Name) => ExtensionReader.Read(activity, EnvelopeReader.Read(activity, body)),
            "invoke" => new Ignored("an invoke of another kind"),
            "installationUpdate" or "conversationUpdate" => ReadUpdate(activity, body),
            _ => new Ignored("an activity of another type"),
        };
    }

    private static bool IsBot(ChannelAccount? from, ChannelAccount? recipient) =>
        from is { Role: "bot" or "skill" }
        || (from?.Id is { Length: > 0 } id && (id == recipient?.Id || id.StartsWith("28:", StringComparison.Ordinal)));

    private static Inbound ReadMessage(Activity activity, Envelope envelope)
    {
        var text = MessageText.Of(activity);
        var value = activity.Value;

        var verb = value.TextAt(Verbs.Verb);

        // A submit without a verb was made by somebody else's client: a click all the same, so that it is answered.
        if (verb is not null || (text.Length == 0 && value is { ValueKind: not JsonValueKind.Null }))
        {
            return new Clicked(envelope, verb ?? "", ClickData.Of(value), activity.ReplyToId) { ShowsAnswer = false };
        }

        var files = FilesOf(activity);
        if (text.Length == 0 && files.Count == 0 && (activity.Attachments ?? []).Any(IsCard))
        {
            return new Ignored("a card that was put into the conversation, without a word");
        }

        var mentions = MentionsIn(activity).ToList();
        return new Said(envelope, text, files)
        {
            Mentions = mentions.FindAll(mentioned => mentioned.Id != activity.Recipient?.Id),
            // A new post is its own reply chain's root.
            IsReply = envelope.Conversation.RootId is { } root && root != activity.Id,
            IsForBot = envelope.Conversation.Type is ConversationType.Personal
                || mentions.Exists(mentioned => mentioned.Id == activity.Recipient?.Id),
        };
    }

    private static IEnumerable<Mentioned> MentionsIn(Activity activity) =>
        activity.Entities.Items()
            .Where(entity => entity.IsText("type", "mention"))
            .Select(entity => (Id: entity.TextAt("mentioned", "id"), Name: entity.TextAt("mentioned", "name")))
            .Where(mentioned => mentioned.Id is { Length: > 0 and <= LongestId })
            .Select(mentioned => new Mentioned(mentioned.Id!, mentioned.Name ?? ""));

    private static Clicked ReadAction(Activity activity, Envelope envelope)
    {
        var action = activity.Value.At("action");
        var verb = action.TextAt("verb") ?? action.TextAt("data", Verbs.Verb) ?? "";
        return new(envelope, verb, ClickData.Of(action.At("data")), activity.ReplyToId);
    }

    private static Inbound ReadUpdate(Activity activity, ReadOnlySpan<byte> body)
    {
        bool HasBot(IReadOnlyList<ChannelAccount?>? members) =>
            activity.Recipient?.Id is { Length: > 0 } bot && members is not null && members.Any(member => member?.Id == bot);

        return activity switch
        {
            { Type: "installationUpdate", Action: "add" or "add-upgrade" } => new Installed(EnvelopeReader.Read(activity, body)),
            { Type: "installationUpdate", Action: "remove" or "remove-upgrade" } => new Removed(EnvelopeReader.Read(activity, body)),
            { Type: "conversationUpdate" } when HasBot(activity.MembersAdded) => new Installed(EnvelopeReader.Read(activity, body)),
            { Type: "conversationUpdate" } when HasBot(activity.MembersRemoved) => new Removed(EnvelopeReader.Read(activity, body)),
            _ => new Ignored("an update that is not about this bot"),
        };
    }

    /// <summary>Cards and the HTML form of the text are not files
    /// (<see href="https://learn.microsoft.com/microsoftteams/platform/bots/how-to/bots-filesv4"/>).</summary>
    private static List<string> FilesOf(Activity activity) =>
        [.. (activity.Attachments ?? [])
            .OfType<Attachment>()
            .Where(file => file.ContentType is not ("text/html" or null) && !IsCard(file))
            .Select(file => file.Name is { Length: > 0 } name ? name : file.ContentType!)];

    private static bool IsCard(Attachment? attachment) =>
        attachment?.ContentType?.StartsWith("application/vnd.microsoft.card.", StringComparison.OrdinalIgnoreCase) is true;
}
