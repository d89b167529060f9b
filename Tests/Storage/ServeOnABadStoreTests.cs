using Azure.Data.Tables;
using BridgeBot.Host.Storage;
using BridgeBot.Tests.Commands;
using BridgeBot.Tests.EndToEnd;
using Microsoft.Data.Sqlite;

namespace BridgeBot.Tests.Storage;

/// <summary>The program as a user starts it, on a store that it cannot use: exit code 2, and one line that names the setting and says
/// what to do.</summary>
[FixtureLifeCycle(LifeCycle.InstancePerTestCase)]
internal sealed class ServeOnABadStoreTests : SqliteFileFixture
{
    private const string Key = "c2VjcmV0";

    [Test]
    public async Task Serve_FileOfANewerVersion_SaysSo()
    {
        await SqliteStore.Open(FilePath).DisposeAsync();
        Execute($"PRAGMA user_version = {SqliteFile.Version + 1}");

        await AssertRefusedAsync("Storage:Path", "a newer BridgeBot wrote it", $"--Storage:Path={FilePath}");
    }

    [Test]
    public async Task Serve_FileThatIsNoDatabase_SaysSo()
    {
        await File.WriteAllTextAsync(FilePath, new string('?', 5_000));

        await AssertRefusedAsync("Storage:Path", "restore a backup", $"--Storage:Path={FilePath}");
    }

    [Test]
    public async Task Serve_FileWithADamagedPage_SaysSo()
    {
        await SqliteStore.Open(FilePath).DisposeAsync();
        Execute("""
            WITH RECURSIVE numbers(n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM numbers WHERE n < 500)
            INSERT INTO rows SELECT 'p', 'k' || n, printf('%.*c', 500, 'x'), n FROM numbers
            """);
        await using (var file = File.OpenWrite(FilePath))
        {
            file.Position = file.Length / 2 / 4_096 * 4_096;
            await file.WriteAsync(Enumerable.Repeat((byte)0xA5, 4_096).ToArray());
        }

        await AssertRefusedAsync("Storage:Path", "Restore a backup", $"--Storage:Path={FilePath}");
    }

    [Test]
    public async Task Serve_FileOfARunningBot_SaysSo()
    {
        await using var other = SqliteStore.Open(FilePath);

        await AssertRefusedAsync("Storage:Path", "another BridgeBot", $"--Storage:Path={FilePath}");
    }

    [Test]
    public async Task Serve_FileThatAnotherProgramHasLocked_SaysSo()
    {
        await SqliteStore.Open(FilePath).DisposeAsync();
        using var other = SqliteFile.Connect(FilePath, SqliteOpenMode.ReadWrite);
        using var command = other.CreateCommand();
        command.CommandText = "BEGIN IMMEDIATE";
        command.ExecuteNonQuery();

        await AssertRefusedAsync("Storage:Path", "another program has locked", $"--Storage:Path={FilePath}");
    }

    [Test]
    public Task Serve_AnUnknownProvider_SaysSo() => AssertRefusedAsync("Storage:Provider", "Say Sqlite or AzureTable", "--Storage:Provider=Paper");

    [Test]
    public Task Serve_NoConnectionString_SaysSo() => AssertRefusedAsync(
        "Storage:ConnectionString", "Copy it from", "--Storage:Provider=AzureTable", $"--Storage:ConnectionString=AccountKey={Key}");

    [Test]
    public Task Serve_AStoreThatNobodyAnswersFor_SaysSo() => AssertRefusedAsync(
        "Storage:ConnectionString", "cannot be reached", "--Storage:Provider=AzureTable",
        $"--Storage:ConnectionString=AccountName=name;AccountKey={Key};TableEndpoint=http://127.0.0.1:{Ports.Free(1)[0]}/name;");

    [Test]
    public async Task Serve_TableOfANewerVersion_SaysSo()
    {
        var options = (await SharedAzurite.GetAsync()).NewTable();
        options.Open();
        await new TableClient(options.ConnectionString, options.Table)
            .UpsertEntityAsync(TableRows.Write(TableRows.VersionPartition, TableRows.VersionKey, $"{TableRows.Version + 1}"));

        await AssertRefusedAsync(
            "Storage:Table", "a newer BridgeBot wrote", "--Storage:Provider=AzureTable",
            $"--Storage:Table={options.Table}", $"--Storage:ConnectionString={options.ConnectionString}");
    }

    private static async Task AssertRefusedAsync(string setting, string what, params string[] switches)
    {
        var (code, log, errors) = await BotProgram.RunAsync([.. switches, "--urls=http://127.0.0.1:0"]);

        Assert.That((code, errors.Length), Is.EqualTo((2, 1)), string.Join('\n', [.. log, .. errors]));
        Assert.That(errors[0], Does.StartWith(setting).And.Contains(what).And.Not.Contains(Key));
        Assert.That(log, Has.None.StartsWith("at "));
    }

    private void Execute(string sql)
    {
        using var connection = SqliteFile.Connect(FilePath, SqliteOpenMode.ReadWrite);
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        command.ExecuteNonQuery();
    }
}
