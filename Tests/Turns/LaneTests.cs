using BridgeBot.Core.Threads;
using BridgeBot.Host.Turns;

namespace BridgeBot.Tests.Turns;

/// <summary>What must arrive in order is in one lane.</summary>
internal sealed class LaneTests
{
    private static readonly ConversationReference Chat = new(
        "https://teams", "a:sam", ConversationType.Personal, "tenant", "28:bot", "BridgeBot", null, null, null);

    [TestCaseSource(nameof(Messages))]
    public void Lane_IntoThePersonalChat_IsTheOneOfTheChat(Func<ConversationReference, Outgoing> message) =>
        Assert.That(message(Chat).Lane, Is.EqualTo(new SendStatus().Lane));

    [TestCaseSource(nameof(Messages))]
    public void Lane_IntoAChannel_IsNotTheOneOfTheChat(Func<ConversationReference, Outgoing> message) =>
        Assert.That(message(Chat with { Type = ConversationType.Channel }).Lane, Is.Not.EqualTo(new SendStatus().Lane));

    private static IEnumerable<TestCaseData> Messages()
    {
        yield return Of("notice", to => new SendNotice(to, Notice.NotFromThisCard));
        yield return Of("handing over", to => new SendHandingOver(to, new("sam", "Sam"), new("robin", "Robin")));
        yield return Of("rejection", to => new SendRejection(to, new NoSuchThread(), "UTC"));
    }

    private static TestCaseData Of(string name, Func<ConversationReference, Outgoing> message) => new TestCaseData(message).SetArgDisplayNames(name);
}
