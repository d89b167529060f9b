namespace BridgeBot.Tests.Cards;

/// <summary>Tests that look at cards in a browser: one page for all of a class.</summary>
public abstract class CardPageTests
{
    /// <summary>The page.</summary>
    private protected CardPage Page { get; private set; } = null!;

    [OneTimeSetUp]
    public async Task Open() => Page = await CardPage.OpenAsync();

    [OneTimeTearDown]
    public async Task Close()
    {
        if (Page is not null)
        {
            await Page.DisposeAsync();
        }
    }
}
