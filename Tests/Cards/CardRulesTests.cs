using System.Text;
using System.Text.Json.Nodes;
using BridgeBot.Cards;

namespace BridgeBot.Tests.Cards;

/// <summary>What holds for every card.</summary>
public sealed class CardRulesTests
{
    private static IReadOnlyList<CardFixture> Cards => CardFixture.All;

    [TestCaseSource(nameof(Cards))]
    public void Render_EveryCard_IsSmallEnough(object card) =>
        Assert.That(Encoding.UTF8.GetByteCount(((CardFixture)card).Json), Is.LessThan(25_000));

    [TestCaseSource(nameof(Cards))]
    public void Render_EveryCard_IsVersion15WithAFallbackText(object card)
    {
        var json = Parse(card);

        Assert.That(((string?)json["version"], string.IsNullOrWhiteSpace((string?)json["fallbackText"])), Is.EqualTo(("1.5", false)));
    }

    [TestCaseSource(nameof(Cards))]
    public void Render_EveryCard_HasAtMostSixButtons(object card) =>
        Assert.That(Parse(card)["actions"]?.AsArray().Count ?? 0, Is.LessThanOrEqualTo(6));

    [TestCaseSource(nameof(Cards))]
    public void Render_EveryButton_HasAFallbackThatCarriesItsVerbAndData(object card)
    {
        var wrong = Descendants(Parse(card))
            .Where(node => (string?)node["type"] == "Action.Execute")
            .Where(button => !CarriesTheSame(button, button["fallback"]?.AsObject()));

        Assert.That(wrong, Is.Empty);
    }

    private static bool CarriesTheSame(JsonObject button, JsonObject? fallback)
    {
        var expected = button["data"]!.DeepClone().AsObject();
        expected[Verbs.Verb] = (string?)button["verb"];
        return (string?)fallback?["type"] == "Action.Submit" && JsonNode.DeepEquals(expected, fallback["data"]);
    }

    private static JsonObject Parse(object card) => JsonNode.Parse(((CardFixture)card).Json)!.AsObject();

    private static IEnumerable<JsonObject> Descendants(JsonNode? node) => node switch
    {
        JsonObject o => [o, .. o.SelectMany(property => Descendants(property.Value))],
        JsonArray a => a.SelectMany(Descendants),
        _ => [],
    };
}
