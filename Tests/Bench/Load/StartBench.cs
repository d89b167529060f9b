using System.CommandLine;
using System.Diagnostics;
using System.Runtime.InteropServices;
using BridgeBot.Tests.Browser;
using BridgeBot.Tests.EndToEnd;
using BridgeBot.Tests.Storage;

namespace BridgeBot.Bench.Load;

/// <summary><c>start</c>: from the start of a process to its first answered turn, beside a bare web server; both as they are published.</summary>
internal static class StartBench
{
    private const int Starts = 9;

    /// <summary>The command.</summary>
    public static Command Create()
    {
        var json = new Option<FileInfo?>("--json") { Description = "Where to write it as JSON." };
        var command = new Command("start", "From the start of the process to its first turn, beside a bare web server.") { json };
        command.SetAction(async (parsed, _) => await (await RunAsync()).ShowAsync(parsed.GetValue(json)));
        return command;
    }

    private static async Task<Measurement> RunAsync()
    {
        using var folder = new TemporaryFolder();
        var program = await PublishAsync(folder);
        await using var replies = await ReplyCatcher.StartAsync();
        List<(double Bare, double Bot)> starts = [];

        // In turn, so that whatever else the machine does meets both alike. The first two fill the caches of the disk.
        for (var i = 0; i <= Starts; i++)
        {
            starts.Add((
                await StartAsync(program, replies, "--bare"),
                await StartAsync(program, replies, "--connector", $"{replies.Address}", $"--Storage:Path={folder.File($"{i}.db")}")));
        }

        starts.RemoveAt(0);
        return Measurement.Of(
            "start",
            new("bare web server", starts.Select(start => start.Bare).Median(), "s"),
            new("bot, on an SQLite file", starts.Select(start => start.Bot).Median(), "s", 0.6),
            new("bot / bare", starts.Select(start => start.Bot / start.Bare).Median(), "", 2));
    }

    /// <summary>This program, compiled ahead of time as what is shipped is.</summary>
    private static async Task<string> PublishAsync(TemporaryFolder folder)
    {
        using var publish = Process.Start(
            "dotnet",
            [
                "publish", Path.Combine(Repository.Root, "Tests", "Bench"), "-c", "Release", "-r", RuntimeInformation.RuntimeIdentifier,
                "--self-contained", "false", "-p:PublishReadyToRun=true", "-o", folder.File("bench"), "-v", "quiet",
            ]);
        await publish.WaitForExitAsync();
        return publish.ExitCode == 0
            ? Path.Combine(folder.File("bench"), Path.GetFileName(Environment.ProcessPath!))
            : throw new InvalidOperationException($"dotnet publish ended with code {publish.ExitCode}");
    }

    /// <summary>Seconds until somebody's message was answered, and their reply was there.</summary>
    private static async Task<double> StartAsync(string program, ReplyCatcher replies, params IReadOnlyList<string> args)
    {
        var port = Ports.Free(1)[0];
        var clock = Stopwatch.StartNew();
        await using var host = await ServedProcess.StartAsync(program, port, args);
        await new LoadRun([host], replies, replies.Address.ToString(), null).SayAsync(0, new("help", 1));
        return clock.Elapsed.TotalSeconds;
    }
}
