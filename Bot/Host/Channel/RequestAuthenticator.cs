using System.Net;
using System.Text.Json;
using Microsoft.IdentityModel.JsonWebTokens;
using Microsoft.IdentityModel.Tokens;

namespace BridgeBot.Host.Channel;

/// <summary>
/// Whether a request comes from the Bot Connector and is meant for this bot and tenant, by the rules of
/// <see href="https://learn.microsoft.com/azure/bot-service/rest-api/bot-framework-rest-connector-authentication#connector-to-bot"/>.
/// Without a registration it lets the local client in: from this machine, to a connector on this machine.
/// </summary>
/// <param name="options">The bot's registration.</param>
/// <param name="cloud">Whose connector may call.</param>
/// <param name="keys">What that connector signs with.</param>
internal sealed class RequestAuthenticator(BotOptions options, BotCloud cloud, SigningKeys keys)
{
    /// <summary>The one channel that this bot serves. Web Chat and Direct Line, which a registration has from the beginning, let their client
    /// say who is writing, so whoever comes through them may be nobody.</summary>
    private const string Teams = "msteams";

    /// <summary>Bytes of a token; the connector's have about one thousand.</summary>
    private const int TokenBytes = 8 * 1024;

    private static readonly JsonWebTokenHandler Tokens = new() { MaximumTokenSizeInBytes = TokenBytes };

    private readonly ConnectorHosts _hosts = ConnectorHosts.Of(cloud, options);
    private readonly HashSet<string> _tenants = new(options.ServedTenants, StringComparer.OrdinalIgnoreCase);
    private readonly RememberedTokens _remembered = new();

    /// <summary>Checks who calls, before the body is read.</summary>
    /// <returns>The token, or null where none is needed; and why the call is refused, or null.</returns>
    public async Task<(JsonWebToken? Token, Refusal? Refusal)> CheckCallerAsync(HttpContext http)
    {
        if (options.IsAnonymous)
        {
            return (null, RefusalOfAnonymous(http));
        }

        var header = http.Request.Headers.Authorization.ToString();
        if (!header.StartsWith("Bearer ", StringComparison.OrdinalIgnoreCase))
        {
            return (null, new(401, "a bearer token is missing"));
        }

        try
        {
            return await CheckTokenAsync(header["Bearer ".Length..].Trim(), http.RequestAborted);
        }
        catch (Exception error) when (error is not OperationCanceledException)
        {
            // Most of what is wrong with a token is a result of the library; some of it is an exception, of many types.
            return (null, new(401, "the bearer token cannot be read", error.GetType().Name));
        }
    }

    /// <summary>Checks whether the caller may send this activity.</summary>
    /// <param name="token">From <see cref="CheckCallerAsync"/>.</param>
    /// <param name="activity">As parsed.</param>
    /// <returns>Why it is refused, or null.</returns>
    public Refusal? CheckActivity(JsonWebToken? token, Activity activity)
    {
        var service = new Uri(activity.ServiceUrl!);
        if (options.IsAnonymous)
        {
            return ListeningAddresses.IsLoopbackHost(service.Host) ? null : new(403, "without Bot:AppId serviceUrl must be on this machine");
        }

        return token is null || !IsFor(token, activity.ServiceUrl!) ? new(403, "the token is for another serviceUrl")
            : !_hosts.Trusts(service) ? new(403, "serviceUrl is no connector's; Bot:ServiceHosts can name more", service.Host)
            : activity.ChannelId != Teams ? new(403, "this bot serves Microsoft Teams alone")
            : !Endorses(token.SigningKey, activity.ChannelId) ? new(403, "the token is for another channel")
            : !IsOfServedTenant(activity) ? new(403, "the activity is of another tenant")
            : null;
    }

    private async Task<(JsonWebToken? Token, Refusal? Refusal)> CheckTokenAsync(string text, CancellationToken cancel)
    {
        var keyId = _remembered.KeyIdOf(text) ?? Tokens.ReadJsonWebToken(text).Kid;
        var known = await keys.ForAsync(keyId is { Length: > 0 } id ? id : null, cancel);
        if (known.Count == 0)
        {
            return (null, new(503, "the connector's keys cannot be had at the moment"));
        }

        if (_remembered.Find(text, known, TimeProvider.System.GetUtcNow()) is { } held)
        {
            return (held, null);
        }

        var result = await Tokens.ValidateTokenAsync(text, new TokenValidationParameters
        {
            IssuerSigningKeys = known,
            ValidIssuer = cloud.Issuer,
            ValidAudience = options.AppId.ToLowerInvariant(), // as tokens write it
            ValidAlgorithms = [SecurityAlgorithms.RsaSha256],
            ClockSkew = TimeSpan.FromMinutes(5),
            RequireSignedTokens = true,
            RequireExpirationTime = true,
        });
        if (result is not { IsValid: true, SecurityToken: JsonWebToken token })
        {
            return (null, new(401, "the bearer token is not valid", result.Exception?.GetType().Name));
        }

        _remembered.Remember(text, token, TimeProvider.System.GetUtcNow());
        return (token, null);
    }

    /// <summary>A page in this machine's browser comes from this machine too, but by another name; the local client calls the machine's own.</summary>
    private static Refusal? RefusalOfAnonymous(HttpContext http) =>
        (http.Connection.RemoteIpAddress is { } caller && !IPAddress.IsLoopback(caller)) // no address: a call within the process
        || !ListeningAddresses.IsLoopbackHost(http.Request.Host.Host)
            ? new(403, "without Bot:AppId only this machine may call")
            : null;

    private static bool IsFor(JsonWebToken token, string serviceUrl) =>
        token.TryGetClaim("serviceurl", out var claim) && claim.Value.TrimEnd('/').Equals(serviceUrl.TrimEnd('/'), StringComparison.OrdinalIgnoreCase);

    /// <summary>A key signs for the channels that it names; one that names none signs for none.</summary>
    private static bool Endorses(SecurityKey key, string channelId) =>
        key is JsonWebKey published && published.AdditionalData.TryGetValue("endorsements", out var endorsements)
        && endorsements is JsonElement { ValueKind: JsonValueKind.Array } list && list.EnumerateArray().Any(item => item.ValueKind is JsonValueKind.String && item.ValueEquals(channelId));

    private bool IsOfServedTenant(Activity activity)
    {
        var tenants = EnvelopeReader.TenantsOf(activity).ToList();
        return tenants.Count > 0 && tenants.All(_tenants.Contains);
    }
}
