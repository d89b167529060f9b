using System.Text;
using BridgeBot.Host.Storage;
using Microsoft.Data.Sqlite;

namespace BridgeBot.Tests.Storage;

/// <summary>What is SQLite's own: the file, what survives, and what happens when it fails.</summary>
internal sealed class SqliteStoreTests : SqliteFileFixture
{
    [Test]
    public async Task Open_Again_ReadsWhatWasWritten()
    {
        await WithStore(store => Commit(store, new Insert("a", "1")));

        Assert.That(await WithStore(store => Body(store, "a")), Is.EqualTo("1"));
    }

    [Test]
    public async Task Open_FilesOfAKilledProcess_HasEveryAcknowledgedCommit()
    {
        await using var killed = SqliteStore.Open(FilePath);
        await Commit(killed, new Insert("a", "1"));
        var left = Folder.File("left.db");
        File.Copy(FilePath, left);
        File.Copy(FilePath + "-wal", left + "-wal");

        await using var restarted = SqliteStore.Open(left);
        Assert.That(await Body(restarted, "a"), Is.EqualTo("1"));
    }

    /// <summary>Where rows grow, shrink and go, SQLite moves others from page to page; secure_delete leaves copies in what is unused then.</summary>
    [Test]
    public async Task Overwrite_AfterManyChanges_NothingOldIsInTheFileOrItsLog()
    {
        await using var host = SqliteStore.Open(FilePath);
        var random = new Random(1);
        var keys = Enumerable.Range(0, 400).Select(_ => $"k{random.Next()}").Distinct().ToList();
        foreach (var key in keys.Concat(keys))
        {
            await Commit(host, new Upsert(key, "marker" + new string('x', random.Next(4_000))));
        }

        foreach (var some in keys.Chunk(100))
        {
            await host.CommitAsync("p", [.. some.Select(key => new Upsert(key, "changed"))], default);
        }

        await using var command = SqliteStore.OpenExisting(FilePath, alone: false);
        await command.OverwriteAsync(default);

        Assert.That(FilesHave("marker"), Is.False);
        Assert.That((FilesHave("changed"), await Body(host, keys[0])), Is.EqualTo((true, "changed")));
        await Commit(host, new Upsert(keys[0], "again"));
        Assert.That(await Body(command, keys[0]), Is.EqualTo("again"));
    }

    [Test]
    public async Task Overwrite_SomebodyReadsAllTheTime_SaysThatItIsNotDone()
    {
        await using var host = SqliteStore.Open(FilePath);
        await Commit(host, new Insert("a", "1"));
        using var reader = SqliteFile.Connect(FilePath, SqliteOpenMode.ReadOnly);
        using var begin = reader.CreateCommand();
        begin.CommandText = "BEGIN; SELECT count(*) FROM rows";
        begin.ExecuteScalar();
        await Commit(host, new Insert("b", "2"));

        Assert.That(() => host.OverwriteAsync(default), Throws.TypeOf<StoreUnavailableException>().With.Message.Contains("Run it again"));
    }

    [Test]
    public async Task Commit_TwoProcessesOnOneFile_NoETagComesTwice()
    {
        await using var host = SqliteStore.Open(FilePath);
        await using var command = SqliteStore.OpenExisting(FilePath, alone: false);
        List<string> etags = [];
        foreach (var store in new[] { host, command, host, command })
        {
            await Commit(store, new Upsert("a", "1"));
            etags.Add((await store.ReadAsync("p", "a", default))!.ETag);
        }

        Assert.That(etags, Is.Unique);
    }

    [Test]
    public async Task Commit_TwoProcessesAtOnce_AllIsThere()
    {
        await using var host = SqliteStore.Open(FilePath);
        await using var command = SqliteStore.OpenExisting(FilePath, alone: false);
        await Task.WhenAll(Enumerable.Range(0, 100).Select(i => Commit(i % 2 == 0 ? host : command, new Insert($"k{i:00}", "1"))));

        Assert.That(await host.RangeAsync("p", "k", "l", 1000, default), Has.Count.EqualTo(100));
    }

