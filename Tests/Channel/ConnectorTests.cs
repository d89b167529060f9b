using System.Collections.Concurrent;
using System.Text.Json;
using BridgeBot.Host.Channel;
using BridgeBot.Host.Turns;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;

namespace BridgeBot.Tests.Channel;

public class ConnectorTests
{
    private static readonly ConnectorTimes Quick = new(TimeSpan.FromSeconds(5), TimeSpan.FromMilliseconds(1), 2);
    private static readonly OutgoingActivity Text = OutgoingActivity.OfText("hello");

    private readonly HttpClient _http = Connector.CreateHttpClient();
    private readonly ConcurrentQueue<(string Request, string Body)> _requests = [];
    private RequestDelegate _answer = _ => Task.CompletedTask;
    private LoopbackServer _server = null!;

    [SetUp]
    public async Task StartAsync()
    {
        _requests.Clear();
        _server = await LoopbackServer.StartAsync(async http =>
        {
            var raw = http.Features.Get<IHttpRequestFeature>()!.RawTarget;
            _requests.Enqueue(($"{http.Request.Method} {raw}", await new StreamReader(http.Request.Body).ReadToEndAsync()));
            await _answer(http);
        });
        Answer(201, """{"id":"m1"}""");
    }

    [TearDown]
    public ValueTask StopAsync() => _server.DisposeAsync();

    [OneTimeTearDown]
    public void Close() => _http.Dispose();

    private void Answer(int status, string body, string? retryAfter = null) => _answer = http => WriteAsync(http, status, body, retryAfter);

    private static Task WriteAsync(HttpContext http, int status, string body, string? retryAfter = null)
    {
        http.Response.StatusCode = status;
        http.Response.Headers.RetryAfter = retryAfter;
        return http.Response.WriteAsync(body);
    }

    private Connector NewConnector(ConnectorTimes? times = null) => new(_http, null, TimeProvider.System, times ?? Quick);

    private ConversationReference Chat(string id = "a:chat", string path = "_connector") =>
        new($"{_server.Address}{path}", id, ConversationType.Personal, "T", "28:bot", "BridgeBot", null, null, null);

    private ConversationReference Channel(string? root = null) =>
        Chat("19:ch@thread.tacv2") with { Type = ConversationType.Channel, RootId = root };

    private Task<SendResult> PostAsync(ConversationReference? to = null) =>
        NewConnector().PostAsync(to ?? Chat(), Text, CancellationToken.None);

    private JsonElement Body => JsonElement.Parse(_requests.Single().Body);

    [Test]
    public async Task Post_Text_IsAcceptedWithItsId() => Assert.That(await PostAsync(), Is.EqualTo(new SendAccepted("m1")));

    [Test]
    public async Task Post_Text_IsPlain()
    {
        await PostAsync();
        Assert.That(
            Body.GetRawText(),
            Is.EqualTo("""{"type":"message","from":{"id":"28:bot","name":"BridgeBot"},"conversation":{"id":"a:chat"},"text":"hello","textFormat":"plain"}"""));
    }

    [Test]
    public async Task Post_Card_IsTheOneAttachmentWithASummary()
    {
        await NewConnector().PostAsync(Chat(), OutgoingActivity.OfCard(new("""{"type":"AdaptiveCard"}"""u8.ToArray()), "A request"), CancellationToken.None);
        Assert.That(
            (Body.GetProperty("summary").GetString(), Body.GetProperty("attachments").GetRawText(), Body.TryGetProperty("text", out _)),
            Is.EqualTo(("A request", """[{"contentType":"application/vnd.microsoft.card.adaptive","content":{"type":"AdaptiveCard"}}]""", false)));
    }

    [TestCase("_connector")]
    [TestCase("_connector/")]
    public async Task Post_Chat_GoesToItsActivities(string path)
    {
        await PostAsync(Chat(path: path));
        Assert.That(_requests.Single().Request, Is.EqualTo("POST /_connector/v3/conversations/a%3Achat/activities"));
    }

