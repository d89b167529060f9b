using System.Text.Json;
using System.Text.Json.Nodes;

namespace BridgeBot.Host.Privacy;

/// <summary>Rows as plain JSON: people are found in them whatever type, and whatever later version, they are of.</summary>
internal static class StoredJson
{
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

    /// <summary>A text as it stands in a body, without its quotes.</summary>
    public static string Written(string text) => JsonEncodedText.Encode(text).Value;
}
