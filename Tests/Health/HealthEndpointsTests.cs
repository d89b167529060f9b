using System.Text.Json;
using BridgeBot.Tests.Turns;

namespace BridgeBot.Tests.Health;

/// <summary>What a load balancer sees of the whole bot.</summary>
internal sealed class HealthEndpointsTests : StoryFixture
{
    private readonly HttpClient _http = new();

    protected override bool BeginsInstalled => false;

    [OneTimeTearDown]
    public void Close() => _http.Dispose();

    [Test]
    public async Task Healthz_OfARunningBot_IsReady() =>
        Assert.That(await _http.GetStringAsync(Bot.Address + "/healthz"), Is.EqualTo("""{"status":"ready"}"""));

    [Test]
    public async Task Readyz_OfARunningBot_GivesAReasonForEachPart()
    {
        var answer = JsonElement.Parse(await _http.GetStringAsync(Bot.Address + "/readyz"));
        Assert.That(answer.GetProperty("status").GetString(), Is.EqualTo("ready"));
        Assert.That(
            answer.EnumerateObject().Skip(1).Select(part => (part.Name, part.Value.GetProperty("reason").GetString())),
            Is.EqualTo([
                ("store", "it can be read and written"), ("token", "none is needed: the bot runs without a registration"), ("backlog", "nothing is late"),
            ]));
    }
}
