using Azure.Data.Tables;
using BridgeBot.Host.Storage;
using BridgeBot.Tests.EndToEnd;

namespace BridgeBot.Tests.Storage;

/// <summary>What the host says when its table cannot be used.</summary>
public sealed class TableStartTests
{
    private const string Key = "c2VjcmV0";

    [Test]
    public void Open_NoAccount_NamesBothSettings() =>
        Assert.That(Fault(new()), Does.StartWith("Storage:ConnectionString: it is missing.").And.Contain("Storage:Endpoint"));

    [Test]
    public void Open_TwoAccounts_IsRefused() => Assert.That(
        Fault(new() { ConnectionString = "UseDevelopmentStorage=true", Endpoint = "https://name.table.core.windows.net" }),
        Does.Contain("Remove one of them"));

    [TestCase("nonsense")]
    [TestCase("AccountName=name")]
    [TestCase("DefaultEndpointsProtocol=https;AccountName=name;AccountKey=?" + Key + "?;EndpointSuffix=core.windows.net")]
    public void Open_NoConnectionString_IsRefusedWithoutShowingIt(string text) => Assert.That(
        Fault(new() { ConnectionString = text }),
        Does.StartWith("Storage:ConnectionString: it is not a storage account's.").And.Not.Contain(Key));

    [TestCase("name")]
    [TestCase("http://name.table.core.windows.net")]
    public void Open_NoEndpoint_IsRefused(string text) =>
        Assert.That(Fault(new() { Endpoint = text }), Does.StartWith("Storage:Endpoint: it is no https address."));

    [TestCase("")]
    [TestCase("ab")]
    [TestCase("1table")]
    [TestCase("bridge-bot")]
    [TestCase("brücke")]
    public void Open_NoTableName_IsRefused(string name) =>
        Assert.That(Fault(new() { ConnectionString = "UseDevelopmentStorage=true", Table = name }), Does.StartWith("Storage:Table: "));

    [Test]
    public void Open_NobodyThere_SaysSoInOneLine()
    {
        var address = $"http://127.0.0.1:{Ports.Free(1)[0]}";
        var text = $"DefaultEndpointsProtocol=http;AccountName=name;AccountKey={Key};TableEndpoint={address}/name;";

        Assert.That(
            Fault(new() { ConnectionString = text }),
            Does.StartWith($"Storage:ConnectionString: the storage account at {address} cannot be reached.").And.Not.Contain("\n"));
    }

    [Test]
    public async Task Open_WrongKey_IsRefused()
    {
        var options = (await SharedAzurite.GetAsync()).NewTable();
        var parts = options.ConnectionString.Split(';').Select(part => part.StartsWith("AccountKey", StringComparison.Ordinal) ? $"AccountKey={Key}" : part);
        options.ConnectionString = string.Join(';', parts);

        Assert.That(Fault(options), Does.StartWith("Storage:ConnectionString: the storage account refuses the bot."));
    }

    [Test]
    public async Task Open_NewerVersion_IsRefused() =>
        Assert.That(await FaultWithVersion($"{TableRows.Version + 1}"), Does.StartWith("Storage:Table: a newer BridgeBot wrote"));

    [Test]
    public async Task Open_AnotherProgramsTable_IsRefused() =>
        Assert.That(await FaultWithVersion("blue"), Does.Contain("another program's table"));

    [Test]
    public async Task Open_ATableWithRowsButNoVersion_IsRefused()
    {
        var options = (await SharedAzurite.GetAsync()).NewTable();
        var table = new TableClient(options.ConnectionString, options.Table);
        await table.CreateAsync();
        await table.AddEntityAsync(new TableEntity("orders", "1"));

        Assert.That(Fault(options), Does.Contain("another program's table"));
    }

    [Test]
    public async Task Open_AnEmptyTable_IsTakenOver()
    {
        var options = (await SharedAzurite.GetAsync()).NewTable();
        await new TableClient(options.ConnectionString, options.Table).CreateAsync();

        Assert.That(options.Open, Throws.Nothing);
    }

    [Test]
    public async Task Open_Again_IsPossible()
    {
        var options = (await SharedAzurite.GetAsync()).NewTable();
        options.Open();

        Assert.That(options.Open, Throws.Nothing);
    }

    [Test]
    public async Task OpenExisting_NoTable_IsRefusedAndMakesNone()
    {
        var options = (await SharedAzurite.GetAsync()).NewTable();
        for (var again = 0; again < 2; again++)
        {
            Assert.That(
                () => options.OpenExisting(alone: false),
                Throws.TypeOf<StoreStartException>().With.Message.StartsWith("Storage:Table: there is no table of BridgeBot's"));
        }
    }

    [Test]
    public async Task OpenExisting_TableOfABot_IsPossible()
    {
        var options = (await SharedAzurite.GetAsync()).NewTable();
        options.Open();

        Assert.That(() => options.OpenExisting(alone: false), Throws.Nothing);
    }

    [Test]
    public void Open_UnknownProvider_NamesThoseThatThereAre() => Assert.That(
        Fault(new() { Provider = "Paper" }),
        Is.EqualTo("Storage:Provider: \"Paper\" is no store. Say Sqlite or AzureTable."));

    private static string Fault(StorageOptions options)
    {
        if (options.Provider == StorageOptions.Sqlite) options.Provider = StorageOptions.AzureTable;
        return Assert.Throws<StoreStartException>(() => options.Open())!.Message;
    }

    private static async Task<string> FaultWithVersion(string version)
    {
        var options = (await SharedAzurite.GetAsync()).NewTable();
        options.Open();
        await new TableClient(options.ConnectionString, options.Table)
            .UpsertEntityAsync(TableRows.Write(TableRows.VersionPartition, TableRows.VersionKey, version));
        return Fault(options);
    }
}
