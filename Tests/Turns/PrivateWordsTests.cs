using BridgeBot.Cards;
using static BridgeBot.Tests.Turns.Someone;

namespace BridgeBot.Tests.Turns;

/// <summary>What was typed and not agreed to stays with the rep: marketing's channel never gets it, in no field of any request.</summary>
[Parallelizable(ParallelScope.All)]
[FixtureLifeCycle(LifeCycle.InstancePerTestCase)]
internal sealed class PrivateWordsTests : StoryFixture
{
    private const string Marker = "zebrafish";

    [Test]
    public async Task Post_WithWordsOfOnesOwn_SendsOnlyThose()
    {
        var preview = await Bot.ComposeAsync($"Acme would like a reference from a {Marker} customer.");
        await Bot.AgreeToAsync(preview, "Could we have a reference for Acme?");
        await Bot.SettledAsync();

        Assert.That(Bot.SentToChannel(), Does.Contain("Could we have a reference for Acme?").And.Not.Contain(Marker).IgnoreCase);
    }

    [Test]
    public async Task Post_AfterAnotherWordingWasDropped_SendsNothingOfIt()
    {
        var preview = await Bot.ComposeAsync();
        var edit = (await Bot.ClickAsync(Sam, Sam.Chat, preview["dialog.Edit"])).Card!;
        var shown = (await Bot.ClickAsync(Sam, Sam.Chat, edit["dialog.SaveEdit"], null, (Verbs.InputText, $"My {Marker} wording"))).Card!;
        await Bot.AgreeToAsync(shown, "Could we have a reference for Acme?");
        await Bot.SettledAsync();

        Assert.That(Bot.SentToChannel(), Does.Contain("Could we have a reference for Acme?").And.Not.Contain(Marker).IgnoreCase);
    }

    [Test]
    public async Task Skip_AfterThePreview_SendsNothing()
    {
        var preview = await Bot.ComposeAsync($"Acme would like a reference from a {Marker} customer.");
        await Bot.ClickAsync(Sam, Sam.Chat, preview["dialog.Skip"]);
        await Bot.SettledAsync();

        Assert.That(Bot.SentToChannel(), Does.Not.Contain(Marker).IgnoreCase);
    }

    [Test]
    public async Task Answer_BeforeSend_StaysInTheChat()
    {
        await Bot.AnswerAsync(await Bot.AskAsync(await Bot.PostAsync()), $"only {Marker}");
        await Bot.SettledAsync();

        Assert.That(Bot.SentToChannel(), Does.Not.Contain(Marker).IgnoreCase);
    }

    [Test]
    public async Task Mention_InMarketingsChannel_IsNotRepeatedThere()
    {
        await Bot.MentionAsync(Sam, Place.Marketing, $"Acme would like a reference from a {Marker} customer.");
        await Bot.SettledAsync();

        Assert.That(Bot.SentToChannel(), Does.Not.Contain(Marker).IgnoreCase);
    }
}