    [Test]
    public async Task Post_ServiceWithoutAPath_NeedsNone()
    {
        await PostAsync(Chat(path: ""));
        Assert.That(_requests.Single().Request, Is.EqualTo("POST /v3/conversations/a%3Achat/activities"));
    }

    [Test]
    public async Task Post_IdWithASlash_StaysOneSegment()
    {
        await PostAsync(Chat("../x?y#z"));
        Assert.That(_requests.Single().Request, Is.EqualTo("POST /_connector/v3/conversations/..%2Fx%3Fy%23z/activities"));
    }

    [Test]
    public async Task Post_Channel_CreatesAPost()
    {
        Answer(201, """{"id":"19:ch@thread.tacv2;messageid=7","activityId":"7"}""");
        var result = await PostAsync(Channel());
        Assert.That((_requests.Single().Request, result), Is.EqualTo(("POST /_connector/v3/conversations", new SendAccepted("7"))));
    }

    [Test]
    public async Task Post_Channel_NamesTheChannelAndTheTenant()
    {
        await PostAsync(Channel());
        Assert.That(
            (Body.GetProperty("isGroup").GetBoolean(), Body.GetProperty("channelData").GetRawText()),
            Is.EqualTo((true, """{"tenant":{"id":"T"},"channel":{"id":"19:ch@thread.tacv2"}}""")));
    }

    [Test]
    public async Task Post_ChannelWithoutActivityId_TakesTheRootsId()
    {
        Answer(201, """{"id":"19:ch@thread.tacv2;messageid=7"}""");
        Assert.That(await PostAsync(Channel()), Is.EqualTo(new SendAccepted("7")));
    }

    [Test]
    public async Task Post_ReplyBelowAPost_GoesToItsChain()
    {
        await PostAsync(Channel("7"));
        Assert.That(
            _requests.Single().Request, Is.EqualTo("POST /_connector/v3/conversations/19%3Ach%40thread.tacv2%3Bmessageid%3D7/activities"));
    }

    [Test]
    public async Task Update_ChannelPost_GoesToItsOwnChain()
    {
        await NewConnector().UpdateAsync(Channel(), "7", Text, CancellationToken.None);
        Assert.That(
            _requests.Single().Request, Is.EqualTo("PUT /_connector/v3/conversations/19%3Ach%40thread.tacv2%3Bmessageid%3D7/activities/7"));
    }

    [Test]
    public async Task Update_ChatMessage_GoesToTheChat()
    {
        await NewConnector().UpdateAsync(Chat(), "7", Text, CancellationToken.None);
        Assert.That(_requests.Single().Request, Is.EqualTo("PUT /_connector/v3/conversations/a%3Achat/activities/7"));
    }

    [TestCase("..")]
    [TestCase("")]
    public async Task Update_IdThatIsNoSegment_IsRefusedUnsent(string activityId)
    {
        var result = await NewConnector().UpdateAsync(Chat(), activityId, Text, CancellationToken.None);
        Assert.That((result is SendRefused, _requests.Count), Is.EqualTo((true, 0)));
    }

    [TestCase("{}")]
    [TestCase("")]
    [TestCase("no json")]
    [TestCase("[1]")]
    [TestCase("""{"id":7}""")]
    [TestCase("""{"id":"\ud800"}""")]
    public async Task Post_AcceptedWithoutAnId_IsAcceptedAllTheSame(string body)
    {
        Answer(202, body);
        Assert.That(await PostAsync(), Is.EqualTo(new SendAccepted(null)));
    }

