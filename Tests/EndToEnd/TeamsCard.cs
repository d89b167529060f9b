using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace BridgeBot.Tests.EndToEnd;

/// <summary>A card in a local Teams client; in a channel with the replies below it. It is looked up again at each step.</summary>
internal sealed class TeamsCard(ILocator card, IPage page)
{
    /// <summary>Waits until a text is on it.</summary>
    public Task ShowsAsync(string text) => Expect(card).ToContainTextAsync(text, new() { Timeout = 20_000 });

    /// <summary>Waits until a button is on it, or until it is not.</summary>
    public Task OffersAsync(string button, bool offered = true) =>
        Expect(Button(button)).ToHaveCountAsync(offered ? 1 : 0, new() { Timeout = 20_000 });

    /// <summary>Presses a button.</summary>
    public Task PressAsync(string button) => Button(button).ClickAsync();

    /// <summary>Fills in an input.</summary>
    public async Task FillAsync(string label, string text)
    {
        var input = card.GetByLabel(label);
        await input.ClickAsync(); // without it, the client leaves the value out of what it sends
        await input.FillAsync(text);
    }

    /// <summary>Chooses from a list.</summary>
    public async Task ChooseAsync(string label, string choice)
    {
        await card.GetByRole(AriaRole.Combobox, new() { Name = label }).ClickAsync();
        await page.GetByRole(AriaRole.Option, new() { Name = choice, Exact = true }).ClickAsync();
    }

    /// <summary>Writes a reply below it, with a mention of the bot in front.</summary>
    public async Task ReplyAsync(string bot, string text)
    {
        await card.Locator("[role=textbox][contenteditable=true]").ClickAsync();
        await page.Keyboard.TypeAsync("@" + bot[..4]);
        await page.Locator("#typeahead-menu [role=menuitem]").Filter(new() { HasText = bot }).ClickAsync();
        await page.Keyboard.InsertTextAsync(" " + text);
        await Button("Send Message").ClickAsync();
    }

    /// <summary>Brings it to the top of the screen.</summary>
    public Task ScrollToAsync() => card.EvaluateAsync("card => card.scrollIntoView({ block: 'start' })");

    /// <summary>Everything that is written on it.</summary>
    public Task<string> TextAsync() => card.InnerTextAsync();

    private ILocator Button(string name) => card.GetByRole(AriaRole.Button, new() { Name = name, Exact = true });
}
