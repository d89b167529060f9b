using System.Globalization;
using System.Text.Json;
using BridgeBot.Tests.Channel;
using Microsoft.AspNetCore.Http;

namespace BridgeBot.Tests.Turns;

/// <summary>What the connector does with a request.</summary>
internal abstract record Behaviour
{
    /// <summary>Answers with a status that is no success, and an error code.</summary>
    public sealed record Fails(int Status, TimeSpan? RetryAfter = null, string Code = "Scripted") : Behaviour;

    /// <summary>Accepts it, and names no id.</summary>
    public sealed record ForgetsTheId : Behaviour;

    /// <summary>Accepts it, and the connection is lost before the answer.</summary>
    public sealed record Drops : Behaviour;

    /// <summary>Never answers.</summary>
    public sealed record Hangs : Behaviour;

    /// <summary>Accepts it once the test says so.</summary>
    public sealed record Waits(Task Until) : Behaviour;
}

/// <summary>The connector's side of Teams on a real loopback server: records, gives ids, fails when told to.</summary>
internal sealed class TeamsServer : IAsyncDisposable
{
    /// <summary>Longer than anything takes on a busy machine.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);

    private readonly Lock _lock = new();
    private readonly List<Sent> _sent = [];
    private readonly List<Sent> _seen = [];
    private readonly List<(Predicate<Sent> For, Behaviour Does)> _script = [];
    private readonly List<(Predicate<Sent> For, Behaviour Does)> _always = [];
    private readonly List<(Predicate<Sent> For, TaskCompletionSource<Sent> Found)> _expected = [];
    private LoopbackServer? _server;
    private int _lastId = 1000;

    public required TimeProvider Clock { get; init; }

    public string Address => $"http://127.0.0.1:{_server!.Address.Port}";

    /// <summary>Everything that came, in order.</summary>
    public IReadOnlyList<Sent> All
    {
        get
        {
            lock (_lock) return [.. _sent];
        }
    }

    public static async Task<TeamsServer> StartAsync(TimeProvider clock)
    {
        var teams = new TeamsServer { Clock = clock };
        teams._server = await LoopbackServer.StartAsync(teams.HandleAsync);
        return teams;
    }

    /// <summary>What the next request of that kind meets; once.</summary>
    public void Next(Predicate<Sent> request, Behaviour does)
    {
        lock (_lock) _script.Add((request, does));
    }

    /// <summary>What every request of that kind meets from now on.</summary>
    public void Always(Predicate<Sent> request, Behaviour does)
    {
        lock (_lock) _always.Add((request, does));
    }

    /// <summary>Waits for a request that no earlier call returned.</summary>
    public async Task<Sent> ExpectAsync(Predicate<Sent> request, TimeSpan? patience = null)
    {
        Task<Sent> found;
        lock (_lock)
        {
            if (_sent.FirstOrDefault(sent => !_seen.Contains(sent) && request(sent)) is { } early)
            {
                _seen.Add(early);
                return early;
            }

            var source = new TaskCompletionSource<Sent>(TaskCreationOptions.RunContinuationsAsynchronously);
            _expected.Add((request, source));
            found = source.Task;
        }

        try
        {
            return await found.WaitAsync(patience ?? Patience);
        }
        catch (TimeoutException)
        {
            bool isWaiting;
            lock (_lock) isWaiting = _expected.RemoveAll(expected => expected.Found.Task == found) > 0;
            if (!isWaiting)
            {
                return await found; // it came just now
            }

            throw new TimeoutException($"it did not come; what came:\n{string.Join('\n', All)}");
        }
    }

    public ValueTask DisposeAsync() => _server!.DisposeAsync();

    /// <summary>Who is in every channel, as Teams tells it; two a page.</summary>
    public IReadOnlyList<Someone> Members { get; set; } = [Someone.Maria, Someone.Max];

    /// <summary>Those of them who belong to another tenant.</summary>
    public IReadOnlyList<Someone> Guests { get; set; } = [];

