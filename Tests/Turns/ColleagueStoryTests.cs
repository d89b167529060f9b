using BridgeBot.Cards;
using static BridgeBot.Tests.Turns.Place;
using static BridgeBot.Tests.Turns.Someone;

namespace BridgeBot.Tests.Turns;

/// <summary>Marketing hands a request to a colleague, who is looked up in the channel's team, over HTTP on both sides.</summary>
[Parallelizable(ParallelScope.All)]
[FixtureLifeCycle(LifeCycle.InstancePerTestCase)]
internal sealed class ColleagueStoryTests : StoryFixture
{
    private static readonly Someone Robin = new("Robin Banks", "00000000-0000-0000-0000-000000000104");
    private static readonly Someone OtherRobin = new("Robin Hood", "00000000-0000-0000-0000-000000000105");
    private static readonly Someone Stranger = new("Mallory", "00000000-0000-0000-0000-000000000199");

    [SetUp]
    public void Team() => Bot.Teams.Members = [Maria, Max, Robin];

    [Test]
    public async Task Approve_WithAColleague_TheColleagueSeesToIt()
    {
        var card = await Bot.PostAsync();
        await Bot.ClickAsync(Maria, Marketing, card.Card![Verbs.Approve], card.ActivityId, (Verbs.InputOwner, Robin.AadObjectId));
        await BelowAsync(card, "Maria Marketing has handed it to Robin Banks.");

        Assert.That((await Bot.StoredThreadAsync(card)).Owner!.AadObjectId, Is.EqualTo(Robin.AadObjectId));
    }

    [Test]
    public async Task Approve_WithSomebodyWhoIsNotInTheTeam_WhoApprovedHasItAndIsTold()
    {
        var card = await Bot.PostAsync();
        await Bot.ClickAsync(Maria, Marketing, card.Card![Verbs.Approve], card.ActivityId, (Verbs.InputOwner, Stranger.AadObjectId));
        await BelowAsync(card, "I cannot find the colleague you picked among the members of this team");

        Assert.That((await Bot.StoredThreadAsync(card)).Owner!.Name, Is.EqualTo(Maria.Name));
    }

    [TestCase("not a person")]
    [TestCase("{\"id\":1}")]
    [TestCase("00000000-0000-0000-0000-000000000104,00000000-0000-0000-0000-000000000105")]
    public async Task Approve_WithAnOwnerThatWasMadeUp_WhoApprovedHasIt(string owner)
    {
        var card = await Bot.PostAsync();
        await Bot.ClickAsync(Maria, Marketing, card.Card![Verbs.Approve], card.ActivityId, (Verbs.InputOwner, owner));
        await Bot.SettledAsync();

        Assert.That(((await Bot.StoredThreadAsync(card)).Owner!.Name, Bot.Teams.All.Any(sent => sent.Method == "GET")), Is.EqualTo((Maria.Name, false)));
    }

    [Test]
    public async Task Assign_PickedOnTheCard_TheRepHearsWhoHasIt()
    {
        var card = await Bot.PostAsync();
        var approved = (await Bot.ApproveAsync(Maria, card)).Card!;
        var answer = await Bot.ClickAsync(Max, Marketing, approved[Verbs.Assign], card.ActivityId, (Verbs.InputOwner, Robin.AadObjectId));
        await Bot.Teams.ExpectAsync(sent => sent.InChat(Sam) && sent.Text.StartsWith("Robin Banks has BR-", StringComparison.Ordinal));

        Assert.That(answer.Message, Is.EqualTo(Messages.LookingUp));
    }

    [TestCase("00000000-0000-0000-0000-000000000102")]
    [TestCase(Verbs.OwnerMyself)]
    public async Task Assign_OneselfPicked_IsDoneAtOnce(string oneself)
    {
        var card = await Bot.PostAsync();
        var approved = (await Bot.ApproveAsync(Maria, card)).Card!;
        await Bot.ClickAsync(Max, Marketing, approved[Verbs.Assign], card.ActivityId, (Verbs.InputOwner, oneself));

        Assert.That((await Bot.StoredThreadAsync(card)).Owner!.Name, Is.EqualTo(Max.Name));
    }

    [Test]
    public async Task Assign_NobodyPicked_AsksWho()
    {
        var card = await Bot.PostAsync();
        var approved = (await Bot.ApproveAsync(Maria, card)).Card!;

        Assert.That((await Bot.ClickAsync(Max, Marketing, approved[Verbs.Assign], card.ActivityId)).Message, Does.StartWith("Who shall see to it?"));
    }

    [Test]
    public async Task Assign_Mentioned_TheColleagueSeesToIt()
    {
        var card = await ApprovedAsync();
        await Bot.PostAsync(TeamsActivities.Mentioning(Bot.Message(Max, Marketing, $"assign {await ReferenceAsync(card)} to"), Robin));
        await BelowAsync(card, "Max Marketing has handed it to Robin Banks.");

        Assert.That((await Bot.StoredThreadAsync(card)).Owner!.AadObjectId, Is.EqualTo(Robin.AadObjectId));
    }

