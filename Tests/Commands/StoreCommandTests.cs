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
}
