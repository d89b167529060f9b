namespace BridgeBot.Tests.Storage;

/// <summary>Each test has a folder of its own, and the name of a file in it that is not there yet.</summary>
internal abstract class SqliteFileFixture
{
    protected TemporaryFolder Folder { get; private set; } = null!;

    protected string FilePath { get; private set; } = "";

    [SetUp]
    public void NewFile()
    {
        Folder = new TemporaryFolder();
        FilePath = Folder.File("bridgebot.db");
    }

    [TearDown]
    public void Gone() => Folder.Dispose();
}
