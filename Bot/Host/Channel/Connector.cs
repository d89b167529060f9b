using BridgeBot.Core.Delivery;
using BridgeBot.Host.Turns;
using Polly;
using Polly.Retry;
using Polly.Timeout;

namespace BridgeBot.Host.Channel;

/// <summary>
/// The Connector REST API (<see href="https://learn.microsoft.com/azure/bot-service/rest-api/bot-framework-rest-connector-api-reference"/>).
/// What a server or network does wrong is a <see cref="SendResult"/>, not an exception.
/// A post whose answer was lost may have been accepted, so it is never tried again within the call; the outbox does it, and that is
/// the window in which a message can come twice.
/// </summary>
public sealed class Connector
{
    /// <summary>How long a message waits here for its turn; one that has to wait longer rests in the outbox. The longest of Teams' short
    /// windows: what is over it is a burst, what is over the others is a queue.</summary>
    private static readonly TimeSpan ShortWait = TimeSpan.FromSeconds(2);

    /// <summary>How long one call takes at the most, with all its tries.</summary>
    public static TimeSpan LongestCall => ConnectorTimes.Default.Longest;

    private readonly HttpClient _http;
    private readonly ConnectorCredential? _credential;
    private readonly TimeProvider _clock;
    private readonly SendPace _pace;
    private readonly ResiliencePipeline<ConnectorAnswer> _pipeline;

    /// <summary>A connector.</summary>
    /// <param name="http">From <see cref="CreateHttpClient"/>.</param>
    /// <param name="credential">The bot's credential; null sends without a token, to the local client.</param>
    /// <param name="clock">For delays, and for a Retry-After that is a date.</param>
    /// <param name="times">How patient a call is; null for <see cref="ConnectorTimes.Default"/>.</param>
    public Connector(HttpClient http, ConnectorCredential? credential, TimeProvider clock, ConnectorTimes? times = null)
    {
        (_http, _credential, _clock, _pace) = (http, credential, clock, new SendPace(clock));
        _pipeline = PipelineOf(times ?? ConnectorTimes.Default, clock);
    }

    /// <summary>A client that lives as long as the host: pooled connections, no redirects (they would carry the token along).</summary>
    public static HttpClient CreateHttpClient() =>
        new(new SocketsHttpHandler
        {
            AllowAutoRedirect = false,
            UseCookies = false,
            ConnectTimeout = TimeSpan.FromSeconds(5),
            PooledConnectionLifetime = TimeSpan.FromMinutes(5),
        })
        { Timeout = Timeout.InfiniteTimeSpan };

    /// <summary>Posts a message: into a personal or group chat, as a new post of a channel, or, with a
    /// <see cref="ConversationReference.RootId"/>, as a reply below that post.</summary>
    public Task<SendResult> PostAsync(ConversationReference to, OutgoingActivity activity, CancellationToken cancel) =>
        to is { Type: ConversationType.Channel, RootId: null }
            ? SendAsync(to, HttpMethod.Post, ConnectorAddress.OfConversations(to), ConnectorJson.OfNewPost(to, activity), cancel)
            : SendAsync(to, HttpMethod.Post, ConnectorAddress.OfActivities(to), ConnectorJson.OfActivity(to, activity), cancel);

    /// <summary>Replaces a message that was posted.</summary>
    public Task<SendResult> UpdateAsync(
        ConversationReference to, string activityId, OutgoingActivity activity, CancellationToken cancel) =>
        SendAsync(
            to, HttpMethod.Put, ConnectorAddress.OfActivity(to, activityId), ConnectorJson.OfActivity(to, activity, activityId), cancel);

    private async Task<SendResult> SendAsync(
        ConversationReference to, HttpMethod method, Uri? address, ReadOnlyMemory<byte> body, CancellationToken cancel)
    {
        if (address is null || (_credential is not null && !_credential.Trusts(address)))
        {
            return new SendRefused("AddressNotTrusted");
        }

        try
        {
            var answer = await _pipeline.ExecuteAsync(
                static async (call, tryEnds) => await call.Connector.InTurnAsync(call.To, call.Method, call.Address, call.Body, tryEnds, call.Cancel),
                (Connector: this, To: to, Method: method, Address: address, Body: body, Cancel: cancel),
                cancel);
            return answer.Result;
        }
        catch (TimeoutRejectedException)
        {
            return new SendLater("TimedOut", null);
        }
    }

    /// <summary>Waits for a turn of the conversation, if that is short, and sends. Every try is a request that Teams counts.</summary>
    private async ValueTask<ConnectorAnswer> InTurnAsync(
        ConversationReference to, HttpMethod method, Uri address, ReadOnlyMemory<byte> body, CancellationToken tryEnds, CancellationToken cancel)
    {
        var patience = _clock.GetUtcNow() + ShortWait;
        while (_pace.Take(to) is { } turn)
        {
            if (turn > patience)
            {
                return new(new SendNotYet(turn), false);
            }

            var wait = turn - _clock.GetUtcNow();
            await Task.Delay(wait > TimeSpan.Zero ? wait : TimeSpan.Zero, _clock, tryEnds);
        }

        var answer = await TryAsync(method, address, body, tryEnds, cancel);
        if (answer is { IsThrottled: true, Result: SendLater later })
        {
            _pace.Hold(to, later.After ?? RetryPolicy.Shortest);
        }

        return answer;
    }

    private async ValueTask<ConnectorAnswer> TryAsync(
        HttpMethod method, Uri address, ReadOnlyMemory<byte> body, CancellationToken tryEnds, CancellationToken cancel)
    {
        try
        {
            using var request = new HttpRequestMessage(method, address) { Content = new ReadOnlyMemoryContent(body) };
            request.Content.Headers.TryAddWithoutValidation("Content-Type", "application/json; charset=utf-8");
            if (_credential is not null)
            {
                request.Headers.Authorization = new("Bearer", await _credential.TokenAsync(tryEnds));
            }

            using var response = await _http.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, tryEnds);
            return await ConnectorAnswer.ReadAsync(response, _clock, tryEnds, cancel);
        }
        catch (HttpRequestException error)
        {
            // Without a connection nothing was sent. Otherwise it may have been accepted, and only an update bears a repetition.
            var nothingSent = error.HttpRequestError is HttpRequestError.ConnectionError or HttpRequestError.NameResolutionError;
            return new(new SendLater(error.HttpRequestError.ToString(), null), nothingSent || method == HttpMethod.Put);
        }
        catch (OperationCanceledException) when (!tryEnds.IsCancellationRequested)
        {
            return new(new SendLater("ConnectTimedOut", null), true);
        }
        catch (Azure.Identity.AuthenticationFailedException)
        {
            return new(new SendLater("NoToken", null), false);
        }
    }

    private static ResiliencePipeline<ConnectorAnswer> PipelineOf(ConnectorTimes times, TimeProvider clock)
    {
        var builder = new ResiliencePipelineBuilder<ConnectorAnswer> { TimeProvider = clock };
        if (times.Retries > 0)
        {
            builder.AddRetry(new RetryStrategyOptions<ConnectorAnswer>
            {
                MaxRetryAttempts = times.Retries,
                Delay = times.FirstDelay,
                BackoffType = DelayBackoffType.Exponential,
                UseJitter = true,
                ShouldHandle = static call => new(call.Outcome.Exception is null && call.Outcome.Result.AgainNow),
            });
        }

        return builder.AddTimeout(times.Try).Build();
    }
}
