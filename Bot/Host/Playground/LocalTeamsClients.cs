using System.ComponentModel;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.Extensions.Options;

namespace BridgeBot.Host.Playground;

/// <summary>
/// In Development, starts Microsoft's local Teams client twice, as a sales rep and as a marketer, and ends both with the
/// bot; as ASP.NET Core's SPA proxy does for a development client
/// (<see href="https://github.com/dotnet/aspnetcore/tree/main/src/Middleware/Spa"/>). Whatever is missing is said in one
/// line, and the bot runs on.
/// </summary>
internal sealed partial class LocalTeamsClients(
    IServer server,
    IHostApplicationLifetime lifetime,
    IHostEnvironment environment,
    IOptions<PlaygroundOptions> options,
    ILogger<LocalTeamsClients> log) : BackgroundService
{
    /// <summary>Where to look for Node.js; as in the environment variable PATH.</summary>
    public string SearchPath { get; init; } = Environment.GetEnvironmentVariable("PATH") ?? "";

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        if (!environment.IsDevelopment() || !options.Value.Enabled)
        {
            return;
        }

        try
        {
            await StartedAsync(stoppingToken);
            if (server.Features.Get<IServerAddressesFeature>() is not { Addresses.Count: > 0 } listening)
            {
                return; // an in-memory test server
            }

            if (PlaygroundFolder.Find(AppContext.BaseDirectory) is not { } folder)
            {
                LogNoRepository();
                return;
            }

            var bot = BotAddress.EndpointOf(listening.Addresses)
                ?? throw new PlaygroundException("they need a plain HTTP address of the bot");
            await RunAsync(folder, bot, stoppingToken);
        }
        catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
        {
            // The bot stops: its clients have ended.
        }
        catch (Exception e) when (e is PlaygroundException or IOException or UnauthorizedAccessException or Win32Exception)
        {
            LogUnavailable(e.Message);
        }
    }

    private async Task RunAsync(PlaygroundFolder folder, Uri bot, CancellationToken stopping)
    {
        var tools = await NodeTools.FindAsync(SearchPath, stopping);
        await InstallAsync(tools, folder, stopping);

        await using var rep = TeamsClientProcess.Start(
            tools.Node, folder, "rep", bot, options.Value.RepPort, line => LogPrinted("rep", line));
        await using var marketer = TeamsClientProcess.Start(
            tools.Node, folder, "marketer", bot, options.Value.MarketerPort, line => LogPrinted("marketer", line));
        await rep.WaitUntilReadyAsync(stopping);
        await marketer.WaitUntilReadyAsync(stopping);

        LogReady(marketer.Address, rep.Address);
        var ended = await await Task.WhenAny(rep.EndedAsync(stopping), marketer.EndedAsync(stopping));
        throw new PlaygroundException(ended);
    }

    /// <summary>Waits until the server listens: only then are its addresses known.</summary>
    private async Task StartedAsync(CancellationToken stopping)
    {
        var started = new TaskCompletionSource();
        using var registration = lifetime.ApplicationStarted.Register(started.SetResult);
        await started.Task.WaitAsync(stopping);
    }

    private async Task InstallAsync(NodeTools tools, PlaygroundFolder folder, CancellationToken stopping)
    {
        if (!folder.NeedsInstall)
        {
            return;
        }

        LogInstalling();
        var run = await ToolRun.RunAsync(tools.Npm, ["ci"], folder.Path, stopping);
        if (run.ExitCode != 0)
        {
            const string Code = "npm error code ";
            var code = run.Errors.Split('\n').FirstOrDefault(line => line.StartsWith(Code, StringComparison.Ordinal))?[Code.Length..].Trim();
            throw new PlaygroundException($"npm could not install them ({code ?? "exit code " + run.ExitCode}); "
                + "try `npm ci` in manifest/playground once this machine is online");
        }
    }

    [LoggerMessage(LogLevel.Debug, "No repository around this folder, so there are no local Teams clients to start")]
    private partial void LogNoRepository();

    [LoggerMessage(LogLevel.Information, "Installing the local Teams clients from npm, once")]
    private partial void LogInstalling();

    [LoggerMessage(LogLevel.Warning, "No local Teams clients: {Why}")]
    private partial void LogUnavailable(string why);

    [LoggerMessage(LogLevel.Debug, "{Who}: {Line}")]
    private partial void LogPrinted(string who, string line);

    [LoggerMessage(LogLevel.Information, """
        Two local Teams clients are ready. Open both in a browser:

          Maria, marketing  {Marketer}
            Open the channel "Marketing" first: that is where requests go.

          Sam, sales        {Rep}
            Open "Personal Chat" and say what bothers you, for example:
            The new packaging brochure is useless, it never has the pricing customers ask for.

        """)]
    private partial void LogReady(Uri marketer, Uri rep);
}
