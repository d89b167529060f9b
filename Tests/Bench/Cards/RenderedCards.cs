using BenchmarkDotNet.Attributes;
using BridgeBot.Cards;
using BridgeBot.Tests.Cards;

namespace BridgeBot.Bench.Cards;

/// <summary>The benchmark: a card with ordinary texts, of view data that is there.</summary>
public class RenderedCards
{
    private static readonly IReadOnlyList<(string Name, Func<RenderedCard> Render)> All = CardFixture.Makers(CardTexts.Normal);

    private Func<RenderedCard> _render = null!;

    /// <summary>What the names of the cards to render have in them.</summary>
    public static string Only { get; set; } = "";

    public static IEnumerable<string> Names => All.Select(card => card.Name).Where(name => name.Contains(Only, StringComparison.Ordinal));

    /// <summary>The card's name.</summary>
    [ParamsSource(nameof(Names))]
    public string Card { get; set; } = "";

    [GlobalSetup]
    public void Find() => _render = All.Single(card => card.Name == Card).Render;

    [Benchmark]
    public RenderedCard Render() => _render();
}
