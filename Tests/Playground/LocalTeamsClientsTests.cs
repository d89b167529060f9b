using BridgeBot.Host.Playground;
using BridgeBot.Tests.Browser;
using BridgeBot.Tests.EndToEnd;

namespace BridgeBot.Tests.Playground;

/// <summary>The local Teams clients are started and ended for real.</summary>
public sealed class LocalTeamsClientsTests
{
    private const string Ready = "Two local Teams clients are ready";

    [Test]
    public async Task Start_NodeIsThere_BothClientsAnswer()
    {
        await RequireNodeAsync();
        await using var host = await DevelopmentHost.StartAsync(FreePorts());

        await host.Log.LineWithAsync(Ready);

        Assert.That(await Task.WhenAll(TitleAsync(host.Options.RepPort), TitleAsync(host.Options.MarketerPort)),
            Has.All.Contains("Agents Playground"));
    }

    [Test]
    public async Task Start_ClientsAreReady_BothAddressesAreSaid()
    {
        await RequireNodeAsync();
        await using var host = await DevelopmentHost.StartAsync(FreePorts());

        var said = await host.Log.LineWithAsync(Ready);

        Assert.That(said, Does.Contain($"http://localhost:{host.Options.RepPort}/")
            .And.Contain($"http://localhost:{host.Options.MarketerPort}/"));
    }

    [Test]
    public async Task Stop_ClientsRun_BothPortsAreClosed()
    {
        await RequireNodeAsync();
        await using var host = await DevelopmentHost.StartAsync(FreePorts());
        await host.Log.LineWithAsync(Ready);

        await host.StopAsync();

        Assert.That((int[])[host.Options.RepPort, host.Options.MarketerPort], Has.All.Matches<int>(Ports.IsClosed));
    }

    [Test]
    public async Task Start_NodeIsMissing_OneLineSaysSo()
    {
        await using var host = await DevelopmentHost.StartAsync(FreePorts(), searchPath: "");

        Assert.That(await host.Log.LineWithAsync("No local Teams clients"), Does.Contain("Node.js is missing"));
    }

    [Test]
    public async Task Start_PortIsTaken_OneLineNamesIt()
    {
        await RequireNodeAsync();
        var options = FreePorts();
        using var other = new System.Net.Sockets.TcpListener(System.Net.IPAddress.Loopback, options.MarketerPort);
        other.Start();

        await using var host = await DevelopmentHost.StartAsync(options);

        Assert.That(await host.Log.LineWithAsync("No local Teams clients"), Does.Contain($"port {options.MarketerPort} "));
    }

    [Test]
    public async Task Start_OneClientCannotStart_TheOtherOneEnds()
    {
        await RequireNodeAsync();
        var options = FreePorts();
        using var other = new System.Net.Sockets.TcpListener(System.Net.IPAddress.Loopback, options.MarketerPort);
        other.Start();

        await using var host = await DevelopmentHost.StartAsync(options);
        await host.Log.LineWithAsync("No local Teams clients");

        Assert.That(Ports.IsClosed(options.RepPort));
    }

    [TestCase("Production", true)]
    [TestCase("Development", false)]
    public async Task Start_NotWanted_NothingIsStarted(string environment, bool enabled)
    {
        var options = FreePorts();
        options.Enabled = enabled;

        await using var host = await DevelopmentHost.StartAsync(options, environment: environment);

        await host.Clients.ExecuteTask!.WaitAsync(TimeSpan.FromMinutes(1)); // it runs on while there are clients
        Assert.That(host.Log.Lines, Has.None.Contains("local Teams clients"));
    }

    [Test]
    public async Task Kill_ClientRuns_ClientEndsWithItsPipe()
    {
        await RequireNodeAsync();
        var tools = await NodeTools.FindAsync(Environment.GetEnvironmentVariable("PATH")!, CancellationToken.None);
        var script = Path.Combine(Repository.Root, "manifest", "playground", "client.cjs");
        var port = Ports.Free(1)[0];
        using var client = System.Diagnostics.Process.Start(new System.Diagnostics.ProcessStartInfo(
            tools.Node, [script, "rep", "http://127.0.0.1:9/api/messages", $"{port}"])
        {
            WorkingDirectory = Path.GetDirectoryName(script),
            RedirectStandardInput = true,
        })!;

        client.StandardInput.Close(); // what the system does when the bot is killed

        Assert.That(client.WaitForExit(TimeSpan.FromSeconds(30)));
    }

    private static PlaygroundOptions FreePorts() => Ports.Free(2) is [var rep, var marketer]
        ? new PlaygroundOptions { RepPort = rep, MarketerPort = marketer }
        : throw new InvalidOperationException();

    private static async Task<string> TitleAsync(int port)
    {
        using var http = new HttpClient();
        return await http.GetStringAsync(new Uri($"http://127.0.0.1:{port}/"));
    }

    private static async Task RequireNodeAsync()
    {
        try
        {
            await NodeTools.FindAsync(Environment.GetEnvironmentVariable("PATH") ?? "", CancellationToken.None);
        }
        catch (PlaygroundException e)
        {
            MissingTool.Report(e.Message);
        }
    }
}
