using System.CommandLine;
using BridgeBot.Host.Storage;
using BridgeBot.Tests.EndToEnd;
using BridgeBot.Tests.Storage;

namespace BridgeBot.Bench.Load;

/// <summary><c>replicas</c>: one, two and four hosts on one table; what everybody says goes to each of them in turn, some of it to two at once.</summary>
internal static class ReplicasBench
{
    /// <summary>Few enough that most turns meet rows that another host wrote a moment ago.</summary>
    private const int People = 200;

    private static readonly TimeSpan Quiet = TimeSpan.FromSeconds(3);

    /// <summary>The command.</summary>
    public static Command Create()
    {
        var seconds = new Option<int>("--seconds") { Description = "Length of each run, and of its warming up.", DefaultValueFactory = _ => 20 };
        var json = new Option<FileInfo?>("--json") { Description = "Where to write it as JSON." };
        var command = new Command("replicas", "One, two and four hosts on one Azurite: turns lost, turns done twice, processor time.") { seconds, json };
        command.SetAction(async (parsed, _) => await (await RunAsync(TimeSpan.FromSeconds(parsed.GetValue(seconds)))).ShowAsync(parsed.GetValue(json)));
        return command;
    }

    private static async Task<Measurement> RunAsync(TimeSpan length)
    {
        await using var azurite = await AzuriteServer.StartAsync();
        List<Figure> figures = [];
        foreach (var count in (int[])[1, 2, 4])
        {
            var (round, twice) = await RunAsync(azurite, count, length);
            var hosts = count == 1 ? "one host" : $"{count} hosts";
            figures.AddRange(
                new Figure($"{hosts}: turns, none of which was lost", round.Turns),
                new Figure($"{hosts}: replies too many", twice, "", 0),
                new Figure($"{hosts}: rate", round.Rate, "a second"),
                new Figure($"{hosts}: processor time a turn", round.CpuOfTurn, "ms"));
        }

        return Measurement.Of("replicas", figures);
    }

    /// <summary>In every fifth round of the crowd each message is delivered twice at once.</summary>
    private static Said Help(long round) => new("help", 1, Times: round % 5 == 0 ? 2 : 1);

    /// <summary>A turn that is lost has no reply, and ends the run with an exception.</summary>
    private static async Task<(Round Round, int Twice)> RunAsync(AzuriteServer azurite, int count, TimeSpan length)
    {
        await using var replies = await ReplyCatcher.StartAsync();
        var table = azurite.NewTable();
        List<ServedProcess> hosts = [];
        try
        {
            foreach (var port in Ports.Free(count))
            {
                hosts.Add(await ServedProcess.StartAsync(
                    port,
                    "--connector", $"{replies.Address}",
                    $"--Storage:Provider={StorageOptions.AzureTable}", $"--Storage:Table={table.Table}", $"--Storage:ConnectionString={table.ConnectionString}"));
            }

            var run = new LoadRun(hosts, replies, replies.Address.ToString(), null, People);
            await run.EverybodyAsync(new("help", 1));
            await run.TalkAsync(length, Help); // until what is run often is compiled
            var before = replies.Count;
            var round = await run.TalkAsync(length, Help);
            await Task.Delay(Quiet);
            return (round, replies.Count - before - round.Turns);
        }
        finally
        {
            foreach (var host in hosts) await host.DisposeAsync();
        }
    }
}
