using BridgeBot.Host.Playground;
using BridgeBot.Tests.Browser;

namespace BridgeBot.Tests.Playground;

public sealed class PlaygroundFolderTests
{
    [Test]
    public void Find_InsideOfTheRepository_IsManifestPlayground() =>
        Assert.That(
            PlaygroundFolder.Find(AppContext.BaseDirectory)?.Path,
            Is.EqualTo(Path.Combine(Repository.Root, "manifest", "playground")));

    [Test]
    public void Find_PublishedFolder_IsNull() => Assert.That(PlaygroundFolder.Find(Path.GetTempPath()), Is.Null);
}
