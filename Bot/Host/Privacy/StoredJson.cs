using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace BridgeBot.Host.Privacy;

/// <summary>Rows as plain JSON: people are found in them whatever type, and whatever later version, they are of.</summary>
internal static class StoredJson
{
    private static readonly JsonSerializerOptions Readable = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>Reads a body; null if it is no JSON.</summary>
    public static JsonNode? TryParse(string body)
    {
        try
        {
            return JsonNode.Parse(body);
        }
        catch (JsonException)
        {
            return null;
        }
    }

    /// <summary>The node's objects, itself included, those outside first.</summary>
    public static IEnumerable<JsonObject> Objects(JsonNode? node) => node switch
    {
        JsonObject fields => fields.Select(field => field.Value).SelectMany(Objects).Prepend(fields),
        JsonArray items => items.SelectMany(Objects),
        _ => [],
    };

    /// <summary>A property's text; null if it has none.</summary>
    public static string? TextOf(JsonObject fields, string property) =>
        fields.TryGetPropertyValue(property, out var value) && value?.GetValueKind() is JsonValueKind.String ? value.GetValue<string>() : null;

    /// <summary>Whether a text stands in a body, escaped as earlier versions did or as it is.</summary>
    public static bool Has(string body, string text) =>
        body.Contains(JsonEncodedText.Encode(text).Value, StringComparison.OrdinalIgnoreCase)
        || body.Contains(JsonEncodedText.Encode(text, JavaScriptEncoder.UnsafeRelaxedJsonEscaping).Value, StringComparison.OrdinalIgnoreCase);

    /// <summary>A row's JSON as a body, in no more room than the row had.</summary>
    public static string BodyOf(JsonNode row) => row.ToJsonString(Readable);
}
