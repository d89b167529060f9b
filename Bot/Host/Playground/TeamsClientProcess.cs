using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Net.Sockets;

namespace BridgeBot.Host.Playground;

/// <summary>One running local Teams client. It ends when this is disposed, and when this process dies in any way.</summary>
internal sealed class TeamsClientProcess : IAsyncDisposable
{
    private static readonly TimeSpan StartTimeout = TimeSpan.FromSeconds(60);
    private static readonly TimeSpan PingEvery = TimeSpan.FromMilliseconds(200);

    private readonly Process process;
    private readonly string who;
    private readonly int port;

    private TeamsClientProcess(Process process, string who, int port)
    {
        this.process = process;
        this.who = who;
        this.port = port;
    }

    /// <summary>Where a browser finds it.</summary>
    public Uri Address => new($"http://localhost:{port}");

    /// <summary>Starts a client; it may not answer yet.</summary>
    /// <param name="node">Full path of node.</param>
    /// <param name="folder">The clients' folder.</param>
    /// <param name="who">The name of the client's configuration folder.</param>
    /// <param name="bot">Where the bot takes activities.</param>
    /// <param name="port">The port to listen on.</param>
    /// <param name="log">Is given each line that the client prints.</param>
    /// <exception cref="PlaygroundException">The port is taken.</exception>
    public static TeamsClientProcess Start(string node, PlaygroundFolder folder, string who, Uri bot, int port, Action<string> log)
    {
        RequireFree(port, who);
        string[] arguments = [folder.Script, who, bot.ToString(), port.ToString(CultureInfo.InvariantCulture)];
        var start = new ProcessStartInfo(node, arguments)
        {
            WorkingDirectory = folder.Path,
            RedirectStandardInput = true, // never written to: the client ends when this pipe closes
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        var process = new Process { StartInfo = start };
        process.OutputDataReceived += (_, line) => log(line.Data ?? "");
        process.ErrorDataReceived += (_, line) => log(line.Data ?? "");
        process.Start();
        process.BeginOutputReadLine();
        process.BeginErrorReadLine();
        return new TeamsClientProcess(process, who, port);
    }

    /// <summary>Waits until the client answers.</summary>
    /// <exception cref="PlaygroundException">It ended, or did not answer in time.</exception>
    public async Task WaitUntilReadyAsync(CancellationToken cancel)
    {
        using var http = new HttpClient { Timeout = TimeSpan.FromSeconds(5) };
        using var ticks = new PeriodicTimer(PingEvery);
        using var timeout = new CancellationTokenSource(StartTimeout);
        while (!await AnswersAsync(http, cancel))
        {
            if (process.HasExited)
            {
                throw new PlaygroundException($"the {who}'s client ended with exit code {process.ExitCode}; see its configuration");
            }

            if (timeout.IsCancellationRequested)
            {
                throw new PlaygroundException($"the {who}'s client did not answer within {StartTimeout.TotalSeconds} s");
            }

            await ticks.WaitForNextTickAsync(cancel);
        }
    }

    /// <summary>Waits until the client ends by itself.</summary>
    public async Task<string> EndedAsync(CancellationToken cancel)
    {
        await process.WaitForExitAsync(cancel);
        return $"the {who}'s client ended with exit code {process.ExitCode}";
    }

    public async ValueTask DisposeAsync()
    {
        process.Kill(entireProcessTree: true);
        await process.WaitForExitAsync();
        process.Dispose();
    }

    private async Task<bool> AnswersAsync(HttpClient http, CancellationToken cancel)
    {
        try
        {
            using var answer = await http.GetAsync(new Uri($"http://127.0.0.1:{port}/_debug/ping"), cancel);
            return answer.IsSuccessStatusCode;
        }
        catch (Exception e) when (e is HttpRequestException || (e is TaskCanceledException && !cancel.IsCancellationRequested))
        {
            return false;
        }
    }

    /// <summary>A client that finds its port taken silently takes another one, so this looks first.</summary>
    private static void RequireFree(int port, string who)
    {
        try
        {
            using var probe = new TcpListener(IPAddress.Loopback, port);
            probe.Start();
        }
        catch (SocketException)
        {
            throw new PlaygroundException($"port {port} for the {who}'s client is in use; Playground:RepPort and Playground:MarketerPort name the ports");
        }
    }
}
