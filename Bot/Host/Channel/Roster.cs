using System.Globalization;
using System.Net;
using System.Text.Json;
using BridgeBot.Core.Threads;
using BridgeBot.Host.Turns;

namespace BridgeBot.Host.Channel;

/// <summary>
/// Who is in a channel, as Teams says when it is asked: page by page
/// (<see href="https://learn.microsoft.com/microsoftteams/platform/bots/how-to/get-teams-context#fetch-the-roster-or-user-profile"/>).
/// Nothing of it is kept.
/// </summary>
/// <param name="http">From <see cref="Connector.CreateHttpClient"/>.</param>
/// <param name="credential">The bot's credential; null asks without a token, the local client.</param>
public sealed class Roster(HttpClient http, ConnectorCredential? credential)
{
    /// <summary>The most that Teams gives at once.</summary>
    private const int PageSize = 500;

    /// <summary>A team has 25,000 members at most
    /// (<see href="https://learn.microsoft.com/microsoftteams/limits-specifications-teams"/>).</summary>
    private const int MostPages = 60;

    /// <summary>Bytes of a page that are read; five hundred members need half of it.</summary>
    private const int PageBytes = 1024 * 1024;

    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(15);

    /// <summary>Finds members.</summary>
    /// <param name="channel">Where.</param>
    /// <param name="isWanted">Whom.</param>
    /// <param name="cancel">Stops waiting.</param>
    public Task<RosterAnswer> FindAsync(ConversationReference channel, Predicate<Member> isWanted, CancellationToken cancel) =>
        AskAsync(channel, isWanted, MostPages, cancel);

    /// <summary>Asks whether the bot is in a channel: for the first page alone, and who is on it is not looked at.</summary>
    /// <param name="channel">Where.</param>
    /// <param name="cancel">Stops waiting.</param>
    public Task<RosterAnswer> LookAsync(ConversationReference channel, CancellationToken cancel) =>
        AskAsync(channel, static _ => false, 1, cancel);

    private async Task<RosterAnswer> AskAsync(ConversationReference channel, Predicate<Member> isWanted, int mostPages, CancellationToken cancel)
    {
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(cancel);
        patience.CancelAfter(Patience);
        try
        {
            return await ReadAsync(channel, isWanted, mostPages, patience.Token);
        }
        catch (Exception fault) when (fault is HttpRequestException or IOException or Azure.Identity.AuthenticationFailedException
            || (fault is OperationCanceledException && !cancel.IsCancellationRequested))
        {
            return new RosterLater(fault.GetType().Name);
        }
    }

    private async Task<RosterAnswer> ReadAsync(ConversationReference channel, Predicate<Member> isWanted, int mostPages, CancellationToken cancel)
    {
        List<Member> found = [];
        string? next = null;
        for (var page = 0; page < mostPages; page++)
        {
            if (ConnectorAddress.OfMembers(channel, PageSize, next) is not { } address || credential?.Trusts(address) is false)
            {
                return new RosterClosed("AddressNotTrusted");
            }

            using var request = new HttpRequestMessage(HttpMethod.Get, address);
            if (credential is not null)
            {
                request.Headers.Authorization = new("Bearer", await credential.TokenAsync(cancel));
            }

            using var response = await http.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, cancel);
            if (!response.IsSuccessStatusCode)
            {
                return Refusal(response.StatusCode);
            }

            var body = await BodyAsync(response, cancel);
            found.AddRange(body.At("members").Items().Select(member => MemberOf(member, channel)).OfType<Member>().Where(member => isWanted(member)));
            next = body.TextAt("continuationToken");
            if (string.IsNullOrEmpty(next))
            {
                break;
            }
        }

        return new RosterFound(found);
    }

    private static RosterAnswer Refusal(HttpStatusCode status)
    {
        var code = ((int)status).ToString(CultureInfo.InvariantCulture);
        return status is HttpStatusCode.Forbidden or HttpStatusCode.NotFound or HttpStatusCode.BadRequest or HttpStatusCode.NotImplemented
            ? new RosterClosed(code)
            : new RosterLater(code);
    }

    private static async Task<JsonElement?> BodyAsync(HttpResponseMessage response, CancellationToken cancel)
    {
        await using var stream = await response.Content.ReadAsStreamAsync(cancel);
        var buffer = new byte[PageBytes];
        var length = await stream.ReadAtLeastAsync(buffer, PageBytes, throwOnEndOfStream: false, cancel);
        return JsonText.FaultOf(buffer.AsSpan(0, length)) is null ? JsonElement.Parse(buffer.AsSpan(0, length)) : throw new IOException("no roster");
    }

    /// <summary>Somebody with an object id, of the channel's own tenant: a guest of a shared channel decides nothing.</summary>
    private static Member? MemberOf(JsonElement? member, ConversationReference channel) =>
        (member.TextAt("aadObjectId") ?? member.TextAt("objectId")) is { Length: > 0 } id
        && (member.TextAt("tenantId") is not { Length: > 0 } tenant || string.Equals(tenant, channel.TenantId, StringComparison.OrdinalIgnoreCase))
            ? new(member.TextAt("id") ?? "", new Person(id, member.TextAt("name") ?? ""))
            : null;
}

/// <summary>A member of a channel.</summary>
/// <param name="TeamsId">29:..., the id that the person has for this bot.</param>
/// <param name="Person">The person.</param>
public sealed record Member(string TeamsId, Person Person);

/// <summary>What came of asking for members.</summary>
public abstract record RosterAnswer;

/// <summary>Those who were wanted, perhaps none.</summary>
public sealed record RosterFound(IReadOnlyList<Member> Members) : RosterAnswer;

/// <summary>Not now.</summary>
/// <param name="Code">Why, for operators.</param>
public sealed record RosterLater(string Code) : RosterAnswer;

/// <summary>Never: the bot may not see them, or the channel is gone.</summary>
/// <param name="Code">Why, for operators.</param>
public sealed record RosterClosed(string Code) : RosterAnswer;
