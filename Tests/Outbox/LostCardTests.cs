using BridgeBot.Cards;
using BridgeBot.Host.Turns;
using BridgeBot.Tests.Turns;
using static BridgeBot.Tests.Turns.Place;
using static BridgeBot.Tests.Turns.Someone;

namespace BridgeBot.Tests.Outbox;

/// <summary>The card in the channel is deleted, or the channel itself.</summary>
[Parallelizable(ParallelScope.All)]
[FixtureLifeCycle(LifeCycle.InstancePerTestCase)]
internal sealed class LostCardTests : TimedStoryFixture
{
    private static readonly Behaviour MessageIsGone = new Behaviour.Fails(404, null, "ActivityNotFoundInConversation");

    private Sent _card = null!;

    [SetUp]
    public async Task PostAsync() => _card = await Bot.PostAsync();

    [Test]
    public async Task Deleted_ACard_IsPostedAnewAsItIs()
    {
        Bot.Teams.Next(IsUpdate, MessageIsGone);
        await Bot.ApproveAsync(Maria, _card);

        Assert.That((await Bot.Teams.ExpectAsync(IsNewCard)).Card!.Verbs, Is.Not.Empty.And.None.EqualTo(Verbs.Approve));
    }

    [Test]
    public async Task Deleted_ACard_RepliesFollowBelowTheNewOne()
    {
        Bot.Teams.Next(IsUpdate, MessageIsGone);
        await Bot.ApproveAsync(Maria, _card);
        var anew = await Bot.Teams.ExpectAsync(IsNewCard);

        Assert.That((await Bot.Teams.ExpectAsync(IsReply)).Root, Is.EqualTo(anew.ActivityId));
    }

    [Test]
    public async Task Deleted_BetweenTheUpdateAndTheReply_ReplyFollowsBelowTheNewOne()
    {
        Bot.Teams.Next(IsReply, MessageIsGone);
        await Bot.ApproveAsync(Maria, _card);
        await Bot.Teams.ExpectAsync(IsReply);
        var anew = await Bot.Teams.ExpectAsync(IsNewCard);

        Assert.That((await Bot.Teams.ExpectAsync(IsReply)).Root, Is.EqualTo(anew.ActivityId));
    }

    [TestCase(404, "ConversationNotFound")]
    [TestCase(403, "BotNotInConversationRoster")]
    public async Task ChannelGone_OpenThread_RepIsTold(int status, string code)
    {
        await LoseTheChannelAsync(status, code);

        Assert.That(
            (await Bot.Teams.ExpectAsync(sent => sent.InChat(Sam) && sent.Text.Contains("could not be posted", StringComparison.Ordinal))).IsAccepted);
    }

    [Test]
    public async Task ChannelGone_AnotherIsConnected_CardComesThere()
    {
        await LoseTheChannelAsync(404, "ConversationNotFound");
        await Bot.Teams.ExpectAsync(sent => sent.InChat(Sam) && sent.Text.Contains("could not be posted", StringComparison.Ordinal));
        await Bot.SettledAsync();
        Clock.Advance(TimeSpan.FromMinutes(1));
        await Bot.MentionAsync(Maria, Sales, "use this channel");
        var moved = await Bot.ExpectLaterAsync(sent => sent.Conversation == Sales.Id && sent.HasButton(Verbs.Approve));

        Assert.That(moved.IsAccepted);
        Assert.That(Bot.Teams.All.Count(sent => sent.Text.Contains("could not be posted", StringComparison.Ordinal)), Is.EqualTo(1));
        await StoredStory.UntilAsync(async () =>
        {
            Clock.Advance(TimeSpan.FromSeconds(1));
            return await ListedAsync(Sales) && !await ListedAsync(Marketing);
        });
    }

    private static bool IsUpdate(Sent sent) => sent.Method == "PUT";

    private static bool IsReply(Sent sent) => sent.Method == "POST" && sent.InChannel() && sent.Root is not null;

    private bool IsNewCard(Sent sent) => sent.InChannel() && sent.IsNewPost && sent.Card is not null && sent.ActivityId != _card.ActivityId;

    /// <summary>Maria asks something, and and the channel takes nothing any more.</summary>
    private async Task LoseTheChannelAsync(int status, string code)
    {
        Bot.Teams.Always(sent => sent.InChannel(), new Behaviour.Fails(status, null, code));
        await Bot.AskAsync(_card);
    }

    private async Task<bool> ListedAsync(Place channel) => await Bot.Store.ReadAsync(
        Keys.Channel(Tenant, channel.Id), Keys.ListedOpen(_card.Card![Verbs.Approve].Data[Verbs.Thread]), CancellationToken.None) is not null;
}
