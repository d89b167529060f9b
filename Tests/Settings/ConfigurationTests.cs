using BridgeBot.Core.Intake;
using BridgeBot.Host;
using BridgeBot.Host.Settings;
using BridgeBot.Host.Turns;
using BridgeBot.Tests.Storage;
using Microsoft.Extensions.DependencyInjection;

namespace BridgeBot.Tests.Settings;

/// <summary>Where settings come from.</summary>
[NonParallelizable]
internal sealed class ConfigurationTests
{
    [Test]
    public async Task Build_WithoutSwitches_ReadsTheSettingsAtTheTopOfTheRepository()
    {
        using var folder = new TemporaryFolder();
        await using var bot = BotHost.Build(Switches(folder));

        Assert.That(bot.Services.GetRequiredService<KindCatalog>().Find("advertising").Label, Is.EqualTo("Advertising"));
    }

    [Test]
    public async Task Build_WithAnEnvironmentVariable_ItCounts()
    {
        using var folder = new TemporaryFolder();
        Environment.SetEnvironmentVariable("Dialog__ExpiresAfterDays", "3");
        try
        {
            await using var bot = BotHost.Build(Switches(folder));

            Assert.That(bot.Services.GetRequiredService<TurnSettings>().DialogAge, Is.EqualTo(TimeSpan.FromDays(3)));
        }
        finally
        {
            Environment.SetEnvironmentVariable("Dialog__ExpiresAfterDays", null);
        }
    }

    [Test]
    public async Task Build_WithASwitch_ItCountsMore()
    {
        using var folder = new TemporaryFolder();
        await using var bot = BotHost.Build([.. Switches(folder), "--Dialog:ExpiresAfterDays=5"]);

        Assert.That(bot.Services.GetRequiredService<TurnSettings>().DialogAge, Is.EqualTo(TimeSpan.FromDays(5)));
    }

    [Test]
    public void Build_WithAWrongSetting_DoesNotStart()
    {
        using var folder = new TemporaryFolder();

        Assert.That(() => BotHost.Build([.. Switches(folder), "--Dialog:ExpiresAfterDays=0"]), Throws.TypeOf<SettingFaultException>());
    }

    private static string[] Switches(TemporaryFolder folder) =>
    [
        "--urls", "http://127.0.0.1:0", "--environment", "Development", $"--Storage:Path={folder.File("bot.db")}", "--Playground:Enabled=false",
    ];
}
