using BridgeBot.Host.Identity;

namespace BridgeBot.Host.Channel;

/// <summary>The bot's registration with Azure Bot Service. Without one, the bot serves the local client only.</summary>
public sealed class BotOptions
{
    /// <summary>The section of the configuration.</summary>
    public const string Section = "Bot";

    /// <summary>The app registration's (client) id; empty for none.</summary>
    public string AppId { get; set; } = "";

    /// <summary>What proves that the bot is that app: a <see cref="CredentialKind"/>, in any case.</summary>
    public string Credential { get; set; } = nameof(CredentialKind.ClientSecret);

    /// <summary>The app registration's client secret.</summary>
    public string AppPassword { get; set; } = "";

    /// <summary>As in <see cref="IdentityOptions"/>.</summary>
    public string CertificatePath { get; set; } = "";

    /// <summary>As in <see cref="IdentityOptions"/>.</summary>
    public string CertificatePassword { get; set; } = "";

    /// <summary>As in <see cref="IdentityOptions"/>.</summary>
    public string TokenFile { get; set; } = "";

    /// <summary>As in <see cref="IdentityOptions"/>.</summary>
    public string ManagedIdentityClientId { get; set; } = "";

    /// <summary>The tenant that the bot is registered in.</summary>
    public string TenantId { get; set; } = "";

    /// <summary>The tenants that the bot serves; everybody else's activities are refused. Empty for <see cref="TenantId"/> alone.</summary>
    public List<string> AllowedTenants { get; set; } = [];

    /// <summary>Microsoft's cloud: <c>Public</c> or <c>UsGovernment</c>, in any case.</summary>
    public string Cloud { get; set; } = BotCloud.Public.Name;

    /// <summary>Further hosts of connectors, beside the cloud's own: names in full, or <c>*.name</c>. The bot's token is sent to them.</summary>
    public List<string> ServiceHosts { get; set; } = [];

    /// <summary>Whether activities are taken without a token. <see cref="FaultsAtStart"/> keeps that to a developer's own machine.</summary>
    internal bool IsAnonymous => AppId.Length == 0;

    /// <summary>The tenants that the bot serves.</summary>
    internal IReadOnlyList<string> ServedTenants => AllowedTenants.Count > 0 ? AllowedTenants : [TenantId];

    /// <summary>The registration as Microsoft Entra sees it.</summary>
    internal IdentityOptions Identity => new()
    {
        Credential = Credential,
        ClientId = AppId,
        TenantId = TenantId,
        ClientSecret = AppPassword,
        CertificatePath = CertificatePath,
        CertificatePassword = CertificatePassword,
        TokenFile = TokenFile,
        ManagedIdentityClientId = ManagedIdentityClientId,
    };

    /// <summary>Why the host must not start with these options; none if it may. One line each, for the console.</summary>
    /// <param name="isDevelopment">Whether the environment is Development.</param>
    /// <param name="addresses">Every address that the host is to listen on (<see cref="ListeningAddresses"/>).</param>
    internal IEnumerable<string> FaultsAtStart(bool isDevelopment, IEnumerable<string> addresses)
    {
        if (BotCloud.Named(Cloud) is null)
        {
            yield return $"Bot:Cloud is \"{Cloud}\": it must be {string.Join(" or ", BotCloud.All.Select(cloud => cloud.Name))}.";
        }

        foreach (var host in ServiceHosts.Where(host => !ConnectorHosts.IsHost(host)))
        {
            yield return $"Bot:ServiceHosts has \"{host}\": it must be a host's name such as connector.example.com, or *.example.com.";
        }

        foreach (var tenant in AllowedTenants.Where(tenant => !EntraId.IsId(tenant)))
        {
            yield return $"Bot:AllowedTenants has \"{tenant}\": it must be a tenant's ID, which is a GUID without braces.";
        }

        foreach (var fault in IsAnonymous
            ? FaultsOfAnonymous(isDevelopment, addresses)
            : Identity.FaultsAtStart(Section, nameof(AppId), nameof(AppPassword)))
        {
            yield return fault;
        }

        if (!IsAnonymous && TenantId.Length == 0 && AllowedTenants.Count == 0 && Identity.Kind is CredentialKind.ManagedIdentity)
        {
            yield return "Bot:TenantId is missing: the tenant that the bot serves.";
        }
    }

    /// <summary>Whoever sets up a registration means it: half of one is not taken for none.</summary>
    private IEnumerable<string> FaultsOfAnonymous(bool isDevelopment, IEnumerable<string> addresses)
    {
        var set = new[]
        {
            (Name: nameof(AppPassword), IsSet: AppPassword.Length > 0),
            (Name: nameof(CertificatePath), IsSet: CertificatePath.Length > 0),
            (Name: nameof(TokenFile), IsSet: TokenFile.Length > 0),
            (Name: nameof(ManagedIdentityClientId), IsSet: ManagedIdentityClientId.Length > 0),
            (Name: nameof(TenantId), IsSet: TenantId.Length > 0),
            (Name: nameof(AllowedTenants), IsSet: AllowedTenants.Count > 0),
        };
        if (Array.Find(set, setting => setting.IsSet).Name is { } part)
        {
            yield return $"Bot:AppId is missing: {Section}:{part} is set without it.";
        }
        else if (!isDevelopment)
        {
            yield return "Bot:AppId is missing: outside of Development the bot needs Bot:AppId, Bot:AppPassword and Bot:TenantId.";
        }
        else if (addresses.FirstOrDefault(address => !ListeningAddresses.IsLoopback(address)) is { } open)
        {
            yield return $"Bot:AppId is missing: without it the bot listens on loopback addresses only, and {open} is not one.";
        }
    }
}
