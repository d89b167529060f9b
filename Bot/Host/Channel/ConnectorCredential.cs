using Azure.Core;
using Azure.Identity;

namespace BridgeBot.Host.Channel;

/// <summary>
/// The bot's token for the connector, from Microsoft Entra
/// (<see href="https://learn.microsoft.com/azure/bot-service/rest-api/bot-framework-rest-connector-authentication#bot-to-connector"/>).
/// It is as good as the bot's password, so it goes to <see cref="ConnectorHosts"/> only.
/// </summary>
public sealed class ConnectorCredential
{
    private readonly TokenCredential _credential;
    private readonly TokenRequestContext _scope;
    private readonly ConnectorHosts _hosts;

    internal ConnectorCredential(TokenCredential credential, BotCloud cloud, ConnectorHosts hosts) =>
        (_credential, _scope, _hosts) = (credential, new([cloud.Scope]), hosts);

    /// <summary>The credential of the options; null where the bot runs without, with the local client.</summary>
    internal static ConnectorCredential? Of(BotOptions options, BotCloud cloud) => options.IsAnonymous
        ? null
        : new(
            new ClientSecretCredential(options.TenantId, options.AppId, options.AppPassword, new ClientSecretCredentialOptions { AuthorityHost = cloud.Authority }),
            cloud,
            ConnectorHosts.Of(cloud, options));

    /// <summary>Whether the token may be sent to an address.</summary>
    internal bool Trusts(Uri address) => _hosts.Trusts(address);

    /// <summary>A valid token; the credential keeps it until it runs out.</summary>
    /// <exception cref="AuthenticationFailedException">Microsoft Entra gave none.</exception>
    internal async ValueTask<string> TokenAsync(CancellationToken cancel) => (await _credential.GetTokenAsync(_scope, cancel)).Token;
}
