using BridgeBot.Cards;
using BridgeBot.Host.Turns;
using static BridgeBot.Tests.Turns.Place;
using static BridgeBot.Tests.Turns.Someone;

namespace BridgeBot.Tests.Turns;

/// <summary>How marketing's channel is found, over HTTP on both sides.</summary>
[Parallelizable(ParallelScope.All)]
[FixtureLifeCycle(LifeCycle.InstancePerTestCase)]
internal sealed class ChannelStoryTests : StoryFixture
{
    protected override bool BeginsInstalled => false;

    [Test]
    public async Task Install_ReportedTwice_WelcomesOnce()
    {
        await Bot.InstallAsync(Sam, Sam.Chat);
        await Bot.InstallAsync(Sam, Sam.Chat);
        await Bot.SayAsync(Sam, "status");
        await Bot.Teams.ExpectAsync(sent => sent.InChat(Sam) && sent.Card is { Verbs: [] });

        Assert.That(Bot.Teams.All.Count(sent => sent.HasButton(Verbs.TryExample)), Is.EqualTo(1));
    }

    [Test]
    public async Task Install_InDevelopment_FirstChannelTakesTheRequests()
    {
        await Bot.InstallAsync();

        Assert.That((await Bot.PostAsync()).Conversation, Is.EqualTo(Marketing.Id));
    }

    [Test]
    public async Task UseThisChannel_AfterTheFirst_RequestsGoThere()
    {
        await Bot.InstallAsync(Maria, Sales);
        await Bot.InstallAsync(Sam, Sam.Chat);
        await Bot.MentionAsync(Maria, Marketing, "use this channel");
        await Bot.Teams.ExpectAsync(sent => sent.InChannel());

        Assert.That((await Bot.PostAsync()).Conversation, Is.EqualTo(Marketing.Id));
    }

    [Test]
    public async Task DigestNow_AfterAnApproval_CountsIt()
    {
        await Bot.InstallAsync();
        var card = await Bot.PostAsync();
        await Bot.ApproveAsync(Maria, card);
        await Bot.UntilListedAsync(card, BridgeBot.Core.Threads.ThreadStatus.Approved);
        await Bot.MentionAsync(Maria, Marketing, "digest now");

        Assert.That(
            (await Bot.Teams.ExpectAsync(sent => sent.InChannel() && sent.Body.ToString().Contains("The week:", StringComparison.Ordinal)))
                .Body.ToString(),
            Does.Contain("1 asked, 1 answered, 0 delivered"));
    }

    [Test]
    public async Task DigestNow_Elsewhere_PostsNone()
    {
        await Bot.InstallAsync();
        await Bot.MentionAsync(Maria, Sales, "digest now");

        Assert.That((await Bot.Teams.ExpectAsync(sent => sent.Conversation == Sales.Id)).Card, Is.Null);
    }

    [Test]
    public async Task Remove_BySomebodyWithoutAnId_DisconnectsTheChannel()
    {
        await Bot.InstallAsync();
        var removal = Bot.Message(Maria, Marketing, "");
        (removal["type"], removal["action"]) = ("installationUpdate", "remove");
        removal["from"]!.AsObject().Remove("aadObjectId");
        await Bot.PostAsync(removal);

        var tenant = await Bot.Store.ReadAsync(Keys.Tenant(Tenant), Keys.Head, CancellationToken.None);
        Assert.That(StateJson.Read<TenantHead>(tenant!.Body).Routes, Is.Empty);
    }

    [Test]
    public async Task Mention_WithChat_GoesOnThere()
    {
        await Bot.InstallAsync();
        await Bot.MentionAsync(Sam, Group, Story.Wish);
        await Bot.Teams.ExpectAsync(sent => sent.Conversation == Group.Id);

        Assert.That(
            (await Bot.Teams.ExpectAsync(sent => sent.InChat(Sam) && sent.Card is { } card && card.Verbs.Any(verb => verb.StartsWith(Verbs.DialogPrefix, StringComparison.Ordinal))))
                .IsAccepted);
    }

    [Test]
    public async Task Mention_WithoutChat_LinksToIt()
    {
        await Bot.MentionAsync(Sam, Group, Story.Wish);

        Assert.That((await Bot.Teams.ExpectAsync(sent => sent.Conversation == Group.Id)).Text, Does.Contain("https://teams.microsoft.com/l/chat/"));
    }

    [Test]
    public async Task Mention_WithoutChat_GoesOnOnceInstalled()
    {
        await Bot.MentionAsync(Sam, Group, Story.Wish);
        await Bot.Teams.ExpectAsync(sent => sent.Conversation == Group.Id);
        await Bot.InstallAsync(Sam, Sam.Chat);

        Assert.That(
            (await Bot.Teams.ExpectAsync(sent => sent.InChat(Sam) && (sent.HasButton("dialog.Next") || sent.HasButton(Story.Preview)))).IsAccepted);
    }

    [Test]
    public async Task NoChannel_RequestPosted_IsKeptUntilOneIsConnected()
    {
        await Bot.InstallAsync(Sam, Sam.Chat);
        var preview = await Bot.ComposeAsync();
        await Bot.ClickAsync(Sam, Sam.Chat, preview[Story.Preview]);
        await Bot.Teams.ExpectAsync(sent => sent.InChat(Sam) && sent.Text.Contains("has not connected a channel", StringComparison.Ordinal));
        await Bot.InstallAsync(Maria, Marketing);

        Assert.That((await Bot.Teams.ExpectAsync(sent => sent.IsCard())).IsAccepted);
    }

    [Test]
    public async Task NoChannel_RequestPosted_RepIsToldOnce()
    {
        await Bot.InstallAsync(Sam, Sam.Chat);
        var preview = await Bot.ComposeAsync();
        await Bot.ClickAsync(Sam, Sam.Chat, preview[Story.Preview]);
        await Bot.Teams.ExpectAsync(IsNoChannel);
        await Bot.SayAsync(Sam, "status");
        await Bot.Teams.ExpectAsync(sent => sent.InChat(Sam) && sent.Card is { Verbs: [] });
        await Bot.InstallAsync(Maria, Marketing);
        await Bot.Teams.ExpectAsync(IsPosted);

        Assert.That(Bot.Teams.All.Count(sent => IsNoChannel(sent)), Is.EqualTo(1));
    }

    private static bool IsNoChannel(Sent sent) => sent.Text.Contains("has not connected a channel", StringComparison.Ordinal);

    private static bool IsPosted(Sent sent) => sent.InChat(Sam) && sent.Text.Contains("Posted to Marketing", StringComparison.Ordinal);
}
