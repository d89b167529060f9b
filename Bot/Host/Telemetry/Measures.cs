using System.Diagnostics;
using System.Diagnostics.Metrics;

namespace BridgeBot.Host.Telemetry;

/// <summary>What is measured and traced, in the terms of OpenTelemetry
/// (<see href="https://opentelemetry.io/docs/specs/semconv/general/metrics/"/>). No tag holds a person, a conversation or a word of theirs.</summary>
internal sealed class Measures : IDisposable
{
    /// <summary>The name of the meter and of the source of spans.</summary>
    public const string Name = "BridgeBot";

    private readonly ActivitySource _spans = new(Name);
    private readonly Meter _meter = new(Name);
    private readonly Histogram<double> _turns;
    private readonly Histogram<double> _framing;
    private readonly Counter<long> _deliveries;
    private readonly Counter<long> _dead;
    private readonly Histogram<double> _digests;
    private readonly Gauge<long> _due;
    private readonly Gauge<double> _oldest;

    /// <summary>Begins to measure; it costs next to nothing while nobody listens.</summary>
    public Measures()
    {
        _turns = _meter.CreateHistogram<double>("bridgebot.turn.duration", "s", "From an activity that was let in to its decision in the store.");
        _framing = _meter.CreateHistogram<double>("bridgebot.framing.duration", "s", "Deciding on a message, nearly all of which is framing it.");
        _deliveries = _meter.CreateCounter<long>("bridgebot.delivery.attempts", "{attempt}", "Rows of the outbox that were carried out, by kind and result.");
        _dead = _meter.CreateCounter<long>("bridgebot.delivery.dead_letters", "{message}", "Messages that were given up.");
        _digests = _meter.CreateHistogram<double>("bridgebot.digest.duration", "s", "Counting a channel's digest.");
        _due = _meter.CreateGauge<long>("bridgebot.outbox.due", "{row}", "What was due and not done when the sweeper looked last.");
        _oldest = _meter.CreateGauge<double>("bridgebot.outbox.oldest", "s", "For how long the oldest of it had been due.");
    }

    /// <summary>Takes a turn, and measures it.</summary>
    /// <param name="kind">What came in.</param>
    /// <param name="turn">The turn.</param>
    public async Task<T> TurnAsync<T>(string kind, Func<Task<T>> turn)
    {
        using var span = _spans.StartActivity($"turn {kind}", ActivityKind.Internal);
        var (began, outcome) = (Stopwatch.GetTimestamp(), "failed");
        try
        {
            var result = await turn();
            outcome = "done";
            return result;
        }
        finally
        {
            span?.SetStatus(outcome == "done" ? ActivityStatusCode.Ok : ActivityStatusCode.Error);
            _turns.Record(Stopwatch.GetElapsedTime(began).TotalSeconds, new("kind", kind), new("outcome", outcome));
        }
    }

    /// <summary>A span of a delivery, in a trace of its own; null if nobody traces.</summary>
    /// <param name="kind">What is delivered.</param>
    public Activity? Delivery(string kind) => _spans.StartActivity($"deliver {kind}", ActivityKind.Producer, default(ActivityContext));

    /// <summary>A message was decided on.</summary>
    public void Framed(TimeSpan took) => _framing.Record(took.TotalSeconds);

    /// <summary>A row of the outbox was carried out.</summary>
    public void Delivered(string kind, string result) => _deliveries.Add(1, new("kind", kind), new("result", result));

    /// <summary>A message was given up.</summary>
    public void Died(string kind) => _dead.Add(1, new KeyValuePair<string, object?>("kind", kind));

    /// <summary>A channel's digest was counted.</summary>
    public void Counted(TimeSpan took) => _digests.Record(took.TotalSeconds);

    /// <summary>The sweeper has looked.</summary>
    public void Swept(long due, TimeSpan oldest)
    {
        _due.Record(due);
        _oldest.Record(oldest.TotalSeconds);
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        _spans.Dispose();
        _meter.Dispose();
    }
}
