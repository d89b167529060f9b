using System.Collections.Concurrent;
using System.Text;
using BridgeBot.Tests.Channel;
using BridgeBot.Tests.Turns;
using Microsoft.Extensions.DependencyInjection;
using OpenTelemetry.Metrics;
using OpenTelemetry.Trace;
using static BridgeBot.Tests.Turns.Someone;

namespace BridgeBot.Tests.Telemetry;

/// <summary>The one switch sends traces and metrics to a collector, which runs in the test; names are plain text in what it gets.</summary>
internal sealed class TelemetryTests
{
    private readonly ConcurrentQueue<(string Path, string Body)> _received = [];
    private LoopbackServer _collector = null!;

    [SetUp]
    public async Task StartAsync() => _collector = await LoopbackServer.StartAsync(async http =>
    {
        using var body = new MemoryStream();
        await http.Request.Body.CopyToAsync(body);
        _received.Enqueue((http.Request.Path, Encoding.Latin1.GetString(body.ToArray())));
    });

    [TearDown]
    public ValueTask StopAsync() => _collector.DisposeAsync();

    [Test]
    public async Task Endpoint_IsSet_GetsTheBotsMeasuresAndSpansAndNobodysWords()
    {
        await using var bot = await BotUnderTest.StartAsync(null, $"--Telemetry:Endpoint={_collector.Address}");
        await bot.InstallAsync();
        bot.Teams.Next(sent => sent.InChat(Sam) && sent.Card is { Verbs: [] }, new Behaviour.Fails(403));
        await bot.PostAsync();
        await bot.MentionAsync(Maria, Place.Marketing, "digest now");
        await bot.SayAsync(Sam, "status");
        await bot.Teams.ExpectAsync(sent => sent.InChat(Sam) && !sent.IsAccepted);
        await bot.StopAsync(TimeSpan.FromSeconds(30));

        string Sent(string path) => string.Concat(_received.Where(sent => sent.Path == path).Select(sent => sent.Body));
        Assert.That(
            new[]
            {
                "bridgebot.turn.duration", "bridgebot.framing.duration", "bridgebot.outbox.due", "bridgebot.outbox.oldest",
                "bridgebot.delivery.attempts", "bridgebot.delivery.dead_letters", "bridgebot.digest.duration", "http.server.request.duration",
            }.Where(name => !Sent("/v1/metrics").Contains(name, StringComparison.Ordinal)),
            Is.Empty);
        Assert.That(
            new[] { "turn Said", "turn Clicked", "deliver ReconcileCard" }.Where(name => !Sent("/v1/traces").Contains(name, StringComparison.Ordinal)), Is.Empty);
        Assert.That(
            _received.Select(sent => sent.Body),
            Has.None.Contains(Story.Wish).And.None.Contains(Sam.Name).And.None.Contains(Sam.AadObjectId).And.None.Contains(Sam.Chat.Id));
    }

    [Test]
    public async Task Endpoint_IsNotSet_NothingIsCollected()
    {
        await using var bot = await BotUnderTest.StartAsync();
        Assert.That((bot.Services.GetService<MeterProvider>(), bot.Services.GetService<TracerProvider>()), Is.EqualTo(((MeterProvider?)null, (TracerProvider?)null)));
    }
}
