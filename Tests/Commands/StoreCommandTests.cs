using System.Runtime.Versioning;
using System.Text;
using BridgeBot.Host.Storage;
using BridgeBot.Tests.Storage;

namespace BridgeBot.Tests.Commands;

/// <summary>What an operator's command makes of what is typed behind it.</summary>
[Parallelizable(ParallelScope.All)]
internal sealed class StoreCommandTests
{
    [TestCase("outbox list", "outbox")]
    [TestCase("outbox list", "outbox", "sing")]
    [TestCase("takes settings only", "outbox", "list", "everything")]
    [TestCase("one ID", "outbox", "replay")]
    [TestCase("one ID", "outbox", "drop", "a", "b")]
    [TestCase("--nonsense", "outbox", "list", "--nonsense")]
    [TestCase("data export", "data")]
    [TestCase("one FILE", "data", "export")]
    [TestCase("Storage:Path", "data", "export", "unused.jsonl")]
    [TestCase("missing.jsonl", "data", "import", "missing.jsonl")]
    [TestCase("privacy export", "privacy")]
    [TestCase("one USER", "privacy", "erase")]
    [TestCase("one USER", "privacy", "export", "Sam", "Sales")]
    [TestCase("Storage:Path", "privacy", "erase", "Sam Sales")]
    [TestCase("Storage:Path", "outbox", "list")]
    [TestCase("Storage:Path", "outbox", "drop", "--Storage:Path", "none.db", "0123")]
    [TestCase("Storage:Provider", "outbox", "replay", "0123", "--Storage:Provider=Paper")]
    [TestCase("Storage:ConnectionString", "outbox", "list", "--Storage:Provider=AzureTable")]
    public async Task WrongUseOrSetting_ExitsWith2AndOneLineThatSaysWhat(string what, params string[] typed)
    {
        var (code, output, errors) = await BotProgram.RunAsync(typed);

        Assert.That((code, output.Length, errors.Count(line => line.Contains(what, StringComparison.Ordinal)), errors.Length), Is.EqualTo((2, 0, 1, 1)));
    }

    [Test]
    public async Task Outbox_BesideARunningHost_ListsAndFindsNothing()
    {
        await using var host = await NewStore.OfAsync(StorageOptions.Sqlite);
        var list = await BotProgram.RunAsync("outbox", "list", $"--Storage:Path={host.Options.Path}");
        var drop = await BotProgram.RunAsync("outbox", "drop", "0123", "--Storage:Path", host.Options.Path);

        Assert.That((list.Code, list.Errors.Length, drop.Code, drop.Errors.Length), Is.EqualTo((0, 0, 1, 1)));
        Assert.That(list.Output, Does.Contain("0 dead letters"));
    }

    [Test]
    public async Task Privacy_BesideARunningHost_ExportsAndErases()
    {
        await using var host = await NewStore.OfAsync(StorageOptions.Sqlite);
        await SamInTheStore.FillAsync(host.Store);
        var export = await BotProgram.RunAsync("privacy", "export", "Sam Sales", $"--Storage:Path={host.Options.Path}");
        var erase = await BotProgram.RunAsync("privacy", "erase", "Sam Sales", $"--Storage:Path={host.Options.Path}");
        var again = await BotProgram.RunAsync("privacy", "erase", "Sam Sales", "--Storage:Path", host.Options.Path);

        Assert.That((export.Code, export.Output[0], export.Output[^1], erase.Code, again.Code, again.Errors), Is.EqualTo(
            (0, "{", "}", 0, 1, new[] { "Nothing is stored about Sam Sales." })));
        Assert.That(Encoding.UTF8.GetString(await File.ReadAllBytesAsync(host.Options.Path)), Does.Not.Contain(SamInTheStore.Sam.Name));
        Assert.That(new FileInfo(host.Options.Path + "-wal").Length, Is.Zero);
    }

    [Test]
    public async Task Data_BesideARunningHost_IsRefusedAndMakesNoFile([Values("export", "import")] string what)
    {
        await using var host = await NewStore.OfAsync(StorageOptions.Sqlite);
        var file = host.File("data.jsonl");
        if (what == "import") await File.WriteAllTextAsync(file, "untouched");
        var (code, _, errors) = await BotProgram.RunAsync("data", what, file, $"--Storage:Path={host.Options.Path}");

        Assert.That((code, errors.Length, File.Exists(file)), Is.EqualTo((2, 1, what == "import")));
        Assert.That(errors[0], Does.StartWith("Storage:Path").And.Contain("another BridgeBot seems to use it"));
    }

    [Test]
    public async Task Data_ThereAndBack_SaysWhatItDidInOneLineWithoutABar()
    {
        await using var store = await NewStore.OfAsync(StorageOptions.Sqlite);
        await store.Store.CommitAsync("p", [new Insert("a", "1"), new Insert("b", "2")], default);
        await store.CloseAsync();
        var file = store.File("data.jsonl");
        var export = await BotProgram.RunAsync("data", "export", file, $"--Storage:Path={store.Options.Path}");
        var import = await BotProgram.RunAsync("data", "import", file, $"--Storage:Path={store.File("new.db")}");

        Assert.That((export.Code, export.Output, export.Errors.Length), Is.EqualTo(
            (0, new[] { $"2 rows are in {file}. It holds what people wrote in private: keep it safe." }, 0)));
        Assert.That((import.Code, import.Output, import.Errors.Length), Is.EqualTo(
            (0, new[] { $"2 rows of {file} are in the store; 0 of them were there before." }, 0)));
    }

    [Test]
    [Platform(Exclude = "Win")]
    [UnsupportedOSPlatform("windows")]
    public async Task Data_Export_MakesAFileThatOnlyItsUserReads()
    {
        await using var store = await NewStore.OfAsync(StorageOptions.Sqlite);
        await store.CloseAsync();
        var file = store.File("data.jsonl");
        await BotProgram.RunAsync("data", "export", file, $"--Storage:Path={store.Options.Path}");

        Assert.That(File.GetUnixFileMode(file), Is.EqualTo(UnixFileMode.UserRead | UnixFileMode.UserWrite));
    }
}