    [Test]
    public async Task OpenExisting_AloneBesideAHost_IsRefused()
    {
        await using var host = SqliteStore.Open(FilePath);

        Assert.That(() => SqliteStore.OpenExisting(FilePath, alone: true), Throws.TypeOf<StoreStartException>().With.Message.Contains("Stop"));
    }

    [TestCase(true)]
    [TestCase(false)]
    public void OpenExisting_NoFile_IsRefusedAndMakesNone(bool alone)
    {
        Assert.That(() => SqliteStore.OpenExisting(FilePath, alone), Throws.TypeOf<StoreStartException>().With.Message.Contains("no such file"));
        Assert.That(Directory.GetFiles(Folder.Path), Is.Empty);
    }

    [Test]
    public async Task Scan_LargeRows_AreShortPages()
    {
        await using var store = SqliteStore.Open(FilePath);
        for (var i = 0; i < 8; i++) await Commit(store, new Insert($"k{i}", new string('x', StoreLimits.BodyBytes / 2)));

        Assert.That(await store.ScanAsync("", "", 1000, default), Has.Count.LessThan(8));
    }

    [Test]
    public async Task Commit_DeletedAndInsertedAfterARestart_HasANewETag()
    {
        var before = await WithStore(async store =>
        {
            await Commit(store, new Insert("a", "1"));
            var row = await store.ReadAsync("p", "a", default);
            await Commit(store, new Delete("a"));
            return row!.ETag;
        });

        var after = await WithStore(async store =>
        {
            await Commit(store, new Insert("a", "1"));
            return (await store.ReadAsync("p", "a", default))!.ETag;
        });

        Assert.That(after, Is.Not.EqualTo(before));
    }

    [Test]
    public async Task Dispose_CommitsStillQueued_AreWritten()
    {
        var store = SqliteStore.Open(FilePath);
        var commits = Enumerable.Range(0, 200).Select(i => Commit(store, new Insert($"k{i:000}", "1"))).ToList();
        await store.DisposeAsync();

        Assert.That((await Task.WhenAll(commits)).Count(result => result.Committed), Is.EqualTo(200));
    }

    [Test]
    public async Task Commit_DisposedStore_IsABug()
    {
        var store = SqliteStore.Open(FilePath);
        await store.DisposeAsync();

        Assert.That(() => Commit(store, new Insert("a", "1")), Throws.TypeOf<ObjectDisposedException>());
    }

    [Test]
    public async Task Read_DisposedStore_IsABug()
    {
        var store = SqliteStore.Open(FilePath);
        await store.DisposeAsync();

        Assert.That(() => Body(store, "a"), Throws.TypeOf<ObjectDisposedException>());
    }

    [Test]
    public async Task Commit_TheDatabaseFails_TheCallerIsTold()
    {
        await using var store = await StoreThatFailsOn("poison");

        Assert.That(() => Commit(store, new Insert("poison", "1")), Throws.TypeOf<StoreUnavailableException>());
    }

    [Test]
    public async Task Commit_TheDatabaseFails_NothingIsHalfDone()
    {
        await using var store = await StoreThatFailsOn("poison");

        Assert.That(() => Commit(store, new Insert("a", "1"), new Insert("poison", "1")), Throws.Exception);
        Assert.That(await Body(store, "a"), Is.Null);
    }

    [Test]
    public async Task Commit_AfterAFailure_IsDone()
    {
        await using var store = await StoreThatFailsOn("poison");

        Assert.That(() => Commit(store, new Insert("poison", "1")), Throws.Exception);
        Assert.That((await Commit(store, new Insert("a", "1"))).Committed);
    }

    [Test]
    public async Task Read_TheTableIsGone_IsUnavailable()
    {
        await using var store = SqliteStore.Open(FilePath);
        Execute("DROP TABLE rows");

        Assert.That(() => Body(store, "a"), Throws.TypeOf<StoreUnavailableException>());
    }