    [TestCase(403, """{"error":{"code":"BotNotInConversationRoster","message":"m"}}""", "BotNotInConversationRoster")]
    [TestCase(404, """{"error":{"code":"ConversationNotFound"}}""", "ConversationNotFound")]
    [TestCase(404, """{"error":{"code":"ActivityNotFoundInConversation"}}""", "ActivityNotFoundInConversation")]
    [TestCase(405, """{"code":"BadArgument"}""", "BadArgument")]
    [TestCase(413, "", "413")]
    [TestCase(400, "<html>", "400")]
    [TestCase(302, "", "302")]
    public async Task Post_RefusedForGood_SaysWhy(int status, string body, string code)
    {
        Answer(status, body);
        Assert.That((await PostAsync(), _requests.Count), Is.EqualTo((new SendRefused(code), 1)));
    }

    [TestCase(401, "", "401")]
    [TestCase(408, "", "408")]
    [TestCase(429, """{"error":{"code":"Throttled"}}""", "Throttled")]
    [TestCase(500, """{"error":{"code":"ServiceError"}}""", "ServiceError")]
    public async Task Post_NotNow_IsLeftToTheOutbox(int status, string body, string code)
    {
        Answer(status, body);
        Assert.That((await PostAsync(), _requests.Count), Is.EqualTo((new SendLater(code, null), 1)));
    }

    [Test]
    public async Task Post_ThrottledUnderAnotherStatus_GoesByTheCode()
    {
        Answer(400, """{"error":{"code":"Throttled"}}""", "17");
        Assert.That(await PostAsync(), Is.EqualTo(new SendLater("Throttled", TimeSpan.FromSeconds(17))));
    }

    [Test]
    public async Task Post_AfterAThrottledOne_IsNotSentBeforeItsTime()
    {
        var clock = new Microsoft.Extensions.Time.Testing.FakeTimeProvider();
        var connector = new Connector(_http, null, clock, Quick);
        Answer(429, "", "17");
        await connector.PostAsync(Chat(), Text, CancellationToken.None);
        var next = await connector.PostAsync(Chat(), Text, CancellationToken.None);
        Assert.That((next, _requests.Count), Is.EqualTo((new SendNotYet(clock.GetUtcNow().AddSeconds(17)), 1)));
    }

    [Test]
    public async Task Post_AnEndlessRetryAfter_IsHeldToADay()
    {
        Answer(429, "", "99999999");
        Assert.That(await PostAsync(), Is.EqualTo(new SendLater("429", TimeSpan.FromDays(1))));
    }

    [Test]
    public async Task Post_TheEighthOfASecond_IsSentOnceTheSecondIsOver()
    {
        var clock = new Microsoft.Extensions.Time.Testing.FakeTimeProvider();
        var connector = new Connector(_http, null, clock, Quick);
        for (var i = 0; i < 7; i++) await connector.PostAsync(Chat(), Text, CancellationToken.None);
        var eighth = connector.PostAsync(Chat(), Text, CancellationToken.None);
        Assert.That((eighth.IsCompleted, _requests.Count), Is.EqualTo((false, 7)));
        clock.Advance(TimeSpan.FromSeconds(1));
        Assert.That(await eighth, Is.EqualTo(new SendAccepted("m1")));
    }

    [TestCase(412)]
    [TestCase(502)]
    [TestCase(503)]
    [TestCase(504)]
    public async Task Post_FailsInPassing_IsTriedThreeTimes(int status)
    {
        Answer(status, "");
        Assert.That((await PostAsync(), _requests.Count), Is.EqualTo((new SendLater($"{status}", null), 3)));
    }

    [Test]
    public async Task Post_FailsOnce_SucceedsWithinTheCall()
    {
        _answer = http => _requests.Count < 2 ? WriteAsync(http, 502, "") : WriteAsync(http, 201, """{"id":"m2"}""");
        Assert.That((await PostAsync(), _requests.Count), Is.EqualTo((new SendAccepted("m2"), 2)));
    }

    [TestCase(429)]
    [TestCase(503)]
    public async Task Post_RetryAfterInSeconds_IsHandedOn(int status)
    {
        Answer(status, "", "17");
        Assert.That((await PostAsync(), _requests.Count), Is.EqualTo((new SendLater($"{status}", TimeSpan.FromSeconds(17)), 1)));
    }

