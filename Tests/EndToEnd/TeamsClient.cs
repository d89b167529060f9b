using BridgeBot.Tests.Browser;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace BridgeBot.Tests.EndToEnd;

/// <summary>
/// What a person sees and does in a local Teams client; the selectors are those of @microsoft/m365agentsplayground 0.2.28.
/// All waiting is Playwright's own.
/// </summary>
internal sealed class TeamsClient
{
    private const float Patience = 20_000; // ms
    private const string ComposeBox = "[role=textbox][contenteditable=true]";

    private readonly IPage page;
    private readonly int port;
    private bool inChannel;

    private TeamsClient(IPage page, int port)
    {
        this.page = page;
        this.port = port;
    }

    /// <summary>Opens a client in a window of its own.</summary>
    public static async Task<TeamsClient> OpenAsync(TestBrowser browser, int port)
    {
        var context = await browser.Browser.NewContextAsync(new()
        {
            ViewportSize = new() { Width = 1400, Height = 1000 },
            Locale = "en-US",
            TimezoneId = "Europe/Berlin",
        });
        context.SetDefaultTimeout(Patience);
        var client = new TeamsClient(await context.NewPageAsync(), port);
        await client.ReloadAsync();
        return client;
    }

    /// <summary>Loads the client anew: its history is empty, and the bot is installed again where a conversation is opened.</summary>
    public async Task ReloadAsync()
    {
        await page.GotoAsync($"http://localhost:{port}/");
        await Button("Hide log panel").ClickAsync(); // it repeats every text
    }

    /// <summary>Opens the chat with the bot.</summary>
    public Task OpenPersonalChatAsync() => OpenConversationAsync("Personal Chat", channel: false);

    /// <summary>Opens a group chat.</summary>
    public Task OpenGroupChatAsync(string name) => OpenConversationAsync(name, channel: false);

    /// <summary>Opens a channel.</summary>
    public Task OpenChannelAsync(string team, string channel) => OpenConversationAsync($"{team} - {channel}", channel: true);

    /// <summary>Types into the open conversation and sends it: a message in a chat, a new post in a channel.</summary>
    public async Task SayAsync(string text)
    {
        await Box.ClickAsync();
        await page.Keyboard.InsertTextAsync(text);
        await SendAsync();
    }

    /// <summary>The same with a mention of the bot in front.</summary>
    public async Task MentionBotAsync(string bot, string text)
    {
        await Box.ClickAsync();
        await page.Keyboard.TypeAsync("@" + bot[..4]);
        await page.Locator("#typeahead-menu [role=menuitem]").Filter(new() { HasText = bot }).ClickAsync();
        await page.Keyboard.InsertTextAsync(" " + text);
        await SendAsync();
    }

    /// <summary>Searches with the message extension, and sends what it found with that title.</summary>
    public async Task ShareAsync(string words, string title)
    {
        await OpenExtensionAsync("Search Command");
        await page.GetByPlaceholder("Enter a search term").FillAsync(words);
        await page.GetByText(title, new() { Exact = true }).Last.ClickAsync();
        await Expect(Box).ToContainTextAsync(title);
        await SendAsync();
        await Expect(Box).Not.ToContainTextAsync(title);
        await Expect(page.GetByText(title, new() { Exact = true }).Last).ToBeVisibleAsync();
    }

    /// <summary>Opens a window of the message extension, fills it in and sends it; the client leaves it open, and empty.</summary>
    public async Task AskAsync(string command, string label, string text, string button)
    {
        await OpenExtensionAsync("Action Command");
        await page.GetByPlaceholder("Input command id or leave blanks").FillAsync(command);
        await Button("Create").ClickAsync();
        var window = page.GetByRole(AriaRole.Dialog);
        await window.GetByLabel(label).ClickAsync();
        await window.GetByLabel(label).FillAsync(text);
        await window.GetByRole(AriaRole.Button, new() { Name = button, Exact = true }).ClickAsync();
        await Expect(window.GetByLabel(label)).ToHaveCountAsync(0);
        await Button("Close").ClickAsync();
    }

    /// <summary>Waits until the bot has said something in the open conversation.</summary>
    public Task SeesAsync(string text) => Expect(Said(text)).ToBeVisibleAsync(new() { Timeout = Patience });

    /// <summary>What the bot said in the open conversation, as far as it is shown now.</summary>
    public async Task<IReadOnlyList<string>> EverythingShownAsync() => await Messages.AllInnerTextsAsync();

    /// <summary>Waits for the newest card that shows all of these texts.</summary>
    public async Task<TeamsCard> CardAsync(params string[] texts)
    {
        var matches = texts.Aggregate(Messages, (found, text) => found.Filter(new() { HasText = text }));
        var newest = inChannel ? matches.First : matches.Last;
        await Expect(newest).ToBeVisibleAsync(new() { Timeout = Patience });
        return new TeamsCard(newest, page);
    }

    /// <summary>Takes a picture of the window.</summary>
    public Task PictureAsync(string file) => page.ScreenshotAsync(new() { Path = file });

    /// <summary>In a chat what the bot said; in a channel each post with its replies, newest first, without the box for a new one.</summary>
    private ILocator Messages => inChannel
        ? page.Locator("[role=group].fui-Card").Filter(new() { HasNot = Button("Post") })
        : page.Locator(".fai-OutputCard");

    private ILocator Box => inChannel ? page.Locator(ComposeBox).First : page.Locator(ComposeBox).Last;

    private ILocator Said(string text)
    {
        var matches = Messages.Filter(new() { HasText = text });
        return inChannel ? matches.First : matches.Last;
    }

    private ILocator Button(string name) => page.GetByRole(AriaRole.Button, new() { Name = name, Exact = true });

    private Task SendAsync() => inChannel ? Button("Post").ClickAsync() : Button("Send Message").Last.ClickAsync();

    private async Task OpenExtensionAsync(string kind)
    {
        await Button("Trigger Message Extension App").Last.ClickAsync();
        await page.GetByRole(AriaRole.Menuitem, new() { Name = kind }).ClickAsync();
    }

    private async Task OpenConversationAsync(string name, bool channel)
    {
        inChannel = channel;
        await page.GetByRole(AriaRole.Treeitem, new() { Name = name, Exact = true }).ClickAsync();
        await Expect(Box).ToBeVisibleAsync(new() { Timeout = Patience });
        await Expect(Button("Post")).ToBeVisibleAsync(new() { Visible = channel, Timeout = Patience });
    }
}
