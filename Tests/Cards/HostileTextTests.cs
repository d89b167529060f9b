using BridgeBot.Cards;

namespace BridgeBot.Tests.Cards;

/// <summary>The official renderer, with markdown on, makes nothing of user text but text.</summary>
public sealed class HostileTextTests : CardPageTests
{
    [Test]
    public async Task Show_HostileText_MakesNoElementThatWeDidNot(
        [Values("thread-submitted", "thread-question", "thread-declined", "preview-positive", "understood", "status", "digest", "question",
            "settled", "pointer", "answer-preview", "history", "history-end", "remark", "reply-preview", "thread-approvals", "list-open", "list-board", "list-find", "reminder", "shared", "shared-listed", "ask-elsewhere")] string card,
        [ValueSource(nameof(Hostile))] string text)
    {
        var harmless = await Page.ShowAsync(Card(card, "harmless"));

        var shown = await Page.ShowAsync(Card(card, text));

        Assert.That(shown.Tree, Is.EqualTo(harmless.Tree));
    }

    [TestCaseSource(nameof(Hostile))]
    public async Task Show_HostileText_IsShownAsTyped(string text)
    {
        var shown = await Page.ShowAsync(Card("settled", text));

        Assert.That(shown.Text.ReplaceLineEndings("\n"), Does.Contain(Inert.Of(text).Value));
    }

    [Test]
    public async Task Show_MarkdownOfOurs_WouldBecomeALink()
    {
        const string Json = """{"type":"AdaptiveCard","version":"1.5","body":[{"type":"TextBlock","text":"[win](https://evil.example)"}]}""";

        Assert.That((await Page.ShowAsync(Json)).Active, Is.Not.Empty, "this harness would not see a link");
    }

    private static string Card(string card, string text) =>
        CardFixture.Of("x", CardTexts.Same(text)).Single(fixture => fixture.Name == $"{card}-x").Json;

    private static IEnumerable<string> Hostile() =>
    [
        "[click me](https://evil.example)",
        "![image](https://evil.example/x.png)",
        "**bold** _it_ `code`",
        "# heading",
        "- one\n- two",
        "<img src=x onerror=alert(1)>",
        "<script>alert(1)</script>",
        "<at>Maria</at>",
        "{{DATE(2026-11-23T10:00:00Z, SHORT)}}",
        "{{TIME(2026-11-23T10:00:00Z)}}",
        "{\u200b{DATE(2026-11-23T10:00:00Z)}}",
        "\\[x\\](y)",
        "https://evil.example",
        "\"quotes\" and \\ backslashes",
    ];
}
