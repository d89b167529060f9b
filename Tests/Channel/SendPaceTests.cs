using BridgeBot.Host.Channel;
using BridgeBot.Host.Turns;
using CsCheck;
using Microsoft.Extensions.Time.Testing;

namespace BridgeBot.Tests.Channel;

/// <summary>What is sent stays within Teams' limits, and whoever has to wait gets a turn.</summary>
internal sealed class SendPaceTests
{
    private static readonly DateTimeOffset Start = new(2026, 3, 2, 9, 0, 0, TimeSpan.Zero);

    private readonly FakeTimeProvider _clock = new(Start);
    private SendPace _pace = null!;

    [SetUp]
    public void Begin() => _pace = new SendPace(_clock);

    [Test]
    public void Take_SevenAtOnce_AreSent() => Assert.That(Enumerable.Range(0, 7).Select(_ => _pace.Take(To())), Is.All.Null);

    [Test]
    public void Take_TheEighthAtOnce_WaitsForTheSecondToEnd()
    {
        Send(7);

        Assert.That(_pace.Take(To()), Is.EqualTo(_clock.GetUtcNow().AddSeconds(1)));
    }

    [Test]
    public void Take_AnotherConversation_DoesNotWait()
    {
        Send(7);

        Assert.That(_pace.Take(To("another")), Is.Null);
    }

    [Test]
    public void Take_FiftyConversationsOfATenantAtOnce_TheNextWaits()
    {
        for (var i = 0; i < 50; i++) _pace.Take(To($"{i}"));

        Assert.That((_pace.Take(To("next")), _pace.Take(To("next", "another"))), Is.EqualTo((_clock.GetUtcNow().AddSeconds(1), (DateTimeOffset?)null)));
    }

    [Test]
    public void Take_ManyWait_EachHasATurnOfItsOwn()
    {
        Send(7);
        var turns = Enumerable.Range(0, 100).Select(_ => _pace.Take(To())).ToList();

        Assert.That(turns, Is.Unique.And.None.Null);
    }

    [Test]
    public void Take_WhileOthersWait_IsBehindThem()
    {
        Send(7);
        var first = _pace.Take(To());

        Assert.That(_pace.Take(To()), Is.GreaterThan(first!.Value));
    }

    [Test]
    public void Hold_Throttled_TheConversationWaitsThatLong()
    {
        _pace.Hold(To(), TimeSpan.FromSeconds(45));

        Assert.That((_pace.Take(To()), _pace.Take(To("another"))), Is.EqualTo((_clock.GetUtcNow().AddSeconds(45), (DateTimeOffset?)null)));
    }

    [Test]
    public void Hold_ShorterOneLater_TheLongerOneCounts()
    {
        _pace.Hold(To(), TimeSpan.FromSeconds(45));
        _pace.Hold(To(), TimeSpan.FromSeconds(5));

        Assert.That(_pace.Take(To()), Is.EqualTo(_clock.GetUtcNow().AddSeconds(45)));
    }

    /// <summary>Whatever comes whenever, no window of any position holds more than Teams allows, and everything is sent in the end.</summary>
    [Test]
    public void Take_AnyArrivals_NoWindowIsOverItsLimitAndAllAreSent() =>
        Gen.Int[0, 900].Array[1, 300].Sample(
            gaps =>
            {
                var sent = Play(gaps);
                return sent.Count == gaps.Length && SendLimit.OfConversation.All(limit => IsWithin(sent, limit));
            },
            iter: 100);

    [Test]
    public void Take_SixtyAtOnce_AreSentWithinHalfAMinute() =>
        Assert.That(Play(new int[60]) is var sent ? sent[^1] - sent[0] : default, Is.LessThanOrEqualTo(TimeSpan.FromSeconds(30)));

    [Test]
    public void Take_TwoThousandAtOnce_AreSentAtTwoASecondAndWithinTheHour()
    {
        var sent = Play(new int[2_000]);

        Assert.That(SendLimit.OfConversation.All(limit => IsWithin(sent, limit)));
        Assert.That(sent[^1] - sent[0], Is.LessThan(TimeSpan.FromHours(1.2)));
    }

    [Test]
    public void Take_ManyConversationsThatFallSilent_AreForgotten()
    {
        for (var i = 0; i < 20_000; i++)
        {
            _pace.Take(To($"{i}", $"tenant {i}"));
            _clock.Advance(TimeSpan.FromSeconds(1));
        }

        Assert.That(_pace.Remembered, Is.LessThan(2 * 3_600 + 1_000));
        _clock.Advance(TimeSpan.FromHours(2));
        _pace.Take(To());
        Assert.That(_pace.Remembered, Is.EqualTo(2));
    }

    private static ConversationReference To(string id = "a:chat", string tenant = "tenant") =>
        new("https://teams", id, ConversationType.Personal, tenant, "28:bot", "BridgeBot", null, null, null);

    private static bool IsWithin(List<DateTimeOffset> sent, SendLimit limit) =>
        Enumerable.Range(limit.Sends, Math.Max(0, sent.Count - limit.Sends)).All(i => sent[i] - sent[i - limit.Sends] >= limit.Window);

    private void Send(int count)
    {
        for (var i = 0; i < count; i++) _pace.Take(To());
    }

    /// <summary>Messages come with those gaps in milliseconds, and come back when they are told to; the instants at which they were sent.</summary>
    private static List<DateTimeOffset> Play(int[] gaps)
    {
        var clock = new FakeTimeProvider(Start);
        var pace = new SendPace(clock);
        var come = new PriorityQueue<int, (DateTimeOffset At, int Number)>();
        var at = Start;
        for (var i = 0; i < gaps.Length; i++)
        {
            at += TimeSpan.FromMilliseconds(gaps[i]);
            come.Enqueue(i, (at, i));
        }

        List<DateTimeOffset> sent = [];
        while (come.TryDequeue(out var number, out var when))
        {
            clock.SetUtcNow(when.At);
            if (pace.Take(To()) is { } turn)
            {
                come.Enqueue(number, (turn, number));
            }
            else
            {
                sent.Add(when.At);
            }
        }

        return sent;
    }
}
