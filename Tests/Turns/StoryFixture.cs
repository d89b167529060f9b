namespace BridgeBot.Tests.Turns;

/// <summary>Each test has a bot of its own, as it is started by the user.</summary>
internal abstract class StoryFixture
{
    protected BotUnderTest Bot { get; private set; } = null!;

    /// <summary>The bot's clock; null for the system's.</summary>
    protected virtual TimeProvider? BotClock => null;

    /// <summary>Settings of its own.</summary>
    protected virtual string[] Switches => [];

    /// <summary>Whether a test begins with the bot installed for Sam and in marketing's channel.</summary>
    protected virtual bool BeginsInstalled => true;

    [SetUp]
    public async Task StartAsync()
    {
        Bot = await BotUnderTest.StartAsync(BotClock, Switches);
        if (BeginsInstalled)
        {
            await Bot.InstallAsync();
        }
    }

    [TearDown]
    public async Task StopAsync() => await Bot.DisposeAsync();
}
