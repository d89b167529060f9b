using System.Diagnostics;
using BridgeBot.Host.Storage;
using BridgeBot.Tests.EndToEnd;
using BridgeBot.Tests.Storage;
using BridgeBot.Tests.Turns;

namespace BridgeBot.Tests.Faults;

/// <summary>Plays requests against the real program, kills it and restarts the connector meanwhile, and looks at what came of it.</summary>
internal sealed class FaultRun : IAsyncDisposable
{
    private static readonly TimeSpan LongestPause = TimeSpan.FromSeconds(1);

    /// <summary>What the connector accepts for one request: in the chat welcome, two cards, two notes; in the channel card, update, reply.</summary>
    private const int SendsOfARequest = 8;

    private readonly FaultPlan _plan;
    private readonly FaultyTeams _teams;
    private readonly IReadOnlyList<HostProcess> _hosts;
    private readonly StorageOptions _storage;
    private readonly Deliveries _deliveries;
    private readonly TeamsActivities _activities;
    private readonly List<Kill> _kills = [];
    private readonly List<string> _ended = [];

    private FaultRun(FaultPlan plan, FaultyTeams teams, StorageOptions storage, IReadOnlyList<HostProcess> hosts)
    {
        (_plan, _teams, _storage, _hosts) = (plan, teams, storage, hosts);
        _deliveries = new Deliveries(hosts, plan.Seed + 1);
        _activities = new TeamsActivities(teams.Address);
    }

    /// <summary>Runs it.</summary>
    /// <param name="plan">What to do.</param>
    /// <param name="azurite">The server of a run on a table; null for one on a file.</param>
    public static async Task<FaultReport> RunAsync(FaultPlan plan, AzuriteServer? azurite)
    {
        using var folder = new TemporaryFolder();
        var storage = azurite?.NewTable() ?? new() { Path = folder.File("bridgebot.db") };
        var teams = await FaultyTeams.StartAsync(plan.Seed, plan.IsCalm);
        var hosts = await Task.WhenAll(Ports.Free(azurite is null ? 1 : 2).Select(port => HostProcess.StartAsync(storage, port)));
        await using var run = new FaultRun(plan, teams, storage, hosts);
        return await run.RunAsync();
    }

    public async ValueTask DisposeAsync()
    {
        _deliveries.Dispose();
        foreach (var host in _hosts) await host.DisposeAsync();
        await _teams.DisposeAsync();
    }

    private async Task<FaultReport> RunAsync()
    {
        var watch = Stopwatch.StartNew();
        List<PlayedRequest> requests = [.. Enumerable.Range(0, _plan.Requests).Select(i => new PlayedRequest(i, _teams, _deliveries, _activities))];
        using var ended = new CancellationTokenSource();
        var faults = Task.WhenAll(KillAsync(ended.Token), RestartTeamsAsync(ended.Token), WatchMemoryAsync(ended.Token));
        await ConnectChannelsAsync();
        await Parallel.ForEachAsync(
            requests,
            new ParallelOptions { MaxDegreeOfParallelism = FaultPlan.AtOnce },
            async (request, _) =>
            {
                using var patience = new CancellationTokenSource(FaultPlan.Patience);
                await request.PlayAsync(patience.Token);
            });
        await ended.CancelAsync();
        await faults.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        if (faults is { IsFaulted: true, Exception: { } fault }) throw fault;
        var played = watch.Elapsed;
        var memory = _hosts.SelectMany(host => host.Memory).MaxBy(curve => curve.Length)!;
        foreach (var host in _hosts) NoteIfEnded(host);
        var rows = await StoredAtTheEndAsync();
        return new FaultReport(_plan, requests, _teams.All, _teams.Met, _kills, rows, played, _deliveries.Again, memory, _ended);
    }

    private async Task ConnectChannelsAsync()
    {
        using var patience = new CancellationTokenSource(FaultPlan.Patience);
        await Parallel.ForEachAsync(
            Enumerable.Range(0, ((_plan.Requests - 1) / FaultPlan.InOneChannel) + 1),
            patience.Token,
            async (channel, cancel) =>
                await _deliveries.DeliverAsync(_activities.Installation(PlayedRequest.Maria, PlayedRequest.ChannelOf(channel), "add"), null, cancel));
    }

    /// <summary>Kills a host at random moments of the run, counted by what the connector has accepted.</summary>
    private async Task KillAsync(CancellationToken ended)
    {
        var random = new Random(_plan.Seed + 2);
        var span = _plan.Requests * SendsOfARequest / 2;
        foreach (var at in Enumerable.Range(0, _plan.Kills).Select(_ => random.Next(span)).Order().ToList())
        {
            await _teams.ReachedAsync(at, ended);
            await Task.Delay(random.Next(50), ended);
            var host = _hosts[random.Next(_hosts.Count)];
            NoteIfEnded(host);
            var instant = TimeProvider.System.GetUtcNow();
            await host.KillAsync();
            await Task.Delay(LongestPause * random.NextDouble(), CancellationToken.None);
            await host.StartAgainAsync();
            _kills.Add(new Kill(instant, TimeProvider.System.GetUtcNow() - instant));
        }
    }

    private async Task WatchMemoryAsync(CancellationToken ended)
    {
        using var look = new PeriodicTimer(TimeSpan.FromMilliseconds(500));
        while (await look.WaitForNextTickAsync(ended))
        {
            foreach (var host in _hosts) host.LookAtMemory();
        }
    }

    /// <summary>A host must end only where it is killed.</summary>
    private void NoteIfEnded(HostProcess host)
    {
        if (host.Ended is { } how) _ended.Add(how);
    }

    private async Task RestartTeamsAsync(CancellationToken ended)
    {
        var random = new Random(_plan.Seed + 3);
        var span = _plan.Requests * SendsOfARequest / 2;
        foreach (var at in Enumerable.Range(0, (_plan.Kills + 1) / 2).Select(_ => random.Next(span)).Order().ToList())
        {
            await _teams.ReachedAsync(at, ended);
            await _teams.RestartAsync(LongestPause * random.NextDouble());
        }
    }

    /// <summary>Everything that is stored at the end.</summary>
    private async Task<IReadOnlyList<StoredRow>> StoredAtTheEndAsync()
    {
        foreach (var host in _hosts) await host.KillAsync();
        var store = _storage.OpenExisting(alone: true);
        try
        {
            return await store.AllAsync(null, CancellationToken.None).ToListAsync();
        }
        finally
        {
            await ((store as IAsyncDisposable)?.DisposeAsync() ?? ValueTask.CompletedTask);
        }
    }
}
