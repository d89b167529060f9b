using System.Reflection;
using System.Text.Json;
using System.Text.Json.Nodes;
using BridgeBot.Cards;
using BridgeBot.Tests.Browser;

namespace BridgeBot.Tests.Cards;

/// <summary>
/// What somebody typed stays text, in every card and message: by the rules of <see cref="InertRules"/>, and as the official renderer, with markdown
/// on, shows it.
/// </summary>
public sealed class HostileTextTests : CardPageTests
{
    private const string Link = """{"type":"AdaptiveCard","version":"1.5","body":[{"type":"TextBlock","text":"[win](https://evil.example)"}]}""";
    private const string Date = """{"type":"AdaptiveCard","version":"1.5","body":[{"type":"RichTextBlock","inlines":[{"type":"TextRun","text":"{{DATE(2031-01-01T00:00:00Z)}}"}]}]}""";
    private const string Image = """{"type":"AdaptiveCard","version":"1.5","body":[],"actions":[{"type":"Action.ShowCard","title":"x","card":{"type":"AdaptiveCard","body":[{"type":"TextBlock","text":"![x](https://evil.example/x.png)"}]}}]}""";

    /// <summary>Every method of a card's or the messages' that makes a text of what it is given.</summary>
    private static readonly MethodInfo[] Makers =
    [
        .. from type in typeof(Messages).Assembly.GetExportedTypes()
           where type.Name.EndsWith("Card", StringComparison.Ordinal) || type == typeof(Messages)
           from method in type.GetMethods(BindingFlags.Public | BindingFlags.Static | BindingFlags.DeclaredOnly)
           where (method.ReturnType == typeof(string) || method.ReturnType == typeof(RenderedCard)) && !method.IsSpecialName && method.GetParameters().Length > 0
           select method,
    ];

    private static IEnumerable<string> Hostile() => HostileTexts.All.Keys;

    [Test]
    public void Texts_AreAHundredOrMore() => Assert.That(HostileTexts.All, Has.Count.GreaterThanOrEqualTo(100));

    /// <summary>Found by reflection: a new card or message is in it by itself.</summary>
    [TestCaseSource(nameof(Hostile))]
    public void Make_EveryCardAndMessageOfAHostileText_HoldsNothingButText(string what)
    {
        var data = new ViewData(CardTexts.Same(HostileTexts.All[what]));
        var faults =
            from maker in Makers
            from made in data.TextsOf(maker)
            from fault in CardOf(made) is { } card ? InertRules.FaultsOf(card) : InertRules.FaultsOf(made)
            select $"{maker.DeclaringType!.Name}.{maker.Name}: {fault}";
        Assert.That(faults, Is.Empty);
    }

    [TestCaseSource(nameof(Hostile))]
    public async Task Show_EveryCardOfAHostileText_IsTextAsTypedInElementsOfOurs(string what) =>
        Assert.That(await Page.CompareAsync(Cards(HostileTexts.All[what])), Is.Empty);

    /// <summary>The pictures, the parser and the renderer see the cards of <see cref="CardFixture"/>: none is missing there.</summary>
    [Test]
    public void Fixtures_OfEveryCard_AreThere()
    {
        var source = string.Concat(new[] { "CardFixture.cs", "CardSamples.cs" }.Select(file => File.ReadAllText(Path.Combine(Repository.Root, "Tests", "Cards", file))));
        var data = new ViewData(CardTexts.Normal);
        var cards = Makers.Where(maker => maker.DeclaringType != typeof(StepCard)) // it shows one of the others
            .Where(maker => data.TextsOf(maker).Any(made => CardOf(made) is not null)).ToList();
        Assert.That(cards, Has.Count.GreaterThan(15));
        Assert.That(cards.Select(maker => $"{maker.DeclaringType!.Name}.{maker.Name}(").Where(call => !source.Contains(call, StringComparison.Ordinal)), Is.Empty);
    }

    [TestCase(Link)]
    [TestCase(Date)]
    [TestCase(Image)]
    public async Task Show_WhatIsNotInert_IsFound(string card) =>
        Assert.That(await Page.CompareAsync([new("x", card)]), Is.Not.Empty, "this harness would not see it");

    [TestCase("<at>Maria</at>")]
    [TestCase("{{DATE(2031-01-01T00:00:00Z)}}")]
    [TestCase("a\u202Eb")]
    [TestCase("a\u200Db")]
    public void FaultsOf_WhatIsNotInert_AreFound(string text) => Assert.That(InertRules.FaultsOf(text), Is.Not.Empty);

    private static IReadOnlyList<CardFixture> Cards(string text)
    {
        var texts = CardTexts.Same(text);

        // A card with a real mention beside what was typed, which may be the same.
        var mention = ThreadCard.Render(CardSamples.Thread(texts), CardSamples.Kinds, new Mention("29:maria", "Maria"));
        return [.. CardFixture.Of("x", texts), new("thread-mention", $"{mention}")];
    }

    private static JsonObject? CardOf(string made)
    {
        try
        {
            return JsonNode.Parse(made) is JsonObject card && (string?)card["type"] == "AdaptiveCard" ? card : null;
        }
        catch (JsonException)
        {
            return null;
        }
    }
}
