namespace BridgeBot.Tests.Cards;

/// <summary>
/// Shows every card in Teams' colours and looks for overflow. With a folder named in BRIDGEBOT_SCREENSHOTS, pictures for people
/// to look at are left in its subfolder cards, in both themes.
/// </summary>
public sealed class PictureTests : CardPageTests
{
    private const string Pictures = "BRIDGEBOT_SCREENSHOTS";

    [Test]
    public async Task Show_EveryCard_NothingReachesBeyondItsSides([ValueSource(nameof(Names))] string name, [Values(560, 400)] int width)
    {
        var shown = await Page.ShowAsync(Card(name), "light", width);
        await PictureAsync($"{name}-light-{width}");

        Assert.That(shown.Overflow, Is.Empty);
    }

    [TestCase("Decline", "What should Sam Sales know?")]
    [TestCase("Ask a question", "What would you like to know from Sam Sales?")]
    public async Task Press_ThreadButton_UnfoldsItsBox(string button, string label)
    {
        await Page.ShowAsync(Card("thread-submitted-normal"));

        var text = await Page.PressAsync(button);
        await PictureAsync($"thread-submitted-normal-{button.Split(' ')[0]}");

        Assert.That(text, Does.Contain(label));
    }

    /// <summary>The dark theme has other colours and the same measures, so it is for people's eyes alone.</summary>
    [TestCaseSource(nameof(Names))]
    public async Task Show_EveryCardInTheDark_SaysTheSame(string name)
    {
        var light = await Page.ShowAsync(Card(name));

        var dark = await Page.ShowAsync(Card(name), "dark");
        await PictureAsync($"{name}-dark-560");

        Assert.That(dark.Text, Is.EqualTo(light.Text));
    }

    private static IEnumerable<string> Names() => CardFixture.All.Select(card => card.Name);

    private static string Card(string name) => CardFixture.All.Single(card => card.Name == name).Json;

    private async Task PictureAsync(string name)
    {
        if (Environment.GetEnvironmentVariable(Pictures) is { } folder)
        {
            await Page.PictureAsync(Path.Combine(Directory.CreateDirectory(Path.Combine(folder, "cards")).FullName, $"{name}.png"));
        }
    }
}
