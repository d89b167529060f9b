using BridgeBot.Host.Channel;
using Microsoft.Extensions.Configuration;

namespace BridgeBot.Tests.Channel;

public class BotOptionsTests
{
    private static readonly BotOptions Registered = new() { AppId = "app", AppPassword = "secret", TenantId = "T" };

    [Test]
    public void FaultAtStart_Registered_StartsAnywhere() =>
        Assert.That(BotOptions.FaultAtStart(Registered, isDevelopment: false, ["http://0.0.0.0:80"]), Is.Null);

    [TestCase("", "", "", "Bot:AppId")]
    [TestCase("app", "", "T", "Bot:AppPassword")]
    [TestCase("app", "secret", "", "Bot:TenantId")]
    [TestCase("", "secret", "T", "Bot:AppId")]
    public void FaultAtStart_OutsideOfDevelopment_NamesWhatIsMissing(string app, string password, string tenant, string missing) =>
        Assert.That(
            BotOptions.FaultAtStart(
                new() { AppId = app, AppPassword = password, TenantId = tenant }, isDevelopment: false, ["http://localhost:3978"]),
            Does.StartWith($"{missing} is missing"));

    [TestCase("http://localhost:3978", true)]
    [TestCase("http://127.0.0.1:3978", true)]
    [TestCase("http://[::1]:3978", true)]
    [TestCase("http://localhost:3978/", true)]
    [TestCase("http://*:3978", false)]
    [TestCase("http://+:3978", false)]
    [TestCase("http://0.0.0.0:3978", false)]
    [TestCase("http://[::]:3978", false)]
    [TestCase("http://10.0.0.1:3978", false)]
    [TestCase("http://localhost.example.com:3978", false)]
    [TestCase("http://unix:/run/bot.sock", false)]
    [TestCase("nonsense", false)]
    public void FaultAtStart_AnonymousInDevelopment_StartsOnLoopbackOnly(string address, bool starts) =>
        Assert.That(
            BotOptions.FaultAtStart(new(), isDevelopment: true, ["http://localhost:1", address]) is null, Is.EqualTo(starts));

    [TestCase("urls=http://localhost:1;http://*:2", "http://localhost:1 http://*:2")]
    [TestCase("http_ports=80;81", "http://*:80 http://*:81")]
    [TestCase("urls=http://localhost:1,http_ports=80", "http://localhost:1")]
    [TestCase("Kestrel:Endpoints:A:Url=http://*:9,urls=http://localhost:1", "http://*:9")]
    [TestCase("", "")]
    public void ListeningAddresses_Configuration_GivesThoseThatCount(string settings, string expected)
    {
        var configuration = new ConfigurationBuilder()
            .AddInMemoryCollection(settings.Split(',', StringSplitOptions.RemoveEmptyEntries)
                .Select(setting => setting.Split('=', 2))
                .Select(pair => KeyValuePair.Create(pair[0], (string?)pair[1])))
            .Build();
        Assert.That(string.Join(' ', ListeningAddresses.Of(configuration)), Is.EqualTo(expected));
    }
}
