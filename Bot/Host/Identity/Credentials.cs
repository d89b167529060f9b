using Azure.Core;
using Azure.Identity;

namespace BridgeBot.Host.Identity;

/// <summary>Options that were found without fault -> a credential of Azure.Identity
/// (<see href="https://learn.microsoft.com/dotnet/azure/sdk/authentication/credential-chains"/>). Nothing is asked for yet.</summary>
internal static class Credentials
{
    /// <summary>Where the token of a managed identity is asked for that an app registration trusts
    /// (<see href="https://learn.microsoft.com/entra/workload-id/workload-identity-federation-config-app-trust-managed-identity"/>).</summary>
    private const string PublicExchange = "api://AzureADTokenExchange/.default";
    private const string GovernmentExchange = "api://AzureADTokenExchangeUSGov/.default";

    /// <summary>The credential.</summary>
    /// <param name="options">As checked by <see cref="IdentityOptions.FaultsAtStart"/>.</param>
    /// <param name="authority">Where Microsoft Entra gives tokens in this cloud.</param>
    public static TokenCredential Of(IdentityOptions options, Uri authority) => options.Kind switch
    {
        CredentialKind.ClientSecret => new ClientSecretCredential(
            options.TenantId, options.ClientId, options.ClientSecret, new ClientSecretCredentialOptions { AuthorityHost = authority }),
        CredentialKind.Certificate => new ClientCertificateCredential(
            options.TenantId,
            options.ClientId,
            options.LoadCertificate(),
            new ClientCertificateCredentialOptions { AuthorityHost = authority, SendCertificateChain = true }),
        CredentialKind.ManagedIdentity => ManagedIdentity(options.ClientId),
        CredentialKind.WorkloadIdentity when options.ManagedIdentityClientId.Length > 0 => ByManagedIdentity(options, authority),
        CredentialKind.WorkloadIdentity => new WorkloadIdentityCredential(new WorkloadIdentityCredentialOptions
        {
            TenantId = options.TenantId,
            ClientId = options.ClientId,
            TokenFilePath = options.FederatedTokenFile,
            AuthorityHost = authority,
        }),
        _ => throw new ArgumentOutOfRangeException(nameof(options), options.Credential, "a credential without a rule"),
    };

    private static ManagedIdentityCredential ManagedIdentity(string clientId) => new(ManagedIdentityId.FromUserAssignedClientId(clientId));

    private static ClientAssertionCredential ByManagedIdentity(IdentityOptions options, Uri authority)
    {
        var trusted = ManagedIdentity(options.ManagedIdentityClientId);
        var exchange = new TokenRequestContext([authority == AzureAuthorityHosts.AzureGovernment ? GovernmentExchange : PublicExchange]);
        return new(
            options.TenantId,
            options.ClientId,
            async cancel => (await trusted.GetTokenAsync(exchange, cancel)).Token,
            new ClientAssertionCredentialOptions { AuthorityHost = authority });
    }
}
