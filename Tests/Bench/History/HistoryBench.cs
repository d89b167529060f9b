using System.CommandLine;
using BridgeBot.Bench.Load;
using BridgeBot.Host.Storage;
using BridgeBot.Tests.Storage;

namespace BridgeBot.Bench.History;

/// <summary><c>history</c>: what people wait for, with few requests behind it and with many, the last two weeks being the same.</summary>
internal static class HistoryBench
{
    private const double Goal = 1.2;

    /// <summary>What is asked in personal chats is asked by so many reps in a round: only in a channel is there a limit.</summary>
    private const int Chats = 2;
    private const string Wish = "Why can't we ever get a decent presentation for Acme, they meet us on Friday and the old one is useless!";

    /// <summary>What is not there has to be looked for, up to a limit that a thousand requests do not reach: it has no goal.</summary>
    private static readonly Question Absent = new("find what is not there", "find english german", InChannel: true);

    /// <summary>Teams takes 60 posts in half a minute in one channel, and the bot keeps to that; a round has three.</summary>
    private static readonly TimeSpan LengthOfRound = TimeSpan.FromSeconds(1.6);

    /// <summary>The command.</summary>
    public static Command Create()
    {
        var threads = new Option<int[]>("--threads")
        {
            Description = "How many requests are stored, 1,000 or more; several numbers are compared with the least.",
            DefaultValueFactory = _ => [1_000, 100_000, 1_000_000],
            AllowMultipleArgumentsPerToken = true,
        };
        var store = new Option<string>("--store") { Description = "The store.", DefaultValueFactory = _ => "sqlite" };
        store.AcceptOnlyFromAmong("sqlite", "azurite");
        var json = new Option<FileInfo?>("--json") { Description = "Where to write it as JSON." };
        var command = new Command("history", "What people wait for, with few requests behind it and with many.") { threads, store, json };
        command.SetAction(async (parsed, _) =>
        {
            int[] sizes = [.. parsed.GetValue(threads)!.Order()];
            var found = parsed.GetValue(store) == "sqlite" ? await OnSqliteAsync(sizes) : await OnAzuriteAsync(sizes);
            await found.ShowAsync(parsed.GetValue(json));
        });
        return command;
    }

    private static async Task<Measurement> OnSqliteAsync(IReadOnlyList<int> sizes)
    {
        using var folder = new TemporaryFolder();
        return await RunAsync("history", sizes, size => new() { Path = folder.File($"{size}.db") }, 31, Absent);
    }

    /// <summary>Azurite looks through a whole table for a range, so each time is put beside that of bare reads of the same rows, and what takes
    /// it many ranges is left out.</summary>
    private static async Task<Measurement> OnAzuriteAsync(IReadOnlyList<int> sizes)
    {
        await using var azurite = await AzuriteServer.StartAsync();
        return await RunAsync("history --store azurite", sizes, _ => azurite.NewTable(), 7);
    }

    private static async Task<Measurement> RunAsync(string name, IReadOnlyList<int> sizes, Func<int, StorageOptions> store, int rounds, params Question[] more)
    {
        await using var replies = await ReplyCatcher.StartAsync();
        var wish = (await TurnShape.RecordAsync(replies, "help", Wish))[1];
        Question[] questions =
        [
            new("a turn", wish.Text, wish.Replies, IsTakenBack: true),
            new("status", "status"),
            new("find", "find packaging brochure", InChannel: true),
            new("digest", "digest now", InChannel: true),
            .. more,
        ];
        List<AgedBot> bots = [];
        try
        {
            foreach (var size in sizes) bots.Add(await AgedBot.StartAsync(size, replies, store(size), questions));
            return Measurement.Of(name, Figures(bots, await RoundsAsync(rounds, questions, bots)));
        }
        finally
        {
            foreach (var bot in bots) await bot.DisposeAsync();
        }
    }

    /// <summary>All of them are asked the same in turn, another one first each time, so that whatever else the machine does meets all alike. The
    /// first round warms up.</summary>
    /// <returns>By the question, and then by the bot, what each time of asking took.</returns>
    private static async Task<IReadOnlyDictionary<Question, IReadOnlyList<Time[]>>> RoundsAsync(
        int rounds, IReadOnlyList<Question> questions, IReadOnlyList<AgedBot> bots)
    {
        var times = questions.ToDictionary(question => question, _ => new List<Time[]>());
        for (var round = 0; round <= rounds; round++)
        {
            var ends = Task.Delay(LengthOfRound);
            foreach (var question in questions)
            {
                for (var i = 0; i < (question.InChannel ? 1 : Chats); i++)
                {
                    var asked = new Time[bots.Count];
                    for (var turn = 0; turn < bots.Count; turn++)
                    {
                        var bot = (round + i + turn) % bots.Count;
                        asked[bot] = await bots[bot].AskAsync(question, (round * Chats) + i);
                    }

                    if (round > 0) times[question].Add(asked);
                }
            }

            await ends;
        }

        return times.ToDictionary(each => each.Key, each => (IReadOnlyList<Time[]>)each.Value);
    }

    private static IReadOnlyList<Figure> Figures(IReadOnlyList<AgedBot> bots, IReadOnlyDictionary<Question, IReadOnlyList<Time[]>> times)
    {
        List<Figure> figures = [];
        foreach (var (question, asked) in times)
        {
            var isBare = asked[0][0].Bare > 0;
            for (var bot = 0; bot < bots.Count; bot++)
            {
                var (here, of) = (bot, FormattableString.Invariant($"{question.Name}, {bots[bot].Threads:n0} requests"));
                figures.Add(new(of, asked.Select(time => time[here].Took).Median(), "ms"));
                if (isBare) figures.Add(new($"{of} / bare reads", asked.Select(time => time[here].Measured).Median()));
                if (here == 0) continue;
                figures.Add(new(
                    FormattableString.Invariant($"{of} / {bots[0].Threads:n0}"),
                    asked.Select(time => time[here].Measured / time[0].Measured).Median(),
                    "",
                    question == Absent ? null : Goal));
            }
        }

        figures.AddRange(bots.Select(bot => new Figure(FormattableString.Invariant($"memory, {bot.Threads:n0} requests"), bot.Memory / 1048576.0, "MiB")));
        figures.AddRange(bots.Skip(1).Select(bot => new Figure(
            FormattableString.Invariant($"memory, {bot.Threads:n0} requests / {bots[0].Threads:n0}"), bot.Memory / (double)bots[0].Memory, "", Goal)));
        return figures;
    }
}
