using System.Text.Json;

namespace BridgeBot.Tests.Turns;

/// <summary>What a click is answered with.</summary>
internal sealed record Answer(JsonElement Json)
{
    public Card? Card => Json.GetProperty("type").GetString() == "application/vnd.microsoft.card.adaptive" ? new(Json.GetProperty("value")) : null;

    public string Message => Json.GetProperty("value") is { ValueKind: JsonValueKind.String } text ? text.GetString()! : "";

    /// <summary>Whether it asks to try again.</summary>
    public bool IsError => Json.GetProperty("type").GetString() == "application/vnd.microsoft.error";

    public override string ToString() => Json.ToString();
}
