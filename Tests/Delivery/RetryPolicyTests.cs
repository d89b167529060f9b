using BridgeBot.Core.Delivery;

namespace BridgeBot.Tests.Delivery;

public sealed class RetryPolicyTests
{
    private const double Middle = 0.5;

    [TestCase(1, 1)]
    [TestCase(2, 2)]
    [TestCase(3, 4)]
    [TestCase(9, 256)]
    [TestCase(10, 300)]
    [TestCase(200, 300)]
    public void NextDelay_WithoutWish_DoublesUpToFiveMinutes(int attempts, int seconds) =>
        Assert.That(RetryPolicy.NextDelay(attempts, null, Middle), Is.EqualTo(TimeSpan.FromSeconds(seconds)));

    [TestCase(0, 0.75)]
    [TestCase(0.999_999, 1.25)]
    public void NextDelay_Jitter_VariesByAQuarter(double jitter, double seconds) =>
        Assert.That(RetryPolicy.NextDelay(1, null, jitter)!.Value.TotalSeconds, Is.EqualTo(seconds).Within(0.001));

    [Test]
    public void NextDelay_LongerWish_IsTheFloor() =>
        Assert.That(RetryPolicy.NextDelay(1, TimeSpan.FromMinutes(10), 0), Is.EqualTo(TimeSpan.FromMinutes(10)));

    [Test]
    public void NextDelay_LongerWish_IsSpreadByJitter() =>
        Assert.That(RetryPolicy.NextDelay(10, TimeSpan.FromMinutes(10), Middle), Is.EqualTo(TimeSpan.FromSeconds(637.5)));

    [Test]
    public void NextDelay_ShorterWish_ChangesNothing() =>
        Assert.That(RetryPolicy.NextDelay(5, TimeSpan.FromSeconds(1), Middle), Is.EqualTo(TimeSpan.FromSeconds(16)));

    [Test]
    public void NextDelay_NegativeWish_ChangesNothing() =>
        Assert.That(RetryPolicy.NextDelay(5, TimeSpan.MinValue, Middle), Is.EqualTo(TimeSpan.FromSeconds(16)));

    [Test]
    public void NextDelay_AbsurdWish_IsHeldToADay() =>
        Assert.That(RetryPolicy.NextDelay(1, TimeSpan.MaxValue, 0), Is.EqualTo(TimeSpan.FromHours(24)));

    [Test]
    public void NextDelay_WaitsUntilGivenUp_SumToADay()
    {
        var waited = TimeSpan.Zero;
        for (var attempts = 1; RetryPolicy.NextDelay(attempts, null, Middle) is { } delay; attempts++)
        {
            waited += delay;
        }

        Assert.That(waited, Is.InRange(TimeSpan.FromHours(24), TimeSpan.FromHours(24) + TimeSpan.FromMinutes(5)));
    }

    [Test]
    public void NextDelay_LastAttempt_GivesUp() => Assert.That(RetryPolicy.NextDelay(RetryPolicy.MostAttempts, null, Middle), Is.Null);

    [Test]
    public void NextDelay_VeryManyAttempts_GivesUp() => Assert.That(RetryPolicy.NextDelay(int.MaxValue, null, Middle), Is.Null);

    [TestCase(0, 0.5)]
    [TestCase(1, -0.1)]
    [TestCase(1, 1.0)]
    [TestCase(1, double.NaN)]
    public void NextDelay_ArgumentOutOfRange_Throws(int attempts, double jitter) =>
        Assert.That(() => RetryPolicy.NextDelay(attempts, null, jitter), Throws.InstanceOf<ArgumentOutOfRangeException>());
}
