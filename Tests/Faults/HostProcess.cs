using System.Diagnostics;
using System.Text;
using BridgeBot.Host.Storage;

namespace BridgeBot.Tests.Faults;

/// <summary>The real program in a process of its own, to be killed and started again.</summary>
internal sealed class HostProcess : IAsyncDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(2);
    private static readonly HttpClient Http = new() { Timeout = TimeSpan.FromSeconds(2) };

    private readonly StorageOptions _storage;
    private readonly StringBuilder _log = new();
    private readonly List<MemoryCurve> _memory = [];
    private readonly int _port;
    private Process? _process;

    private HostProcess(StorageOptions storage, int port) => (_storage, _port) = (storage, port);

    /// <summary>Where activities are posted.</summary>
    public Uri Messages => new($"http://127.0.0.1:{_port}/api/messages");

    /// <summary>The end of what it printed, over all starts.</summary>
    private string LastWords
    {
        get
        {
            lock (_log) return _log.ToString(Math.Max(0, _log.Length - 2_000), Math.Min(_log.Length, 2_000));
        }
    }

    /// <summary>Its exit code and last words, if it ended without being killed; null if it runs.</summary>
    public string? Ended => _process is { HasExited: true } ? $"code {_process.ExitCode}: {LastWords}" : null;

    /// <summary>The memory of each of its processes, the oldest first.</summary>
    public IReadOnlyList<MemoryCurve> Memory => _memory;

    /// <summary>Adds a point to the curve of the process that runs now, if one does.</summary>
    public void LookAtMemory()
    {
        if (_process is not { } process) return;
        try
        {
            process.Refresh();
            lock (_memory) _memory[^1].Add(TimeProvider.System.GetUtcNow(), process.WorkingSet64);
        }
        catch (InvalidOperationException)
        {
            // It was killed in this moment.
        }
    }

    /// <summary>Starts it, and waits until it answers.</summary>
    public static async Task<HostProcess> StartAsync(StorageOptions storage, int port)
    {
        var host = new HostProcess(storage, port);
        await host.StartAgainAsync();
        return host;
    }

    /// <summary>Starts it anew on the same store and port, and waits until it answers; where its store does not answer in time, it ends
    /// with code 2 and is started once more, as whoever supervises it would do.</summary>
    public async Task StartAgainAsync()
    {
        Start();
        using var patience = new CancellationTokenSource(Patience);
        using var look = new PeriodicTimer(TimeSpan.FromMilliseconds(50));
        while (!await IsUpAsync(patience.Token))
        {
            if (_process is { HasExited: true, ExitCode: not 2 }) throw new InvalidOperationException($"the bot ended with {Ended}");
            if (_process is { HasExited: true }) Start();
            await look.WaitForNextTickAsync(patience.Token);
        }
    }

    /// <summary>SIGKILL.</summary>
    public async Task KillAsync()
    {
        if (_process is null) return;
        _process.Kill();
        await _process.WaitForExitAsync();
        _process.Dispose();
        _process = null;
    }

    /// <summary>SIGTERM, as whoever supervises it ends it; its exit code.</summary>
    public async Task<int> TerminateAsync()
    {
        using var kill = Process.Start("kill", ["-TERM", $"{_process!.Id}"]);
        await kill.WaitForExitAsync();
        await _process.WaitForExitAsync();
        return _process.ExitCode;
    }

    public async ValueTask DisposeAsync() => await KillAsync();

    private void Start()
    {
        _process?.Dispose();
        lock (_memory) _memory.Add(new());
        _process = Process.Start(StartInfo())!;
        _process.OutputDataReceived += (_, line) => Printed(line.Data);
        _process.ErrorDataReceived += (_, line) => Printed(line.Data);
        _process.BeginOutputReadLine();
        _process.BeginErrorReadLine();
    }

    private async Task<bool> IsUpAsync(CancellationToken cancel)
    {
        try
        {
            using var request = new HttpRequestMessage(HttpMethod.Head, Messages);
            using var answer = await Http.SendAsync(request, cancel);
            return answer.IsSuccessStatusCode;
        }
        catch (Exception fault) when (fault is HttpRequestException || (fault is OperationCanceledException && !cancel.IsCancellationRequested))
        {
            return false;
        }
    }

    private ProcessStartInfo StartInfo() => new("dotnet", [Path.Combine(AppContext.BaseDirectory, "BridgeBot.dll"), "serve", "--no-playground"])
    {
        WorkingDirectory = AppContext.BaseDirectory,
        RedirectStandardOutput = true,
        RedirectStandardError = true,
        Environment =
        {
            ["ASPNETCORE_ENVIRONMENT"] = "Development",
            ["ASPNETCORE_URLS"] = $"http://127.0.0.1:{_port}",
            ["Logging__LogLevel__Default"] = "Error",
            ["Storage__Provider"] = _storage.Provider,
            ["Storage__Path"] = _storage.Path,
            ["Storage__ConnectionString"] = _storage.ConnectionString,
            ["Storage__Table"] = _storage.Table,
        },
    };

    private void Printed(string? line)
    {
        if (line is null) return;
        lock (_log) _log.AppendLine(line);
    }
}
