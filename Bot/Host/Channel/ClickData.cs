using System.Text.Json;

namespace BridgeBot.Host.Channel;

/// <summary>A button's data and the card's inputs, flat: texts, numbers and yes/no; anything nested is left out.</summary>
internal static class ClickData
{
    public static IReadOnlyDictionary<string, string> Of(JsonElement? data)
    {
        var flat = new Dictionary<string, string>(StringComparer.Ordinal);
        if (data is { ValueKind: JsonValueKind.Object } members)
        {
            foreach (var member in members.EnumerateObject())
            {
                if (TextOf(member.Value) is { } text)
                {
                    flat[member.Name] = text;
                }
            }
        }

        return flat;
    }

    private static string? TextOf(JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.String => value.GetString(),
        JsonValueKind.Number => value.GetRawText(),
        JsonValueKind.True => "true",
        JsonValueKind.False => "false",
        _ => null,
    };
}
