using System.Buffers;
using System.Text.Json;
using BridgeBot.Cards;
using BridgeBot.Host.Turns;

namespace BridgeBot.Host.Channel;

/// <summary>The bodies of the connector's calls, as UTF-8 JSON. A card's JSON goes in as it is.</summary>
internal static class ConnectorJson
{
    /// <summary>Bytes that what is around a card or a text mostly fits into; the buffer grows where it does not.</summary>
    private const int AroundIt = 768;

    private const string CardType = "application/vnd.microsoft.card.adaptive";

    /// <summary>A message into a conversation that exists, or in place of one that was posted.</summary>
    public static ReadOnlyMemory<byte> OfActivity(ConversationReference to, OutgoingActivity activity, string? activityId = null) =>
        Write(activity, json => WriteActivity(json, to, activity, activityId));

    /// <summary>A new post of a channel
    /// (<see href="https://learn.microsoft.com/microsoftteams/platform/bots/how-to/conversations/send-proactive-messages"/>).</summary>
    public static ReadOnlyMemory<byte> OfNewPost(ConversationReference to, OutgoingActivity activity) => Write(activity, json =>
    {
        json.WriteStartObject();
        json.WriteBoolean("isGroup", true);
        WriteBot(json, "bot", to);
        json.WriteString("tenantId", to.TenantId);
        json.WriteStartObject("channelData");
        WriteIdOf(json, "tenant", to.TenantId);
        WriteIdOf(json, "channel", to.ConversationId);
        json.WriteEndObject();
        json.WritePropertyName("activity");
        WriteActivity(json, to, activity, null);
        json.WriteEndObject();
    });

    private static void WriteActivity(Utf8JsonWriter json, ConversationReference to, OutgoingActivity activity, string? activityId)
    {
        json.WriteStartObject();
        json.WriteString("type", "message");
        if (activityId is not null)
        {
            json.WriteString("id", activityId);
        }

        WriteBot(json, "from", to);
        WriteIdOf(json, "conversation", to.RootId is null ? to.ConversationId : $"{to.ConversationId};messageid={to.RootId}");
        if (activity.Card is { } card)
        {
            WriteCard(json, card, activity.Summary);
        }
        else
        {
            json.WriteString("text", activity.Text ?? "");
            json.WriteString("textFormat", "plain");
        }

        json.WriteEndObject();
    }

    private static void WriteCard(Utf8JsonWriter json, RenderedCard card, string? summary)
    {
        if (summary is not null)
        {
            json.WriteString("summary", summary);
        }

        json.WriteStartArray("attachments");
        json.WriteStartObject();
        json.WriteString("contentType", CardType);
        json.WritePropertyName("content");
        json.WriteRawValue(card.Utf8.Span, skipInputValidation: true);
        json.WriteEndObject();
        json.WriteEndArray();
    }

    private static void WriteBot(Utf8JsonWriter json, string name, ConversationReference to)
    {
        json.WriteStartObject(name);
        json.WriteString("id", to.BotId);
        json.WriteString("name", to.BotName);
        json.WriteEndObject();
    }

    private static void WriteIdOf(Utf8JsonWriter json, string name, string id)
    {
        json.WriteStartObject(name);
        json.WriteString("id", id);
        json.WriteEndObject();
    }

    private static ReadOnlyMemory<byte> Write(OutgoingActivity activity, Action<Utf8JsonWriter> content)
    {
        var buffer = new ArrayBufferWriter<byte>(AroundIt + (activity.Card?.Utf8.Length ?? activity.Text?.Length ?? 0));
        using var json = new Utf8JsonWriter(buffer);
        content(json);
        json.Flush();
        return buffer.WrittenMemory;
    }
}
