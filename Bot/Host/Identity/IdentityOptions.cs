using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;

namespace BridgeBot.Host.Identity;

/// <summary>How a program proves to Microsoft Entra that it is an app registration or a managed identity.</summary>
public sealed class IdentityOptions
{
    /// <summary>What Kubernetes' workload identity sets
    /// (<see href="https://azure.github.io/azure-workload-identity/docs/topics/service-account-labels-and-annotations.html"/>).</summary>
    private const string TokenFileVariable = "AZURE_FEDERATED_TOKEN_FILE";

    /// <summary>Which proof: a <see cref="CredentialKind"/>, in any case.</summary>
    public string Credential { get; set; } = nameof(CredentialKind.ClientSecret);

    /// <summary>The (client) id of the app registration, or of the user-assigned managed identity.</summary>
    public string ClientId { get; set; } = "";

    /// <summary>The tenant that it is registered in.</summary>
    public string TenantId { get; set; } = "";

    /// <summary>For <see cref="CredentialKind.ClientSecret"/>.</summary>
    public string ClientSecret { get; set; } = "";

    /// <summary>For <see cref="CredentialKind.Certificate"/>: a PFX file, or a PEM file with certificate and key.</summary>
    public string CertificatePath { get; set; } = "";

    /// <summary>The password of that file; empty for none.</summary>
    public string CertificatePassword { get; set; } = "";

    /// <summary>For <see cref="CredentialKind.WorkloadIdentity"/>: the file with the token that Kubernetes gave. Empty for what the
    /// environment variable AZURE_FEDERATED_TOKEN_FILE says, or where <see cref="ManagedIdentityClientId"/> is the proof.</summary>
    public string TokenFile { get; set; } = "";

    /// <summary>For <see cref="CredentialKind.WorkloadIdentity"/>: the user-assigned managed identity that the app registration trusts
    /// (<see href="https://learn.microsoft.com/entra/workload-id/workload-identity-federation-config-app-trust-managed-identity"/>).</summary>
    public string ManagedIdentityClientId { get; set; } = "";

    /// <summary>The kind by the name in <see cref="Credential"/>; null if there is none.</summary>
    internal CredentialKind? Kind =>
        Enum.GetNames<CredentialKind>().FirstOrDefault(name => name.Equals(Credential.Trim(), StringComparison.OrdinalIgnoreCase)) is { } known
            ? Enum.Parse<CredentialKind>(known)
            : null;

    /// <summary>The file with Kubernetes' token; null if there is none.</summary>
    internal string? FederatedTokenFile => TokenFile.Length > 0 ? TokenFile : Environment.GetEnvironmentVariable(TokenFileVariable);

    /// <summary>Why these options are no credential; none if they are one. One line each, for the console; never a secret.</summary>
    /// <param name="section">The section that they stand in.</param>
    /// <param name="clientId">What the section calls <see cref="ClientId"/>.</param>
    /// <param name="clientSecret">What it calls <see cref="ClientSecret"/>.</param>
    internal IEnumerable<string> FaultsAtStart(string section, string clientId = nameof(ClientId), string clientSecret = nameof(ClientSecret))
    {
        if (Kind is not { } kind)
        {
            yield return $"{section}:{nameof(Credential)} is \"{Credential}\": it must be one of {string.Join(", ", Enum.GetNames<CredentialKind>())}.";
            yield break;
        }

        if (!EntraId.IsId(ClientId))
        {
            yield return ClientId.Length == 0
                ? $"{section}:{clientId} is missing: the (client) ID of the app registration, or of the managed identity."
                : $"{section}:{clientId} is \"{ClientId}\": it must be a (client) ID, which is a GUID without braces.";
        }

        if (!EntraId.IsId(TenantId) && (TenantId.Length > 0 || kind is not CredentialKind.ManagedIdentity))
        {
            yield return TenantId.Length == 0
                ? $"{section}:{nameof(TenantId)} is missing: the tenant that {section}:{clientId} is registered in."
                : $"{section}:{nameof(TenantId)} is \"{TenantId}\": it must be the tenant's ID, which is a GUID without braces.";
        }

        var fault = kind switch
        {
            CredentialKind.ClientSecret when ClientSecret.Length == 0 =>
                $"{section}:{clientSecret} is missing: the client secret of {section}:{clientId}, or say by {section}:{nameof(Credential)} what else proves it.",
            CredentialKind.Certificate => FaultOfCertificate(section),
            CredentialKind.WorkloadIdentity => FaultOfFederation(section),
            _ => null,
        };
        if (fault is not null)
        {
            yield return fault;
        }
    }

    /// <summary>The certificate with its private key.</summary>
    /// <exception cref="CryptographicException">It cannot be read.</exception>
    internal X509Certificate2 LoadCertificate()
    {
        if (X509Certificate2.GetCertContentType(CertificatePath) is X509ContentType.Pkcs12)
        {
            return X509CertificateLoader.LoadPkcs12FromFile(CertificatePath, CertificatePassword.Length > 0 ? CertificatePassword : null);
        }

        return CertificatePassword.Length > 0
            ? X509Certificate2.CreateFromEncryptedPemFile(CertificatePath, CertificatePassword)
            : X509Certificate2.CreateFromPemFile(CertificatePath);
    }

    private string? FaultOfCertificate(string section)
    {
        var name = $"{section}:{nameof(CertificatePath)}";
        if (CertificatePath.Length == 0)
        {
            return $"{name} is missing: a PFX file, or a PEM file with certificate and key.";
        }

        try
        {
            using var certificate = LoadCertificate();
            return certificate.HasPrivateKey ? null : $"{name} is \"{CertificatePath}\": the file has no private key.";
        }
        catch (Exception fault) when (fault is CryptographicException or IOException or UnauthorizedAccessException)
        {
            return File.Exists(CertificatePath)
                ? $"{name} is \"{CertificatePath}\": the file cannot be read as a certificate with its key; check {section}:{nameof(CertificatePassword)} too."
                : $"{name} is \"{CertificatePath}\": there is no such file.";
        }
    }

    private string? FaultOfFederation(string section) => (ManagedIdentityClientId, FederatedTokenFile) switch
    {
        ({ Length: > 0 } id, _) when TokenFile.Length > 0 =>
            $"{section}:{nameof(TokenFile)} is set beside {section}:{nameof(ManagedIdentityClientId)}: remove one of them.",
        ({ Length: > 0 } id, _) => EntraId.IsId(id)
            ? null
            : $"{section}:{nameof(ManagedIdentityClientId)} is \"{id}\": it must be a (client) ID, which is a GUID without braces.",
        (_, null or "") => $"{section}:{nameof(TokenFile)} is missing, and {TokenFileVariable} is not set: where the token of the workload is. "
            + $"Or say by {section}:{nameof(ManagedIdentityClientId)} which managed identity it trusts.",
        (_, { } file) => File.Exists(file) ? null : $"{section}:{nameof(TokenFile)} is \"{file}\": there is no such file.",
    };
}
