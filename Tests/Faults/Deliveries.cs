using System.Text.Json;
using System.Text.Json.Nodes;
using BridgeBot.Tests.Turns;

namespace BridgeBot.Tests.Faults;

/// <summary>
/// Delivers activities as Teams does: to any host, again with the same id where the answer does not come, sometimes twice at once and to
/// two hosts.
/// </summary>
/// <param name="hosts">The hosts, up or down.</param>
/// <param name="seed">Of the choices.</param>
internal sealed class Deliveries(IReadOnlyList<HostProcess> hosts, int seed) : IDisposable
{
    /// <summary>One in so many is delivered twice at once.</summary>
    private const int TwiceEvery = 8;

    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(300);

    private readonly HttpClient _http = new() { Timeout = TimeSpan.FromSeconds(15) };
    private readonly Lock _lock = new();
    private readonly Random _random = new(seed);
    private int _again;

    /// <summary>How often an activity was delivered once more.</summary>
    public int Again => _again;

    /// <summary>Delivers until it is answered.</summary>
    /// <param name="activity">The activity.</param>
    /// <param name="first">The number of the host that gets it first; null for any.</param>
    /// <param name="cancel">Stops it.</param>
    public async Task<Answer?> DeliverAsync(JsonObject activity, int? first, CancellationToken cancel)
    {
        var json = activity.ToJsonString();
        var host = hosts[(first ?? Next(hosts.Count)) % hosts.Count];
        for (; ; host = hosts[Next(hosts.Count)])
        {
            var answers = Next(TwiceEvery) == 0
                ? await Task.WhenAll(TryAsync(host, json, cancel), TryAsync(hosts[Next(hosts.Count)], json, cancel))
                : [await TryAsync(host, json, cancel)];
            Interlocked.Add(ref _again, answers.Length - 1);
            if (answers.FirstOrDefault(answer => answer is not null) is { } answered)
            {
                return answered.Length == 0 ? null : new Answer(JsonElement.Parse(answered));
            }

            Interlocked.Increment(ref _again);
            await Task.Delay(Pause, cancel);
        }
    }

    public void Dispose() => _http.Dispose();

    /// <summary>Null if there was no answer, or one that says that the bot failed.</summary>
    private async Task<string?> TryAsync(HostProcess host, string json, CancellationToken cancel)
    {
        try
        {
            using var content = new StringContent(json, null, "application/json");
            using var answer = await _http.PostAsync(host.Messages, content, cancel);
            return answer.IsSuccessStatusCode ? await answer.Content.ReadAsStringAsync(cancel) : null;
        }
        catch (Exception fault) when (
            fault is HttpRequestException or IOException || (fault is OperationCanceledException && !cancel.IsCancellationRequested))
        {
            return null;
        }
    }

    private int Next(int below)
    {
        lock (_lock) return _random.Next(below);
    }
}
