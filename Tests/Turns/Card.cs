using System.Text.Json;

namespace BridgeBot.Tests.Turns;

/// <summary>A card as the client has it: its buttons with their data, its inputs.</summary>
internal sealed record Card(JsonElement Json)
{
    /// <summary>The inputs' ids and types.</summary>
    public IEnumerable<(string Id, string Type)> Inputs => Within(Json)
        .Where(part => TypeOf(part).StartsWith("Input.", StringComparison.Ordinal))
        .Select(part => (part.GetProperty("id").GetString()!, TypeOf(part)));

    /// <summary>All of its buttons' verbs.</summary>
    public IReadOnlyList<string> Verbs => [.. Buttons.Select(button => button.Verb)];

    private IEnumerable<Button> Buttons => Within(Json)
        .Where(part => TypeOf(part) == "Action.Execute")
        .Select(part => new Button(
            part.GetProperty("verb").GetString()!,
            part.GetProperty("data").EnumerateObject().ToDictionary(member => member.Name, member => member.Value.ToString()))
        {
            Title = part.GetProperty("title").GetString()!,
        });

    /// <summary>The button with that verb.</summary>
    public Button this[string verb] => Find(verb) ?? throw new AssertionException($"no button {verb} on {Json}");

    /// <summary>The button with that title.</summary>
    public Button Titled(string title) => Buttons.First(button => button.Title == title);

    public Button? Find(string verb) => Buttons.FirstOrDefault(button => button.Verb == verb);

    public override string ToString() => Json.ToString();

    private static string TypeOf(JsonElement part) =>
        part.ValueKind is JsonValueKind.Object && part.TryGetProperty("type", out var type) && type.ValueKind is JsonValueKind.String
            ? type.GetString()!
            : "";

    private static IEnumerable<JsonElement> Within(JsonElement part) => part.ValueKind switch
    {
        JsonValueKind.Object => [part, .. part.EnumerateObject().SelectMany(member => Within(member.Value))],
        JsonValueKind.Array => part.EnumerateArray().SelectMany(Within),
        _ => [],
    };
}

/// <summary>A button of a card.</summary>
internal sealed record Button(string Verb, IReadOnlyDictionary<string, string> Data)
{
    public string? Title { get; init; }

    /// <summary>The button as somebody who makes things up would send it.</summary>
    public Button With(string name, string value) => this with { Data = new Dictionary<string, string>(Data) { [name] = value } };
}
