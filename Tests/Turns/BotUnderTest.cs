using System.Net.Http.Json;
using System.Text.Json;
using System.Text.Json.Nodes;
using BridgeBot.Host;
using BridgeBot.Host.Storage;
using BridgeBot.Host.Turns;
using BridgeBot.Tests.Storage;
using Microsoft.AspNetCore.Builder;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Time.Testing;

namespace BridgeBot.Tests.Turns;

/// <summary>The whole bot as it is started by the user, on a store of its own, with <see cref="TeamsServer"/> as its Teams.</summary>
internal sealed class BotUnderTest : IAsyncDisposable
{
    private static readonly HttpClient Http = new() { Timeout = TimeSpan.FromSeconds(60) };

    private readonly TemporaryFolder _folder = new();
    private readonly TimeProvider? _clock;
    private readonly string[] _switches;
    private readonly TeamsActivities _activities;
    private readonly LogWatch _log = new();
    private WebApplication? _bot;

    private BotUnderTest(TeamsServer teams, TimeProvider? clock, string[] switches) =>
        (Teams, _clock, _switches, _activities) = (teams, clock, switches, new(teams.Address));

    public TeamsServer Teams { get; }

    public IStore Store => _bot!.Services.GetRequiredService<IStore>();

    public string StoreFile => _folder.File("bot.db");

    public IServiceProvider Services => _bot!.Services;

    /// <summary>What the bot has logged, at every level.</summary>
    public LogWatch Log => _log;

    public string Address => _bot!.Urls.First();

    /// <summary>Lets the bot's time pass until a request of that kind comes.</summary>
    public async Task<Sent> ExpectLaterAsync(Predicate<Sent> request, TimeSpan? step = null)
    {
        for (var steps = 0; ; steps++)
        {
            try
            {
                return await Teams.ExpectAsync(request, TimeSpan.FromMilliseconds(20));
            }
            catch (TimeoutException) when (steps < 1_000)
            {
                // A jump over days must not overtake what is on its way.
                if (step >= TimeSpan.FromDays(1)) await SettledLaterAsync();
                ((FakeTimeProvider)_clock!).Advance(step ?? TimeSpan.FromSeconds(1));
            }
        }
    }

    /// <summary>Lets seconds of the bot's time pass until nothing is due.</summary>
    public Task SettledLaterAsync() => StoredStory.UntilAsync(() =>
    {
        ((FakeTimeProvider)_clock!).Advance(TimeSpan.FromSeconds(1));
        return this.IsSettledAsync();
    });

    public static async Task<BotUnderTest> StartAsync(TimeProvider? clock = null, params string[] switches)
    {
        var bot = new BotUnderTest(await TeamsServer.StartAsync(clock ?? TimeProvider.System), clock, switches);
        await bot.StartAgainAsync();
        return bot;
    }

    /// <summary>Ends the host.</summary>
    /// <param name="patience">How long what is under way may take; null: it is cut off.</param>
    public async Task StopAsync(TimeSpan? patience = null)
    {
        using var now = new CancellationTokenSource(patience ?? TimeSpan.FromMilliseconds(100));
        await _bot!.StopAsync(now.Token);
        await _bot.DisposeAsync();
        _bot = null;
    }

    /// <summary>Starts a host on the same file.</summary>
    public async Task StartAgainAsync() => _bot = await StartHostAsync();

    /// <summary>Starts another host on the same store, which must not be a file; whoever calls it ends it.</summary>
    public async Task<IAsyncDisposable> StartBesideAsync() => await StartHostAsync();

    /// <summary>Another host's turns, on the same store or one between.</summary>
    public TurnRunner RunnerOn(IStore store, TimeProvider clock, TurnSettings? configured = null)
    {
        var settings = configured ?? Services.GetRequiredService<TurnSettings>();
        return new(
            store,
            Services.GetRequiredService<People>(),
            new TurnCommit(store, Services.GetRequiredService<WakeUps>(), settings, new(), clock),
            settings,
            Services.GetRequiredService<AnswerRenderer>(),
            clock,
            NullLogger<TurnRunner>.Instance);
    }

