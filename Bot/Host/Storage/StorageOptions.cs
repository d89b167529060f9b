using BridgeBot.Host.Identity;

namespace BridgeBot.Host.Storage;

/// <summary>Where the bot keeps what it knows: the section <c>Storage</c> of the settings.</summary>
public sealed class StorageOptions
{
    /// <summary>The section's name.</summary>
    public const string Section = "Storage";

    /// <summary>The embedded store, for one machine.</summary>
    public const string Sqlite = "Sqlite";

    /// <summary>Azure Table Storage, for any number of machines.</summary>
    public const string AzureTable = "AzureTable";

    /// <summary>Which store: <see cref="Sqlite"/> or <see cref="AzureTable"/>, in any case.</summary>
    public string Provider { get; set; } = Sqlite;

    /// <summary>The SQLite file, absolute or relative to the directory that the host runs in. It is made if it is not there,
    /// its folder is not.</summary>
    public string Path { get; set; } = "bridgebot.db";

    /// <summary>The storage account by connection string; a secret. Empty if <see cref="Endpoint"/> names it.</summary>
    public string ConnectionString { get; set; } = "";

    /// <summary>The storage account by its table endpoint, such as <c>https://name.table.core.windows.net</c>, opened as the
    /// identity that the host runs as. Empty if <see cref="ConnectionString"/> names it.</summary>
    public string Endpoint { get; set; } = "";

    /// <summary>Whose identity <see cref="Endpoint"/> is opened as; null for Azure.Identity's default chain: a managed identity, the
    /// environment, a developer's sign-in.</summary>
    public IdentityOptions? Identity { get; set; }

    /// <summary>The table's name; the table is made if it is not there.</summary>
    public string Table { get; set; } = "bridgebot";

    /// <summary>Why no store can be opened with these options, as far as that shows without opening it; none if one may.</summary>
    internal IReadOnlyList<string> FaultsAtStart()
    {
        List<string> faults = [];
        try
        {
            if (IsTable && Identity is not null)
            {
                faults.AddRange(Endpoint.Length > 0
                    ? Identity.FaultsAtStart($"{Section}:{nameof(Identity)}")
                    : [$"{Section}:{nameof(Identity)} is set without {Section}:{nameof(Endpoint)}, which is what it signs in to."]);
            }

            // The account's other settings are looked at by themselves, so that all is said at once.
            _ = IsTable ? TableAccount.Of(new() { Provider = Provider, ConnectionString = ConnectionString, Endpoint = Endpoint, Table = Table }) : null;
        }
        catch (StoreStartException fault)
        {
            faults.Add(fault.Message);
        }

        return faults;
    }

    /// <summary>Opens the store that these options name.</summary>
    /// <exception cref="StoreStartException">It cannot be used; the message says why and what to do.</exception>
    public IStore Open() => Open(() => SqliteStore.Open(Path), () => TableStore.Open(this));

    /// <summary>The same for a command, behind which no person waits.</summary>
    /// <exception cref="StoreStartException">It cannot be used; the message says why and what to do.</exception>
    public IStore OpenPatiently() => Open(() => SqliteStore.Open(Path), () => TableStore.OpenPatiently(this));

    /// <summary>Opens the store that these options name; it is not made.</summary>
    /// <param name="alone">Whether no host may use it meanwhile. An SQLite file shows whether one does, a table does not.</param>
    /// <exception cref="StoreStartException">It is not there, or cannot be used; the message says why and what to do.</exception>
    public IStore OpenExisting(bool alone) => Open(() => SqliteStore.OpenExisting(Path, alone), () => TableStore.OpenExisting(this));

    /// <summary>Whether it is Azure Table Storage.</summary>
    /// <exception cref="StoreStartException">It is neither store.</exception>
    internal bool IsTable => Provider.ToUpperInvariant() switch
    {
        "SQLITE" => false,
        "AZURETABLE" => true,
        _ => throw StoreStartException.About("Storage:Provider", $"\"{Provider}\" is no store. Say {Sqlite} or {AzureTable}."),
    };

    private IStore Open(Func<IStore> sqlite, Func<IStore> table) => IsTable ? table() : sqlite();
}
