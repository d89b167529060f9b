using System.Net;
using System.Text.Json;
using Microsoft.IdentityModel.JsonWebTokens;
using Microsoft.IdentityModel.Protocols;
using Microsoft.IdentityModel.Protocols.OpenIdConnect;
using Microsoft.IdentityModel.Tokens;

namespace BridgeBot.Host.Channel;

/// <summary>
/// Whether a request comes from the Bot Connector and is meant for this bot and tenant, by the rules of
/// <see href="https://learn.microsoft.com/azure/bot-service/rest-api/bot-framework-rest-connector-authentication#connector-to-bot"/>.
/// Without a registration it lets the local client in: from this machine, to a connector on this machine.
/// </summary>
internal sealed class RequestAuthenticator
{
    private const string Metadata = "https://login.botframework.com/v1/.well-known/openidconfiguration";
    private const string Issuer = "https://api.botframework.com";

    private static readonly JsonWebTokenHandler Tokens = new();
    private readonly BotOptions _options;
    private readonly ConfigurationManager<OpenIdConnectConfiguration> _keys;
    private readonly TokenValidationParameters _rules;

    /// <summary>An authenticator.</summary>
    /// <param name="options">The bot's registration.</param>
    /// <param name="metadata">Where the connector publishes its keys; null for the public cloud's.</param>
    public RequestAuthenticator(BotOptions options, Uri? metadata = null)
    {
        _options = options;
        _keys = new(
            metadata?.AbsoluteUri ?? Metadata,
            new OpenIdConnectConfigurationRetriever(),
            new HttpDocumentRetriever { RequireHttps = metadata is null || !metadata.IsLoopback });
        _rules = new()
        {
            ConfigurationManager = _keys,
            ValidIssuer = Issuer,
            ValidAudience = options.AppId,
            ValidAlgorithms = [SecurityAlgorithms.RsaSha256],
            ClockSkew = TimeSpan.FromMinutes(5),
            RequireSignedTokens = true,
            RequireExpirationTime = true,
        };
    }

    /// <summary>Checks who calls, before the body is read.</summary>
    /// <returns>The token, or null where none is needed; and why the call is refused, or null.</returns>
    public async Task<(JsonWebToken? Token, Refusal? Refusal)> CheckCallerAsync(HttpContext http)
    {
        if (_options.IsAnonymous)
        {
            // No address: the call was made within the process.
            return http.Connection.RemoteIpAddress is { } caller && !IPAddress.IsLoopback(caller)
                ? (null, new(403, "without Bot:AppId only this machine may call"))
                : (null, null);
        }

        var header = http.Request.Headers.Authorization.ToString();
        if (!header.StartsWith("Bearer ", StringComparison.OrdinalIgnoreCase))
        {
            return (null, new(401, "a bearer token is missing"));
        }

        var result = await Tokens.ValidateTokenAsync(header["Bearer ".Length..].Trim(), _rules);
        return result is { IsValid: true, SecurityToken: JsonWebToken token }
            ? (token, null)
            : (null, new(401, "the bearer token is not valid", result.Exception?.GetType().Name));
    }

    /// <summary>Checks whether the caller may send this activity.</summary>
    /// <param name="token">From <see cref="CheckCallerAsync"/>.</param>
    /// <param name="activity">As parsed.</param>
    /// <param name="cancel">Stops waiting.</param>
    /// <returns>Why it is refused, or null.</returns>
    public async Task<Refusal?> CheckActivityAsync(JsonWebToken? token, Activity activity, CancellationToken cancel)
    {
        if (_options.IsAnonymous)
        {
            return ListeningAddresses.IsLoopbackHost(new Uri(activity.ServiceUrl!).Host)
                ? null
                : new(403, "without Bot:AppId serviceUrl must be on this machine");
        }

        if (token is null || !token.TryGetPayloadValue<string>("serviceurl", out var service) || !IsSame(service, activity.ServiceUrl))
        {
            return new(403, "the token is for another serviceUrl");
        }

        if (!await EndorsesAsync(token, activity.ChannelId, cancel))
        {
            return new(403, "the token is for another channel");
        }

        var tenants = EnvelopeReader.TenantsOf(activity).ToList();
        return tenants.Count > 0 && tenants.All(tenant => tenant.Equals(_options.TenantId, StringComparison.OrdinalIgnoreCase))
            ? null
            : new(403, "the activity is of another tenant");
    }

    private static bool IsSame(string? claim, string? serviceUrl) =>
        string.Equals(claim?.TrimEnd('/'), serviceUrl?.TrimEnd('/'), StringComparison.OrdinalIgnoreCase);

    /// <summary>A key that carries endorsements signs for those channels alone.</summary>
    private async Task<bool> EndorsesAsync(JsonWebToken token, string? channelId, CancellationToken cancel)
    {
        var keys = (await _keys.GetConfigurationAsync(cancel)).JsonWebKeySet?.Keys ?? [];
        var key = keys.FirstOrDefault(key => key.Kid == token.SigningKey.KeyId);
        return key is not null && (!key.AdditionalData.TryGetValue("endorsements", out var endorsements)
            || (endorsements is JsonElement { ValueKind: JsonValueKind.Array } list
                ? list.EnumerateArray().Any(item => item.ValueEquals(channelId))
                : endorsements is IEnumerable<object> items && items.Any(item => item.ToString() == channelId)));
    }
}
