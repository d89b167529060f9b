using System.Text.Json.Nodes;
using BridgeBot.Cards;
using BridgeBot.Core.Threads;

namespace BridgeBot.Tests.Cards;

public sealed class ThreadCardTests
{
    private static readonly RequestThread Thread = CardSamples.Thread(CardTexts.Normal);

    [Test]
    public void Render_Submitted_CanBeApprovedDeclinedOrAskedAbout() =>
        Assert.That(Buttons(Thread), Is.EqualTo(["Approve", "Approve and plan", "Decline", "Ask a question", "Ask for changes", "History"]));

    [Test]
    public void Render_QuestionIsOpen_NoSecondOneCanBeAsked() =>
        Assert.That(Buttons(CardSamples.Asked(Thread, CardTexts.Normal)), Is.EqualTo(["Approve", "Approve and plan", "Decline", "Ask for changes", "History"]));

    [Test]
    public void Render_Approved_GoesOn() => Assert.That(
        Buttons(CardSamples.Approve(Thread, CardTexts.Normal)), Is.EqualTo(["Deliver", "Take it", "Hand it over", "Promise a day", "Open it again", "History"]));

    [Test]
    public void Render_InProgressWithADay_AnotherDayNeedsAWord() => Assert.That(
        Buttons(CardSamples.InProgress(Thread, CardTexts.Normal)), Is.EqualTo(["Deliver", "Take it over", "Hand it over", "Another day", "Open it again", "History"]));

    [TestCase(ThreadStatus.Delivered)]
    [TestCase(ThreadStatus.Closed)]
    [TestCase(ThreadStatus.Withdrawn)]
    public void Render_NothingIsLeftForMarketing_OnlyTheHistoryIs(ThreadStatus status) =>
        Assert.That(Buttons(Thread with { Status = status }), Is.EqualTo(["History"]));

    [Test]
    public void Render_EveryStatus_InputsAreUniqueInTheCard([Values] ThreadStatus status) =>
        Assert.That(Inputs(Render(CardSamples.InProgress(Thread, CardTexts.Normal) with { Status = status })), Is.Unique);

    [Test]
    public void Render_InProgress_SaysWhoAndUntilWhen()
    {
        var text = Render(CardSamples.InProgress(Thread, CardTexts.Normal))["body"]!.ToJsonString();

        Assert.That((text.Contains("Maria Marketing", StringComparison.Ordinal), text.Contains("Fri 11 Dec 2026", StringComparison.Ordinal)), Is.EqualTo((true, true)));
    }

    [Test]
    public void Render_Thanked_TheThanksAreOnTheCard() =>
        Assert.That(Render(CardSamples.Closed(Thread, CardTexts.Normal))["body"]!.ToJsonString(), Does.Contain(CardTexts.Normal.Short));

    [Test]
    public void Render_Button_NamesThreadAndVersion() =>
        Assert.That(
            JsonNode.DeepEquals(
                Render(Thread)["actions"]![0]!["data"],
                new JsonObject { ["requester"] = "p-51e2", ["thread"] = "7c0a1f6e", ["version"] = "2" }),
            Is.True);

    [Test]
    public void Render_SomebodyIsNotified_TheMentionStandsInTheCardWordForWord()
    {
        var card = Render(Thread, new Mention("29:maria", "Maria *Marketing*"));

        var mention = (string)card["msteams"]!["entities"]![0]!["text"]!;

        Assert.That(card["body"]!.ToJsonString().Contains(JsonValue.Create(mention).ToJsonString().Trim('"'), StringComparison.Ordinal), Is.True);
    }

    [Test]
    public void Render_Decided_NobodyIsNotifiedAgain() =>
        Assert.That(
            Render(CardSamples.Approve(Thread, CardTexts.Normal), new Mention("29:maria", "Maria"))["msteams"], Is.Null);

    [Test]
    public void Render_TheRequesterHasToAnswer_MarketingIsNotNotified() =>
        Assert.That(Render(CardSamples.Asked(Thread, CardTexts.Normal), new Mention("29:maria", "Maria"))["msteams"], Is.Null);

    [Test]
    public void Render_TitleNamesTheKind_TheKindIsNotRepeated() =>
        Assert.That(Render(Thread)["body"]!.ToJsonString(), Does.Not.Contain("\"Kind\""));

    [Test]
    public void Render_TitleIsOfAnotherKind_TheKindIsShown() =>
        Assert.That(
            Render(Thread with { Request = Thread.Request with { Title = "Deck for Acme" } })["body"]!.ToJsonString(), Does.Contain("\"Kind\""));

    [Test]
    public void Render_Times_AreShownInTheViewersZone() =>
        Assert.That(
            ThreadCard.Render(Thread, CardSamples.Kinds, null).ToString(),
            Does.Contain("{{DATE(2026-11-23T10:00:00Z, SHORT)}} at {{TIME(2026-11-23T10:00:00Z)}}"));

    [Test]
    public void Summary_Urgent_SaysSoFirst() =>
        Assert.That(
            ThreadCard.Summary(Thread with { Request = Thread.Request with { Urgent = true } }),
            Is.EqualTo("Urgent. Sam Sales asks: Presentation for Acme (BR-7K3Q2M)"));

    private static JsonObject Render(RequestThread thread, Mention? notify = null) =>
        JsonNode.Parse(ThreadCard.Render(thread, CardSamples.Kinds, notify).Utf8.Span)!.AsObject();

    private static IEnumerable<string> Inputs(JsonNode? node) => node switch
    {
        JsonObject o when ((string?)o["type"])?.StartsWith("Input.", StringComparison.Ordinal) is true => [(string)o["id"]!],
        JsonObject o => o.SelectMany(property => Inputs(property.Value)),
        JsonArray a => a.SelectMany(Inputs),
        _ => [],
    };

    private static IEnumerable<string> Buttons(RequestThread thread) =>
        (Render(thread)["actions"]?.AsArray() ?? []).Select(button => (string)button!["title"]!);
}
