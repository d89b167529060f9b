using System.Text.Json;
using System.Text.Json.Serialization;

namespace BridgeBot.Host.Channel;

/// <summary>
/// The fields of a Bot Framework activity that this bot reads
/// (<see href="https://learn.microsoft.com/azure/bot-service/rest-api/bot-framework-rest-connector-api-reference#activity-object"/>).
/// Whatever else a client sends is ignored. What varies with the type or the channel stays a <see cref="JsonElement"/>.
/// </summary>
internal sealed record Activity
{
    public string? Type { get; init; }
    public string? Id { get; init; }
    public string? ChannelId { get; init; }
    public string? ServiceUrl { get; init; }
    public ChannelAccount? From { get; init; }
    public ChannelAccount? Recipient { get; init; }
    public ConversationAccount? Conversation { get; init; }
    public string? Text { get; init; }
    public string? TextFormat { get; init; }
    public string? Locale { get; init; }
    public string? LocalTimezone { get; init; }
    public string? Name { get; init; }
    public string? Action { get; init; }
    public string? ReplyToId { get; init; }
    public JsonElement? Value { get; init; }
    public JsonElement? ChannelData { get; init; }
    public JsonElement? Entities { get; init; }
    public IReadOnlyList<ChannelAccount?>? MembersAdded { get; init; }
    public IReadOnlyList<ChannelAccount?>? MembersRemoved { get; init; }
    public IReadOnlyList<Attachment?>? Attachments { get; init; }
}

/// <summary>A person or a bot.</summary>
internal sealed record ChannelAccount
{
    public string? Id { get; init; }
    public string? Name { get; init; }
    public string? AadObjectId { get; init; }
    public string? TenantId { get; init; }
    public string? Role { get; init; }
}

/// <summary>A chat, a channel, or a reply chain of a channel.</summary>
internal sealed record ConversationAccount
{
    public string? Id { get; init; }
    public string? Name { get; init; }
    public string? ConversationType { get; init; }
    public string? TenantId { get; init; }
    public bool? IsGroup { get; init; }
}

/// <summary>A file, a picture, a card, or the HTML form of the text. Its content is not read.</summary>
internal sealed record Attachment
{
    public string? ContentType { get; init; }
    public string? Name { get; init; }
}

/// <summary>Reads activities without reflection.</summary>
[JsonSourceGenerationOptions(JsonSerializerDefaults.Web, MaxDepth = JsonText.Depth)]
[JsonSerializable(typeof(Activity))]
internal sealed partial class ActivityJson : JsonSerializerContext;
