using System.Net;
using System.Text;
using System.Text.Json;
using BridgeBot.Host.Channel;
using BridgeBot.Host.Turns;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;

namespace BridgeBot.Tests.Channel;

public class MessagesEndpointTests
{
    private const string Message = """
        {"type":"message","id":"1","text":"hush","serviceUrl":"http://localhost:1/_connector","from":{"id":"29:sam"},
         "recipient":{"id":"28:bot"},"conversation":{"id":"a:chat","conversationType":"personal","tenantId":"T"}}
        """;

    private static readonly string Invoke = Message.Replace(
        "\"message\"", """
        "invoke","name":"adaptiveCard/action","value":{"action":{"verb":"approve"}}
        """, StringComparison.Ordinal);

    private readonly HttpClient _http = new();
    private LogLines<MessagesEndpoint> _log = null!;
    private readonly List<Inbound> _turns = [];
    private Func<TurnResult> _result = () => new(new NoAnswer(), null);
    private LoopbackServer _server = null!;

    [SetUp]
    public async Task StartAsync()
    {
        _turns.Clear();
        _log = new();
        _result = () => new(new NoAnswer(), null);
        var keys = new SigningKeys(BotCloud.Public.Metadata, TimeProvider.System, NullLogger<SigningKeys>.Instance);
        var endpoint = new MessagesEndpoint(
            new RequestAuthenticator(new BotOptions(), BotCloud.Public, keys), new(new()), TakeTurn, Apology("Sorry, try again."), new(), _log);
        _server = await LoopbackServer.StartAsync(endpoint.HandleAsync);
    }

    [TearDown]
    public ValueTask StopAsync() => _server.DisposeAsync();

    [OneTimeTearDown]
    public void Close() => _http.Dispose();

    /// <summary>Gives up at once where nobody listens.</summary>
    private Apology Apology(string forClick) => new(
        forClick, "Sorry, send it again.", "Shorter, please.", new Connector(_http, null, TimeProvider.System, ConnectorTimes.Default with { Retries = 0 }));

    private Task<TurnResult> TakeTurn(Inbound inbound, CancellationToken cancel)
    {
        _turns.Add(inbound);
        return Task.FromResult(_result());
    }

    private Task<HttpResponseMessage> PostAsync(string body, string type = "application/json") =>
        _http.PostAsync(_server.Address, new StringContent(body, Encoding.UTF8, type));

    private async Task<(HttpStatusCode Status, string Body)> AnswerAsync(string body, string type = "application/json")
    {
        using var response = await PostAsync(body, type);
        return (response.StatusCode, await response.Content.ReadAsStringAsync());
    }

    [Test]
    public async Task Post_Message_IsOneTurnAndAnEmptyAnswer()
    {
        var answer = await AnswerAsync(Message);
        Assert.That((answer, _turns.Count), Is.EqualTo(((HttpStatusCode.OK, ""), 1)));
    }

    [Test]
    public async Task Post_MessageAnsweredWithText_HasNobodyToShowIt()
    {
        _result = () => new(new MessageAnswer("hello"), null);
        Assert.That(await AnswerAsync(Message), Is.EqualTo((HttpStatusCode.OK, "")));
    }

    [Test]
    public async Task Post_ExpectReplies_IsAnOrdinaryTurn()
    {
        var json = Message.Replace("\"id\":\"1\"", "\"id\":\"1\",\"deliveryMode\":\"expectReplies\"", StringComparison.Ordinal);
        Assert.That(await AnswerAsync(json), Is.EqualTo((HttpStatusCode.OK, "")));
    }

