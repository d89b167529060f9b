using System.Security.Cryptography;
using System.Text;
using Microsoft.AspNetCore.Http;
using Microsoft.IdentityModel.JsonWebTokens;
using Microsoft.IdentityModel.Tokens;

namespace BridgeBot.Tests.Channel;

/// <summary>Publishes keys as the Bot Connector does, on a loopback server, and signs tokens with them.</summary>
internal sealed class OpenIdServer : IAsyncDisposable
{
    public const string App = "aaaaaaaa-0000-0000-0000-000000000001";
    public const string Issuer = "https://api.botframework.com";
    public const string Service = "https://smba.trafficmanager.net/emea/";

    private readonly RSA _other = RSA.Create(2048);
    private RSA _rsa = RSA.Create(2048);
    private LoopbackServer? _server;
    private int _fetches;

    public string KeyId { get; set; } = "k1";

    /// <summary>What the key says it signs for; null if it says nothing.</summary>
    public string? Endorsements { get; set; } = """["msteams","webchat"]""";

    public bool IsDown { get; set; }

    /// <summary>What is published instead of the metadata; null for the metadata.</summary>
    public string? Instead { get; set; }

    /// <summary>How often the keys were asked for.</summary>
    public int Fetches => _fetches;

    public Uri Metadata => new(_server!.Address, "/v1/.well-known/openidconfiguration");

    public static async Task<OpenIdServer> StartAsync()
    {
        var server = new OpenIdServer();
        server._server = await LoopbackServer.StartAsync(server.AnswerAsync);
        return server;
    }

    /// <summary>Signs with a new key from now on, and publishes it alone.</summary>
    public void Rotate(string keyId)
    {
        _rsa.Dispose();
        (_rsa, KeyId) = (RSA.Create(2048), keyId);
    }

    public string Token(
        string issuer = Issuer, string audience = App, object? service = null, TimeSpan? expires = null, TimeSpan? notBefore = null,
        string algorithm = SecurityAlgorithms.RsaSha256, string? keyId = "", bool byAnother = false, Dictionary<string, object>? more = null)
    {
        var claims = new Dictionary<string, object>(more ?? []) { ["serviceurl"] = service ?? Service };
        return new JsonWebTokenHandler { SetDefaultTimesOnTokenCreation = false }.CreateToken(new SecurityTokenDescriptor
        {
            Issuer = issuer,
            Audience = audience,
            Expires = DateTime.UtcNow + (expires ?? TimeSpan.FromHours(1)),
            NotBefore = DateTime.UtcNow + (notBefore ?? TimeSpan.FromHours(-1)),
            Claims = claims,
            SigningCredentials = new(new RsaSecurityKey(byAnother ? _other : _rsa) { KeyId = keyId is "" ? KeyId : keyId }, algorithm),
        });
    }

    /// <summary>A token whose header and payload are given as they are, signed by the published key.</summary>
    public string Raw(string header, string payload)
    {
        var text = $"{Base64UrlEncoder.Encode(header)}.{Base64UrlEncoder.Encode(payload)}";
        return $"{text}.{Base64UrlEncoder.Encode(_rsa.SignData(Encoding.ASCII.GetBytes(text), HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1))}";
    }

    /// <summary>A token that takes the public key for a shared secret.</summary>
    public string WithThePublicKeyAsSecret()
    {
        var text = $"{Base64UrlEncoder.Encode($$"""{"alg":"HS256","typ":"JWT","kid":"{{KeyId}}"}""")}.{Base64UrlEncoder.Encode(Payload)}";
        var secret = Encoding.ASCII.GetBytes(_rsa.ExportSubjectPublicKeyInfoPem());
        return $"{text}.{Base64UrlEncoder.Encode(HMACSHA256.HashData(secret, Encoding.ASCII.GetBytes(text)))}";
    }

    /// <summary>A payload that is right in all.</summary>
    public static string Payload =>
        $$"""{"iss":"{{Issuer}}","aud":"{{App}}","serviceurl":"{{Service}}","exp":{{DateTimeOffset.UtcNow.AddHours(1).ToUnixTimeSeconds()}}}""";

    public ValueTask DisposeAsync()
    {
        _rsa.Dispose();
        _other.Dispose();
        return _server!.DisposeAsync();
    }

    private Task AnswerAsync(HttpContext http)
    {
        if (IsDown)
        {
            http.Response.StatusCode = 503;
            return Task.CompletedTask;
        }

        if (http.Request.Path == "/keys")
        {
            Interlocked.Increment(ref _fetches);
            return http.Response.WriteAsync(KeySet());
        }

        return http.Response.WriteAsync(Instead ?? $$"""
            {"issuer":"{{Issuer}}","jwks_uri":"{{new Uri(_server!.Address, "/keys")}}","id_token_signing_alg_values_supported":["RS256"]}
            """);
    }

    private string KeySet()
    {
        var key = _rsa.ExportParameters(includePrivateParameters: false);
        var endorsements = Endorsements is null ? "" : $""","endorsements":{Endorsements}""";
        return $$"""
            {"keys":[{"kty":"RSA","use":"sig","kid":"{{KeyId}}","n":"{{Base64UrlEncoder.Encode(key.Modulus)}}","e":"{{Base64UrlEncoder.Encode(key.Exponent)}}"{{endorsements}}}]}
            """;
    }
}
