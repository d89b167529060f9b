using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace BridgeBot.Host.Manifest;

/// <summary>A manifest as JSON.</summary>
internal static class ManifestJson
{
    private static readonly JsonWriterOptions Readable = new() { Indented = true, NewLine = "\n", Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    private static readonly JsonDocumentOptions Strict = new() { AllowDuplicateProperties = false };

    /// <summary>Reads a file.</summary>
    /// <exception cref="ManifestException">It cannot be read, or is no JSON object.</exception>
    public static JsonObject Read(string path)
    {
        try
        {
            // Some editors begin a file with a mark of its encoding.
            var text = File.ReadAllBytes(path).AsSpan();
            return JsonNode.Parse(text.StartsWith("\uFEFF"u8) ? text[3..] : text, documentOptions: Strict) as JsonObject
                ?? throw new ManifestException($"{path} is no JSON object.");
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException or JsonException)
        {
            throw new ManifestException($"{path} cannot be read: {fault.Message}");
        }
    }

    /// <summary>UTF-8, indented, the same bytes for the same JSON.</summary>
    public static byte[] Write(JsonObject json)
    {
        using var bytes = new MemoryStream();
        using (var writer = new Utf8JsonWriter(bytes, Readable))
        {
            json.WriteTo(writer);
        }

        return bytes.ToArray();
    }

    /// <summary>The text by that name; empty if it is none.</summary>
    public static string TextAt(JsonObject json, string name) => json[name] is JsonValue value && value.TryGetValue<string>(out var text) ? text : "";

    /// <summary>Every text with its path, such as <c>bots[0].scopes[1]</c>, in the file's order.</summary>
    public static IEnumerable<(string Path, string Text)> Texts(JsonNode? json, string path = "") => json switch
    {
        JsonObject named => named.SelectMany(member => Texts(member.Value, path.Length == 0 ? member.Key : $"{path}.{member.Key}")),
        JsonArray list => list.SelectMany((item, i) => Texts(item, $"{path}[{i}]")),
        JsonValue value when value.TryGetValue<string>(out var text) => [(path, text)],
        _ => [],
    };

    /// <summary>The same with each placeholder's value in its stead.</summary>
    public static JsonNode? Fill(JsonNode? json, IReadOnlyList<(string Placeholder, string Value)> values) => json switch
    {
        JsonObject named => new JsonObject(named.Select(member => KeyValuePair.Create(member.Key, Fill(member.Value, values)))),
        JsonArray list => new JsonArray([.. list.Select(item => Fill(item, values))]),
        JsonValue value when value.TryGetValue<string>(out var text) =>
            JsonValue.Create(values.Aggregate(text, (filled, pair) => filled.Replace(pair.Placeholder, pair.Value, StringComparison.Ordinal))),
        _ => json?.DeepClone(),
    };
}
