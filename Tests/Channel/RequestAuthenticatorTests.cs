using System.Net;
using System.Net.Http.Headers;
using System.Text;
using BridgeBot.Host.Channel;
using BridgeBot.Host.Turns;
using BridgeBot.Tests.Turns;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Time.Testing;
using Microsoft.IdentityModel.Tokens;

namespace BridgeBot.Tests.Channel;

/// <summary>The endpoint with a registration, and a local server that publishes keys as the Bot Connector does.</summary>
internal sealed class RequestAuthenticatorTests
{
    private const string Tenant = "cccccccc-0000-0000-0000-000000000001";
    private const string OtherTenant = "cccccccc-0000-0000-0000-000000000002";

    private static readonly string Message = $$$"""
        {"type":"message","id":"1","text":"between you and me","channelId":"msteams","serviceUrl":"{{{OpenIdServer.Service}}}","from":{"id":"29:sam"},
         "recipient":{"id":"28:bot"},"conversation":{"id":"a:chat","conversationType":"personal","tenantId":"{{{Tenant}}}"}}
        """;

    private readonly HttpClient _http = new();
    private readonly FakeTimeProvider _clock = new(DateTimeOffset.UtcNow);
    private OpenIdServer _connector = null!;
    private LoopbackServer _bot = null!;
    private LogWatch _log = null!;
    private ILoggerFactory _logs = null!;
    private int _turns;

    [SetUp]
    public async Task StartAsync()
    {
        _turns = 0;
        _log = new();
        _log.Private("between you and me");
        _logs = LoggerFactory.Create(logging => logging.AddProvider(_log).SetMinimumLevel(LogLevel.Trace));
        _connector = await OpenIdServer.StartAsync();
        await ServeAsync(new() { AppId = OpenIdServer.App, AppPassword = "secret", TenantId = Tenant });
    }

    [TearDown]
    public async Task StopAsync()
    {
        await _bot.DisposeAsync();
        await _connector.DisposeAsync();
        _logs.Dispose();
        Assert.That(_log.Leaks(), Is.Empty, "a token or what somebody typed is in the log");
    }

    [OneTimeTearDown]
    public void Close() => _http.Dispose();

    private async Task ServeAsync(BotOptions options)
    {
        var keys = new SigningKeys(_connector.Metadata, _clock, _logs.CreateLogger<SigningKeys>());
        var endpoint = new MessagesEndpoint(
            new RequestAuthenticator(options, BotCloud.Named(options.Cloud)!, keys), new(new()), TakeTurn, new Apology("Sorry.", "Sorry.", "Too long.", new Connector(_http, null, _clock)), new(), _logs.CreateLogger<MessagesEndpoint>());
        _bot = await LoopbackServer.StartAsync(endpoint.HandleAsync);
    }

    private async Task ServeAgainAsync(Action<BotOptions> change)
    {
        await _bot.DisposeAsync();
        var options = new BotOptions { AppId = OpenIdServer.App, AppPassword = "secret", TenantId = Tenant };
        change(options);
        await ServeAsync(options);
    }

    private Task<TurnResult> TakeTurn(Inbound inbound, CancellationToken cancel)
    {
        _turns++;
        return Task.FromResult(new TurnResult(new NoAnswer(), null));
    }

    private async Task<HttpStatusCode> StatusAsync(string? token, string? body = null)
    {
        foreach (var part in token?.Split('.') ?? [])
        {
            _log.Private(part);
        }

        using var request = new HttpRequestMessage(HttpMethod.Post, _bot.Address)
        {
            Content = new StringContent(body ?? Message, Encoding.UTF8, "application/json"),
        };
        request.Headers.Authorization = token is null ? null : new AuthenticationHeaderValue("Bearer", token);
        using var response = await _http.SendAsync(request);
        return response.StatusCode;
    }

    private static string With(string from, string to) => Message.Replace(from, to, StringComparison.Ordinal);

    [Test]
    public async Task Post_WithTheConnectorsToken_IsTaken() =>
        Assert.That((await StatusAsync(_connector.Token()), _turns), Is.EqualTo((HttpStatusCode.OK, 1)));

    [Test]
    public async Task Post_JustExpired_IsWithinTheSkew() =>
        Assert.That(await StatusAsync(_connector.Token(expires: TimeSpan.FromMinutes(-4))), Is.EqualTo(HttpStatusCode.OK));

    [Test]
    public async Task Post_WithATokenThatNamesNoKey_IsHeldToItsKey() =>
        Assert.That(await StatusAsync(_connector.Token(keyId: null)), Is.EqualTo(HttpStatusCode.OK));

