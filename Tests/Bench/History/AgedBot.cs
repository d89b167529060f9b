using System.Diagnostics;
using Azure.Data.Tables;
using BridgeBot.Bench.Load;
using BridgeBot.Host;
using BridgeBot.Host.Channel;
using BridgeBot.Host.Storage;
using BridgeBot.Tests.EndToEnd;
using Microsoft.Extensions.DependencyInjection;

namespace BridgeBot.Bench.History;

/// <summary>A bot in a process of its own on a store with so many requests behind it.</summary>
internal sealed class AgedBot : IAsyncDisposable
{
    private static readonly Question Hello = new("", "help");
    private static readonly Question Connect = new("", "use this channel", InChannel: true);
    private static readonly Question Cancel = new("", "cancel");

    /// <summary>What was sent is mostly recorded then.</summary>
    private static readonly TimeSpan Recorded = TimeSpan.FromMilliseconds(30);

    /// <summary>Longer than anything that follows from an answer takes.</summary>
    private static readonly TimeSpan Quiet = TimeSpan.FromSeconds(1);

    private readonly ServedProcess _process;
    private readonly ReplyCatcher _replies;
    private readonly TableClient? _table;
    private readonly IReadOnlyDictionary<Question, IReadOnlyList<SeenReads.Read>> _reads;

    private AgedBot(
        int threads, ServedProcess process, ReplyCatcher replies, TableClient? table, IReadOnlyDictionary<Question, IReadOnlyList<SeenReads.Read>> reads) =>
        (Threads, _process, _replies, _table, _reads) = (threads, process, replies, table, reads);

    /// <summary>How many requests are stored.</summary>
    public int Threads { get; }

    /// <summary>Bytes that the process uses now.</summary>
    public long Memory => _process.Memory;

    /// <summary>Lets a bot meet its people, fills its store while it is away, and starts it again.</summary>
    /// <param name="threads">How many requests.</param>
    /// <param name="replies">Where its answers go.</param>
    /// <param name="options">Its store.</param>
    /// <param name="questions">What it is going to be asked.</param>
    public static async Task<AgedBot> StartAsync(int threads, ReplyCatcher replies, StorageOptions options, IReadOnlyList<Question> questions)
    {
        await using (var young = await ServeAsync(replies, options))
        {
            for (var rep = 0; rep < StoredHistory.Reps; rep++) await Hello.AskAsync(young.Messages, replies, StoredHistory.Person(rep));
            await Connect.AskAsync(young.Messages, replies, 0);
            await Task.Delay(Quiet);
        }

        var clock = Stopwatch.StartNew();
        var isTable = options.Provider == StorageOptions.AzureTable;
        IStore store = isTable ? TableStore.OpenExisting(options) : SqliteStore.Open(options.Path);
        var rows = await StoredHistory.FillAsync(store, threads, DateTimeOffset.UtcNow);
        if (store is IAsyncDisposable file) await file.DisposeAsync();
        await Console.Error.WriteLineAsync(FormattableString.Invariant($"{threads:n0} requests, {rows:n0} rows, filled in {clock.Elapsed.TotalSeconds:0} s"));
        return new(
            threads,
            await ServeAsync(replies, options),
            replies,
            isTable ? new(options.ConnectionString, options.Table) : null,
            isTable ? await ReadsOfAsync(replies, store, questions) : new Dictionary<Question, IReadOnlyList<SeenReads.Read>>());
    }

    /// <summary>Asks something.</summary>
    /// <param name="question">What.</param>
    /// <param name="rep">Who asks, if it is not the channel.</param>
    public async Task<Time> AskAsync(Question question, int rep)
    {
        var took = await question.AskAsync(_process.Messages, _replies, StoredHistory.Person(rep));
        await Task.Delay(Recorded);
        if (question.IsTakenBack)
        {
            await Cancel.AskAsync(_process.Messages, _replies, StoredHistory.Person(rep));
            await Task.Delay(Recorded);
        }

        return new(took, await BareAsync(question));
    }

    public ValueTask DisposeAsync() => _process.DisposeAsync();

    private async Task<double> BareAsync(Question question)
    {
        if (_table is null) return 0;
        var clock = Stopwatch.StartNew();
        foreach (var read in _reads[question]) await read.AgainAsync(_table);
        return clock.Elapsed.TotalMilliseconds;
    }

    private static Task<ServedProcess> ServeAsync(ReplyCatcher replies, StorageOptions options) => ServedProcess.StartAsync(
        Ports.Free(1)[0],
        [
            "--connector", $"{replies.Address}", "--Digest:Schedule=17 3 20 * *", $"--Storage:Provider={options.Provider}",
            .. options.Provider == StorageOptions.AzureTable
                ? (string[])[$"--Storage:ConnectionString={options.ConnectionString}", $"--Storage:Table={options.Table}"]
                : [$"--Storage:Path={options.Path}"],
        ]);

    /// <summary>What each question reads, as a bot in this process shows.</summary>
    private static async Task<IReadOnlyDictionary<Question, IReadOnlyList<SeenReads.Read>>> ReadsOfAsync(
        ReplyCatcher replies, IStore store, IReadOnlyList<Question> questions)
    {
        var (seen, port) = (new SeenReads(store), Ports.Free(1)[0]);
        await using var bot = BotHost.Build(
            ["--urls", $"http://127.0.0.1:{port}", "--environment", "Development", "--Playground:Enabled=false", "--Logging:LogLevel:Default=Warning"],
            null,
            parts => parts.AddSingleton<IStore>(seen).AddSingleton(new Connector(Towards.Client(replies.Address), null, TimeProvider.System)));
        await bot.StartAsync();
        var messages = new Uri($"http://127.0.0.1:{port}/api/messages");
        Dictionary<Question, IReadOnlyList<SeenReads.Read>> reads = [];

        // Twice: what is read once and then remembered is not a question's own.
        foreach (var question in questions.Concat(questions))
        {
            seen.Take();
            await question.AskAsync(messages, replies, 0);
            await Task.Delay(Quiet);
            reads[question] = seen.Take();
            if (question.IsTakenBack) await Cancel.AskAsync(messages, replies, 0);
            await Task.Delay(Quiet);
        }

        await bot.StopAsync();
        return reads;
    }
}
