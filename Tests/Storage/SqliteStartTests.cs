using BridgeBot.Host.Storage;
using Microsoft.Data.Sqlite;

namespace BridgeBot.Tests.Storage;

/// <summary>What the host says when its file cannot be used.</summary>
internal sealed class SqliteStartTests : SqliteFileFixture
{
    [Test]
    public async Task Open_FileInUse_IsRefused()
    {
        await using var first = SqliteStore.Open(FilePath);

        Assert.That(Fault(FilePath), Does.Contain("another BridgeBot"));
    }

    [Test]
    public async Task Open_FileInUseAndRefusedOnce_IsRefusedAgain()
    {
        await using var first = SqliteStore.Open(FilePath);
        Fault(FilePath);

        Assert.That(Fault(FilePath), Does.Contain("another BridgeBot"));
    }

    [Test]
    public void Open_AfterAFileWasRefused_IsPossible()
    {
        File.WriteAllText(FilePath, new string('?', 5000));
        Fault(FilePath);
        File.Delete(FilePath);

        Assert.That(async () => await SqliteStore.Open(FilePath).DisposeAsync(), Throws.Nothing);
    }

    [Test]
    public async Task Open_NewerVersion_IsRefused()
    {
        await NewDatabase($"PRAGMA user_version = {SqliteFile.Version + 1}");

        Assert.That(Fault(FilePath), Does.Contain("a newer BridgeBot wrote it"));
    }

    [Test]
    public async Task Open_NewerVersion_LeavesTheFileAsItWas()
    {
        await NewDatabase($"PRAGMA user_version = {SqliteFile.Version + 1}");
        var before = await File.ReadAllBytesAsync(FilePath);
        Fault(FilePath);

        Assert.That(await File.ReadAllBytesAsync(FilePath), Is.EqualTo(before));
    }

    [Test]
    public void Open_AnotherProgramsDatabase_IsRefused()
    {
        Execute(FilePath, "CREATE TABLE bookmarks (url TEXT)");

        Assert.That(Fault(FilePath), Does.Contain("another program's database"));
    }

    [Test]
    public void Open_NotADatabase_IsRefused()
    {
        File.WriteAllText(FilePath, new string('?', 5000));

        Assert.That(Fault(FilePath), Does.Contain("not a database"));
    }

    [Test]
    public async Task Open_TruncatedDatabase_IsRefused()
    {
        await NewDatabase("INSERT INTO rows VALUES ('p', 'k', printf('%.*c', 50000, 'x'), 1)");
        using (var file = File.OpenWrite(FilePath)) file.SetLength(file.Length / 2);

        Assert.That(Fault(FilePath), Does.Contain("damaged"));
    }

    [Test]
    public void Open_MissingFolder_IsRefused() =>
        Assert.That(Fault(Folder.File("no/such/bridgebot.db")), Does.Contain("there is no such folder"));

    [Test]
    public void Open_Folder_IsRefused() => Assert.That(Fault(Folder.Path), Does.Contain("this is a folder"));

    [TestCase("")]
    [TestCase(" ")]
    public void Open_NoPath_IsRefused(string path) => Assert.That(Fault(path), Does.Contain("name the file"));

    [TestCase("")]
    [TestCase("a\nb/no\rfolder/x.db")]
    public void Open_AnyFault_NamesTheSettingInOneLine(string path) =>
        Assert.That(Fault(path), Does.StartWith("Storage:Path ").And.Not.Contain("\n").And.Not.Contain("\r"));

    private static string Fault(string path) => Assert.Throws<StoreStartException>(() => SqliteStore.Open(path))!.Message;

    private async Task NewDatabase(string change)
    {
        await SqliteStore.Open(FilePath).DisposeAsync();
        Execute(FilePath, change);
    }

    private static void Execute(string path, string sql)
    {
        using var connection = SqliteFile.Connect(path, SqliteOpenMode.ReadWriteCreate);
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        command.ExecuteNonQuery();
    }
}