    [Test]
    public async Task Insert_PrivateText_IsInTheFiles()
    {
        await using var store = SqliteStore.Open(FilePath);
        await Commit(store, new Insert("a", "a small secret"));

        Assert.That(FilesHave("secret"));
    }

    [Test]
    public async Task Delete_PrivateText_IsNotInTheFilesAfterACheckpoint()
    {
        await using var store = SqliteStore.Open(FilePath);
        await Commit(store, new Insert("a", "a small secret"), new Insert("b", new string('x', 50_000) + "a large secret"));
        await Commit(store, new Delete("a"), new Delete("b"));
        Execute("PRAGMA wal_checkpoint(TRUNCATE)");

        Assert.That(FilesHave("secret"), Is.False);
    }

    [Test]
    public async Task Replace_PrivateText_IsNotInTheFilesAfterACheckpoint()
    {
        await using var store = SqliteStore.Open(FilePath);
        await Commit(store, new Insert("a", "a small secret"), new Insert("b", new string('x', 50_000) + "a large secret"));
        await Commit(store, new Upsert("a", "-"), new Upsert("b", "-"));
        Execute("PRAGMA wal_checkpoint(TRUNCATE)");

        Assert.That(FilesHave("secret"), Is.False);
    }

    [Test]
    public async Task Delete_PrivateTextAndTheLogStartedOver_IsNotInTheFiles()
    {
        await using var store = SqliteStore.Open(FilePath);
        await Commit(store, new Insert("a", "a small secret"));
        await Commit(store, new Delete("a"));
        var pages = new string('x', 400_000); // some 100 of them: over 1000 after 20 commits
        for (var i = 0; i < 20; i++) await Commit(store, new Insert($"b{i}", pages));

        Assert.That(FilesHave("secret"), Is.False);
    }

    [Test]
    public async Task Dispose_Log_IsMovedIntoTheFile()
    {
        await WithStore(store => Commit(store, new Insert("a", "1")));

        Assert.That(File.Exists(FilePath + "-wal"), Is.False);
    }

    [TestCase("journal_mode", "wal")]
    [TestCase("synchronous", "2")] // FULL
    [TestCase("secure_delete", "1")]
    public void OpenForWriting_Setting_IsOn(string pragma, string value)
    {
        using var connection = SqliteFile.OpenForWriting(FilePath);
        using var command = connection.CreateCommand();
        command.CommandText = $"PRAGMA {pragma}";

        Assert.That($"{command.ExecuteScalar()}", Is.EqualTo(value));
    }

    private static Task<CommitResult> Commit(SqliteStore store, params Write[] writes) => store.CommitAsync("p", writes, default);

    private static async Task<string?> Body(SqliteStore store, string key) => (await store.ReadAsync("p", key, default))?.Body;

    private async Task<T> WithStore<T>(Func<SqliteStore, Task<T>> use)
    {
        await using var store = SqliteStore.Open(FilePath);
        return await use(store);
    }

    // A trigger that rolls back is what a full disk looks like to the writer: the statement fails and SQLite has ended the
    // transaction by itself.
    private async Task<SqliteStore> StoreThatFailsOn(string key)
    {
        var store = SqliteStore.Open(FilePath);
        await Commit(store, new Insert("before", "1"));
        Execute($"CREATE TRIGGER full BEFORE INSERT ON rows WHEN new.key = '{key}' BEGIN SELECT RAISE(ROLLBACK, 'full'); END");
        return store;
    }

    private void Execute(string sql)
    {
        using var connection = SqliteFile.Connect(FilePath, SqliteOpenMode.ReadWrite);
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        command.ExecuteNonQuery();
    }

    private bool FilesHave(string text) => new[] { FilePath, FilePath + "-wal" }.Any(name =>
    {
        using var file = new FileStream(name, FileMode.Open, FileAccess.Read, FileShare.ReadWrite);
        using var reader = new StreamReader(file, Encoding.Latin1);
        return reader.ReadToEnd().Contains(text, StringComparison.Ordinal);
    });
}
