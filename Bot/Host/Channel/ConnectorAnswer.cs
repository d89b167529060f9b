using System.Globalization;
using System.Net;
using System.Text.Json;
using BridgeBot.Core.Delivery;

namespace BridgeBot.Host.Channel;

/// <summary>What the connector answered, read by status and by the code in its body
/// (<see href="https://learn.microsoft.com/microsoftteams/platform/bots/how-to/conversations/conversation-messages"/>, status codes).
/// </summary>
/// <param name="Result">What it means for the sender.</param>
/// <param name="AgainNow">Whether a try right away may succeed: 412, 502, 503, 504
/// (<see href="https://learn.microsoft.com/microsoftteams/platform/bots/how-to/rate-limit"/>), unless the answer says when.</param>
/// <param name="IsThrottled">Whether it is not about this message: whatever is sent to the same conversation has to wait.</param>
internal readonly record struct ConnectorAnswer(SendResult Result, bool AgainNow, bool IsThrottled = false)
{
    private const string Throttled = "Throttled";

    /// <summary>Bytes of an answer that are read; an id or an error is far shorter.</summary>
    private const int BodyBytes = 64 * 1024;

    /// <summary>Reads an answer.</summary>
    /// <param name="response">Its headers are there, its body may be on its way.</param>
    /// <param name="clock">For a Retry-After that is a date.</param>
    /// <param name="tryEnds">Ends this try.</param>
    /// <param name="cancel">Ends the whole call.</param>
    public static async Task<ConnectorAnswer> ReadAsync(
        HttpResponseMessage response, TimeProvider clock, CancellationToken tryEnds, CancellationToken cancel)
    {
        var body = await ReadBodyAsync(response, tryEnds, cancel);
        if (response.IsSuccessStatusCode)
        {
            return new(new SendAccepted(body.TextAt("activityId") ?? RootOf(body.TextAt("id"))), false);
        }

        var code = body.TextAt("error", "code") ?? body.TextAt("code")
            ?? ((int)response.StatusCode).ToString(CultureInfo.InvariantCulture);
        var after = AfterOf(response, clock.GetUtcNow());
        return response.StatusCode switch
        {
            // The code says more than the status, which proxies and older services choose differently.
            HttpStatusCode.TooManyRequests => new(new SendLater(code, after), false, IsThrottled: true),
            _ when code == Throttled => new(new SendLater(code, after), false, IsThrottled: true),
            HttpStatusCode.PreconditionFailed or HttpStatusCode.BadGateway or HttpStatusCode.ServiceUnavailable
                or HttpStatusCode.GatewayTimeout => new(new SendLater(code, after), after is null),
            HttpStatusCode.Unauthorized or HttpStatusCode.RequestTimeout or >= HttpStatusCode.InternalServerError => new(new SendLater(code, after), false),
            _ => new(new SendRefused(code), false),
        };
    }

    /// <summary>A new post's conversation is named after the post, should the post's own id be left out.</summary>
    private static string? RootOf(string? id) =>
        id?.Split(";messageid=") is [_, var root] ? root : id;

    private static TimeSpan? AfterOf(HttpResponseMessage response, DateTimeOffset now)
    {
        var after = response.Headers.RetryAfter switch
        {
            { Delta: { } delta } => delta,
            { Date: { } date } => date - now,
            _ => (TimeSpan?)null,
        };
        return after < TimeSpan.Zero ? TimeSpan.Zero : after > RetryPolicy.GivesUpAfter ? RetryPolicy.GivesUpAfter : after;
    }

    /// <summary>Null if it cannot be read: the status says the most, and what was accepted stays so, though its id is lost.</summary>
    private static async Task<JsonElement?> ReadBodyAsync(
        HttpResponseMessage response, CancellationToken tryEnds, CancellationToken cancel)
    {
        try
        {
            await using var stream = await response.Content.ReadAsStreamAsync(tryEnds);
            var buffer = new byte[response.Content.Headers.ContentLength is { } announced and < BodyBytes ? (int)announced : BodyBytes];
            var length = await stream.ReadAtLeastAsync(buffer, buffer.Length, throwOnEndOfStream: false, tryEnds);
            return JsonText.FaultOf(buffer.AsSpan(0, length)) is null ? JsonElement.Parse(buffer.AsSpan(0, length)) : null;
        }
        catch (Exception error) when (error is IOException or HttpRequestException)
        {
            return null;
        }
        catch (OperationCanceledException) when (response.IsSuccessStatusCode && !cancel.IsCancellationRequested)
        {
            return null;
        }
    }
}