    private async Task HandleAsync(HttpContext http)
    {
        if (http.Request.Method == "GET")
        {
            await AnswerMembersAsync(http);
            return;
        }

        using var body = await JsonDocument.ParseAsync(http.Request.Body);
        var sent = new Sent(
            http.Request.Method, Uri.UnescapeDataString(http.Request.Path.Value!), body.RootElement.Clone(), Clock.GetUtcNow());
        var does = Take(sent);
        if (does is not Behaviour.Fails)
        {
            var id = does is Behaviour.ForgetsTheId
                ? null
                : sent.Method == "PUT" ? sent.Path.Split('/')[^1] : Interlocked.Increment(ref _lastId).ToString(CultureInfo.InvariantCulture);
            sent = sent with { ActivityId = id, IsAccepted = true };
        }

        Record(sent);
        await AnswerAsync(http, sent, does);
    }

    private async Task AnswerMembersAsync(HttpContext http)
    {
        var asked = new Sent("GET", Uri.UnescapeDataString(http.Request.Path.Value!), JsonElement.Parse("{}"), Clock.GetUtcNow()) { IsAccepted = true };
        if (Take(asked) is Behaviour.Fails fails)
        {
            Record(asked with { IsAccepted = false });
            await AnswerAsync(http, asked, fails);
            return;
        }

        Record(asked);
        var from = int.Parse(http.Request.Query["continuationToken"].FirstOrDefault() ?? "0", CultureInfo.InvariantCulture);
        await http.Response.WriteAsJsonAsync(new
        {
            continuationToken = from + 2 < Members.Count ? $"{from + 2}" : null,
            members = Members.Skip(from).Take(2).Select(member => new
            {
                id = $"29:{member.AadObjectId}",
                aadObjectId = member.AadObjectId,
                name = member.Name,
                tenantId = Guests.Contains(member) ? "99999999-2222-3333-4444-555555555555" : Place.Tenant,
                userRole = "user",
            }),
        });
    }

    private static async Task AnswerAsync(HttpContext http, Sent sent, Behaviour? does)
    {
        switch (does)
        {
            case Behaviour.Fails fails:
                http.Response.StatusCode = fails.Status;
                if (fails.RetryAfter is { } after)
                {
                    http.Response.Headers.RetryAfter = ((int)after.TotalSeconds).ToString(CultureInfo.InvariantCulture);
                }

                await http.Response.WriteAsJsonAsync(new { error = new { code = fails.Code } });
                return;
            case Behaviour.Drops:
                http.Abort();
                return;
            case Behaviour.Hangs:
                await Task.Delay(Timeout.Infinite, http.RequestAborted).ContinueWith(_ => { }, TaskScheduler.Default);
                return;
            case Behaviour.Waits waits:
                await waits.Until;
                break;
        }

        http.Response.StatusCode = 201;
        await http.Response.WriteAsJsonAsync((sent.ActivityId, sent.IsNewPost) switch
        {
            (null, _) => new Dictionary<string, string>(),
            ({ } id, true) => new() { ["id"] = $"{sent.Conversation};messageid={id}", ["activityId"] = id },
            ({ } id, false) => new() { ["id"] = id },
        });
    }

    private Behaviour? Take(Sent sent)
    {
        lock (_lock)
        {
            var at = _script.FindIndex(entry => entry.For(sent));
            if (at < 0)
            {
                return _always.Find(entry => entry.For(sent)).Does;
            }

            var does = _script[at].Does;
            _script.RemoveAt(at);
            return does;
        }
    }

    private void Record(Sent sent)
    {
        TaskCompletionSource<Sent>? found = null;
        lock (_lock)
        {
            _sent.Add(sent);
            var at = _expected.FindIndex(expected => expected.For(sent));
            if (at >= 0)
            {
                _seen.Add(sent);
                found = _expected[at].Found;
                _expected.RemoveAt(at);
            }
        }

        found?.SetResult(sent);
    }
}
