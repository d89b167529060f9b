namespace BridgeBot.Tests.Browser;

/// <summary>Finds a Chromium for the tests that look at cards or drive the local Teams clients.</summary>
internal static class BrowserFinder
{
    /// <summary>Names the browser's executable, before any other place is tried.</summary>
    public const string Variable = "BRIDGEBOT_BROWSER";

    private static readonly string[] Names =
        ["chromium", "chromium-browser", "google-chrome", "google-chrome-stable", "chrome", "microsoft-edge", "msedge"];

    private static readonly string[] UsualPlaces =
    [
        "/usr/lib/chromium/chromium",
        "/snap/bin/chromium",
        "/opt/google/chrome/chrome",
        "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
        "/Applications/Chromium.app/Contents/MacOS/Chromium",
        "/Applications/Microsoft Edge.app/Contents/MacOS/Microsoft Edge",
        "%ProgramFiles%/Google/Chrome/Application/chrome.exe",
        "%ProgramFiles(x86)%/Google/Chrome/Application/chrome.exe",
        "%LocalAppData%/Google/Chrome/Application/chrome.exe",
        "%ProgramFiles(x86)%/Microsoft/Edge/Application/msedge.exe",
        "%ProgramFiles%/Microsoft/Edge/Application/msedge.exe",
    ];

    /// <summary>The executable of a browser that is installed on this machine; null if there is none.</summary>
    public static string? Find() => Find(Environment.GetEnvironmentVariable, File.Exists);

    /// <summary>The same for any machine.</summary>
    /// <param name="variable">Reads an environment variable; null if it is not set.</param>
    /// <param name="exists">Whether a file is there.</param>
    internal static string? Find(Func<string, string?> variable, Func<string, bool> exists)
    {
        string?[] named = [variable(Variable), variable("CHROME_PATH")];
        var endings = OperatingSystem.IsWindows() ? ".exe" : "";
        var onPath =
            from folder in (variable("PATH") ?? "").Split(Path.PathSeparator, StringSplitOptions.RemoveEmptyEntries)
            from name in Names
            select Path.Combine(folder, name + endings);
        return named
            .OfType<string>()
            .Concat(onPath)
            .Concat(UsualPlaces.Select(Environment.ExpandEnvironmentVariables))
            .FirstOrDefault(exists);
    }
}
