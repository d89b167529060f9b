using Microsoft.Playwright;

namespace BridgeBot.Tests.Browser;

/// <summary>A headless Chromium, driven by the Node.js that the Playwright package carries.</summary>
internal sealed class TestBrowser : IAsyncDisposable
{
    private readonly IPlaywright playwright;

    private TestBrowser(IPlaywright playwright, IBrowser browser)
    {
        this.playwright = playwright;
        Browser = browser;
    }

    /// <summary>The browser.</summary>
    public IBrowser Browser { get; }

    /// <summary>Launches it. Where there is none, the test is skipped with the reason; under CI=true it fails.</summary>
    public static async Task<TestBrowser> LaunchAsync()
    {
        var executable = BrowserFinder.Find();
        if (executable is null)
        {
            MissingTool.Report($"no Chromium was found; install one, or name its executable in {BrowserFinder.Variable}");
        }

        var playwright = await Playwright.CreateAsync();
        return new TestBrowser(playwright, await playwright.Chromium.LaunchAsync(new()
        {
            ExecutablePath = executable,
            Args =
            [
                "--no-sandbox", "--disable-gpu", "--disable-background-networking", "--disable-component-update",
                "--disable-sync", "--no-first-run",
            ],
        }));
    }

    public async ValueTask DisposeAsync()
    {
        await Browser.DisposeAsync();
        playwright.Dispose();
    }
}
