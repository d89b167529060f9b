using System.Diagnostics;
using BridgeBot.Tests.Storage;

namespace BridgeBot.Tests.Commands;

/// <summary>The program as a user starts it, in a process of its own.</summary>
internal static class BotProgram
{
    /// <summary>Runs it to its end: its exit code, the lines of its standard output, and those of its standard error.</summary>
    public static Task<(int Code, string[] Output, string[] Errors)> RunAsync(params string[] arguments) =>
        RunFromAsync(AppContext.BaseDirectory, Environment.CurrentDirectory, arguments);

    /// <summary>The same of a program that lies in that folder, started in another one.</summary>
    public static async Task<(int Code, string[] Output, string[] Errors)> RunFromAsync(string programFolder, string startedIn, params string[] arguments)
    {
        using var folder = new TemporaryFolder();
        var program = Path.Combine(programFolder, "BridgeBot.dll");
        var start = new ProcessStartInfo("dotnet", [program, .. arguments.Where(argument => argument.Length > 0)])
        {
            WorkingDirectory = startedIn,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            Environment =
            {
                ["ASPNETCORE_ENVIRONMENT"] = "Development", ["Storage__Path"] = folder.File("bot.db"), ["Playground__Enabled"] = "false",
            },
        };
        using var process = Process.Start(start)!;
        using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(60));
        try
        {
            var printed = await Task.WhenAll(
                process.StandardOutput.ReadToEndAsync(patience.Token), process.StandardError.ReadToEndAsync(patience.Token));
            await process.WaitForExitAsync(patience.Token);
            return (process.ExitCode, Lines(printed[0]), Lines(printed[1]));
        }
        finally
        {
            process.Kill();
        }
    }

    private static string[] Lines(string text) => text.Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
}
