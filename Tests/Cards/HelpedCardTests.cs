using System.Text.Json.Nodes;
using BridgeBot.Cards;
using BridgeBot.Core.Threads;

namespace BridgeBot.Tests.Cards;

public sealed class HelpedCardTests
{
    private static readonly RequestThread Thread = CardSamples.Deliver(CardSamples.Thread(CardTexts.Normal), CardTexts.Normal);

    [TestCase("Here it is: https://contoso.example/deck?v=2, enjoy", "https://contoso.example/deck?v=2")]
    [TestCase("(https://contoso.example/a) and https://contoso.example/b", "https://contoso.example/b")]
    [TestCase("HTTPS://CONTOSO.EXAMPLE/deck.", "https://contoso.example/deck")]
    public void Render_ALinkWasDelivered_OpensTheFirst(string note, string address) => Assert.That(Link(note)?["url"]?.ToString(), Is.EqualTo(address));

    [Test]
    public void Render_ALinkWasDelivered_TheButtonSaysWhereItLeads() =>
        Assert.That(Link("https://contoso.example/deck")?["title"]?.ToString(), Is.EqualTo("Open contoso.example"));

    [TestCase("It is on the shelf.")]
    [TestCase("http://contoso.example/deck")]
    [TestCase("javascript:alert(1)")]
    [TestCase("https://contoso.example@evil.example/deck")]
    [TestCase("https://")]
    public void Render_NoLinkToTrust_HasNoButtonForOne(string note) => Assert.That(Link(note), Is.Null);

    [Test]
    public void Render_EveryAnswer_IsOneTap() => Assert.That(
        Actions("link").Select(action => (string?)action["data"]?["outcome"]), Is.EqualTo(Enum.GetNames<Outcome>()));

    private static JsonNode? Link(string note) => Actions(note).SingleOrDefault(action => (string?)action["type"] == "Action.OpenUrl");

    private static IEnumerable<JsonNode> Actions(string note) =>
        JsonNode.Parse(HelpedCard.Render(Thread, Thread.Handover! with { Note = note }).Utf8.Span)!["actions"]!.AsArray().OfType<JsonNode>();
}
