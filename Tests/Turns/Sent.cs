using System.Text.Json;

namespace BridgeBot.Tests.Turns;

/// <summary>A request of the bot to the connector.</summary>
/// <param name="Method">POST or PUT.</param>
/// <param name="Path">As sent, unescaped.</param>
/// <param name="Body">Its JSON.</param>
/// <param name="At">The bot's time.</param>
internal sealed record Sent(string Method, string Path, JsonElement Body, DateTimeOffset At)
{
    /// <summary>The id that the connector gave it; null if it was not accepted, or accepted without one.</summary>
    public string? ActivityId { get; init; }

    /// <summary>Whether it was accepted.</summary>
    public bool IsAccepted { get; init; }

    /// <summary>The chat or channel, without the post below which a reply is.</summary>
    public string Conversation => IsNewPost
        ? Body.GetProperty("channelData").GetProperty("channel").GetProperty("id").GetString()!
        : Segment.Split(";messageid=")[0];

    /// <summary>The post below which it is; null in a chat, and for a new post.</summary>
    public string? Root => IsNewPost || !Segment.Contains(";messageid=") ? null : Segment.Split(";messageid=")[1];

    public bool IsNewPost => Path.EndsWith("/v3/conversations", StringComparison.Ordinal);

    public string Text => Activity.TryGetProperty("text", out var text) ? text.GetString()! : "";

    public Card? Card => Activity.TryGetProperty("attachments", out var cards) ? new Card(cards[0].GetProperty("content")) : null;

    private JsonElement Activity => IsNewPost ? Body.GetProperty("activity") : Body;

    private string Segment => Path.Split("/v3/conversations/")[1].Split('/')[0];

    public bool HasButton(string verb) => Card?.Find(verb) is not null;

    public override string ToString() => $"{Method} {Path} {Body}";
}
