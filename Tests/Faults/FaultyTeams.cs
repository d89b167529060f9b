using System.Collections.Concurrent;
using System.Globalization;
using System.Text.Json;
using BridgeBot.Tests.Channel;
using BridgeBot.Tests.Turns;
using Microsoft.AspNetCore.Http;

namespace BridgeBot.Tests.Faults;

/// <summary>
/// The connector's side of Teams on a bad day: a real server on loopback that throttles, fails, hangs, loses answers and restarts, and
/// keeps what it accepted, in order.
/// </summary>
internal sealed class FaultyTeams : IAsyncDisposable
{
    /// <summary>Of a thousand requests, how many meet which fault.</summary>
    private static readonly (Fault Fault, int PerMille)[] Faults =
    [
        (Fault.Throttles, 20), (Fault.Fails, 40), (Fault.Hangs, 4), (Fault.HangsAfterwards, 4), (Fault.DropsTheAnswer, 20),
    ];

    /// <summary>How long the other side may take to read an answer; what it has not read is lost with the connection.</summary>
    private static readonly TimeSpan OnItsWay = TimeSpan.FromSeconds(2);

    private static readonly int[] Failures = [412, 500, 502, 503];

    private readonly Lock _lock = new();
    private readonly Random _random;
    private readonly List<Arrival> _accepted = [];
    private readonly Dictionary<string, List<Arrival>> _byConversation = [];
    private readonly ConcurrentDictionary<Fault, int> _met = new();
    private TaskCompletionSource _arrival = New();
    private LoopbackServer? _server;
    private int _port;

    private readonly bool _isCalm;

    private FaultyTeams(int seed, bool isCalm) => (_random, _isCalm) = (new Random(seed), isCalm);

    public string Address => $"http://127.0.0.1:{_port}";

    /// <summary>How often each fault was met.</summary>
    public IReadOnlyDictionary<Fault, int> Met => _met;

    /// <summary>Everything that was accepted, in order.</summary>
    public IReadOnlyList<Arrival> All
    {
        get
        {
            lock (_lock) return [.. _accepted];
        }
    }

    /// <summary>Starts it.</summary>
    /// <param name="seed">Of its faults.</param>
    /// <param name="isCalm">Whether it has none.</param>
    public static async Task<FaultyTeams> StartAsync(int seed, bool isCalm)
    {
        var teams = new FaultyTeams(seed, isCalm);
        teams._server = await LoopbackServer.StartAsync(teams.HandleAsync);
        teams._port = teams._server.Address.Port;
        return teams;
    }

    /// <summary>Breaks every connection, and is there again after that long.</summary>
    public async Task RestartAsync(TimeSpan away)
    {
        var now = TimeProvider.System.GetUtcNow();
        await _server!.DisposeAsync();
        lock (_lock)
        {
            foreach (var arrival in _accepted.Where(arrival => arrival.Sent.At > now - OnItsWay)) arrival.AnswerWasLost = true;
        }

        await Task.Delay(away);
        _server = await LoopbackServer.StartAsync(HandleAsync, _port);
    }

    /// <summary>What a conversation has got so far.</summary>
    public IReadOnlyList<Arrival> In(string conversation)
    {
        lock (_lock) return _byConversation.TryGetValue(conversation, out var arrivals) ? [.. arrivals] : [];
    }

    /// <summary>Waits until a conversation has got something of that kind; the newest, if there are several.</summary>
    public async Task<Sent> ExpectAsync(string conversation, Predicate<Sent> kind, CancellationToken cancel)
    {
        while (true)
        {
            Task more;
            lock (_lock) more = _arrival.Task;
            if (In(conversation).LastOrDefault(arrival => kind(arrival.Sent)) is { } found) return found.Sent;
            await more.WaitAsync(cancel);
        }
    }

    /// <summary>Waits until so many were accepted.</summary>
    public async Task ReachedAsync(int count, CancellationToken cancel)
    {
        while (true)
        {
            Task more;
            lock (_lock)
            {
                if (_accepted.Count >= count) return;
                more = _arrival.Task;
            }

            await more.WaitAsync(cancel);
        }
    }

    public ValueTask DisposeAsync() => _server!.DisposeAsync();

    private static TaskCompletionSource New() => new(TaskCreationOptions.RunContinuationsAsynchronously);

    private async Task HandleAsync(HttpContext http)
    {
        using var body = await JsonDocument.ParseAsync(http.Request.Body, default, http.RequestAborted);
        var sent = new Sent(
            http.Request.Method, Uri.UnescapeDataString(http.Request.Path.Value!), body.RootElement.Clone(), TimeProvider.System.GetUtcNow());
        var (fault, number) = Draw();
        _met.AddOrUpdate(fault, 1, (_, times) => times + 1);
        switch (fault)
        {
            case Fault.Throttles:
                http.Response.Headers.RetryAfter = "1";
                await RefuseAsync(http, 429);
                break;
            case Fault.Fails:
                await RefuseAsync(http, Failures[number % Failures.Length]);
                break;
            case Fault.Hangs:
                await HangAsync(http);
                break;
            case Fault.HangsAfterwards:
                Accept(sent).AnswerWasLost = true;
                await HangAsync(http);
                break;
            case Fault.DropsTheAnswer:
                Accept(sent).AnswerWasLost = true;
                http.Abort();
                break;
            default:
                await AnswerAsync(http, Accept(sent));
                break;
        }
    }

    private (Fault Fault, int Number) Draw()
    {
        lock (_lock)
        {
            var (at, number) = (_random.Next(1_000), _random.Next());
            if (_isCalm) return (Fault.None, number);
            foreach (var (fault, perMille) in Faults)
            {
                if (at < perMille) return (fault, number);
                at -= perMille;
            }

            return (Fault.None, number);
        }
    }

    private Arrival Accept(Sent sent)
    {
        lock (_lock)
        {
            var number = _accepted.Count + 1;
            var id = sent.Method == "PUT" ? sent.Path.Split('/')[^1] : (100_000 + number).ToString(CultureInfo.InvariantCulture);
            var arrival = new Arrival(number, sent with { ActivityId = id, IsAccepted = true });
            _accepted.Add(arrival);
            if (!_byConversation.TryGetValue(sent.Conversation, out var arrivals)) arrivals = _byConversation[sent.Conversation] = [];
            arrivals.Add(arrival);
            _arrival.SetResult();
            _arrival = New();
            return arrival;
        }
    }

    private static async Task AnswerAsync(HttpContext http, Arrival arrival)
    {
        try
        {
            var id = arrival.Sent.ActivityId!;
            http.Response.StatusCode = 201;
            await http.Response.WriteAsJsonAsync(
                arrival.Sent.IsNewPost
                    ? new Dictionary<string, string> { ["id"] = $"{arrival.Sent.Conversation};messageid={id}", ["activityId"] = id }
                    : new() { ["id"] = id },
                http.RequestAborted);
            await http.Response.CompleteAsync();
        }
        catch (OperationCanceledException)
        {
            arrival.AnswerWasLost = true;
        }

        if (http.RequestAborted.IsCancellationRequested) arrival.AnswerWasLost = true;
    }

    private static Task RefuseAsync(HttpContext http, int status)
    {
        http.Response.StatusCode = status;
        return http.Response.WriteAsJsonAsync(new { error = new { code = "Scripted" } });
    }

    private static Task HangAsync(HttpContext http) =>
        Task.Delay(Timeout.Infinite, http.RequestAborted).ContinueWith(_ => { }, TaskScheduler.Default);
}
