using System.Buffers;
using System.Text.Json;
using BridgeBot.Host.Turns;

namespace BridgeBot.Host.Channel;

/// <summary>
/// The body that an Action.Execute is answered with: statusCode, type, value
/// (<see href="https://learn.microsoft.com/adaptive-cards/authoring-cards/universal-action-model#response-format"/>). Its HTTP status is
/// always 200; only then does the client read it.
/// </summary>
internal static class InvokeAnswer
{
    public static ReadOnlyMemory<byte> Of(TurnAnswer answer) => answer switch
    {
        CardAnswer card => Write(200, "application/vnd.microsoft.card.adaptive", json => json.WriteRawValue(card.Card.Utf8.Span, skipInputValidation: true)),
        MessageAnswer message => OfMessage(message.Text),
        _ => OfMessage(""),
    };

    public static ReadOnlyMemory<byte> OfError(int status, string code, string message) =>
        Write(status, "application/vnd.microsoft.error", json =>
        {
            json.WriteStartObject();
            json.WriteString("code", code);
            json.WriteString("message", message);
            json.WriteEndObject();
        });

    private static ReadOnlyMemory<byte> OfMessage(string text) =>
        Write(200, "application/vnd.microsoft.activity.message", json => json.WriteStringValue(text));

    private static ReadOnlyMemory<byte> Write(int status, string type, Action<Utf8JsonWriter> value)
    {
        var buffer = new ArrayBufferWriter<byte>();
        using var json = new Utf8JsonWriter(buffer);
        json.WriteStartObject();
        json.WriteNumber("statusCode", status);
        json.WriteString("type", type);
        json.WritePropertyName("value");
        value(json);
        json.WriteEndObject();
        json.Flush();
        return buffer.WrittenMemory;
    }
}
