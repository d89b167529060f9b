namespace BridgeBot.Host.Identity;

/// <summary>What proves to Microsoft Entra who a program is.</summary>
public enum CredentialKind
{
    /// <summary>A secret of an app registration.</summary>
    ClientSecret,

    /// <summary>A certificate of an app registration.</summary>
    Certificate,

    /// <summary>The user-assigned managed identity of the machine, without an app registration.</summary>
    ManagedIdentity,

    /// <summary>An app registration that trusts a token of Kubernetes', or a managed identity.</summary>
    WorkloadIdentity,
}
