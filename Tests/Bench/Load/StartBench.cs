using System.CommandLine;
using System.Diagnostics;
using BridgeBot.Tests.EndToEnd;

namespace BridgeBot.Bench.Load;

/// <summary><c>start</c>: from the start of a process to its first answered turn, beside a bare web server.</summary>
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
        await using var replies = await ReplyCatcher.StartAsync();
        List<(double Bare, double Bot)> starts = [];

        // In turn, so that whatever else the machine does meets both alike. The first two fill the caches of the disk.
        for (var i = 0; i <= Starts; i++)
        {
            starts.Add((await StartAsync(replies, "--bare"), await StartAsync(replies, "--connector", $"{replies.Address}")));
        }

        starts.RemoveAt(0);
        return Measurement.Of(
            "start",
            new("bare web server", starts.Select(start => start.Bare).Median(), "s"),
            new("bot", starts.Select(start => start.Bot).Median(), "s", 0.6),
            new("bot / bare", starts.Select(start => start.Bot / start.Bare).Median(), "", 2));
    }

    /// <summary>Seconds until somebody's message was answered, and their reply was there.</summary>
    private static async Task<double> StartAsync(ReplyCatcher replies, params IReadOnlyList<string> args)
    {
        var port = Ports.Free(1)[0];
        var clock = Stopwatch.StartNew();
        await using var host = await ServedProcess.StartAsync(port, args);
        await new LoadRun([host], replies, replies.Address.ToString(), null).SayAsync(0, new("help", 1));
        return clock.Elapsed.TotalSeconds;
    }
}
