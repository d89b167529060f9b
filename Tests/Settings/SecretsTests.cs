using System.Net;
using System.Net.Http.Headers;
using System.Text;
using BridgeBot.Host;
using BridgeBot.Host.Commands;
using BridgeBot.Tests.Storage;
using BridgeBot.Tests.Turns;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace BridgeBot.Tests.Settings;

/// <summary>Secrets are in no line of the log, at any level, and in no line about a setting.</summary>
internal sealed class SecretsTests
{
    private const string Secret = "Zebrafish~Secret~0123456789";
    private const string App = "aaaaaaaa-0000-0000-0000-000000000001";

    [Test]
    public async Task Serve_WithARegistration_LogsNoSecretAndNoToken()
    {
        using var folder = new TemporaryFolder();
        using var watch = new LogWatch();
        watch.Private(Secret);
        await using var bot = BotHost.Build(
        [
            "--urls=http://127.0.0.1:0", "--environment=Production", $"--Storage:Path={folder.File("bot.db")}", $"--Bot:AppId={App}",
            $"--Bot:AppPassword={Secret}", $"--Bot:TenantId={App}", $"--Storage:ConnectionString={Secret}", "--Logging:LogLevel:Default=None",
            "--Logging:LogLevel:Microsoft.AspNetCore=None", $"--Logging:{LogWatch.Alias}:LogLevel:Default=Trace",
        ]);
        bot.Services.GetRequiredService<ILoggerFactory>().AddProvider(watch);
        await bot.StartAsync();
        var status = await PostAsync(bot.Urls.First() + "/api/messages", Secret);
        await bot.StopAsync();
        Assert.That((status, watch.Leaks().Count, watch.Lines.Count > 0), Is.EqualTo((HttpStatusCode.Unauthorized, 0, true)));
    }

    [TestCase("--Bot:AppPassword=" + Secret)]
    [TestCase("--Bot:AppId=x", "--Bot:AppPassword=" + Secret)]
    [TestCase("--Bot:AppId=" + App, "--Bot:Credential=Certificate", "--Bot:CertificatePath=none.pfx", "--Bot:CertificatePassword=" + Secret)]
    [TestCase("--Storage:Provider=AzureTable", "--Storage:ConnectionString=" + Secret)]
    [TestCase("--Storage:Provider=AzureTable", "--Storage:ConnectionString=AccountName=a;AccountKey=" + Secret)]
    [TestCase("--Storage:Provider=AzureTable", "--Storage:Endpoint=https://a.table.core.windows.net", "--Storage:Identity:ClientSecret=" + Secret)]
    public async Task Check_SettingsThatAreWrong_QuotesNoSecret(params string[] settings)
    {
        using var output = new StringWriter();
        var code = await CheckCommand.RunAsync(["--environment=Development", .. settings], output, default);
        Assert.That((code, output.ToString().Contains(Secret, StringComparison.Ordinal)), Is.EqualTo((2, false)));
    }

    [Test]
    public void LogWatch_ALineThatHoldsAPrivateWord_IsALeak()
    {
        using var watch = new LogWatch();
        watch.Private(Secret);
        watch.CreateLogger("any").LogInformation("the bot signs in by {Secret}", Secret);
        Assert.That(watch.Leaks(), Has.Count.EqualTo(1));
    }

    [TestCase("Authorization: Bearer abcdefgh.ijklm", true)]
    [TestCase("token eyJhbGciOiJSUzI1NiJ9.eyJpc3MiOiJ4In0.c2ln", true)]
    [TestCase("DefaultEndpointsProtocol=https;AccountName=a;AccountKey=YWJj", true)]
    [TestCase("https://a.table.core.windows.net/bridgebot?sv=1&sig=abc", true)]
    [TestCase("Bot:AppPassword = abcdefghij", true)]
    [TestCase("Refused with 401: a bearer token is missing", false)]
    [TestCase("Bot:AppPassword is missing", false)]
    public void LogWatch_ALineThatHoldsASecret_IsALeak(string line, bool isOne)
    {
        using var watch = new LogWatch();
        watch.CreateLogger("any").LogInformation("{Line}", line);
        Assert.That(watch.Leaks().Count > 0, Is.EqualTo(isOne));
    }

    private static async Task<HttpStatusCode> PostAsync(string address, string token)
    {
        using var http = new HttpClient();
        using var request = new HttpRequestMessage(HttpMethod.Post, address)
        {
            Content = new StringContent("{}", Encoding.UTF8, "application/json"),
            Headers = { Authorization = new AuthenticationHeaderValue("Bearer", token) },
        };
        using var answer = await http.SendAsync(request);
        return answer.StatusCode;
    }
}