    private static IEnumerable<TestCaseData> BadInput()
    {
        yield return new TestCaseData("", "application/json", 400).SetName("{m}_Empty");
        yield return new TestCaseData("{\"type\":", "application/json", 400).SetName("{m}_Malformed");
        yield return new TestCaseData("{\"type\":\"message\"}", "application/json", 400).SetName("{m}_FieldsMissing");
        yield return new TestCaseData(Message.Replace("\"29:sam\"", "[]", StringComparison.Ordinal), "application/json", 400).SetName("{m}_ForgedField");
        yield return new TestCaseData(new string('[', 100_000), "application/json", 400).SetName("{m}_Deep");
        yield return new TestCaseData(Message, "text/plain", 415).SetName("{m}_WrongContentType");
        yield return new TestCaseData(Message, "application/x-www-form-urlencoded", 415).SetName("{m}_Form");
        yield return new TestCaseData(new string(' ', MessagesEndpoint.BodyBytes + 1), "application/json", 413).SetName("{m}_OverTheLimit");
        yield return new TestCaseData(
            Message.Replace("localhost:1", "169.254.169.254", StringComparison.Ordinal), "application/json", 403).SetName("{m}_ServiceElsewhere");
    }

    [TestCaseSource(nameof(BadInput))]
    public async Task Post_BadInput_IsRefusedInOneLine(string body, string type, int status)
    {
        var answer = await AnswerAsync(body, type);
        Assert.That(((int)answer.Status, answer.Body.Split('\n').Length, _turns.Count), Is.EqualTo((status, 1, 0)));
    }

