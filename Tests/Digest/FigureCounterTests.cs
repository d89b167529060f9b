using BridgeBot.Core.Digest;
using BridgeBot.Core.Threads;

namespace BridgeBot.Tests.Digest;

/// <summary>Lives of threads, and what a period counts of them.</summary>
public sealed class FigureCounterTests
{
    /// <summary>A Monday, 09:00 UTC.</summary>
    private static readonly DateTimeOffset Monday = new(2026, 11, 23, 9, 0, 0, TimeSpan.Zero);
    private static readonly DigestPeriod Week = new(Monday, Monday.AddDays(7));
    private static readonly WorkingHours Office = new(new(9, 0), new(17, 0), TimeZoneInfo.Utc);
    private static readonly Person Maria = new("maria", "Maria");

    [Test]
    public void Count_AWholeLifeInTheWeek_IsOneOfEverything()
    {
        var life = new Life("a").Asks(0).Questions(1).Answers(2).Approves(3).Delivers(20).Closes(30);

        Assert.That(FigureCounter.Count(life.Events, Week, Office), Is.EqualTo(new Figures(1, 1, 1, 0, 1, 1, 1, 8)));
    }

    [Test]
    public void Count_AskedInOneWeekAndApprovedInTheNext_IsOneOfEach()
    {
        var life = new Life("a").Asks(0).Approves(7 * 24);

        Assert.That(FigureCounter.Count(life.Events, Week, Office), Is.EqualTo(new Figures(1, 0, 0, 0, 0, 0, null, null)));
        Assert.That(
            FigureCounter.Count(life.Events, new(Week.To, Week.To.AddDays(7)), Office), Is.EqualTo(new Figures(0, 1, 1, 0, 0, 0, 40, null)));
    }

    [Test]
    public void Count_DeclinedAndReopenedAndApproved_CountsTheLastDecision()
    {
        var life = new Life("a").Asks(0).Declines(1).Reopens(2).Approves(26);

        Assert.That(FigureCounter.Count(life.Events, Week, Office), Is.EqualTo(new Figures(1, 1, 1, 0, 0, 0, 1, null)));
    }

    [Test]
    public void Count_DeliveredAfterReopening_TakesTheTimeSinceThat()
    {
        var life = new Life("a").Asks(0).Approves(1).Reopens(24).Approves(25).Delivers(27);

        Assert.That(FigureCounter.Count(life.Events, Week, Office).HoursToDelivery, Is.EqualTo(3));
    }

    [TestCase(new[] { 1, 2, 6 }, 2)]
    [TestCase(new[] { 1, 2, 3, 8 }, 2.5)]
    public void Count_SeveralFirstAnswers_TakesTheMiddle(int[] hours, double median)
    {
        var events = hours.SelectMany((hour, i) => new Life($"t{i}").Asks(0).Approves(hour).Events);

        Assert.That(FigureCounter.Count(events, Week, Office).HoursToAnswer, Is.EqualTo(median));
    }

    [Test]
    public void Follow_AReopenedThread_WaitsAgain() =>
        Assert.That(FigureCounter.Follow(new Life("a").Asks(0).Approves(1).Reopens(2).Events, Week), Is.EqualTo(new Cohort(1, 0, 0, 0, 0, 0, 0)));

    [Test]
    public void Follow_AskedBefore_IsNotOfTheCohort() =>
        Assert.That(FigureCounter.Follow(new Life("a").Asks(-1).Approves(1).Events, Week).Asked, Is.Zero);

    [Test]
    public void Of_AnotherOutcomeOfAClosedThread_DoesNotCloseItAgain()
    {
        var events = new Life("a").Asks(0).Approves(1).Delivers(2).Closes(3).Closes(4).Events;

        Assert.That(events.Count(one => one.What is Happening.Closed), Is.EqualTo(1));
    }

    [Test]
    public void Of_Thanks_NamesWhoDelivered()
    {
        var thanks = new Life("a").Asks(0).Approves(1).Delivers(2).Thanks(3, "It opened the door.").Events.Single(one => one.What is Happening.Thanked);

        Assert.That((thanks.Marketer, thanks.Words, thanks.Requester.Name), Is.EqualTo((Maria, "It opened the door.", "Sam")));
    }

    [Test]
    public void Recounted_SomethingCameLate_IsInTheTotals() => Assert.That(
        new DigestTotals(Week, new(1, 0, 0, 0, 0, 0, null, null)).Recounted(new(1, 1, 1, 0, 0, 0, 3, null)).Figures, Is.EqualTo(new Figures(1, 1, 1, 0, 0, 0, 3, null)));

    /// <summary>Rows were removed, while others came late: what was counted stays, whatever else there is more of.</summary>
    [Test]
    public void Recounted_LessOfAnything_LeavesTheTotalsAsTheyWere([Values(0, 1, 2, 3, 4, 5)] int less)
    {
        int[] Counts(int more) => [.. Enumerable.Range(0, 6).Select(i => 3 + (i == less ? -more : more))];
        var totals = new DigestTotals(Week, Of([3, 3, 3, 3, 3, 3]));

        Assert.That(totals.Recounted(Of(Counts(1))), Is.EqualTo(totals));

        static Figures Of(int[] counts) => new(counts[0], counts[1], counts[2], counts[3], counts[4], counts[5], 1, 1);
    }

    [Test]
    public void Before_AfterAChangedSchedule_TakesPeriodsThatDoNotOverlap()
    {
        DigestTotals[] stored = [Totals(2, 9), Totals(9, 16), Totals(16, 23), Totals(20, 27)];

        Assert.That(
            FigureCounter.Before(stored, new(Day(27), Day(34)), 8).Select(totals => totals.Period.To), Is.EqualTo(new[] { Day(27), Day(16), Day(9) }));

        static DateTimeOffset Day(int day) => new DateTimeOffset(2026, 11, 1, 9, 0, 0, TimeSpan.Zero).AddDays(day - 1);
        static DigestTotals Totals(int from, int to) => new(new(Day(from), Day(to)), new(0, 0, 0, 0, 0, 0, null, null));
    }

    /// <summary>A thread and what happens to it, in hours after Monday.</summary>
    private sealed class Life(string id)
    {
        private readonly List<ThreadEvent> _events = [];

        public IReadOnlyList<DigestEvent> Events => [.. DigestEvents.Of(_events)];

        public Life Asks(int hour) => Add(new Submitted(At(hour), id, "BR-222222", "r1", new("sam", "Sam"), new("deck", "Deck", "A deck, please", null, null, [], null, false)));

        public Life Questions(int hour) => Add(new QuestionAsked(At(hour), Maria, 1, "How long?"));

        public Life Answers(int hour) => Add(new QuestionAnswered(At(hour), new("sam", "Sam"), 1, "Short"));

        public Life Approves(int hour) => Add(new Approved(At(hour), Maria));

        public Life Declines(int hour) => Add(new Declined(At(hour), Maria, "No time"));

        public Life Reopens(int hour) => Add(new Reopened(At(hour), Maria, "We do have time"));

        public Life Delivers(int hour) => Add(new Delivered(At(hour), Maria, "Here"));

        public Life Closes(int hour) => Add(new OutcomeTold(At(hour), new("sam", "Sam"), Outcome.Won, null));

        public Life Thanks(int hour, string words) => Add(new Thanked(At(hour), new("sam", "Sam"), words));

        private static DateTimeOffset At(int hour) => Monday.AddHours(hour);

        private Life Add(ThreadEvent happened)
        {
            _events.Add(happened);
            return this;
        }
    }
}
