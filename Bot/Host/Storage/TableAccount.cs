using Azure.Core;
using Azure.Core.Pipeline;
using Azure.Data.Tables;
using Azure.Identity;
using BridgeBot.Host.Identity;

namespace BridgeBot.Host.Storage;

/// <summary>The way to the table that the settings name.</summary>
/// <param name="Client">The table; safe for all threads.</param>
/// <param name="Setting">The setting that names the account.</param>
internal sealed record TableAccount(TableClient Client, string Setting)
{
    /// <summary>Connects nothing yet.</summary>
    /// <param name="options">The section <c>Storage</c>.</param>
    /// <param name="policies">Take part in every request; for whoever watches them.</param>
    /// <exception cref="StoreStartException">A setting is missing or wrong.</exception>
    public static TableAccount Of(StorageOptions options, params ReadOnlySpan<HttpPipelinePolicy> policies) => Along(options, TryOften(), policies);

    /// <summary>The same for commands, behind which no person waits: a slow line may take a minute for a large transaction.</summary>
    /// <exception cref="StoreStartException">A setting is missing or wrong.</exception>
    public static TableAccount Patient(StorageOptions options) => Along(options, new() { Retry = { NetworkTimeout = TimeSpan.FromSeconds(100) } });

    private static TableAccount Along(StorageOptions options, TableClientOptions how, params ReadOnlySpan<HttpPipelinePolicy> policies)
    {
        if (!IsTableName(options.Table))
        {
            throw StoreStartException.About(
                "Storage:Table", $"\"{options.Table}\" cannot be a table. Choose a letter and then 2 to 62 letters or digits, all ASCII.");
        }

        how.AddPolicy(new TableTries(), HttpPipelinePosition.PerRetry);
        foreach (var policy in policies) how.AddPolicy(policy, HttpPipelinePosition.PerRetry);
        return (options.ConnectionString.Trim(), options.Endpoint.Trim()) switch
        {
            ("", "") => throw StoreStartException.About(
                "Storage:ConnectionString",
                "it is missing. Set it, or set Storage:Endpoint to sign in as the identity that the bot runs as."),
            (var text, "") => new(ByKey(text, options.Table, how), "Storage:ConnectionString"),
            ("", var text) => new(ByIdentity(text, options, how), "Storage:Endpoint"),
            _ => throw StoreStartException.About("Storage:ConnectionString", "Storage:Endpoint is set as well. Remove one of them."),
        };
    }

    // https://learn.microsoft.com/rest/api/storageservices/understanding-the-table-service-data-model#table-names
    private static bool IsTableName(string name) =>
        name.Length is >= 3 and <= 63 && char.IsAsciiLetter(name[0]) && name.All(char.IsAsciiLetterOrDigit);

    // Throttling and restarts of the service last for moments. A person waits behind each try, and Teams for 10 seconds at
    // least, so the defaults (100 s a try, from 0.8 s to 60 s between them) are too patient.
    private static TableClientOptions TryOften() => new()
    {
        Retry =
        {
            Mode = RetryMode.Exponential,
            MaxRetries = 4,
            Delay = TimeSpan.FromMilliseconds(50),
            MaxDelay = TimeSpan.FromMilliseconds(500),
            NetworkTimeout = TimeSpan.FromSeconds(2),
        },
    };

    private static TableClient ByKey(string connectionString, string table, TableClientOptions how)
    {
        try
        {
            var client = new TableClient(connectionString, table, how);
            return client.Uri.Scheme is "https" or "http" ? client : throw new FormatException("it has an address of another kind");
        }
        catch (Exception fault) when (fault is FormatException or ArgumentException or InvalidOperationException)
        {
            // What the library says can quote the string, and the string is a secret.
            throw StoreStartException.About(
                "Storage:ConnectionString",
                "it is not a storage account's. Copy it from the account's access keys, or say UseDevelopmentStorage=true for Azurite.");
        }
    }

    private static TableClient ByIdentity(string endpoint, StorageOptions options, TableClientOptions how) =>
        Uri.TryCreate(endpoint, UriKind.Absolute, out var address) && address.Scheme == Uri.UriSchemeHttps
            ? new TableClient(address, options.Table, CredentialOf(options, address), how)
            : throw StoreStartException.About(
                "Storage:Endpoint", "it is no https address. Say https://NAME.table.core.windows.net, with the storage account's name.");

    /// <summary>The endpoint's name says which cloud it is in
    /// (<see href="https://learn.microsoft.com/azure/azure-government/compare-azure-government-global-azure#guidance-for-developers"/>).</summary>
    private static TokenCredential CredentialOf(StorageOptions options, Uri address)
    {
        var authority = address.Host.EndsWith(".usgovcloudapi.net", StringComparison.OrdinalIgnoreCase)
            ? AzureAuthorityHosts.AzureGovernment
            : AzureAuthorityHosts.AzurePublicCloud;
        return options.Identity is { } identity
            ? Credentials.Of(identity, authority)
            : new DefaultAzureCredential(new DefaultAzureCredentialOptions { AuthorityHost = authority });
    }
}
