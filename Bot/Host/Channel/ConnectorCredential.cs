using Azure.Core;
using Azure.Identity;

namespace BridgeBot.Host.Channel;

/// <summary>
/// The bot's token for the connector, from Microsoft Entra
/// (<see href="https://learn.microsoft.com/azure/bot-service/rest-api/bot-framework-rest-connector-authentication#bot-to-connector"/>).
/// It is as good as the bot's password, so it goes to Microsoft's connectors only.
/// </summary>
public sealed class ConnectorCredential(TokenCredential credential)
{
    private static readonly TokenRequestContext Scope = new(["https://api.botframework.com/.default"]);

    /// <summary>The credential of the options; null where the bot runs without, with the local client.</summary>
    public static ConnectorCredential? Of(BotOptions options) =>
        options.IsAnonymous ? null : new(new ClientSecretCredential(options.TenantId, options.AppId, options.AppPassword));

    /// <summary>Whether an address is one of Microsoft's connectors: Teams' public one, the one for GCC, any of the Bot Framework's own.
    /// </summary>
    public static bool Trusts(Uri address) =>
        address is { Scheme: "https", IsDefaultPort: true }
        && (address.IdnHost is "smba.trafficmanager.net" or "smba.infra.gcc.teams.microsoft.com"
            || address.IdnHost.EndsWith(".botframework.com", StringComparison.OrdinalIgnoreCase));

    /// <summary>A valid token; the credential keeps it until it runs out.</summary>
    /// <exception cref="AuthenticationFailedException">Microsoft Entra gave none.</exception>
    internal async ValueTask<string> TokenAsync(CancellationToken cancel) => (await credential.GetTokenAsync(Scope, cancel)).Token;
}
