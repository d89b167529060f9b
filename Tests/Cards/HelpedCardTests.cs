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

    /// <summary>"Too early to say" is no last word: the rep's own card goes on asking.</summary>
    [TestCase(Outcome.NotYet, true)]
    [TestCase(Outcome.No, false)]
    public void MyThread_AfterAnAnswer_AsksOnlyAsLongAsItIsOpen(Outcome outcome, bool asks) => Assert.That(
        MyThreadCard.Render(Thread with { Feedback = new(outcome, null, default) }, CardSamples.Kinds).ToString().Contains(Phrases.ButtonWon, StringComparison.Ordinal),
        Is.EqualTo(asks));

    [TestCase(ThreadStatus.Delivered, true)]
    [TestCase(ThreadStatus.Closed, false)]
    public void Thanks_ForTooEarlyToSay_PromisesToAskAgainOnlyWhereItWill(ThreadStatus status, bool promises) => Assert.That(
        ThanksCard.Render(Thread with { Status = status }, Thread.Handover!, new(Outcome.NotYet, null, default)).ToString().Contains(Phrases.ThanksNotYet, StringComparison.Ordinal),
        Is.EqualTo(promises));

    private static JsonNode? Link(string note) => Actions(note).SingleOrDefault(action => (string?)action["type"] == "Action.OpenUrl");

    private static IEnumerable<JsonNode> Actions(string note) =>
        JsonNode.Parse(HelpedCard.Render(Thread, Thread.Handover! with { Note = note }).Utf8.Span)!["actions"]!.AsArray().OfType<JsonNode>();
}
