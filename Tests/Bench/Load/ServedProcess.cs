using System.Diagnostics;

namespace BridgeBot.Bench.Load;

/// <summary>A host in a process of its own (<see cref="HostCommand"/>), so that its time and memory are its alone.</summary>
internal sealed class ServedProcess : IAsyncDisposable
{
    private static readonly HttpClient Http = new() { Timeout = TimeSpan.FromSeconds(2) };

    private readonly Process _process;

    private ServedProcess(Process process, Uri messages) => (_process, Messages) = (process, messages);

    /// <summary>Where activities are posted.</summary>
    public Uri Messages { get; }

    /// <summary>The processor time that it has used.</summary>
    public TimeSpan Cpu
    {
        get
        {
            _process.Refresh();
            return _process.TotalProcessorTime;
        }
    }

    /// <summary>Bytes of memory that it uses now.</summary>
    public long Memory
    {
        get
        {
            _process.Refresh();
            return _process.WorkingSet64;
        }
    }

    /// <summary>Starts this program as a host, and waits until it answers.</summary>
    /// <param name="port">Where it listens.</param>
    /// <param name="args">Of <see cref="HostCommand"/>.</param>
    public static Task<ServedProcess> StartAsync(int port, params IReadOnlyList<string> args) => StartAsync(Environment.ProcessPath!, port, args);

    /// <summary>Starts a program as a host, and waits until it answers.</summary>
    /// <param name="program">This program, as it was built or published.</param>
    /// <param name="port">Where it listens.</param>
    /// <param name="args">Of <see cref="HostCommand"/>.</param>
    public static async Task<ServedProcess> StartAsync(string program, int port, params IReadOnlyList<string> args)
    {
        var start = new ProcessStartInfo(program, ["host", "--port", $"{port}", .. args]) { RedirectStandardOutput = true };
        start.Environment["DOTNET_GCgen0size"] = "0x1000000"; // as the image sets it
        var process = Process.Start(start)!;
        process.OutputDataReceived += (_, _) => { };
        process.BeginOutputReadLine();
        var served = new ServedProcess(process, new Uri($"http://127.0.0.1:{port}/api/messages"));
        while (!await served.IsUpAsync())
        {
            if (process.HasExited) throw new InvalidOperationException($"the host ended with code {process.ExitCode}");
            await Task.Delay(20);
        }

        return served;
    }

    public async ValueTask DisposeAsync()
    {
        _process.Kill();
        await _process.WaitForExitAsync();
        _process.Dispose();
    }

    private async Task<bool> IsUpAsync()
    {
        try
        {
            using var request = new HttpRequestMessage(HttpMethod.Head, Messages);
            using var answer = await Http.SendAsync(request);
            return answer.IsSuccessStatusCode;
        }
        catch (HttpRequestException)
        {
            return false;
        }
    }
}
