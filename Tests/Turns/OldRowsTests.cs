using BridgeBot.Host.Turns;

namespace BridgeBot.Tests.Turns;

/// <summary>Rows as earlier versions wrote them.</summary>
public class OldRowsTests
{
    [Test]
    public void Read_TenantWithOneChannel_ItIsTheDefault()
    {
        var head = StateJson.Read<TenantHead>("""
            {"TenantId":"t","Route":{"ServiceUrl":"https://smba.trafficmanager.net/emea/","ConversationId":"19:marketing","Type":"Channel",
             "TenantId":"t","BotId":"28:bot","BotName":"BridgeBot"},"RouteIsProvisional":false,"RouteSince":"2026-03-11T09:00:00+00:00","NextNumber":3}
            """);

        Assert.That((head.Default?.Channel.ConversationId, head.NextNumber), Is.EqualTo(("19:marketing", 3L)));
    }

    [Test]
    public void Read_CardThatNeverMoved_HasNoFormerPlace() => Assert.That(
        StateJson.Read<CardRow>("""
            {"Channel":{"ServiceUrl":"https://smba.trafficmanager.net/emea/","ConversationId":"19:marketing","Type":"Channel","TenantId":"t",
             "BotId":"28:bot","BotName":"BridgeBot"},"ActivityId":"1","SentVersion":2}
            """).Former,
        Is.Empty);
}
