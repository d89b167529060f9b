using BridgeBot.Core.Digest;
using BridgeBot.Core.Threads;

namespace BridgeBot.Tests.Digest;

public sealed class DigestCounterTests
{
    private static readonly DateTimeOffset From = new(2026, 3, 2, 0, 0, 0, TimeSpan.Zero);
    private static readonly DateTimeOffset To = From.AddDays(7);

    [Test]
    public void Summarize_NoThreads_IsEmpty()
    {
        var digest = DigestCounter.Summarize([], From, To);

        Assert.That((digest.Counts.Count, digest.Waiting, digest.WaitingLongest.Count, digest.Thanks.Count), Is.EqualTo((0, 0, 0, 0)));
    }

    [Test]
    public void Summarize_DecidedInThePeriodOrOpen_CountsByStatus()
    {
        var digest = Summarize(
            Thread("a", 1, ThreadStatus.Approved), Thread("b", 2, ThreadStatus.Approved),
            Thread("c", 3, ThreadStatus.Declined), Thread("d", 4, ThreadStatus.Submitted));

        Assert.That(digest.Counts, Is.EquivalentTo(new Dictionary<ThreadStatus, int>
        {
            [ThreadStatus.Approved] = 2,
            [ThreadStatus.Declined] = 1,
            [ThreadStatus.Submitted] = 1,
        }));
    }

    [Test]
    public void Summarize_AskedEarlierAndStillOpen_Counts() =>
        Assert.That(Summarize(Thread("a", -30, ThreadStatus.Question)).Counts[ThreadStatus.Question], Is.EqualTo(1));

    [TestCase(ThreadStatus.Approved)]
    [TestCase(ThreadStatus.Declined)]
    public void Summarize_AskedEarlierAndDecidedInThePeriod_Counts(ThreadStatus status) =>
        Assert.That(Summarize(Thread("a", -30, status, decided: 3)).Counts[status], Is.EqualTo(1));

    [Test]
    public void Summarize_AskedAndDecidedEarlier_IsLeftOut() =>
        Assert.That(Summarize(Thread("a", -30, ThreadStatus.Approved, decided: -1)).Counts, Is.Empty);

    [Test]
    public void Summarize_DecidedAtTheFirstInstant_Counts() =>
        Assert.That(Summarize(Thread("a", -1, ThreadStatus.Approved, decided: 0)).Counts, Has.Count.EqualTo(1));

    [Test]
    public void Summarize_DecidedAtTheLastInstant_IsOfTheNextPeriod() =>
        Assert.That(Summarize(Thread("a", 1, ThreadStatus.Approved, decided: 7)).Counts, Is.Empty);

    [Test]
    public void Summarize_DecidedAfterThePeriod_IsThankedForAllTheSame() =>
        Assert.That(Summarize(Thread("a", 1, ThreadStatus.Approved, "the deck", decided: 8)).Thanks, Has.Count.EqualTo(1));

    [TestCase(-30, 3, true)]
    [TestCase(1, 8, true)]
    [TestCase(-30, -1, false)]
    public void Needs_ADecidedThread_IfDecidedOrAskedInThePeriod(int asked, int decided, bool expected) =>
        Assert.That(DigestCounter.Needs(Thread("a", asked, ThreadStatus.Approved, decided: decided), From, To), Is.EqualTo(expected));

    [Test]
    public void Summarize_AskedAtTheLastInstant_IsOfTheNextPeriod() =>
        Assert.That(Summarize(Thread("a", 7, ThreadStatus.Submitted)).Counts, Is.Empty);

    [Test]
    public void Summarize_SevenWait_NamesTheFiveOldest() =>
        Assert.That(
            Summarize([.. Enumerable.Range(0, 7).Select(day => Thread($"{day}", -day, ThreadStatus.Submitted))]).WaitingLongest
                .Select(thread => thread.Reference),
            Is.EqualTo(new[] { "6", "5", "4", "3", "2" }));

    [Test]
    public void Summarize_SevenWait_CountsThemAll() =>
        Assert.That(
            Summarize([.. Enumerable.Range(0, 7).Select(day => Thread($"{day}", -day, ThreadStatus.Question))]).Waiting,
            Is.EqualTo(7));

