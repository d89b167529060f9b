using BridgeBot.Cards;
using BridgeBot.Core.Threads;
using BridgeBot.Host.Storage;
using BridgeBot.Host.Turns;
using static BridgeBot.Tests.Turns.Someone;

namespace BridgeBot.Tests.Turns;

/// <summary>A rep's open requests, page by page.</summary>
[Parallelizable(ParallelScope.All)]
[FixtureLifeCycle(LifeCycle.InstancePerTestCase)]
internal sealed class StatusStoryTests : StoryFixture
{
    [Test]
    public async Task More_ShowsTheOthersInItsPlace()
    {
        var status = await StatusAsync(10);
        var more = (await Bot.ClickAsync(Sam, Sam.Chat, status[Verbs.MyStatus])).Card!;

        Assert.That(status.ToString(), Does.Contain("1 to 8 of 10").And.Contain("Deck 08").And.Not.Contain("Deck 09"));
        Assert.That(more.ToString(), Does.Contain("9 to 10 of 10").And.Contain("Deck 09").And.Contain("Deck 10").And.Not.Contain("Deck 08"));
        Assert.That((await Bot.ClickAsync(Sam, Sam.Chat, more.Titled("Back"))).Card!.ToString(), Does.Contain("1 to 8 of 10"));
    }

    [Test]
    public async Task More_InAnOlderClient_ComesAsAMessage()
    {
        var status = await StatusAsync(10);
        await Bot.SubmitAsync(Sam, Sam.Chat, status[Verbs.MyStatus]);

        Assert.That((await Bot.Teams.ExpectAsync(IsStatus)).Card!.ToString(), Does.Contain("9 to 10 of 10"));
    }

    [TestCase("-1", "1 to 8 of 10")]
    [TestCase("", "1 to 8 of 10")]
    [TestCase("999999999", "9 to 10 of 10")]
    [TestCase("99999999999999", "1 to 8 of 10")]
    public async Task More_WithANumberThatNoCardHas_ShowsAPage(string skip, string expected)
    {
        var status = await StatusAsync(10);

        Assert.That((await Bot.ClickAsync(Sam, Sam.Chat, status[Verbs.MyStatus].With(Verbs.Skip, skip))).Card!.ToString(), Does.Contain(expected));
    }

    private static bool IsStatus(Sent sent) => sent.InChat(Sam) && sent.Card is { } card && card.ToString().Contains("Your open requests", StringComparison.Ordinal);

    private async Task<Card> StatusAsync(int count)
    {
        var requester = await Bot.RequesterAsync(Sam);
        foreach (var n in Enumerable.Range(1, count))
        {
            var at = new DateTimeOffset(2026, 11, 23, 9, n, 0, TimeSpan.Zero);
            var thread = new RequestThread(
                $"{n:D32}", $"BR-{n:D6}", requester, new(Sam.AadObjectId, Sam.Name), new("deck", $"Deck {n:D2}", "A deck", null, null, [], null, false),
                ThreadStatus.Submitted, 1, at, at, at, null, []);
            await Bot.Store.CommitAsync(Keys.Requester(requester), [new Insert(Keys.Open(thread.Id), StateJson.Write(thread))], CancellationToken.None);
        }

        await Bot.SayAsync(Sam, "status");
        return (await Bot.Teams.ExpectAsync(IsStatus)).Card!;
    }
}