    [TestCase("Mon, 02 Mar 2026 10:01:00 GMT", 60)]
    [TestCase("Mon, 02 Mar 2026 09:00:00 GMT", 0)]
    public async Task Post_RetryAfterAsADate_CountsFromNow(string date, int seconds)
    {
        Answer(429, "", date);
        var clock = new Microsoft.Extensions.Time.Testing.FakeTimeProvider(new(2026, 3, 2, 10, 0, 0, TimeSpan.Zero));
        var result = await new Connector(_http, null, clock, Quick).PostAsync(Chat(), Text, CancellationToken.None);
        Assert.That(result, Is.EqualTo(new SendLater("429", TimeSpan.FromSeconds(seconds))));
    }

    [Test]
    public async Task Post_ServerHangs_IsNotSentAgain()
    {
        _answer = http => Task.Delay(Timeout.Infinite, http.RequestAborted);
        var result = await NewConnector(Quick with { Try = TimeSpan.FromMilliseconds(200) }).PostAsync(Chat(), Text, CancellationToken.None);
        Assert.That((result, _requests.Count), Is.EqualTo((new SendLater("TimedOut", null), 1)));
    }

    [Test]
    public async Task Post_ServerHangsAfterAccepting_IsAcceptedWithoutAnId()
    {
        _answer = async http =>
        {
            http.Response.StatusCode = 201;
            await http.Response.Body.FlushAsync();
            await Task.Delay(Timeout.Infinite, http.RequestAborted);
        };
        var result = await NewConnector(Quick with { Try = TimeSpan.FromMilliseconds(500) }).PostAsync(Chat(), Text, CancellationToken.None);
        Assert.That(result, Is.EqualTo(new SendAccepted(null)));
    }

    [Test]
    public async Task Post_ConnectionDrops_IsNotSentAgain()
    {
        _answer = http =>
        {
            http.Abort();
            return Task.CompletedTask;
        };
        Assert.That((await PostAsync() is SendLater, _requests.Count), Is.EqualTo((true, 1)));
    }

    [Test]
    public async Task Update_ConnectionDrops_IsSentAgain()
    {
        _answer = http =>
        {
            if (_requests.Count < 2)
            {
                http.Abort();
                return Task.CompletedTask;
            }

            return WriteAsync(http, 200, """{"id":"7"}""");
        };
        Assert.That(await NewConnector().UpdateAsync(Chat(), "7", Text, CancellationToken.None), Is.EqualTo(new SendAccepted("7")));
    }

    [Test]
    public async Task Post_NobodyListens_IsForLater()
    {
        var to = Chat();
        await _server.DisposeAsync();
        Assert.That(await PostAsync(to), Is.EqualTo(new SendLater("ConnectionError", null)));
    }

    [Test]
    public void Post_Cancelled_StopsWaiting()
    {
        using var cancel = new CancellationTokenSource();
        _answer = http =>
        {
            cancel.Cancel();
            return Task.Delay(Timeout.Infinite, http.RequestAborted);
        };
        Assert.That(
            async () => await NewConnector().PostAsync(Chat(), Text, cancel.Token), Throws.InstanceOf<OperationCanceledException>());
    }

    [TestCase("not an address")]
    [TestCase("ftp://example.com")]
    public async Task Post_NoAddress_IsRefused(string service) =>
        Assert.That(await PostAsync(Chat() with { ServiceUrl = service }), Is.TypeOf<SendRefused>());

    [Test]
    public async Task Post_AnsweredByARedirect_DoesNotFollowIt()
    {
        _answer = http =>
        {
            http.Response.Redirect("/elsewhere", permanent: false, preserveMethod: true);
            return Task.CompletedTask;
        };
        Assert.That((await PostAsync(), _requests.Count), Is.EqualTo(((SendResult)new SendRefused("307"), 1)));
    }
}