    [Test]
    public void Summarize_AskedAtTheSameInstant_AreOrderedByReference() =>
        Assert.That(
            Summarize(Thread("b", 1, ThreadStatus.Submitted), Thread("a", 1, ThreadStatus.Submitted)).WaitingLongest
                .Select(thread => thread.Reference),
            Is.EqualTo(new[] { "a", "b" }));

    [Test]
    public void Summarize_Appreciations_AreThanksNewestFirst() =>
        Assert.That(
            Summarize(Thread("a", 1, ThreadStatus.Declined, "the deck"), Thread("b", 2, ThreadStatus.Approved, "the webinar")).Thanks,
            Is.EqualTo(new[] { new DigestThanks("Rosa", "the webinar"), new DigestThanks("Rosa", "the deck") }));

    [Test]
    public void Summarize_AppreciationOfAnEarlierThread_IsNotThankedForAgain() =>
        Assert.That(Summarize(Thread("a", -1, ThreadStatus.Submitted, "the deck")).Thanks, Is.Empty);

    [Test]
    public void Summarize_SameWordsTwice_AreNamedOnce() =>
        Assert.That(
            Summarize(Thread("a", 1, ThreadStatus.Submitted, "the deck"), Thread("b", 2, ThreadStatus.Submitted, "the deck")).Thanks,
            Has.Count.EqualTo(1));

    [Test]
    public void Summarize_BlankAppreciation_IsNoThanks() =>
        Assert.That(Summarize(Thread("a", 1, ThreadStatus.Submitted, " ")).Thanks, Is.Empty);

    [Test]
    public void Summarize_SevenThanks_NamesFive() =>
        Assert.That(
            Summarize([.. Enumerable.Range(0, 7).Select(n => Thread($"{n}", 1, ThreadStatus.Submitted, $"deck {n}"))]).Thanks,
            Has.Count.EqualTo(5));

    [TestCase(ThreadStatus.InProgress)]
    [TestCase(ThreadStatus.Delivered)]
    [TestCase(ThreadStatus.Closed)]
    public void Summarize_WhatFollowsAnApproval_CountsAsApproved(ThreadStatus status) => Assert.That(
        Summarize(Thread("a", 1, status) with { DecidedAt = From.AddDays(2) }).Counts,
        Is.EquivalentTo(new Dictionary<ThreadStatus, int> { [ThreadStatus.Approved] = 1 }));

    [Test]
    public void Summarize_ApprovedEarlierAndDeliveredInThePeriod_IsNotApprovedAgain() => Assert.That(
        Summarize(Thread("a", -9, ThreadStatus.Delivered, decided: 3) with { DecidedAt = From.AddDays(-1) }).Counts, Is.Empty);

    [Test]
    public void Summarize_ChangesRequested_WaitsForTheRep()
    {
        var digest = Summarize(Thread("a", 1, ThreadStatus.ChangesRequested));

        Assert.That((digest.Waiting, digest.Counts[ThreadStatus.Question]), Is.EqualTo((1, 1)));
    }

    [Test]
    public void Summarize_Withdrawn_WaitsForNobody() => Assert.That(Summarize(Thread("a", 1, ThreadStatus.Withdrawn)).Waiting, Is.Zero);

    [Test]
    public void Summarize_ThanksForADeliveryOfAnEarlierRequest_AreNamed() => Assert.That(
        Summarize(Thread("a", -30, ThreadStatus.Closed) with { ThankYou = new("You opened the door", From.AddDays(1)) }).Thanks,
        Is.EqualTo(new[] { new DigestThanks("Rosa", "You opened the door") }));

    [Test]
    public void Summarize_ThanksOfAnEarlierPeriod_AreNotNamedAgain() => Assert.That(
        Summarize(Thread("a", -30, ThreadStatus.Closed) with { ThankYou = new("You opened the door", From.AddDays(-1)) }).Thanks, Is.Empty);

    private static WeekDigest Summarize(params ListedThread[] threads) => DigestCounter.Summarize(threads, From, To);

    private static ListedThread Thread(string reference, int day, ThreadStatus status, string? appreciation = null, int? decided = null) =>
        new("t", "r", reference, "Presentation for Acme", "presentation", new("rosa", "Rosa"), status, 1, From.AddDays(day), From.AddDays(decided ?? day))
        {
            Appreciation = appreciation,
        };
}
