using System.Diagnostics;
using System.Globalization;
using System.Text;
using BridgeBot.Tests.Browser;

namespace BridgeBot.Tests.EndToEnd;

/// <summary>The bot as a user starts it: a process of its own, an SQLite file, and the two local Teams clients.</summary>
internal sealed class RunningBot : IAsyncDisposable
{
    private const string Ready = "Two local Teams clients are ready";
    private const string NoClients = "No local Teams clients: ";
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(2); // the first start installs the clients from npm

    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("bridgebot-");
    private readonly int[] ports = Ports.Free(3);
    private readonly StringBuilder log = new();
    private Process? process;

    /// <summary>Port of the sales rep's client.</summary>
    public int RepPort => ports[1];

    /// <summary>Port of the marketer's client.</summary>
    public int MarketerPort => ports[2];

    /// <summary>Everything that the bot has printed.</summary>
    public string Log
    {
        get
        {
            lock (log)
            {
                return log.ToString();
            }
        }
    }

    /// <summary>Starts it and waits for both clients. Without Node.js the test is skipped with the reason.</summary>
    public static async Task<RunningBot> StartAsync()
    {
        var bot = new RunningBot();
        try
        {
            await bot.StartProcessAsync();
            return bot;
        }
        catch
        {
            await bot.DisposeAsync();
            throw;
        }
    }

    /// <summary>Kills the bot, as a crash does, and starts it again on the same file and ports.</summary>
    public async Task CrashAndRestartAsync()
    {
        await KillAsync();
        await StartProcessAsync();
    }

    public async ValueTask DisposeAsync()
    {
        await KillAsync();
        folder.Delete(recursive: true);
        await TestContext.Out.WriteLineAsync(Log);
    }

    private async Task StartProcessAsync()
    {
        var ready = new TaskCompletionSource<string>(TaskCreationOptions.RunContinuationsAsynchronously);
        process = new Process { StartInfo = StartInfo(), EnableRaisingEvents = true };
        process.OutputDataReceived += (_, line) => Printed(line.Data, ready);
        process.ErrorDataReceived += (_, line) => Printed(line.Data, ready);
        process.Exited += (_, _) => ready.TrySetResult("the bot ended");
        process.Start();
        process.BeginOutputReadLine();
        process.BeginErrorReadLine();

        var line = await ready.Task.WaitAsync(Patience);
        if (line.Contains("Node.js", StringComparison.Ordinal))
        {
            MissingTool.Report(line);
        }

        Assert.That(line, Does.Contain(Ready), Log);
    }

    private ProcessStartInfo StartInfo()
    {
        var program = Path.Combine(AppContext.BaseDirectory, "BridgeBot.dll");
        return new ProcessStartInfo("dotnet", [program, "serve"])
        {
            WorkingDirectory = AppContext.BaseDirectory,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            Environment =
            {
                ["ASPNETCORE_ENVIRONMENT"] = "Development",
                ["ASPNETCORE_URLS"] = $"http://127.0.0.1:{ports[0]}",
                ["Storage__Path"] = Path.Combine(folder.FullName, "bridgebot.db"),
                ["Playground__RepPort"] = RepPort.ToString(CultureInfo.InvariantCulture),
                ["Playground__MarketerPort"] = MarketerPort.ToString(CultureInfo.InvariantCulture),
            },
        };
    }

    private void Printed(string? line, TaskCompletionSource<string> ready)
    {
        if (line is null)
        {
            return;
        }

        lock (log)
        {
            log.AppendLine(line);
        }

        if (line.Contains(Ready, StringComparison.Ordinal) || line.Contains(NoClients, StringComparison.Ordinal))
        {
            ready.TrySetResult(line.Trim());
        }
    }

    /// <summary>Kills the bot alone: that its clients end with it is part of what is tested.</summary>
    private async Task KillAsync()
    {
        if (process is null)
        {
            return;
        }

        process.Kill();
        await process.WaitForExitAsync();
        process.Dispose();
        process = null;
        using var timeout = new CancellationTokenSource(TimeSpan.FromSeconds(20));
        using var ticks = new PeriodicTimer(TimeSpan.FromMilliseconds(50));
        while (!ports.All(Ports.IsClosed))
        {
            await ticks.WaitForNextTickAsync(timeout.Token);
        }
    }
}
