using System.Net;
using System.Net.Http.Headers;
using System.Security.Cryptography;
using System.Text;
using BridgeBot.Host.Channel;
using BridgeBot.Host.Turns;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.IdentityModel.JsonWebTokens;
using Microsoft.IdentityModel.Tokens;

namespace BridgeBot.Tests.Channel;

/// <summary>The endpoint with a registration, and a local server that publishes keys as the Bot Connector does.</summary>
public class RequestAuthenticatorTests
{
    private const string App = "aaaaaaaa-0000-0000-0000-000000000001";
    private const string Service = "https://smba.trafficmanager.net/emea/";

    private static readonly string Message = $$$"""
        {"type":"message","id":"1","text":"hi","channelId":"msteams","serviceUrl":"{{{Service}}}","from":{"id":"29:sam"},
         "recipient":{"id":"28:bot"},"conversation":{"id":"a:chat","conversationType":"personal","tenantId":"T"}}
        """;

    private readonly RSA _rsa = RSA.Create(2048);
    private readonly RSA _otherRsa = RSA.Create(2048);
    private readonly HttpClient _http = new();
    private LoopbackServer _keys = null!;
    private LoopbackServer _bot = null!;

    [OneTimeSetUp]
    public async Task StartAsync()
    {
        _keys = await LoopbackServer.StartAsync(http => http.Response.WriteAsync(http.Request.Path == "/keys" ? KeySet() : Metadata()));
        var options = new BotOptions { AppId = App, AppPassword = "secret", TenantId = "T" };
        var endpoint = new MessagesEndpoint(
            new RequestAuthenticator(options, new(_keys.Address, "/openid")),
            (_, _) => Task.FromResult(new TurnResult(new NoAnswer(), null)), "Sorry.", NullLogger<MessagesEndpoint>.Instance);
        _bot = await LoopbackServer.StartAsync(endpoint.HandleAsync);
    }

    [OneTimeTearDown]
    public async Task StopAsync()
    {
        await _bot.DisposeAsync();
        await _keys.DisposeAsync();
        _http.Dispose();
        _rsa.Dispose();
        _otherRsa.Dispose();
    }

    private string Metadata() => $$"""
        {"issuer":"https://api.botframework.com","jwks_uri":"{{new Uri(_keys.Address, "/keys")}}","id_token_signing_alg_values_supported":["RS256"]}
        """;

    private string KeySet()
    {
        var key = _rsa.ExportParameters(includePrivateParameters: false);
        return $$"""
            {"keys":[{"kty":"RSA","use":"sig","kid":"k1","n":"{{Base64UrlEncoder.Encode(key.Modulus)}}","e":"{{Base64UrlEncoder.Encode(key.Exponent)}}",
             "endorsements":["msteams","webchat"]}]}
            """;
    }

    private string Token(
        RSA? rsa = null, string algorithm = SecurityAlgorithms.RsaSha256, string issuer = "https://api.botframework.com",
        string audience = App, string service = Service, TimeSpan? expires = null,
        string? keyId = "k1") =>
        new JsonWebTokenHandler { SetDefaultTimesOnTokenCreation = false }.CreateToken(new SecurityTokenDescriptor
        {
            Issuer = issuer,
            Audience = audience,
            Expires = DateTime.UtcNow + (expires ?? TimeSpan.FromHours(1)),
            Claims = new Dictionary<string, object> { ["serviceurl"] = service },
            SigningCredentials = new(new RsaSecurityKey(rsa ?? _rsa) { KeyId = keyId }, algorithm),
        });

    private async Task<HttpStatusCode> StatusAsync(string? token, string? body = null)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, _bot.Address)
        {
            Content = new StringContent(body ?? Message, Encoding.UTF8, "application/json"),
        };
        request.Headers.Authorization = token is null ? null : new AuthenticationHeaderValue("Bearer", token);
        using var response = await _http.SendAsync(request);
        return response.StatusCode;
    }

    [Test]
    public async Task Post_WithTheConnectorsToken_IsTaken() => Assert.That(await StatusAsync(Token()), Is.EqualTo(HttpStatusCode.OK));

    [Test]
    public async Task Post_JustExpired_IsWithinTheSkew() =>
        Assert.That(await StatusAsync(Token(expires: TimeSpan.FromMinutes(-4))), Is.EqualTo(HttpStatusCode.OK));

    private IEnumerable<(string Why, string? Token)> InvalidTokens() =>
    [
        ("no token", null),
        ("no token at all", "nonsense"),
        ("dots", "a.b.c"),
        ("unsigned", Unsigned()),
        ("signed by somebody else", Token(_otherRsa)),
        ("another algorithm", Token(algorithm: SecurityAlgorithms.RsaSha512)),
        ("another issuer", Token(issuer: "https://sts.windows.net/T/")),
        ("another bot", Token(audience: "bbbbbbbb-0000-0000-0000-000000000001")),
        ("expired", Token(expires: TimeSpan.FromMinutes(-6))),
    ];

    private static string Unsigned() =>
        new JsonWebTokenHandler().CreateToken(new SecurityTokenDescriptor
        {
            Issuer = "https://api.botframework.com",
            Audience = App,
            Claims = new Dictionary<string, object> { ["serviceurl"] = Service },
        });

    [TestCase("no token")]
    [TestCase("no token at all")]
    [TestCase("dots")]
    [TestCase("unsigned")]
    [TestCase("signed by somebody else")]
    [TestCase("another algorithm")]
    [TestCase("another issuer")]
    [TestCase("another bot")]
    [TestCase("expired")]
    public async Task Post_WithAnInvalidToken_IsUnauthorized(string why) =>
        Assert.That(await StatusAsync(InvalidTokens().Single(token => token.Why == why).Token), Is.EqualTo(HttpStatusCode.Unauthorized));

    [Test]
    public async Task Post_ForAnotherServiceUrl_IsForbidden() =>
        Assert.That(await StatusAsync(Token(service: "https://example.com/")), Is.EqualTo(HttpStatusCode.Forbidden));

    [TestCase("\"msteams\"", "\"slack\"")]
    [TestCase("\"T\"", "\"other\"")]
    [TestCase("\"tenantId\":\"T\"", "\"x\":1")]
    [TestCase("\"type\"", "\"channelData\":{\"tenant\":{\"id\":\"other\"}},\"type\"")]
    public async Task Post_WithAValidTokenButAnotherChannelOrTenant_IsForbidden(string from, string to) =>
        Assert.That(
            await StatusAsync(Token(), Message.Replace(from, to, StringComparison.Ordinal)), Is.EqualTo(HttpStatusCode.Forbidden));

    [TestCase("msteams", HttpStatusCode.OK)]
    [TestCase("slack", HttpStatusCode.Forbidden)]
    public async Task Post_WithATokenThatNamesNoKey_IsHeldToItsKeysEndorsements(string channel, HttpStatusCode expected) =>
        Assert.That(
            await StatusAsync(Token(keyId: null), Message.Replace("msteams", channel, StringComparison.Ordinal)), Is.EqualTo(expected));

    [Test]
    public async Task CheckCaller_AnonymousFromAnotherMachine_IsForbidden()
    {
        var http = new DefaultHttpContext();
        http.Connection.RemoteIpAddress = IPAddress.Parse("10.0.0.1");
        var (_, refusal) = await new RequestAuthenticator(new BotOptions()).CheckCallerAsync(http);
        Assert.That(refusal?.Status, Is.EqualTo(403));
    }
}
