using System.Globalization;
using System.Text;

namespace BridgeBot.Bench.Load;

/// <summary>Enough people and tenants that nobody sends, and nobody is sent, more than Teams allows.</summary>
internal static class Crowd
{
    public const int People = 4_000;
    public const int Tenants = 400;

    /// <summary>The tenant's id, by its number.</summary>
    public static string Tenant(int number) => string.Create(CultureInfo.InvariantCulture, $"11111111-0000-0000-0000-{number:D12}");

    /// <summary>A message in somebody's personal chat, as Teams sends it.</summary>
    /// <param name="person">Who, from 0.</param>
    /// <param name="id">The activity's id.</param>
    /// <param name="serviceUrl">Where the connector is.</param>
    /// <param name="text">What they typed.</param>
    public static byte[] Message(int person, long id, string serviceUrl, string text) => Encoding.UTF8.GetBytes(string.Create(
        CultureInfo.InvariantCulture,
        $$$"""
        {"type":"message","id":"{{{id}}}","timestamp":"2026-03-11T09:00:00.000Z","localTimestamp":"2026-03-11T10:00:00.000+01:00","channelId":"msteams","serviceUrl":"{{{serviceUrl}}}","from":{"id":"29:{{{person}}}","name":"Sam Sales","aadObjectId":"{{{PersonId(person)}}}"},"conversation":{"id":"{{{Conversation(person)}}}","conversationType":"personal","tenantId":"{{{Tenant(person % Tenants)}}}"},"recipient":{"id":"28:bot","name":"BridgeBot"},"channelData":{"tenant":{"id":"{{{Tenant(person % Tenants)}}}"}},"entities":[{"locale":"en-US","country":"US","platform":"Web","timezone":"Europe/Berlin","type":"clientInfo"}],"text":"{{{text}}}","textFormat":"plain","locale":"en-US","localTimezone":"Europe/Berlin"}
        """));

    /// <summary>A message to the bot in the first tenant's channel, as Teams sends it.</summary>
    /// <param name="id">The activity's id.</param>
    /// <param name="serviceUrl">Where the connector is.</param>
    /// <param name="text">What was typed behind the bot's name.</param>
    public static byte[] InChannel(long id, string serviceUrl, string text) => Encoding.UTF8.GetBytes(string.Create(
        CultureInfo.InvariantCulture,
        $$$"""
        {"type":"message","id":"{{{id}}}","timestamp":"2026-03-11T09:00:00.000Z","localTimestamp":"2026-03-11T10:00:00.000+01:00","channelId":"msteams","serviceUrl":"{{{serviceUrl}}}","from":{"id":"29:maria","name":"Maria Marketing","aadObjectId":"33333333-0000-0000-0000-000000000000"},"conversation":{"id":"19:requests@thread.tacv2","conversationType":"channel","isGroup":true,"tenantId":"{{{Tenant(0)}}}"},"recipient":{"id":"28:bot","name":"BridgeBot"},"channelData":{"tenant":{"id":"{{{Tenant(0)}}}"}},"entities":[{"type":"mention","text":"<at>BridgeBot</at>","mentioned":{"id":"28:bot","name":"BridgeBot"}}],"text":"<at>BridgeBot</at> {{{text}}}","textFormat":"plain","locale":"en-US","localTimezone":"Europe/Berlin"}
        """));

    /// <summary>Somebody's object id.</summary>
    public static string PersonId(int person) => string.Create(CultureInfo.InvariantCulture, $"22222222-0000-0000-0000-{person:D12}");

    /// <summary>Somebody's personal chat.</summary>
    public static string Conversation(int person) => string.Create(CultureInfo.InvariantCulture, $"a:chat-{person}");
}
