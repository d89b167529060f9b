using System.Globalization;
using BridgeBot.Host;
using BridgeBot.Host.Channel;
using BridgeBot.Host.Storage;
using BridgeBot.Tests.EndToEnd;
using Microsoft.Extensions.DependencyInjection;

namespace BridgeBot.Bench.Load;

/// <summary>What a real turn commits and says, to compare it with bare transactions of the same bytes.</summary>
/// <param name="Text">What was typed.</param>
/// <param name="Replies">How many messages came back.</param>
/// <param name="Rows">The keys and bodies of its one transaction.</param>
internal sealed record TurnShape(string Text, int Replies, IReadOnlyList<(string Key, string Body)> Rows)
{
    private static readonly TimeSpan Quiet = TimeSpan.FromSeconds(1);

    public Said Said => new(Text, Replies);

    /// <summary>The same transaction once more, under keys of its own.</summary>
    public IReadOnlyList<Write> Writes(long number) =>
        [.. Rows.Select(row => new Insert(string.Create(CultureInfo.InvariantCulture, $"{row.Key}{number:D12}"), row.Body))];

    /// <summary>Lets somebody type these texts, one after the other, to a bot in this process.</summary>
    public static async Task<IReadOnlyList<TurnShape>> RecordAsync(ReplyCatcher replies, params IReadOnlyList<string> texts)
    {
        var store = new RecordingStore();
        var port = Ports.Free(1)[0];
        await using var bot = BotHost.Build(
            ["--urls", $"http://127.0.0.1:{port}", "--environment", "Development", "--Playground:Enabled=false", "--Logging:LogLevel:Default=Warning"],
            null,
            parts => parts.AddSingleton<IStore>(store).AddSingleton(new Connector(Towards.Client(replies.Address), null, TimeProvider.System)));
        await bot.StartAsync();
        List<TurnShape> shapes = [];
        using var http = new HttpClient();
        foreach (var text in texts)
        {
            store.Commits.Clear();
            var before = replies.Count;
            using var body = new ByteArrayContent(Crowd.Message(0, 1_000_000 + shapes.Count, replies.Address.ToString(), text))
            {
                Headers = { ContentType = new("application/json") },
            };
            (await http.PostAsync(new Uri($"http://127.0.0.1:{port}/api/messages"), body)).EnsureSuccessStatusCode();
            for (var last = -1; last != replies.Count; await Task.Delay(Quiet)) last = replies.Count;
            var turn = store.Commits.First(commit => commit.Writes.Any(write => write.Key.StartsWith("seen|", StringComparison.Ordinal)));
            shapes.Add(new(text, replies.Count - before, [.. turn.Writes.Select(write => (write.Key, BodyOf(write)))]));
        }

        await bot.StopAsync();
        return shapes;
    }

    private static string BodyOf(Write write) => write switch { Insert w => w.Body, Replace w => w.Body, Upsert w => w.Body, _ => "" };
}
