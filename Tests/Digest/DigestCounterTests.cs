using BridgeBot.Core.Digest;
using BridgeBot.Core.Threads;

namespace BridgeBot.Tests.Digest;

/// <summary>What a digest says of a week.</summary>
public sealed class DigestCounterTests
{
    private static readonly DateTimeOffset Monday = new(2026, 11, 23, 8, 0, 0, TimeSpan.Zero);
    private static readonly DigestPeriod Week = new(Monday, Monday.AddDays(7));
    private static readonly WorkingHours Office = new(new(9, 0), new(17, 0), TimeZoneInfo.FindSystemTimeZoneById("Europe/Berlin"));
    private static readonly Person Sam = new("sam", "Sam");
    private static readonly Person Maria = new("maria", "Maria");

    [Test]
    public void Summarize_Nothing_IsEmpty() => Assert.That(Summarize().IsEmpty);

    [Test]
    public void Summarize_OnlySomethingThatWaits_IsNotEmpty() => Assert.That(Summarize(open: [Open("a", 1)]).IsEmpty, Is.False);

    [Test]
    public void Waiting_MoreThanFive_NamesTheOldestAndCountsTheRest()
    {
        var waiting = Summarize(open: [.. Enumerable.Range(0, 12).Select(n => Open($"t{n:00}", n))]).Waiting;

        Assert.That(waiting.First.Select(thread => thread.Id), Is.EqualTo(new[] { "t11", "t10", "t09", "t08", "t07" }));
        Assert.That(waiting.More, Is.EqualTo(7));
    }

    [TestCase(ThreadStatus.Submitted, 1)]
    [TestCase(ThreadStatus.Approved, 1)]
    [TestCase(ThreadStatus.InProgress, 1)]
    [TestCase(ThreadStatus.Question, 0)]
    [TestCase(ThreadStatus.ChangesRequested, 0)]
    [TestCase(ThreadStatus.Delivered, 0)]
    public void Waiting_AThread_IsThereIfItWaitsForMarketing(ThreadStatus status, int waiting) =>
        Assert.That(Summarize(open: [Open("a", 1) with { Status = status }]).Waiting.All, Is.EqualTo(waiting));

    /// <summary>The digest of Monday the 30th, nine o'clock in Berlin.</summary>
    [TestCase("2026-11-27", true, TestName = "promised for last week")]
    [TestCase("2026-11-30", true, TestName = "today")]
    [TestCase("2026-12-06", true, TestName = "on Sunday")]
    [TestCase("2026-12-07", false, TestName = "in a week")]
    public void Due(string day, bool isDue) => Assert.That(
        Summarize(open: [Open("a", 1) with { Status = ThreadStatus.InProgress, Work = new(Maria, DateOnly.Parse(day, System.Globalization.CultureInfo.InvariantCulture)) }]).Due.All,
        Is.EqualTo(isDue ? 1 : 0));

    [Test]
    public void Leads_HandedOverAndNotFollowedUp_AreNamed() => Assert.That(
        Summarize(open:
        [
            Open("a", 3) with { Kind = DigestCounter.LeadsKind, Status = ThreadStatus.Delivered, DeliveredAt = Monday },
            Open("b", 2) with { Kind = DigestCounter.LeadsKind },
            Open("c", 1) with { Status = ThreadStatus.Delivered },
        ]).Leads.First.Select(thread => thread.Id),
        Is.EqualTo(new[] { "a" }));

    [Test]
    public void Thanks_ForADelivery_ComeBeforeWhatHasWorkedWell() => Assert.That(
        Summarize([Said("a", Happening.Asked, 9, "The webinar"), Said("b", Happening.Thanked, 1, "You saved my week") with { Marketer = Maria }]).Thanks.First,
        Is.EqualTo(new[] { new DigestThanks(Sam, Maria, "You saved my week", "Deck"), new(Sam, null, "The webinar", "Deck") }));

    [Test]
    public void Thanks_TheSameWordsOfTheSameRep_AreNamedOnce() => Assert.That(
        Summarize([Said("a", Happening.Asked, 1, "The webinar"), Said("b", Happening.Asked, 2, "The webinar"), Said("c", Happening.Asked, 3, " ")]).Thanks.All, Is.EqualTo(1));

