using System.Net;
using System.Net.Sockets;

namespace BridgeBot.Tests.Commands;

/// <summary>The program as a user starts it, where it cannot start: an exit code, and one line that says why.</summary>
[Parallelizable(ParallelScope.All)]
internal sealed class ServeCommandTests
{
    private const string AnyPort = "--urls=http://127.0.0.1:0";

    [Test]
    public async Task Serve_AnUnknownCommand_ExitsWith1() => Assert.That((await BotProgram.RunAsync("sing")).Code, Is.EqualTo(1));

    [Test]
    public async Task Serve_AMistypedSwitch_ExitsWith1AndNamesIt()
    {
        var (code, _, errors) = await BotProgram.RunAsync("--no-playgrond", AnyPort);

        Assert.That((code, errors.Count(line => line.Contains("--no-playgrond", StringComparison.Ordinal))), Is.EqualTo((1, 1)));
    }

    [TestCase("urls", "--urls=http://localhost:99999")]
    [TestCase("urls", "--urls=nonsense")]
    [TestCase("urls", "--urls=ftp://localhost:3978")]
    [TestCase("urls", "--urls=http://localhost:3978/path")]
    [TestCase("urls", "--urls=http://localhost:0")]
    [TestCase("Logging:LogLevel:Default", AnyPort, "--Logging:LogLevel:Default=Loud")]
    [TestCase("Logging:Console:LogLevel:Default", AnyPort, "--Logging:Console:LogLevel:Default=Loud")]
    [TestCase("Dialog:ExpiresAfterDays", AnyPort, "--Dialog:ExpiresAfterDays=0")]
    [TestCase("Playground:RepPort", AnyPort, "--Playground:RepPort=abc")]
    [TestCase("RepPort", AnyPort, "--Playground:RepPort=0")]
    [TestCase("Bot:AppId", AnyPort, "--environment=Production")]
    [TestCase("Storage:Path", AnyPort, "--Storage:Path=/dev/null/no")]
    public async Task Serve_AWrongSetting_ExitsWith2AndOneLineThatNamesIt(string setting, params string[] switches)
    {
        var (code, _, errors) = await BotProgram.RunAsync(switches);

        Assert.That((code, errors.Where(line => line.Contains(setting, StringComparison.Ordinal)).Take(1)), Is.EqualTo((2, errors)));
    }

    [Test]
    public async Task Serve_ThePortIsInUse_ExitsWith2AndOneLineThatNamesTheSetting()
    {
        using var other = Listen();
        var (code, _, errors) = await BotProgram.RunAsync($"--urls=http://{other.LocalEndpoint}");

        Assert.That((code, errors.Where(line => line.Contains("ASPNETCORE_URLS", StringComparison.Ordinal)).Take(1)), Is.EqualTo((2, errors)));
    }

    [TestCase("", true)]
    [TestCase("--Marketing:Administrators:0=00000000-0000-0000-0000-0000000000ab", false)]
    public async Task Serve_OutsideDevelopmentWithoutAdministrators_Warns(string more, bool expected)
    {
        using var other = Listen();
        var (_, lines, _) = await BotProgram.RunAsync(
            "--environment=Production", "--Bot:AppId=aaaaaaaa-0000-0000-0000-000000000001", "--Bot:AppPassword=b",
            "--Bot:TenantId=cccccccc-0000-0000-0000-000000000001", $"--urls=http://{other.LocalEndpoint}", more);

        Assert.That(lines.Any(line => line.Contains("Marketing:Administrators", StringComparison.Ordinal)), Is.EqualTo(expected));
    }

    private static TcpListener Listen()
    {
        var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return listener;
    }
}
