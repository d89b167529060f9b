using System.Text.Json;
using System.Text.Json.Nodes;

namespace BridgeBot.Host.Turns;

/// <summary>What is read of a dead letter whatever version wrote it: an <see cref="OutboxRow"/>, or a row that could not be read as one.
/// </summary>
/// <param name="DeadSince">UTC instant at which it was given up; null if that was not noted.</param>
public sealed record DeadLetter(DateTimeOffset? DeadSince)
{
    /// <summary>Since when a row is dead; null if that was not noted.</summary>
    public static DateTimeOffset? SinceOf(string body)
    {
        try
        {
            return StateJson.Read<DeadLetter>(body).DeadSince;
        }
        catch (JsonException)
        {
            return null;
        }
    }

    /// <summary>The row with a note of when it was given up; as it was, if it is no JSON object.</summary>
    public static string Dated(string body, DateTimeOffset now)
    {
        try
        {
            if (JsonNode.Parse(body) is JsonObject row)
            {
                row[nameof(DeadSince)] = now;
                return row.ToJsonString();
            }
        }
        catch (JsonException)
        {
            // It stays as it is.
        }

        return body;
    }
}
