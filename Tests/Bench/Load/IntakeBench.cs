using System.CommandLine;
using BridgeBot.Bench.Load.Bare;
using BridgeBot.Host.Storage;
using BridgeBot.Tests.EndToEnd;
using BridgeBot.Tests.Storage;

namespace BridgeBot.Bench.Load;

/// <summary><c>intake</c>: durable turns of a rep's dialog, framed and replied to, beside bare transactions of the same bytes.</summary>
internal static class IntakeBench
{
    private const int Rounds = 5;
    private const string Wish = "Why can't we ever get a decent presentation for Acme, they meet us on Friday and the old one is useless!";

    /// <summary>The command.</summary>
    public static Command Create()
    {
        var seconds = new Option<int>("--seconds") { Description = "Length of a round.", DefaultValueFactory = _ => 5 };
        var store = new Option<string>("--store") { Description = "The store.", DefaultValueFactory = _ => "sqlite" };
        store.AcceptOnlyFromAmong("sqlite", "azurite");
        var json = new Option<FileInfo?>("--json") { Description = "Where to write it as JSON." };
        var command = new Command("intake", "Durable turns a second, beside bare transactions of the same bytes.") { seconds, store, json };
        command.SetAction(async (parsed, _) =>
        {
            var length = TimeSpan.FromSeconds(parsed.GetValue(seconds));
            var found = parsed.GetValue(store) == "sqlite" ? await OnSqliteAsync(length) : await OnAzuriteAsync(length);
            await found.ShowAsync(parsed.GetValue(json));
        });
        return command;
    }

    private static async Task<Measurement> OnSqliteAsync(TimeSpan length)
    {
        using var folder = new TemporaryFolder();
        using var bare = new BareSqlite(folder.File("bare.db"));
        return await RunAsync("intake", length, $"--Storage:Path={folder.File("bot.db")}", bare.RateAsync, 0.7);
    }

    private static async Task<Measurement> OnAzuriteAsync(TimeSpan length)
    {
        await using var azurite = await AzuriteServer.StartAsync();
        var (own, other) = (azurite.NewTable(), azurite.NewTable());
        return await RunAsync(
            "intake --store azurite",
            length,
            $"--Storage:Provider={StorageOptions.AzureTable} --Storage:Table={own.Table} --Storage:ConnectionString={own.ConnectionString}",
            new BareTable(other.Open()).RateAsync,
            0.8);
    }

    private static async Task<Measurement> RunAsync(
        string name, TimeSpan length, string settings, Func<TimeSpan, IReadOnlyList<TurnShape>, Task<double>> bare, double goal)
    {
        await using var replies = await ReplyCatcher.StartAsync();
        var shapes = (await TurnShape.RecordAsync(replies, "help", Wish, "cancel")).Skip(1).ToList();
        await using var bot = await ServedProcess.StartAsync(Ports.Free(1)[0], ["--connector", $"{replies.Address}", .. settings.Split(' ')]);
        var run = new LoadRun([bot], replies, replies.Address.ToString(), null);
        await run.EverybodyAsync(new("help", 1));

        // In turn, so that whatever else the machine does meets both alike. The first round warms up.
        List<(Round Bot, double Bare)> rounds = [];
        for (var i = 0; i <= Rounds; i++)
        {
            rounds.Add((await run.TalkAsync(length, round => shapes[(int)(round % 2)].Said), await bare(length, shapes)));
        }

        rounds.RemoveAt(0);
        return Measurement.Of(
            name,
            new("bare transactions", rounds.Select(each => each.Bare).Median(), "a second"),
            new("durable turns, each with its replies", rounds.Select(each => each.Bot.Rate).Median(), "a second"),
            new("turns / bare transactions", rounds.Select(each => each.Bot.Rate / each.Bare).Median(), "", goal, IsLeast: true),
            new("processor time a turn", rounds.Select(each => each.Bot.CpuOfTurn).Median(), "ms"),
            new("bytes of a turn's transaction", shapes.Average(shape => shape.Rows.Sum(row => row.Key.Length + row.Body.Length)), "bytes"),
            new("replies of a turn", shapes.Average(shape => shape.Replies)));
    }
}
