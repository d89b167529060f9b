using System.Text.Json;

namespace BridgeBot.Host.Channel;

/// <summary>Reads what a client may have sent in any shape: what is not there, or is something else, is null.</summary>
internal static class JsonLookup
{
    /// <summary>The object's member by that path.</summary>
    public static JsonElement? At(this JsonElement? element, params ReadOnlySpan<string> path)
    {
        foreach (var name in path)
        {
            if (element is not { ValueKind: JsonValueKind.Object } parent || !parent.TryGetProperty(name, out var child))
            {
                return null;
            }

            element = child;
        }

        return element;
    }

    /// <summary>The text by that path; null if it is empty or no text.</summary>
    public static string? TextAt(this JsonElement? element, params ReadOnlySpan<string> path) =>
        element.At(path) is { ValueKind: JsonValueKind.String } text && text.GetString() is { Length: > 0 } found ? found : null;

    /// <summary>Whether the object's member is that text.</summary>
    public static bool IsText(this JsonElement? element, string name, string text) =>
        element.At(name) is { ValueKind: JsonValueKind.String } found && found.ValueEquals(text);

    /// <summary>The elements of a list; none if it is no list.</summary>
    public static IEnumerable<JsonElement?> Items(this JsonElement? element) =>
        element is { ValueKind: JsonValueKind.Array } list ? list.EnumerateArray().Select(item => (JsonElement?)item) : [];
}
