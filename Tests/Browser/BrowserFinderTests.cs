namespace BridgeBot.Tests.Browser;

public sealed class BrowserFinderTests
{
    [Test]
    public void Find_VariableNamesOne_ItComesFirst() =>
        Assert.That(Find(new() { ["BRIDGEBOT_BROWSER"] = "/mine", ["CHROME_PATH"] = "/other", ["PATH"] = "/bin" }, _ => true), Is.EqualTo("/mine"));

    [Test]
    public void Find_NamedOneIsNotThere_TheNextOneIsTaken() =>
        Assert.That(Find(new() { ["BRIDGEBOT_BROWSER"] = "/gone", ["CHROME_PATH"] = "/other" }, file => file != "/gone"), Is.EqualTo("/other"));

    [Test]
    public void Find_NothingIsThere_IsNull() => Assert.That(Find([], _ => false), Is.Null);

    private static string? Find(Dictionary<string, string> variables, Func<string, bool> exists) =>
        BrowserFinder.Find(name => variables.GetValueOrDefault(name), exists);
}
