using System.Text.Json;
using System.Text.Unicode;

namespace BridgeBot.Host.Channel;

/// <summary>
/// Checks JSON whole, before it is read in parts: <see cref="JsonElement"/> looks at a text's bytes and escapes only when asked for the
/// text, and would throw then.
/// </summary>
internal static class JsonText
{
    /// <summary>Levels of nesting that are read; a Teams message that quotes a card stays well below.</summary>
    public const int Depth = 64;

    /// <summary>What is wrong with a text, in one line that quotes nothing of it; null if it is JSON.</summary>
    public static string? FaultOf(ReadOnlySpan<byte> json)
    {
        if (!Utf8.IsValid(json))
        {
            return "the body is not UTF-8";
        }

        var reader = new Utf8JsonReader(json, new JsonReaderOptions { MaxDepth = Depth });
        try
        {
            while (reader.Read())
            {
                // Half a surrogate pair is valid JSON but no text.
                if (reader.TokenType is JsonTokenType.String or JsonTokenType.PropertyName && reader.ValueIsEscaped)
                {
                    reader.GetString();
                }
            }

            return null;
        }
        catch (JsonException error)
        {
            return $"the body is not JSON: line {error.LineNumber + 1}, byte {error.BytePositionInLine + 1}";
        }
        catch (InvalidOperationException)
        {
            return "the body has an escape that is not text";
        }
    }
}
