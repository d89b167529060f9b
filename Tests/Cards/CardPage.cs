using System.Text.Json;
using BridgeBot.Tests.Browser;
using Microsoft.Playwright;

namespace BridgeBot.Tests.Cards;

/// <summary>A page of a headless Chromium in which the official renderer shows cards.</summary>
internal sealed class CardPage : IAsyncDisposable
{
    private const string Styles = """
        body { margin: 0; padding: 12px; background: #F5F5F5; }
        body.dark { background: #141414; color-scheme: dark; }
        #card { border-radius: 6px; overflow: visible; }
        .ac-pushButton { font: 600 13px 'Segoe UI', 'DejaVu Sans Condensed', sans-serif; padding: 6px 14px; border: 1px solid #D1D1D1; border-radius: 4px; background: transparent; color: inherit; margin-bottom: 4px; }
        .ac-pushButton.style-positive { background: #5B5FC7; color: #FFF; border-color: #5B5FC7; }
        body.dark .ac-pushButton { color: #FFF; border-color: #666; }
        .ac-input { font: 14px 'Segoe UI', 'DejaVu Sans Condensed', sans-serif; padding: 6px 8px; border: 1px solid #D1D1D1; border-radius: 4px; box-sizing: border-box; width: 100%; }
        .ac-input.ac-multiline { min-height: 64px; }
        body.dark .ac-input { background: #1F1F1F !important; color: #FFF; border-color: #666; }
        .ac-pushButton.expandable::after { content: '\25BE' !important; font: inherit !important; margin-left: 4px; }
        .ac-actionSet { flex-wrap: wrap !important; }
        body.dark a { color: #A6A7DC; }
        p { margin: 0; }
        #card a { color: #5B5FC7; text-decoration: none; }
        body.dark #card a { color: #7F85F5; }
        """;

    private static readonly string Folder = Path.Combine(Repository.Root, "Tests", "Cards");

    private readonly TestBrowser browser;
    private readonly IPage page;
    private readonly JsonElement config;

    private CardPage(TestBrowser browser, IPage page, JsonElement config)
    {
        this.browser = browser;
        this.page = page;
        this.config = config;
    }

    /// <summary>Opens it; where there is no browser the test is skipped with the reason.</summary>
    public static async Task<CardPage> OpenAsync()
    {
        string[] scripts =
        [
            NpmPackages.File("adaptivecards/dist/adaptivecards.js"),
            NpmPackages.File("markdown-it/dist/markdown-it.js"),
            Path.Combine(Folder, "render-card.js"),
        ];
        var browser = await TestBrowser.LaunchAsync();
        var page = await browser.Browser.NewPageAsync(new() { Locale = "en-GB", TimezoneId = "Europe/Berlin" });
        await page.SetContentAsync("<!doctype html><html><body></body></html>");
        await page.AddStyleTagAsync(new() { Path = NpmPackages.File("adaptivecards/dist/adaptivecards.css") });
        await page.AddStyleTagAsync(new() { Content = Styles });
        foreach (var script in scripts)
        {
            await page.AddScriptTagAsync(new() { Path = script });
        }

        var config = await File.ReadAllTextAsync(Path.Combine(Folder, "host-config.json"));
        return new(browser, page, JsonDocument.Parse(config).RootElement);
    }

    /// <summary>Shows a card.</summary>
    /// <param name="cardJson">The card.</param>
    /// <param name="theme">light or dark.</param>
    /// <param name="width">CSS pixels.</param>
    public async Task<ShownCard> ShowAsync(string cardJson, string theme = "light", int width = 560)
    {
        await page.SetViewportSizeAsync(width + 24, 600);
        var result = await page.EvaluateAsync<JsonElement>(
            "argument => renderCard({ ...argument, card: JSON.parse(argument.card), config: JSON.parse(argument.config) })",
            new { card = cardJson, theme, width, config = config.GetRawText() });
        return result.Deserialize<ShownCard>(JsonSerializerOptions.Web)!;
    }

    /// <summary>Shows columns of cards, each card below its name.</summary>
    /// <param name="columns">The columns.</param>
    /// <param name="width">CSS pixels of a column.</param>
    public async Task<ShownCard> ShowAsync(IReadOnlyList<IReadOnlyList<CardFixture>> columns, int width)
    {
        await page.SetViewportSizeAsync((columns.Count * (width + 16)) + 8, 600);
        var result = await page.EvaluateAsync<JsonElement>(
            "argument => renderSheet({ ...argument, config: JSON.parse(argument.config) })",
            new
            {
                columns = columns.Select(column => column.Select(card => new { name = card.Name, json = card.Json }).ToArray()).ToArray(),
                width,
                config = config.GetRawText(),
            });
        return result.Deserialize<ShownCard>(JsonSerializerOptions.Web)!;
    }

    /// <summary>Shows each of the cards beside the same card with other words.</summary>
    /// <returns>A line for each element that is there because of a text, and for each user text that is not shown as it is.</returns>
    public async Task<IReadOnlyList<string>> CompareAsync(IReadOnlyList<CardFixture> cards)
    {
        var faults = await page.EvaluateAsync<JsonElement>(
            "argument => compareCards({ cards: argument.cards, config: JSON.parse(argument.config) })",
            new { cards = cards.Select(card => new { name = card.Name, json = card.Json }).ToArray(), config = config.GetRawText() });
        return [.. faults.EnumerateArray().Select(fault => fault.GetString()!)];
    }

    /// <summary>Presses a button of the card that is shown; answers with the text that is seen then.</summary>
    public async Task<string> PressAsync(string button)
    {
        await page.GetByRole(AriaRole.Button, new() { Name = button, Exact = true }).ClickAsync();
        return await page.InnerTextAsync("#card");
    }

    /// <summary>Writes a picture of the card that is shown.</summary>
    public Task PictureAsync(string path) => page.ScreenshotAsync(new() { Path = path, FullPage = true });

    public ValueTask DisposeAsync() => browser.DisposeAsync();
}

/// <summary>What the renderer made of a card.</summary>
/// <param name="Text">The text that is seen.</param>
/// <param name="Overflow">Elements that reach beyond the card's sides.</param>
internal sealed record ShownCard(string Text, IReadOnlyList<string> Overflow);
