using BridgeBot.Host.Channel;
using Microsoft.Extensions.Configuration;

namespace BridgeBot.Tests.Channel;

public class BotOptionsTests
{
    private const string App = "aaaaaaaa-0000-0000-0000-000000000001";
    private const string Tenant = "cccccccc-0000-0000-0000-000000000001";

    private static string Faults(BotOptions options, bool isDevelopment = false, string address = "http://localhost:3978") =>
        string.Join('\n', options.FaultsAtStart(isDevelopment, ["http://localhost:1", address]));

    [Test]
    public void FaultsAtStart_Registered_StartsAnywhere() =>
        Assert.That(Faults(new() { AppId = App, AppPassword = "secret", TenantId = Tenant }, address: "http://0.0.0.0:80"), Is.Empty);

    [TestCase("", "", "", "Bot:AppId is missing")]
    [TestCase(App, "", Tenant, "Bot:AppPassword is missing")]
    [TestCase(App, "secret", "", "Bot:TenantId is missing")]
    [TestCase("", "secret", Tenant, "Bot:AppId is missing")]
    [TestCase("bridgebot", "secret", Tenant, "Bot:AppId is \"bridgebot\"")]
    [TestCase("{aaaaaaaa-0000-0000-0000-000000000001}", "secret", Tenant, "Bot:AppId is \"{aaaaaaaa")]
    [TestCase(App, "secret", "contoso.onmicrosoft.com", "Bot:TenantId is \"contoso.onmicrosoft.com\"")]
    public void FaultsAtStart_OutsideOfDevelopment_NameWhatIsMissingOrWrong(string app, string password, string tenant, string expected) =>
        Assert.That(Faults(new() { AppId = app, AppPassword = password, TenantId = tenant }), Does.StartWith(expected).And.Not.Contain("\n"));

    [Test]
    public void FaultsAtStart_SeveralAreWrong_NameThemAll() => Assert.That(
        Faults(new() { AppId = App, Cloud = "Mars", ServiceHosts = ["*"], AllowedTenants = ["contoso"] }).Split('\n').Select(line => line.Split(' ')[0]),
        Is.EqualTo(new[] { "Bot:Cloud", "Bot:ServiceHosts", "Bot:AllowedTenants", "Bot:TenantId", "Bot:AppPassword" }));

    [TestCase("connector.example.com", true)]
    [TestCase("*.example.com", true)]
    [TestCase("*", false)]
    [TestCase("*.com", false)]
    [TestCase("*.*.example.com", false)]
    [TestCase("*example.com", false)]
    [TestCase("https://example.com", false)]
    [TestCase("example.com:443", false)]
    [TestCase("example.com/path", false)]
    [TestCase("10.0.0.1", false)]
    [TestCase("localhost", false)]
    [TestCase(".example.com", false)]
    [TestCase("", false)]
    public void FaultsAtStart_AServiceHost_IsANameAlone(string host, bool starts) =>
        Assert.That(Faults(new() { ServiceHosts = [host] }, isDevelopment: true).Length == 0, Is.EqualTo(starts));

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
    public void FaultsAtStart_AnonymousInDevelopment_StartsOnLoopbackOnly(string address, bool starts) =>
        Assert.That(Faults(new(), isDevelopment: true, address).Length == 0, Is.EqualTo(starts));

    [TestCase("AppPassword")]
    [TestCase("TenantId")]
    [TestCase("AllowedTenants")]
    public void FaultsAtStart_AnonymousWithAPartOfARegistration_NamesTheAppId(string part) => Assert.That(
        Faults(
            part switch
            {
                "AppPassword" => new() { AppPassword = "secret" },
                "TenantId" => new() { TenantId = Tenant },
                _ => new() { AllowedTenants = [Tenant] },
            },
            isDevelopment: true),
        Does.StartWith("Bot:AppId is missing"));

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
