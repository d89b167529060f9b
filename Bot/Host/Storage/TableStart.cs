using System.Globalization;
using Azure;
using Azure.Data.Tables;
using Azure.Identity;

namespace BridgeBot.Host.Storage;

/// <summary>Makes sure at start that the table is there and is one that this version can read and write.</summary>
internal static class TableStart
{
    /// <summary>Checks the table.</summary>
    /// <param name="account">Where it is.</param>
    /// <param name="makes">Whether it is made if it is missing.</param>
    /// <exception cref="StoreStartException">It cannot be used.</exception>
    public static void Check(TableAccount account, bool makes)
    {
        try
        {
            var version = makes ? Version(account) : ReadVersion(account.Client);
            if (version > TableRows.Version)
            {
                throw StoreStartException.About(
                    "Storage:Table",
                    $"a newer BridgeBot wrote \"{account.Client.Name}\" (version {version}, this one knows {TableRows.Version}). "
                    + "Start the newer one, or name another table.");
            }
        }
        catch (RequestFailedException fault) when (!makes && fault.Status == 404)
        {
            throw StoreStartException.About(
                "Storage:Table", $"there is no table of BridgeBot's by the name \"{account.Client.Name}\". Name the one that the bot uses.", fault);
        }
        catch (Exception fault) when (TableFaults.IsOutside(fault) || fault is OperationCanceledException)
        {
            throw Explained(account, fault);
        }
    }

    private static int Version(TableAccount account)
    {
        try
        {
            return ReadVersion(account.Client);
        }
        catch (RequestFailedException fault) when (fault.Status == 404)
        {
            if (TableFaults.IsMissingTable(fault)) account.Client.CreateIfNotExists();
            return HasRows(account.Client) ? ReadVersionAgain(account.Client) : WriteVersion(account.Client);
        }
    }

    private static bool HasRows(TableClient table) => table.Query<TableEntity>(maxPerPage: 1).Any();

    /// <summary>The version is a table's first row: where it comes after others, another host wrote it in this moment.</summary>
    private static int ReadVersionAgain(TableClient table)
    {
        try
        {
            return ReadVersion(table);
        }
        catch (RequestFailedException fault) when (fault.Status == 404)
        {
            throw Foreign(table);
        }
    }

    private static int WriteVersion(TableClient table)
    {
        try
        {
            table.AddEntity(TableRows.Write(
                TableRows.VersionPartition, TableRows.VersionKey, TableRows.Version.ToString(CultureInfo.InvariantCulture)));
            return TableRows.Version;
        }
        catch (RequestFailedException fault) when (fault.Status == 409)
        {
            return ReadVersion(table); // another host was first, perhaps of another version
        }
    }

    private static int ReadVersion(TableClient table)
    {
        var body = TableRows.Read(table.GetEntity<TableEntity>(TableRows.VersionPartition, TableRows.VersionKey)).Body;
        return int.TryParse(body, NumberStyles.None, CultureInfo.InvariantCulture, out var version)
            ? version
            : throw Foreign(table);
    }

    private static StoreStartException Foreign(TableClient table) =>
        StoreStartException.About("Storage:Table", $"\"{table.Name}\" is another program's table. Name another one.");

    private static StoreStartException Explained(TableAccount account, Exception fault) =>
        StoreStartException.About(account.Setting, $"{InWords(account, fault)} ({TableFaults.InWords(fault)})", fault);

    private static string InWords(TableAccount account, Exception fault) => fault switch
    {
        AuthenticationFailedException =>
            "Microsoft Entra gives the bot no token. Sign in, give the host an identity, or use Storage:ConnectionString.",
        RequestFailedException { Status: 401 or 403 } =>
            $"the storage account refuses the bot. Check the key, or give its identity the role Storage Table Data Contributor; "
            + $"where it may not make tables, make the table \"{account.Client.Name}\" yourself.",
        RequestFailedException { Status: > 0 } =>
            $"the storage account does not take the table \"{account.Client.Name}\". Check that this is an account for tables.",
        _ => $"the storage account at {account.Client.Uri.GetLeftPart(UriPartial.Authority)} cannot be reached. "
            + "Start it (Azurite, for development), or correct the address.",
    };
}
