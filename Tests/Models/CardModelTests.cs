using static BridgeBot.Tests.Models.CardModel;

namespace BridgeBot.Tests.Models;

/// <summary>The card reconciler's protocol, checked by exhausting its interleavings.</summary>
public sealed class CardModelTests
{
    [TestCase(2)]
    [TestCase(3)]
    public void Lane_NoMishap_PostsOnce(int workers) => Assert.That(Find(state => state.Posts > 1, workers: workers), Is.Null);

    [TestCase(0)]
    [TestCase(2)]
    public void Lane_NoLeaseOutlived_NoOlderVersionCoversANewer(int crashes) =>
        Assert.That(Find(state => state.WentBack, crashes: crashes), Is.Null);

    [TestCase(0)]
    [TestCase(2)]
    public void Lane_Quiet_NewestIsShown(int crashes) =>
        Assert.That(Find(state => state.IsQuiet && state.Shown != state.Version, crashes: crashes), Is.Null);

    [TestCase(0)]
    [TestCase(2)]
    public void Lane_Quiet_NewestIsRecorded(int crashes) =>
        Assert.That(Find(state => state.IsQuiet && state.Card != state.Version, crashes: crashes), Is.Null);

    [Test]
    public void Lane_NoMishap_BecomesQuiet() => Assert.That(Find(state => state.IsQuiet), Is.Not.Null);

    [Test]
    public void Lane_Crashes_NeverStuck() =>
        Assert.That(Find(state => !state.IsQuiet && !new CardModel().Steps(state).Any(), crashes: 2), Is.Null);

    // Delivery is at-least-once: the connector has no idempotency key.
    [Test]
    public void Lane_CrashBetweenPostAndRecord_CanPostTwice() =>
        Assert.That(Find(state => state.Posts > 1, crashes: 1), Does.Contain("worker 0 crashes"));

    // Why a lease is longer than any send.
    [Test]
    public void Lane_LeaseOutlived_CanPostTwice() =>
        Assert.That(Find(state => state.Posts > 1, overdue: 1), Does.Contain("worker 0 outlives its lease"));

    [Test]
    public void NoLaneOrder_NoMishap_CanPostTwice() =>
        Assert.That(Find(state => state.Posts > 1, Fault.NoLaneOrder), Is.Not.Null);

    [Test]
    public void NoLaneOrder_NoMishap_AnOlderVersionCanCoverANewer() =>
        Assert.That(Find(state => state.WentBack, Fault.NoLaneOrder), Is.Not.Null);

    [Test]
    public void DeletedBeforeRecorded_Crash_CanLoseTheCard() =>
        Assert.That(Find(state => state.IsQuiet && state.Card != state.Version, Fault.DeletedBeforeRecorded, crashes: 1), Is.Not.Null);

    [Test]
    public void LeasedWithoutETag_NoMishap_CanPostTwice() =>
        Assert.That(Find(state => state.Posts > 1, Fault.LeasedWithoutETag), Is.Not.Null);

    private static IReadOnlyList<string>? Find(
        Predicate<State> wanted, Fault fault = Fault.None, int workers = 2, int crashes = 0, int overdue = 0) =>
        ModelCheck.FindFirst(Start(turns: 3, workers, crashes, overdue), new CardModel(fault).Steps, wanted);
}