    [TestCase("robin")]
    [TestCase("Banks, Robin")]
    public async Task Assign_Typed_TheColleagueSeesToIt(string name)
    {
        var card = await ApprovedAsync();
        await Bot.MentionAsync(Max, Marketing, $"assign {await ReferenceAsync(card)} {name}");

        await BelowAsync(card, "Max Marketing has handed it to Robin Banks.");
    }

    [Test]
    public async Task Assign_TypedNameOfTwo_AsksWhich()
    {
        Bot.Teams.Members = [Maria, Max, Robin, OtherRobin];
        var card = await ApprovedAsync();
        await Bot.MentionAsync(Max, Marketing, $"assign {await ReferenceAsync(card)} Robin");

        await BelowAsync(card, "More than one member of this team goes by Robin.");
    }

    [Test]
    public async Task Assign_SomebodyWhoHasLeft_IsSaid()
    {
        Bot.Teams.Members = [Maria, Max];
        var card = await ApprovedAsync();
        await Bot.PostAsync(TeamsActivities.Mentioning(Bot.Message(Max, Marketing, $"assign {await ReferenceAsync(card)}"), Robin));

        await BelowAsync(card, "I cannot find Robin Banks among the members of this team");
    }

    [Test]
    public async Task Assign_AGuestOfAnotherTenant_IsNotFound()
    {
        Bot.Teams.Guests = [Robin];
        var card = await ApprovedAsync();
        await Bot.MentionAsync(Max, Marketing, $"assign {await ReferenceAsync(card)} Robin");

        await BelowAsync(card, "I cannot find Robin among the members of this team");
    }

    [Test]
    public async Task Assign_TheRequester_IsRefused()
    {
        Bot.Teams.Members = [Maria, Max, Sam];
        var card = await ApprovedAsync();
        await Bot.MentionAsync(Max, Marketing, $"assign {await ReferenceAsync(card)} Sam Sales");

        await BelowAsync(card, "Sam Sales cannot see to this one");
    }

    [Test]
    public async Task Assign_TeamsDoesNotShowTheMembers_IsSaid()
    {
        var card = await ApprovedAsync();
        Bot.Teams.Next(sent => sent.Method == "GET", new Behaviour.Fails(403));
        await Bot.MentionAsync(Max, Marketing, $"assign {await ReferenceAsync(card)} Robin");

        await BelowAsync(card, "Teams does not tell me who is in this team");
    }

    [Test]
    public async Task Assign_WhatIsNotApproved_IsRefusedBeforeAnybodyIsLookedUp()
    {
        var card = await Bot.PostAsync();
        await Bot.MentionAsync(Max, Marketing, $"assign {await ReferenceAsync(card)} Robin");
        await Bot.Teams.ExpectAsync(sent => sent.InChannel() && sent.Text.StartsWith("That is not possible at the moment.", StringComparison.Ordinal));

        Assert.That(Bot.Teams.All.Any(sent => sent.Method == "GET"), Is.False);
    }

    [TestCase("assign BR-222222 Robin")]
    [TestCase("history BR-222222")]
    public async Task Said_AboutAReferenceThatThereIsNot_IsAnswered(string text)
    {
        await Bot.MentionAsync(Max, Marketing, text);

        await Bot.Teams.ExpectAsync(sent => sent.InChannel() && sent.Text == "I could not find that request.");
    }

    [TestCase("assign {0} Robin")]
    [TestCase("history {0}")]
    public async Task Said_InAnotherChannel_LearnsNothing(string text)
    {
        var card = await ApprovedAsync();
        await Bot.MentionAsync(Max, Sales, string.Format(null, text, await ReferenceAsync(card)));

        await Bot.Teams.ExpectAsync(sent => sent.Conversation == Sales.Id && sent.Text == "I could not find that request.");
    }

    [Test]
    public async Task History_WrittenInTheChannel_ComesBelowTheCard()
    {
        var card = await ApprovedAsync();
        await Bot.MentionAsync(Max, Marketing, $"history {await ReferenceAsync(card)}");

        Assert.That(
            (await Bot.Teams.ExpectAsync(sent => sent.Method == "POST" && sent.Root == card.ActivityId && sent.Card is not null)).Card!.ToString(), Does.Contain("Approved by Maria Marketing."));
    }

    private Task<Sent> BelowAsync(Sent card, string text) =>
        Bot.Teams.ExpectAsync(sent => sent.Root == card.ActivityId && sent.Text.StartsWith(text, StringComparison.Ordinal));

    private async Task<Sent> ApprovedAsync()
    {
        var card = await Bot.PostAsync();
        await Bot.ApproveAsync(Maria, card);
        return card;
    }

    private async Task<string> ReferenceAsync(Sent card) => (await Bot.StoredThreadAsync(card)).Reference;
}
