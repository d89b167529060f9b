namespace BridgeBot.Host.Channel;

/// <summary>A cloud of Microsoft's with a Bot Service of its own.</summary>
/// <param name="Name">What <c>Bot:Cloud</c> says.</param>
/// <param name="Metadata">Where its connector publishes the keys that it signs with.</param>
/// <param name="Issuer">Who its connector's tokens are from.</param>
/// <param name="Scope">What a token for its connector is asked for.</param>
/// <param name="Authority">Where Microsoft Entra gives tokens.</param>
/// <param name="ConnectorHosts">The hosts of its connectors, as <see cref="Channel.ConnectorHosts"/> takes them.</param>
internal sealed record BotCloud(
    string Name, Uri Metadata, string Issuer, string Scope, Uri Authority, IReadOnlyList<string> ConnectorHosts)
{
    /// <summary>Microsoft's public cloud, which Teams' GCC is a part of
    /// (<see href="https://learn.microsoft.com/azure/bot-service/rest-api/bot-framework-rest-connector-authentication"/>; hosts:
    /// <see href="https://learn.microsoft.com/microsoftteams/platform/bots/how-to/conversations/send-proactive-messages"/>). Anybody can
    /// register a name below trafficmanager.net, so Teams' is taken whole.</summary>
    public static readonly BotCloud Public = new(
        "Public",
        new("https://login.botframework.com/v1/.well-known/openidconfiguration"),
        "https://api.botframework.com",
        "https://api.botframework.com/.default",
        new("https://login.microsoftonline.com/"),
        ["smba.trafficmanager.net", "smba.infra.gcc.teams.microsoft.com", "*.botframework.com"]);

    /// <summary>Azure Government, with Teams' GCC High and DoD
    /// (<see href="https://learn.microsoft.com/azure/bot-service/how-to-deploy-gov-cloud-high"/>; hosts:
    /// <see href="https://microsoft.github.io/Agents-for-js/variables/_microsoft_agents-hosting.TeamsServiceEndpoints.html"/>).</summary>
    public static readonly BotCloud UsGovernment = new(
        "UsGovernment",
        new("https://login.botframework.azure.us/v1/.well-known/openidconfiguration"),
        "https://api.botframework.us",
        "https://api.botframework.us/.default",
        new("https://login.microsoftonline.us/"),
        ["smba.infra.gov.teams.microsoft.us", "smba.infra.dod.teams.microsoft.us", "*.botframework.azure.us"]);

    /// <summary>All that there are.</summary>
    public static readonly IReadOnlyList<BotCloud> All = [Public, UsGovernment];

    /// <summary>The cloud by that name, in any case; null if there is none.</summary>
    public static BotCloud? Named(string name) => All.FirstOrDefault(cloud => cloud.Name.Equals(name.Trim(), StringComparison.OrdinalIgnoreCase));
}
