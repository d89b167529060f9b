using System.Net;
using System.Text;
using BridgeBot.Host.Channel;
using BridgeBot.Tests.Turns;

namespace BridgeBot.Tests.Channel;

/// <summary>What the whole bot bears of anybody, and what every answer says about itself.</summary>
internal sealed class ServerLimitsTests : StoryFixture
{
    private readonly HttpClient _http = new();

    protected override bool BeginsInstalled => false;

    [OneTimeTearDown]
    public void Close() => _http.Dispose();

    [TestCase("/api/messages", HttpStatusCode.MethodNotAllowed)]
    [TestCase("/healthz", HttpStatusCode.OK)]
    [TestCase("/readyz", HttpStatusCode.OK)]
    [TestCase("/nothing", HttpStatusCode.NotFound)]
    public async Task Get_Anything_SaysThatItIsForPrograms(string path, HttpStatusCode status)
    {
        using var answer = await _http.GetAsync(Bot.Address + path);
        Assert.That(
            (answer.StatusCode, Header("X-Content-Type-Options"), Header("Cache-Control"), Header("Content-Security-Policy"), Header("Server")),
            Is.EqualTo((status, "nosniff", "no-store", "default-src 'none'; frame-ancestors 'none'", (string?)null)));
        string? Header(string name) => answer.Headers.TryGetValues(name, out var values) ? string.Join(", ", values) : null;
    }

    [Test]
    public async Task Post_MoreHeadersThanAnyConnectorSends_IsRefused()
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, Bot.Address + "/api/messages");
        request.Headers.Add("X-Long", new string('x', 17 * 1024));
        using var answer = await _http.SendAsync(request);
        Assert.That(answer.StatusCode, Is.EqualTo(HttpStatusCode.RequestHeaderFieldsTooLarge));
    }

    [Test]
    public async Task Post_ABodyOverTheLimit_IsRefused()
    {
        using var body = new StringContent(new string(' ', MessagesEndpoint.BodyBytes + 1), Encoding.UTF8, "application/json");
        using var answer = await _http.PostAsync(Bot.Address + "/api/messages", body);
        Assert.That(answer.StatusCode, Is.EqualTo(HttpStatusCode.RequestEntityTooLarge));
    }
}
