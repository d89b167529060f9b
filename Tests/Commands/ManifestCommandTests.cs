using BridgeBot.Tests.Storage;

namespace BridgeBot.Tests.Commands;

/// <summary><c>manifest</c> as an administrator types it.</summary>
internal sealed class ManifestCommandTests
{
    private const string App = "8d3f5a12-0c1b-4a5e-9f7d-2b6c4e8a1f90";

    [Test]
    public async Task Manifest_WithARegistration_WritesThePackage()
    {
        using var folder = new TemporaryFolder();
        var (code, output, errors) = await BotProgram.RunAsync("manifest", "--app-id", App, "--domain", "bridgebot.contoso.com", "-o", folder.File("bridgebot.zip"));
        Assert.That((code, output.Length, errors.Length, File.Exists(folder.File("bridgebot.zip"))), Is.EqualTo((0, 1, 0, true)));
    }

    [TestCase("--domain a.contoso.com", "--app-id is missing")]
    [TestCase($"--app-id {App}", "--domain is missing")]
    [TestCase($"--domain a.contoso.com --app-id", "--app-id needs a value")]
    [TestCase($"--app-id {App} --domain https://a.contoso.com", "--domain is \"https://a.contoso.com\"")]
    [TestCase($"--app-id {App} --domain a.contoso.com --domain b.contoso.com", "--domain was given twice")]
    [TestCase($"--app-id {App} --domain a.contoso.com --colour red", "does not know \"--colour\"")]
    [TestCase($"--app-id {App} --domain a.contoso.com -o no/such/folder/bot.zip", "no/such/folder/bot.zip cannot be written")]
    public async Task Manifest_TypedWrong_SaysSoInOneLineAndEndsWithTwo(string typed, string says)
    {
        var (code, output, errors) = await BotProgram.RunAsync(["manifest", .. typed.Split(' ')]);
        Assert.That((code, output.Length, errors.Length), Is.EqualTo((2, 0, 1)));
        Assert.That(errors[0], Does.Contain(says));
    }
}