    /// <summary>A request that must not get in, and everything that is wrong with it.</summary>
    /// <param name="Status">What is answered.</param>
    /// <param name="Token">What it is sent with.</param>
    private sealed record Bad(int Status, Func<OpenIdServer, string?> Token)
    {
        public string Body { get; init; } = Message;

        /// <summary>Whether the bot has the connector's keys before the token is made.</summary>
        public bool KeysAreKnown { get; init; }
    }

    private static readonly Dictionary<string, Bad> BadRequests = new()
    {
        ["no token"] = new(401, _ => null),
        ["nonsense"] = new(401, _ => "nonsense"),
        ["dots"] = new(401, _ => "a.b.c"),
        ["encrypted"] = new(401, _ => "a.b.c.d.e"),
        ["unsigned"] = new(401, _ => $"{Base64UrlEncoder.Encode("""{"typ":"JWT","kid":"k1"}""")}.{Base64UrlEncoder.Encode(OpenIdServer.Payload)}."),
        ["alg none"] = new(401, _ => $"{Base64UrlEncoder.Encode("""{"alg":"none","kid":"k1"}""")}.{Base64UrlEncoder.Encode(OpenIdServer.Payload)}."),
        ["alg none, signed"] = new(401, connector => connector.Raw("""{"alg":"none","kid":"k1"}""", OpenIdServer.Payload)),
        ["HS256 with the public key as secret"] = new(401, connector => connector.WithThePublicKeyAsSecret()),
        ["another algorithm"] = new(401, connector => connector.Token(algorithm: SecurityAlgorithms.RsaSha512)),
        ["signed by somebody else"] = new(401, connector => connector.Token(byAnother: true)),
        ["signed by somebody else, key not named"] = new(401, connector => connector.Token(byAnother: true, keyId: null)),
        ["unknown key"] = new(401, connector => connector.Token(byAnother: true, keyId: "k9")),
        ["another issuer"] = new(401, connector => connector.Token(issuer: "https://api.botframework.us")),
        ["another bot"] = new(401, connector => connector.Token(audience: "bbbbbbbb-0000-0000-0000-000000000001")),
        ["no audience"] = new(401, connector => connector.Raw("""{"alg":"RS256","kid":"k1"}""", OpenIdServer.Payload.Replace("\"aud\"", "\"x\"", StringComparison.Ordinal))),
        ["expired"] = new(401, connector => connector.Token(expires: TimeSpan.FromMinutes(-6))),
        ["never expires"] = new(401, connector => connector.Raw("""{"alg":"RS256","kid":"k1"}""", OpenIdServer.Payload.Replace("\"exp\"", "\"x\"", StringComparison.Ordinal))),
        ["not yet valid"] = new(401, connector => connector.Token(notBefore: TimeSpan.FromMinutes(6), expires: TimeSpan.FromHours(2))),
        ["huge"] = new(401, connector => connector.Token(more: new() { ["x"] = new string('x', 9 * 1024) })),
        ["larger than a request's headers"] = new(431, connector => connector.Token(more: new() { ["x"] = new string('x', 40 * 1024) })),
        ["another serviceUrl"] = new(403, connector => connector.Token(service: "https://smba.trafficmanager.net/amer/")),
        ["a serviceUrl that is no text"] = new(403, connector => connector.Token(service: 7)),
        ["no serviceUrl"] = new(403, connector => connector.Raw("""{"alg":"RS256","kid":"k1"}""", OpenIdServer.Payload.Replace("serviceurl", "x", StringComparison.Ordinal))),

        // What the Bot Framework SDK lets in as the emulator's: tokens of Microsoft's own tenants, without a look at audience or serviceUrl.
        ["the emulator's"] = new(401, connector => connector.Token(
            issuer: "https://sts.windows.net/d6d49420-f39b-4df7-a1dc-d59a935871db/", more: new() { ["ver"] = "1.0", ["appid"] = OpenIdServer.App })),
        ["the bot's own for the connector"] = new(401, connector => connector.Token(
            issuer: $"https://sts.windows.net/{Tenant}/", audience: OpenIdServer.Issuer, more: new() { ["ver"] = "1.0", ["appid"] = OpenIdServer.App })),

        // What the token library throws at, or could.
        ["a key id that is a number"] = new(401, connector => connector.Raw("""{"alg":"RS256","kid":7}""", OpenIdServer.Payload)),
        ["an algorithm that is a list"] = new(401, connector => connector.Raw("""{"alg":["RS256"],"kid":"k1"}""", OpenIdServer.Payload)),
        ["a header that is a list"] = new(401, connector => connector.Raw("[]", OpenIdServer.Payload)),
        ["a payload that is no JSON"] = new(401, connector => connector.Raw("""{"alg":"RS256","kid":"k1"}""", "{")),
        ["a payload that is a text"] = new(401, connector => connector.Raw("""{"alg":"RS256","kid":"k1"}""", "\"\"")),
        ["an end that is a text"] = new(401, connector => connector.Raw("""{"alg":"RS256","kid":"k1"}""", """{"iss":"https://api.botframework.com","exp":"soon"}""")),
        ["an end past all time"] = new(401, connector => connector.Raw("""{"alg":"RS256","kid":"k1"}""", """{"iss":"https://api.botframework.com","exp":1e300}""")),
        ["an audience that is an object"] = new(401, connector => connector.Raw("""{"alg":"RS256","kid":"k1"}""", """{"iss":"https://api.botframework.com","aud":{},"exp":32503680000}""")),
        ["a payload that nests without end"] = new(401, connector => connector.Raw("""{"alg":"RS256","kid":"k1"}""", new string('[', 3_000))),

        // The connector's keys, and what they vouch for.
        ["a key that was rotated away"] = new(401, connector =>
        {
            var old = connector.Token();
            connector.Rotate("k2");
            return old;
        }),
        ["unknown key, the keys are known"] = new(401, connector => connector.Token(byAnother: true, keyId: "k9")) { KeysAreKnown = true },
        ["the metadata is down and no key is known"] = new(503, connector => Down(connector).Token()),
        ["the metadata is down, signed by somebody else"] = new(401, connector => Down(connector).Token(byAnother: true)) { KeysAreKnown = true },
        ["the metadata is down, unknown key"] = new(401, connector => Down(connector).Token(byAnother: true, keyId: "k9")) { KeysAreKnown = true },
        ["the metadata is down, expired"] = new(401, connector => Down(connector).Token(expires: TimeSpan.FromMinutes(-6))) { KeysAreKnown = true },
        ["a key without endorsements"] = new(403, connector => Endorsing(connector, null).Token()),
        ["a key that endorses nothing"] = new(403, connector => Endorsing(connector, "[]").Token()),
        ["a key that endorses Web Chat"] = new(403, connector => Endorsing(connector, """["webchat"]""").Token()),
        ["endorsements that are a text"] = new(403, connector => Endorsing(connector, "\"msteams\"").Token()),
        ["endorsements that are no texts"] = new(403, connector => Endorsing(connector, "[7,null]").Token()),

        // A good token with an activity that it is not for.
        ["another channel"] = Activity(403, With("\"msteams\"", "\"slack\"")),
        ["a channel that the key endorses"] = Activity(403, With("\"msteams\"", "\"webchat\"")),
        ["an empty channel"] = Activity(403, With("\"msteams\"", "\"\"")),
        ["no channel"] = Activity(403, With("\"channelId\"", "\"x\"")),
        ["no serviceUrl in the activity"] = Activity(400, With("\"serviceUrl\"", "\"x\"")),
        ["an empty serviceUrl"] = Activity(400, With(OpenIdServer.Service, "")),
        ["another serviceUrl in the activity"] = Activity(403, With("emea", "amer")),
        ["another tenant"] = Activity(403, With(Tenant, OtherTenant)),
        ["no tenant"] = Activity(403, With("\"tenantId\"", "\"x\"")),
        ["another tenant in the channel's data"] = Activity(403, With("\"type\"", $$$"""
            "channelData":{"tenant":{"id":"{{{OtherTenant}}}"}},"type"
            """)),

        // A host that would collect the bot's token, named by token and activity alike.
        ["somebody else's host"] = Service("https://example.com/"),
        ["a host that anybody may register"] = Service("https://evil.trafficmanager.net/emea/"),
        ["a connector's host without TLS"] = Service("http://smba.trafficmanager.net/emea/"),
        ["a connector's host as a user"] = Service("https://smba.trafficmanager.net@example.com/"),
        ["this machine"] = Service("http://localhost:9/"),
    };

    private static OpenIdServer Down(OpenIdServer connector)
    {
        connector.IsDown = true;
        return connector;
    }

    private static OpenIdServer Endorsing(OpenIdServer connector, string? endorsements)
    {
        connector.Endorsements = endorsements;
        return connector;
    }

    private static Bad Activity(int status, string body) => new(status, connector => connector.Token()) { Body = body };

    private static Bad Service(string address) => new(403, connector => connector.Token(service: address)) { Body = With(OpenIdServer.Service, address) };

    private static IEnumerable<string> BadRequestNames() => BadRequests.Keys;

    [TestCaseSource(nameof(BadRequestNames))]
    public async Task Post_OfABadRequest_IsRefusedBeforeAnyTurn(string what)
    {
        var bad = BadRequests[what];
        if (bad.KeysAreKnown)
        {
            await StatusAsync(_connector.Token());
        }

        var before = _turns;
        Assert.That(((int)await StatusAsync(bad.Token(_connector), bad.Body), _turns), Is.EqualTo((bad.Status, before)));
    }

    [TestCase(Tenant, HttpStatusCode.Forbidden)]
    [TestCase(OtherTenant, HttpStatusCode.OK)]
    [TestCase("CCCCCCCC-0000-0000-0000-000000000002", HttpStatusCode.OK)]
    public async Task Post_WithAllowedTenants_ServesThoseAlone(string tenant, HttpStatusCode expected)
    {
        await ServeAgainAsync(options => options.AllowedTenants = [OtherTenant]);
        Assert.That(await StatusAsync(_connector.Token(), With(Tenant, tenant)), Is.EqualTo(expected));
    }

    [TestCase("https://api.botframework.us", "https://smba.infra.gov.teams.microsoft.us/teams/", HttpStatusCode.OK)]
    [TestCase("https://api.botframework.us", "https://smba.trafficmanager.net/emea/", HttpStatusCode.Forbidden)]
    [TestCase("https://api.botframework.com", "https://smba.infra.gov.teams.microsoft.us/teams/", HttpStatusCode.Unauthorized)]
    public async Task Post_InTheGovernmentsCloud_IsHeldToItsIssuerAndHosts(string issuer, string service, HttpStatusCode expected)
    {
        await ServeAgainAsync(options => options.Cloud = "usGovernment");
        Assert.That(
            await StatusAsync(_connector.Token(issuer: issuer, service: service), With(OpenIdServer.Service, service)), Is.EqualTo(expected));
    }

    [Test]
    public async Task Post_OfAHostThatTheSettingsName_IsTaken()
    {
        const string Service = "https://connector.example.com/teams";
        await ServeAgainAsync(options => options.ServiceHosts = ["*.example.com"]);
        Assert.That(await StatusAsync(_connector.Token(service: Service), With(OpenIdServer.Service, Service)), Is.EqualTo(HttpStatusCode.OK));
    }

    [Test]
    public async Task Post_TheKeysCannotBeHadYet_IsToldToComeAgainAndHeals()
    {
        _connector.IsDown = true;
        var before = await StatusAsync(_connector.Token());
        _connector.IsDown = false;
        _clock.Advance(TimeSpan.FromSeconds(10));
        Assert.That((before, await StatusAsync(_connector.Token()), _turns), Is.EqualTo((HttpStatusCode.ServiceUnavailable, HttpStatusCode.OK, 1)));
    }

    [Test]
    public async Task Post_TheMetadataFailsAfterADay_GoesOnWithTheKeysThatAreKnown()
    {
        await StatusAsync(_connector.Token());
        _clock.Advance(TimeSpan.FromDays(2));
        _connector.IsDown = true;
        Assert.That(await StatusAsync(_connector.Token()), Is.EqualTo(HttpStatusCode.OK));
    }

    [Test]
    public async Task Post_TheKeyWasRotated_IsTakenAtOnceAndTheOldKeyIsNot()
    {
        var old = _connector.Token();
        await StatusAsync(old);
        _connector.Rotate("k2");
        Assert.That((await StatusAsync(_connector.Token()), await StatusAsync(old)), Is.EqualTo((HttpStatusCode.OK, HttpStatusCode.Unauthorized)));
    }

    [TestCase("10.0.0.1", "localhost")]
    [TestCase("127.0.0.1", "rebound.example.com")]
    public async Task CheckCaller_AnonymousFromAnotherMachineOrUnderAnotherName_IsForbidden(string caller, string host)
    {
        var http = new DefaultHttpContext { Request = { Host = new(host) } };
        http.Connection.RemoteIpAddress = IPAddress.Parse(caller);
        var keys = new SigningKeys(_connector.Metadata, _clock, NullLogger<SigningKeys>.Instance);
        var (_, refusal) = await new RequestAuthenticator(new BotOptions(), BotCloud.Public, keys).CheckCallerAsync(http);
        Assert.That(refusal?.Status, Is.EqualTo(403));
    }
}
