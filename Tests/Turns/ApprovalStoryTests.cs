using BridgeBot.Cards;
using BridgeBot.Core.Threads;
using static BridgeBot.Tests.Turns.Place;
using static BridgeBot.Tests.Turns.Someone;

namespace BridgeBot.Tests.Turns;

/// <summary>Every kind takes two approvals, of Maria and Max alone, over HTTP on both sides.</summary>
[Parallelizable(ParallelScope.All)]
[FixtureLifeCycle(LifeCycle.InstancePerTestCase)]
internal sealed class ApprovalStoryTests : StoryFixture
{
    private static readonly Someone Mona = new("Mona Marketing", "00000000-0000-0000-0000-000000000103");

    protected override string[] Switches =>
    [
        .. Enumerable.Range(0, 10).Select(kind => $"--Kinds:{kind}:Approvals=2"),
        $"--Marketing:Members:0={Maria.AadObjectId}", $"--Marketing:Members:1={Max.AadObjectId}",
    ];

    [Test]
    public async Task Approve_TheFirstOfTwo_TheCardSaysWhoAndHowMany()
    {
        var card = await Bot.PostAsync();
        await Bot.ApproveAsync(Maria, card);

        Assert.That((await Bot.UpdateAsync(card)).Card!.ToString(), Does.Contain("1 of 2, Maria Marketing approved"));
    }

    [Test]
    public async Task Approve_BothOfTwo_TheRepHearsOfEachAndItIsApproved()
    {
        var card = await Bot.PostAsync();
        var first = (await Bot.ApproveAsync(Maria, card)).Card!;
        await Bot.ClickAsync(Max, Marketing, first[Verbs.Approve], card.ActivityId);
        await ToldAsync("that is 1 of 2");
        await ToldAsync("Good news: Max Marketing approved");

        Assert.That((await Bot.StoredThreadAsync(card)).Status, Is.EqualTo(ThreadStatus.Approved));
    }

    [Test]
    public async Task Approve_TheFirstOfTwoWithAColleague_IsToldThatItIsTooEarly()
    {
        var card = await Bot.PostAsync();
        await Bot.ClickAsync(Maria, Marketing, card.Card![Verbs.Approve], card.ActivityId, (Verbs.InputOwner, Max.AadObjectId));

        await Bot.Teams.ExpectAsync(sent => sent.InChannel() && sent.Text == Messages.OwnerLater);
    }

    [Test]
    public async Task Approve_TwiceByTheSame_IsAnsweredKindly()
    {
        var card = await Bot.PostAsync();
        var first = (await Bot.ApproveAsync(Maria, card)).Card!;

        Assert.That(
            (await Bot.ClickAsync(Maria, Marketing, first[Verbs.Approve], card.ActivityId)).Message,
            Is.EqualTo("You have approved this one already, thank you. More approvals by colleagues that it takes: 1."));
    }

    [Test]
    public async Task Approve_BothAtOnce_IsDecidedOnce()
    {
        var card = await Bot.PostAsync();
        await Task.WhenAll(Bot.ApproveAsync(Maria, card), Bot.ApproveAsync(Max, card), Bot.ApproveAsync(Maria, card), Bot.ApproveAsync(Max, card));
        await Bot.SettledAsync();

        Assert.That(Bot.Teams.All.Count(sent => sent.InChat(Sam) && sent.Text.StartsWith("Good news", StringComparison.Ordinal)), Is.EqualTo(1));
    }

    [Test]
    public async Task Approve_BySomebodyElseInTheChannel_IsAPrivateNo()
    {
        var card = await Bot.PostAsync();
        var answer = await Bot.ApproveAsync(Mona, card);
        await Bot.SettledAsync();

        Assert.That(
            (answer.Message.StartsWith("Marketing's own members", StringComparison.Ordinal), Bot.Teams.All.Any(sent => sent.Method == "PUT")),
            Is.EqualTo((true, false)));
    }

    private Task<Sent> ToldAsync(string what) =>
        Bot.Teams.ExpectAsync(sent => sent.InChat(Sam) && sent.Text.Contains(what, StringComparison.Ordinal));
}