    [Test]
    public async Task Post_OverTheLimitInChunks_IsRefused()
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, _server.Address)
        {
            Content = new StringContent(new string(' ', MessagesEndpoint.BodyBytes + 1), Encoding.UTF8, "application/json"),
            Headers = { TransferEncodingChunked = true },
        };
        using var response = await _http.SendAsync(request);
        Assert.That(response.StatusCode, Is.EqualTo(HttpStatusCode.RequestEntityTooLarge));
    }

    [Test]
    public async Task Post_HundredKilobytesOfText_IsATurn()
    {
        var text = new string('x', 100_000);
        await AnswerAsync(Message.Replace("hush", text, StringComparison.Ordinal));
        Assert.That(((Said)_turns.Single()).Text, Is.EqualTo(text));
    }

    [Test]
    public async Task Post_UnknownType_IsAcceptedWithoutATurn()
    {
        var answer = await AnswerAsync(Message.Replace("\"message\"", "\"newest\"", StringComparison.Ordinal));
        Assert.That((answer.Status, _turns.Count), Is.EqualTo((HttpStatusCode.OK, 0)));
    }

    [Test]
    public async Task Post_InvokeOfAnotherKind_IsNotImplemented() =>
        Assert.That(
            (await AnswerAsync(Invoke.Replace("adaptiveCard/action", "task/fetch", StringComparison.Ordinal))).Status,
            Is.EqualTo(HttpStatusCode.NotImplemented));

    private async Task<string> EnvelopeAsync(TurnAnswer answer)
    {
        _result = () => new(answer, null);
        var (status, body) = await AnswerAsync(Invoke);
        return status is HttpStatusCode.OK ? body : throw new AssertionException($"{status}");
    }

    [Test]
    public async Task Post_ExecuteAnsweredWithACard_ReplacesTheCard() =>
        Assert.That(
            await EnvelopeAsync(new CardAnswer(new("""{"type":"AdaptiveCard"}"""u8.ToArray()))),
            Is.EqualTo("""{"statusCode":200,"type":"application/vnd.microsoft.card.adaptive","value":{"type":"AdaptiveCard"}}"""));

    [Test]
    public async Task Post_ExecuteAnsweredWithText_ShowsIt() =>
        Assert.That(
            await EnvelopeAsync(new MessageAnswer("Done")),
            Is.EqualTo("""{"statusCode":200,"type":"application/vnd.microsoft.activity.message","value":"Done"}"""));

    [Test]
    public async Task Post_ExecuteByABot_IsAnError()
    {
        var (_, body) = await AnswerAsync(Invoke.Replace("29:sam", "28:other", StringComparison.Ordinal));
        Assert.That(JsonElement.Parse(body).GetProperty("statusCode").GetInt32(), Is.EqualTo(400));
    }

    [Test]
    public async Task Post_ExecuteWhoseTurnFails_ShowsTheApology()
    {
        _result = () => throw new InvalidOperationException("the disk is full");
        var (_, body) = await AnswerAsync(Invoke);
        Assert.That(body, Is.EqualTo(
            """
            {"statusCode":500,"type":"application/vnd.microsoft.error","value":{"code":"InternalServerError","message":"Sorry, try again."}}
            """));
    }

    [Test]
    public async Task Post_ExecuteThatIsMoreThanCanBeKept_AsksForLess()
    {
        _result = () => throw new TooLongException(new InvalidOperationException());
        Assert.That((await AnswerAsync(Invoke)).Body, Does.Contain("Shorter, please."));
    }

    [Test]
    public async Task Post_MessageWhoseTurnAndApologyFail_IsAnErrorInOneLine()
    {
        _result = () => throw new InvalidOperationException("the disk\nis full");
        var answer = await AnswerAsync(Message);
        Assert.That((answer.Status, answer.Body.Contains("disk", StringComparison.Ordinal)), Is.EqualTo((HttpStatusCode.InternalServerError, false)));
    }

    [Test]
    public async Task Post_MessageWhoseTurnFails_PersonIsTold_AndTeamsDoesNotSendItAgain()
    {
        List<string> told = [];
        await using var teams = await LoopbackServer.StartAsync(async http =>
        {
            told.Add(await new StreamReader(http.Request.Body).ReadToEndAsync());
            await http.Response.WriteAsync("""{"id":"m1"}""");
        });
        _result = () => throw new InvalidOperationException("the disk is full");
        var answer = await AnswerAsync(Message.Replace("http://localhost:1/", teams.Address.ToString(), StringComparison.Ordinal));
        Assert.That((answer.Status, told.Single().Contains("Sorry, send it again.", StringComparison.Ordinal)), Is.EqualTo((HttpStatusCode.OK, true)));
    }

    [Test]
    public async Task Post_TurnFails_IsOneErrorWithItsCause()
    {
        _result = () => throw new InvalidOperationException("the disk\nis full");
        await AnswerAsync(Message);
        Assert.That(
            _log.Lines.Where(line => line.Level is LogLevel.Error).Select(line => line.Line).Distinct(),
            Is.EqualTo(new[] { "A turn failed: InvalidOperationException: the disk is full" }));
    }

    [Test]
    public async Task Post_AfterAnswer_ComesOnceTheAnswerIsThere()
    {
        var called = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        using var received = new ManualResetEventSlim();
        _result = () => new(new NoAnswer(), () =>
        {
            if (received.Wait(TimeSpan.FromSeconds(10)))
            {
                called.SetResult();
            }
        });
        await AnswerAsync(Message);
        received.Set();
        Assert.That(async () => await called.Task.WaitAsync(TimeSpan.FromSeconds(10)), Throws.Nothing);
    }

    [TestCase("HEAD", HttpStatusCode.OK)]
    [TestCase("GET", HttpStatusCode.MethodNotAllowed)]
    [TestCase("OPTIONS", HttpStatusCode.MethodNotAllowed)]
    public async Task Send_OtherMethods_AreNoTurns(string method, HttpStatusCode expected)
    {
        using var request = new HttpRequestMessage(new(method), _server.Address);
        using var response = await _http.SendAsync(request);
        Assert.That(response.StatusCode, Is.EqualTo(expected));
    }

    [Test]
    public async Task Post_Anything_LeavesItsTextOutOfTheLog()
    {
        await AnswerAsync(Message);
        await AnswerAsync(Message.Replace("\"29:sam\"", "7", StringComparison.Ordinal));
        await AnswerAsync(Message.Replace("\"message\"", "\"newest\"", StringComparison.Ordinal));
        Assert.That(_log.Lines.Select(line => line.Line), Has.None.Contains("hush"));
    }
}
