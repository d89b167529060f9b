using System.Text;
using BridgeBot.Host.Telemetry;
using BridgeBot.Host.Turns;

namespace BridgeBot.Host.Channel;

/// <summary>
/// The bot's messaging endpoint: authenticate, parse, take the turn, answer. Every activity is an ordinary turn, one with deliveryMode
/// expectReplies too: its replies come by the connector, not in the answer.
/// </summary>
/// <param name="authenticator">Who may call.</param>
/// <param name="limits">How much is taken in.</param>
/// <param name="turn">Decides on what came in. Never called with <see cref="Ignored"/>.</param>
/// <param name="apology">For people whose activity failed through no fault of theirs.</param>
/// <param name="measures">Of each turn.</param>
/// <param name="log">One line a failure; never what somebody wrote.</param>
internal sealed partial class MessagesEndpoint(
    RequestAuthenticator authenticator,
    IntakeLimits limits,
    Func<Inbound, CancellationToken, Task<TurnResult>> turn,
    Apology apology,
    Measures measures,
    ILogger<MessagesEndpoint> log)
{
    /// <summary>Bytes of a body. Teams' own limit for a bot's message is 100 KB of UTF-16
    /// (<see href="https://learn.microsoft.com/microsoftteams/platform/bots/how-to/format-your-bot-messages"/>).</summary>
    public const int BodyBytes = 256 * 1024;

    /// <summary>The connector gives up on an answer after 10 to 15 s
    /// (<see href="https://learn.microsoft.com/azure/bot-service/bot-builder-howto-long-operations-guidance"/>).</summary>
    private static readonly TimeSpan TurnTime = TimeSpan.FromSeconds(10);

    private static readonly Func<ILogger, string?, string?, IDisposable?> ActivityScope =
        LoggerMessage.DefineScope<string?, string?>("{ActivityType} {ActivityId}");

    /// <summary>Handles a request of any method: POST is for activities; HEAD is how the local client looks whether the bot is up.</summary>
    public async Task HandleAsync(HttpContext http)
    {
        if (HttpMethods.IsHead(http.Request.Method))
        {
            return;
        }

        if (!HttpMethods.IsPost(http.Request.Method))
        {
            http.Response.Headers.Allow = "POST, HEAD";
            await RefuseAsync(http, new(405, "activities are posted"));
            return;
        }

        Activity? activity = null;
        try
        {
            var (refusal, body) = await ReadAsync(http, admitted => activity = admitted);
            await (refusal is null ? TakeAsync(http, activity!, body) : RefuseAsync(http, refusal));
        }
        catch (BadHttpRequestException error)
        {
            await RefuseAsync(http, new(error.StatusCode, "the request could not be read"));
        }
        catch (Exception error)
        {
            await FailAsync(http, activity, error);
        }
    }

    private async Task<(Refusal? Refusal, byte[] Body)> ReadAsync(HttpContext http, Action<Activity> admit)
    {
        if (!http.Request.HasJsonContentType())
        {
            return (new(415, "the content type must be application/json"), []);
        }

        var (token, refusal) = await authenticator.CheckCallerAsync(http);
        if (refusal is not null)
        {
            return (refusal, []);
        }

        if (await ReadBodyAsync(http) is not { } body)
        {
            return (new(413, $"the body has more than {BodyBytes} bytes"), []);
        }

        if (!ActivityParser.TryParse(body, out var activity, out var fault))
        {
            return (new(400, fault), body);
        }

        refusal = authenticator.CheckActivity(token, activity);
        if (refusal is null)
        {
            admit(activity);
        }

        return (refusal, body);
    }

    /// <summary>Null if there is more than fits.</summary>
    private static async Task<byte[]?> ReadBodyAsync(HttpContext http)
    {
        if (http.Request.ContentLength > BodyBytes)
        {
            return null;
        }

        var body = new byte[(int)(http.Request.ContentLength ?? BodyBytes) + 1];
        var length = await http.Request.Body.ReadAtLeastAsync(body, body.Length, throwOnEndOfStream: false, http.RequestAborted);
        return length > BodyBytes ? null : body[..length];
    }

    private async Task TakeAsync(HttpContext http, Activity activity, byte[] body)
    {
        using var scope = ActivityScope(log, activity.Type, Plain(activity.Id));
        var inbound = limits.Pass(ActivityReader.Read(activity, body));
        if (inbound is TooFast { ShowsAnswer: false })
        {
            LogTooFast();
        }

        if (inbound is Ignored ignored)
        {
            LogIgnored(ignored.Why);
            await (activity switch
            {
                { Type: "invoke", Name: ActivityReader.CardAction } => WriteAsync(http, InvokeAnswer.OfError(400, "BadRequest", apology.ForClick())),
                { Type: "invoke" } => RefuseAsync(http, new(501, "this bot does not know this invoke")),
                _ => WriteAsync(http, default),
            });
            return;
        }

        // Not the request's own token: a caller that hangs up does not take back what it sent.
        using var deadline = new CancellationTokenSource(TurnTime);
        var result = await measures.TurnAsync(inbound.GetType().Name, () => turn(inbound, deadline.Token));
        try
        {
            await WriteAsync(http, activity.Type is "invoke" ? AnswerOf(activity, result.Answer) : default);
        }
        finally
        {
            result.AfterAnswer?.Invoke();
        }
    }

    private static ReadOnlyMemory<byte> AnswerOf(Activity invoke, TurnAnswer answer) =>
        ExtensionReader.IsExtension(invoke.Name) ? ExtensionAnswer.Of(invoke.Name, answer) : InvokeAnswer.Of(answer);

    /// <summary>Answers 200 and sends the answer off, so that what follows does not delay it.</summary>
    private static async Task WriteAsync(HttpContext http, ReadOnlyMemory<byte> json)
    {
        http.Response.ContentLength = json.Length;
        if (!json.IsEmpty)
        {
            http.Response.ContentType = "application/json; charset=utf-8";
            await http.Response.Body.WriteAsync(json);
        }

        await http.Response.CompleteAsync();
    }

    /// <summary>A client may have sent anything.</summary>
    private static string? Plain(string? id) => id is { Length: <= 200 } && !id.Any(char.IsControl) ? id : null;

    private Task RefuseAsync(HttpContext http, Refusal refusal)
    {
        LogRefused(refusal.Status, refusal.Reason, refusal.Detail);
        if (refusal.Status == 401)
        {
            http.Response.Headers.WWWAuthenticate = "Bearer";
        }

        return WriteReasonAsync(http, refusal.Status, refusal.Reason);
    }

    private static async Task WriteReasonAsync(HttpContext http, int status, string reason)
    {
        http.Response.StatusCode = status;
        http.Response.ContentType = "text/plain; charset=utf-8";
        await http.Response.Body.WriteAsync(Encoding.UTF8.GetBytes(reason));
    }

    private async Task FailAsync(HttpContext http, Activity? activity, Exception error)
    {
        if (activity is null && http.RequestAborted.IsCancellationRequested)
        {
            LogIgnored("a caller that hung up before it had said anything");
            return;
        }

        LogFailed(error.GetType().Name, error.Message.ReplaceLineEndings(" "));
        LogFailedDetails(error);
        if (http.Response.HasStarted)
        {
            return;
        }

        await (activity switch
        {
            { Type: "invoke", Name: ActivityReader.CardAction } =>
                WriteAsync(http, InvokeAnswer.OfError(500, "InternalServerError", apology.ForClick(error))),
            { Type: "invoke" } when ExtensionReader.IsExtension(activity.Name) =>
                WriteAsync(http, ExtensionAnswer.Of(activity.Name, new MessageAnswer(apology.ForClick(error)))),
            // Answered 200: they were asked to send it again, so Teams must not. What was not said to the bot is nobody's to send again.
            { Type: "message" } when ActivityReader.Read(activity, []) is Clicked or Said { IsForBot: true } && await apology.TellAsync(EnvelopeReader.ConversationOf(activity), error) => WriteAsync(http, default),
            _ => WriteReasonAsync(http, 500, "something went wrong here; the log says what"),
        });
    }

    [LoggerMessage(LogLevel.Debug, "Ignored {Why}")]
    private partial void LogIgnored(string why);

    [LoggerMessage(LogLevel.Warning, "Somebody sent more than Limits:PersonPerMinute, or a tenant more than Limits:TenantPerMinute; they are told")]
    private partial void LogTooFast();

    [LoggerMessage(LogLevel.Warning, "Refused with {Status}: {Reason} {Detail}")]
    private partial void LogRefused(int status, string reason, string? detail);

    [LoggerMessage(LogLevel.Error, "A turn failed: {Type}: {Cause}")]
    private partial void LogFailed(string type, string cause);

    [LoggerMessage(LogLevel.Debug, "The failed turn in full")]
    private partial void LogFailedDetails(Exception error);
}
