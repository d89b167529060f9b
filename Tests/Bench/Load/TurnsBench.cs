using System.CommandLine;
using BridgeBot.Tests.Channel;
using BridgeBot.Tests.EndToEnd;

namespace BridgeBot.Bench.Load;

/// <summary><c>turns</c>: a message and its reply through the whole path, without a disk, beside the least that a web server does.</summary>
internal static class TurnsBench
{
    private const int Rounds = 5;
    private static readonly Said Help = new("help", 1);

    /// <summary>The command.</summary>
    public static Command Create()
    {
        var seconds = new Option<int>("--seconds") { Description = "Length of a round.", DefaultValueFactory = _ => 5 };
        var minutes = new Option<double>("--minutes") { Description = "How long the memory is watched after that.", DefaultValueFactory = _ => 0 };
        var json = new Option<FileInfo?>("--json") { Description = "Where to write it as JSON." };
        var command = new Command("turns", "Turns a second, beside a bare web server.") { seconds, minutes, json };
        command.SetAction(async (parsed, _) => await (await RunAsync(
            TimeSpan.FromSeconds(parsed.GetValue(seconds)), TimeSpan.FromMinutes(parsed.GetValue(minutes)))).ShowAsync(parsed.GetValue(json)));
        return command;
    }

    private static async Task<Measurement> RunAsync(TimeSpan length, TimeSpan memory)
    {
        await using var replies = await ReplyCatcher.StartAsync();
        await using var keys = await OpenIdServer.StartAsync();
        var ports = Ports.Free(3);
        await using var bare = await ServedProcess.StartAsync(ports[0], "--bare");
        await using var open = await ServedProcess.StartAsync(ports[1], "--connector", $"{replies.Address}");
        await using var bot = await ServedProcess.StartAsync(ports[2], "--connector", $"{replies.Address}", "--metadata", $"{keys.Metadata}");
        LoadRun[] runs =
        [
            new([bare], replies, replies.Address.ToString(), null),
            new([open], replies, replies.Address.ToString(), null),
            new([bot], replies, OpenIdServer.Service, keys.Token()),
        ];
        foreach (var run in runs) await run.EverybodyAsync(Help);

        // In turn, so that whatever else the machine does meets all alike. The first round warms up.
        List<Round[]> rounds = [];
        for (var i = 0; i <= Rounds; i++)
        {
            var round = new Round[runs.Length];
            for (var arm = 0; arm < runs.Length; arm++) round[arm] = await runs[arm].TalkAsync(length, _ => Help);
            rounds.Add(round);
        }

        rounds.RemoveAt(0);
        var curve = await WatchAsync(bot, runs[2], memory);
        return Measurement.Of(
            "turns",
            new("bare web server", rounds.Select(arm => arm[0].Rate).Median(), "a second"),
            new("bot, nobody authenticated", rounds.Select(arm => arm[1].Rate).Median(), "a second"),
            new("bot, everybody authenticated", rounds.Select(arm => arm[2].Rate).Median(), "a second"),
            new("nobody authenticated / bare", rounds.Select(arm => arm[1].Rate / arm[0].Rate).Median(), "", 0.85, IsLeast: true),
            new("everybody authenticated / bare", rounds.Select(arm => arm[2].Rate / arm[0].Rate).Median(), "", 0.75, IsLeast: true),
            new("processor time a turn, bare", rounds.Select(arm => arm[0].CpuOfTurn).Median(), "ms"),
            new("processor time a turn, bot", rounds.Select(arm => arm[2].CpuOfTurn).Median(), "ms"),
            new("processor time, bot / bare", rounds.Select(arm => arm[2].CpuOfTurn / arm[0].CpuOfTurn).Median(), "", 1.35),
            new("memory at the end", curve.Last / 1048576.0, "MiB", 120),
            new($"memory, end / second quarter of {curve.Length.TotalMinutes:0.#} minutes", curve.Last / (double)curve.Warm, "", 1.15));
    }

    private static async Task<Tests.Faults.MemoryCurve> WatchAsync(ServedProcess bot, LoadRun run, TimeSpan length)
    {
        var curve = new Tests.Faults.MemoryCurve();
        var until = DateTimeOffset.UtcNow + (length > TimeSpan.Zero ? length : TimeSpan.FromSeconds(4));
        while (DateTimeOffset.UtcNow < until)
        {
            await run.TalkAsync(TimeSpan.FromSeconds(1), _ => Help);
            curve.Add(DateTimeOffset.UtcNow, bot.Memory);
        }

        return curve;
    }
}
