using System.Buffers;
using System.Text.Json;
using BridgeBot.Cards;
using BridgeBot.Host.Turns;

namespace BridgeBot.Host.Channel;

/// <summary>The bodies that the invokes of a message extension are answered with: results of a search
/// (<see href="https://learn.microsoft.com/microsoftteams/platform/messaging-extensions/how-to/search-commands/respond-to-search"/>), or a window
/// (<see href="https://learn.microsoft.com/microsoftteams/platform/messaging-extensions/how-to/action-commands/create-task-module"/>).</summary>
internal static class ExtensionAnswer
{
    private const string Adaptive = "application/vnd.microsoft.card.adaptive";

    /// <summary>Writes the answer to an invoke.</summary>
    /// <param name="name">The invoke's name.</param>
    /// <param name="answer">What to say.</param>
    public static ReadOnlyMemory<byte> Of(string? name, TurnAnswer answer) => (name, answer) switch
    {
        (_, FoundAnswer { Cards: { Count: > 0 } cards }) => Write("composeExtension", json => Results(json, cards)),
        (ExtensionReader.Query, _) => Write("composeExtension", json =>
        {
            json.WriteString("type", "message");
            json.WriteString("text", answer switch { FoundAnswer found => found.Otherwise, MessageAnswer message => message.Text, _ => "" });
        }),
        (_, WindowAnswer window) => Write("task", json => Window(json, window)),
        _ => Write("task", json =>
        {
            json.WriteString("type", "message");
            json.WriteString("value", answer is MessageAnswer message ? message.Text : "");
        }),
    };

    private static void Results(Utf8JsonWriter json, IReadOnlyList<FoundCard> cards)
    {
        json.WriteString("type", "result");
        json.WriteString("attachmentLayout", "list");
        json.WriteStartArray("attachments");
        foreach (var card in cards)
        {
            json.WriteStartObject();
            Attachment(json, card.Card);
            json.WriteStartObject("preview");
            json.WriteString("contentType", "application/vnd.microsoft.card.thumbnail");
            json.WriteStartObject("content");
            json.WriteString("title", card.Title);
            json.WriteString("text", card.Text);
            json.WriteEndObject();
            json.WriteEndObject();
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    private static void Window(Utf8JsonWriter json, WindowAnswer window)
    {
        json.WriteString("type", "continue");
        json.WriteStartObject("value");
        json.WriteString("title", window.Title);
        json.WriteString("height", "medium");
        json.WriteString("width", "medium");
        json.WriteStartObject("card");
        Attachment(json, window.Card);
        json.WriteEndObject();
        json.WriteEndObject();
    }

    private static void Attachment(Utf8JsonWriter json, RenderedCard card)
    {
        json.WriteString("contentType", Adaptive);
        json.WritePropertyName("content");
        json.WriteRawValue(card.Utf8.Span, skipInputValidation: true);
    }

    private static ReadOnlyMemory<byte> Write(string member, Action<Utf8JsonWriter> value)
    {
        var buffer = new ArrayBufferWriter<byte>();
        using var json = new Utf8JsonWriter(buffer);
        json.WriteStartObject();
        json.WriteStartObject(member);
        value(json);
        json.WriteEndObject();
        json.WriteEndObject();
        json.Flush();
        return buffer.WrittenMemory;
    }
}