    [Test]
    public void Thanks_TheSameWordsToTwoPeople_AreForBoth() => Assert.That(
        Summarize([Said("a", Happening.Thanked, 1, "Thank you!") with { Marketer = Maria }, Said("b", Happening.Thanked, 2, "Thank you!") with { Marketer = Sam }]).Thanks.All,
        Is.EqualTo(2));

    [Test]
    public void Waiting_OpenedAgainYesterday_WaitsSinceThen() => Assert.That(
        Summarize(open: [Open("again", 300) with { Round = new(Monday.AddDays(6), []) }, Open("waits", 10)]).Waiting.First.Select(thread => thread.Id),
        Is.EqualTo(new[] { "waits", "again" }));

    [Test]
    public void Due_NeededByADayWithoutAPromise_IsDue() =>
        Assert.That(Summarize(open: [Open("a", 1) with { Deadline = new(2026, 12, 2) }]).Due.All, Is.EqualTo(1));

    [Test]
    public void Thanks_OfAnotherWeek_AreNotNamed() => Assert.That(Summarize([Said("a", Happening.Thanked, -1, "Thanks")]).Thanks.All, Is.Zero);

    [Test]
    public void Themes_OfTwoWeeks_AreCountedTogether() => Assert.That(
        Summarize([.. new[] { -100, 1, 2 }.Select(hour => Said($"t{hour}", Happening.Asked, hour, null) with { RequesterId = $"r{hour}", About = ["packaging"] })]).Themes,
        Is.EqualTo(new[] { new Theme("packaging", 3) }));

    [Test]
    public void UsualOf_MoreThanFourPeriods_AveragesTheLastFour() => Assert.That(
        Summarize(totals: [.. new[] { 4, 6, 8, 2, 100 }.Select((asked, n) => Totals(n + 1, asked))]).UsualOf(figures => figures.Asked), Is.EqualTo(5));

    [Test]
    public void UsualOf_NoPeriodBefore_IsUnknown() => Assert.That(Summarize().UsualOf(figures => figures.Asked), Is.Null);

    [Test]
    public void UsualOf_PeriodsWithoutADelivery_AreLeftOut() => Assert.That(
        Summarize(totals: [Totals(1, 1), Totals(2, 1) with { Figures = new(0, 0, 0, 0, 1, 0, null, 12) }]).UsualOf(figures => figures.HoursToDelivery), Is.EqualTo(12));

    [Test]
    public void OwnDigest_ADeliveryForTheSameCustomer_IsShownUnlessItIsTheirOwn()
    {
        DigestEvent[] events =
        [
            Said("a", Happening.Delivered, 1, null) with { RequesterId = "other", Customer = "ACME Ltd." },
            Said("b", Happening.Delivered, 1, null) with { RequesterId = "own", Customer = "Acme Ltd" },
            Said("c", Happening.Delivered, 1, null) with { RequesterId = "other", Customer = "Globex" },
            Said("d", Happening.Delivered, -1, null) with { RequesterId = "other", Customer = "Acme Ltd" },
            Said("e", Happening.Approved, 1, null) with { RequesterId = "other", Customer = "Acme Ltd" },
        ];

        Assert.That(OwnDigest.Of([], ["acme ltd", " "], events, "own", Week).ForOthers.First.Select(one => one.ThreadId), Is.EqualTo(new[] { "a" }));
    }

    private static WeekDigest Summarize(DigestEvent[]? events = null, DigestTotals[]? totals = null, ListedThread[]? open = null) =>
        DigestCounter.Summarize(events ?? [], totals ?? [], open ?? [], Week, Office);

    private static ListedThread Open(string id, int daysAgo) =>
        new(id, "r1", "BR-222222", "Deck", "deck", Sam, ThreadStatus.Submitted, 1, Monday.AddDays(-daysAgo), Monday);

    private static DigestEvent Said(string thread, Happening what, int hour, string? words) =>
        new(thread, 1, Monday.AddHours(hour), what, "Deck", "deck", "r1", Sam) { Words = words };

    private static DigestTotals Totals(int weeksAgo, int asked) =>
        new(new(Monday.AddDays(-7 * weeksAgo), Monday.AddDays(-7 * (weeksAgo - 1))), new(asked, 0, 0, 0, 0, 0, null, null));
}