    private async Task<WebApplication> StartHostAsync()
    {
        var bot = BotHost.Build(
            [
                "--urls", "http://127.0.0.1:0", "--environment", "Development", $"--Storage:Path={StoreFile}",
                "--Playground:Enabled=false", "--Logging:LogLevel:Default=None", "--Logging:LogLevel:Microsoft.AspNetCore=None",
                // Once a year: a test that is about the digest says when it comes.
                "--Digest:Schedule=17 3 20 * *", $"--Logging:{LogWatch.Alias}:LogLevel:Default=Debug", .. _switches,
            ],
            _clock);
        bot.Services.GetRequiredService<ILoggerFactory>().AddProvider(_log);
        await bot.StartAsync();
        return bot;
    }

    /// <summary>Every row of the store, as it lies in the file.</summary>
    public IReadOnlyList<(string Partition, string Key, string Body)> StoredRows()
    {
        using var connection = SqliteFile.Connect(StoreFile, SqliteOpenMode.ReadOnly);
        using var command = connection.CreateCommand();
        command.CommandText = "SELECT partition, key, body FROM rows ORDER BY partition, key";
        using var reader = command.ExecuteReader();
        List<(string, string, string)> rows = [];
        while (reader.Read()) rows.Add((reader.GetString(0), reader.GetString(1), reader.GetString(2)));
        return rows;
    }

    public Task InstallAsync(Someone who, Place where) => PostAsync(_activities.Installation(who, where, "add"));

    public Task RemoveAsync(Someone who, Place where) => PostAsync(_activities.Installation(who, where, "remove"));

    public Task SayAsync(Someone who, string text) => PostAsync(Message(who, who.Chat, text));

    public Task MentionAsync(Someone who, Place where, string text) => PostAsync(Message(who, where, text));

    /// <summary>Writes without a mention, where the app may read every message.</summary>
    public Task SayAsideAsync(Someone who, Place where, string text) => PostAsync(_activities.Aside(who, where, _log.Private(text)));

    /// <summary>Presses a button with Action.Execute.</summary>
    public Task<Answer> ClickAsync(
        Someone who, Place where, Button button, string? card = null, params (string Id, string Value)[] inputs) =>
        SendClickAsync(Click(who, where, button, card, inputs));

    /// <summary>Presses a button in an older client: a message that carries the data.</summary>
    public Task SubmitAsync(Someone who, Place where, Button button, string? card = null, params (string Id, string Value)[] inputs) =>
        PostAsync(_activities.Submit(who, where, button, card, Private(inputs)));

    public JsonObject Click(Someone who, Place where, Button button, string? card = null, params (string Id, string Value)[] inputs) =>
        _activities.Click(who, where, button, card, Private(inputs));

    public JsonObject Message(Someone who, Place where, string text) => _activities.Message(who, where, _log.Private(text));

    public async Task<Answer> SendClickAsync(JsonObject click) =>
        new(JsonElement.Parse(await (await PostAsync(click)).Content.ReadAsStringAsync()));

    /// <summary>Sends an activity; more than once if a test repeats it.</summary>
    public async Task<HttpResponseMessage> PostAsync(JsonObject activity)
    {
        var answer = await Http.PostAsJsonAsync($"{_bot!.Urls.First()}/api/messages", activity);
        return answer.IsSuccessStatusCode ? answer : throw new AssertionException($"{answer.StatusCode}: {await answer.Content.ReadAsStringAsync()}");
    }

    public async ValueTask DisposeAsync()
    {
        if (_bot is not null)
        {
            await StopAsync();
        }

        await Teams.DisposeAsync();
        SqliteConnection.ClearAllPools();
        _folder.Dispose();
        Assert.That(_log.Leaks(), Is.Empty, "what somebody typed is in the log");
    }

    private (string Id, string Value)[] Private((string Id, string Value)[] inputs) => [.. inputs.Select(input => (input.Id, _log.Private(input.Value)))];
}
