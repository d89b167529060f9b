using BridgeBot.Core.Threads;
using BridgeBot.Host.Turns;

namespace BridgeBot.Tests.Turns;

/// <summary>What is taken for the wish to hand somebody's requests to a colleague, and what may be a request, or words for a rep.</summary>
internal sealed class HandOverTurnTests
{
    private const string Id = "8b1f0000-0000-4000-8000-000000000001";

    [TestCase($"hand over {Id} to {Id}", "sam", false, true)]
    [TestCase($"hand over {Id} to {Id}", "admin", true, true)]
    [TestCase($"hand over {Id}", "sam", true, true)]
    [TestCase("hand over leads to Acme", "sam", false, false)]
    [TestCase("hand over leads to Acme", "admin", false, true)]
    [TestCase("hand over tomorrow", "admin", true, false)]
    [TestCase("hand over the leads from the fair to sales", "admin", false, false)]
    public void IsMeant_ByWhoAndWhere(string text, string by, bool isReply, bool expected) =>
        Assert.That(HandOverTurn.IsMeant(Said(text, by, isReply), new(new HashSet<string>(), new HashSet<string> { "admin" }, false)), Is.EqualTo(expected));

    private static Said Said(string text, string by, bool isReply)
    {
        var here = new ConversationReference("https://teams", "19:any", ConversationType.Channel, "tenant", "28:bot", "BridgeBot", null, null, "1");
        return new(new Envelope("key", here, new Person(by, by), "en-US", "UTC"), text, []) { IsReply = isReply };
    }
}
