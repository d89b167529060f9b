using System.Globalization;
using BridgeBot.Core.Lists;
using BridgeBot.Core.Threads;

namespace BridgeBot.Tests.Lists;

internal sealed class RemindersTests
{
    private static readonly TimeZoneInfo Berlin = TimeZoneInfo.FindSystemTimeZoneById("Europe/Berlin");
    private static readonly Reminders Rules = new(Berlin, kind => kind == "patient" ? 4 : 2);
    private static readonly ReminderState Nothing = new(default, [], []);

    /// <summary>A Monday, 9 o'clock in Berlin.</summary>
    private static readonly DateTimeOffset Monday = new(2026, 11, 23, 8, 0, 0, TimeSpan.Zero);

    [TestCase("2026-11-23T07:59:00Z", "2026-11-23T08:00:00Z")]
    [TestCase("2026-11-23T08:00:00Z", "2026-11-24T08:00:00Z")]
    [TestCase("2026-11-27T08:00:00Z", "2026-11-30T08:00:00Z")]
    [TestCase("2026-11-28T12:00:00Z", "2026-11-30T08:00:00Z")]
    [TestCase("2026-11-22T23:30:00Z", "2026-11-23T08:00:00Z")]
    [TestCase("2027-03-26T08:00:00Z", "2027-03-29T07:00:00Z")]
    public void Next_IsTheNextMorningOfAWorkingDay(string now, string next) =>
        Assert.That(Rules.Next(At(now)), Is.EqualTo(At(next)));

    [TestCase("2026-11-24T07:59:59Z", false)]
    [TestCase("2026-11-24T08:00:00Z", true)]
    [TestCase("2026-11-24T10:59:59Z", true)]
    [TestCase("2026-11-24T11:00:00Z", false)]
    [TestCase("2026-11-25T02:00:00Z", false)]
    [TestCase("2026-11-25T08:00:00Z", true)]
    [TestCase("2026-11-28T09:00:00Z", false)]
    public void IsDue_OnTheMorningsOfWorkingDaysFromTheNextOneOn(string now, bool expected) =>
        Assert.That(Rules.IsDue(Nothing with { Next = At("2026-11-24T08:00:00Z") }, At(now)), Is.EqualTo(expected));

    [Test]
    public void IsDue_TheDayBefore_IsNot() =>
        Assert.That(Rules.IsDue(Nothing with { Next = At("2026-11-25T08:00:00Z") }, At("2026-11-24T09:00:00Z")), Is.False);

    /// <summary>9 o'clock in New York, where somebody else had connected the channel, is after noon in Berlin.</summary>
    [Test]
    public void IsDue_NextWasTheMorningOfAnotherZone_OnTheMorningOfThatDay() =>
        Assert.That(Rules.IsDue(Nothing with { Next = At("2026-11-24T14:00:00Z") }, At("2026-11-24T08:00:00Z")));

    [TestCase(0, 0, 1, false)]
    [TestCase(0, 0, 2, true)]
    [TestCase(0, 8, 2, false)]
    [TestCase(0, 8, 3, true)]
    [TestCase(0, 9, 3, true)]
    [TestCase(3, 4, 7, false)]
    [TestCase(3, 4, 8, true)]
    [TestCase(5, 0, 8, false)]
    [TestCase(5, 0, 9, true)]
    public void IsWaitingLong_AfterTwoWorkingDays(int askedDay, int askedHour, int day, bool expected) => Assert.That(
        Rules.IsWaitingLong(Thread(Monday.AddDays(askedDay).AddHours(askedHour)), Monday.AddDays(day)), Is.EqualTo(expected));

    [Test]
    public void IsWaitingLong_OfAKindThatMayWaitLonger_IsLater()
    {
        var thread = Thread(Monday) with { Kind = "patient" };

        Assert.That((Rules.IsWaitingLong(thread, Monday.AddDays(3)), Rules.IsWaitingLong(thread, Monday.AddDays(4))), Is.EqualTo((false, true)));
    }

    [Test]
    public void IsWaitingLong_WhileItWaitedForTheRep_TimeStoodStill()
    {
        var thread = Thread(Monday) with { Round = new(Monday, [new(Monday.AddDays(1), Monday.AddDays(3))]) };

        Assert.That((Rules.IsWaitingLong(thread, Monday.AddDays(3)), Rules.IsWaitingLong(thread, Monday.AddDays(4))), Is.EqualTo((false, true)));
    }

    [TestCase(ThreadStatus.Question)]
    [TestCase(ThreadStatus.ChangesRequested)]
    [TestCase(ThreadStatus.Approved)]
    public void IsWaitingLong_WhatDoesNotWaitForADecision_IsNot(ThreadStatus status) =>
        Assert.That(Rules.IsWaitingLong(Thread(Monday) with { Status = status }, Monday.AddDays(20)), Is.False);

    [TestCase(ThreadStatus.InProgress, true)]
    [TestCase(ThreadStatus.Submitted, true)]
    [TestCase(ThreadStatus.Question, false)]
    [TestCase(ThreadStatus.Delivered, false)]
    public void IsLate_OverdueAndNotWaitingForTheRep(ThreadStatus status, bool expected) => Assert.That(
        Rules.IsLate(Thread(Monday) with { Status = status, Deadline = new(2026, 11, 23) }, Monday.AddDays(1)), Is.EqualTo(expected));

    [Test]
    public void IsLate_IsByTheChannelsCalendar() => Assert.That(
        (Rules.IsLate(Thread(Monday) with { Deadline = new(2026, 11, 23) }, Monday.AddHours(14.9)), Rules.IsLate(Thread(Monday) with { Deadline = new(2026, 11, 23) }, Monday.AddHours(15))),
        Is.EqualTo((false, true)));

    [Test]
    public void Decide_WhatWaitsLong_IsNamedOnce()
    {
        var first = Rules.Decide([Thread(Monday)], Nothing, Monday.AddDays(2));
        var second = Rules.Decide([Thread(Monday)], first with { Pending = [] }, Monday.AddDays(3));

        Assert.That((first.Pending, second.Pending), Is.EqualTo((new[] { "t" }, Array.Empty<string>())));
    }

    [Test]
    public void Decide_WhatWasNotSentYet_StaysAndIsThereOnce()
    {
        var first = Rules.Decide([Thread(Monday)], Nothing, Monday.AddDays(2));
        var second = Rules.Decide([Thread(Monday) with { Deadline = new(2026, 11, 24) }], first, Monday.AddDays(3));

        Assert.That(second.Pending, Is.EqualTo(new[] { "t" }));
    }

    [Test]
    public void Decide_AskedAnew_IsNamedAgain()
    {
        var first = Rules.Decide([Thread(Monday)], Nothing, Monday.AddDays(2)) with { Pending = [] };
        var reopened = Thread(Monday) with { Round = new(Monday.AddDays(7), []) };
        var second = Rules.Decide([reopened], first, Monday.AddDays(8));
        var third = Rules.Decide([reopened], second, Monday.AddDays(9));

        Assert.That((second.Pending, third.Pending), Is.EqualTo((Array.Empty<string>(), new[] { "t" })));
    }

    [Test]
    public void Decide_AnotherPromiseThatIsBroken_IsNamedAgain()
    {
        var thread = Thread(Monday) with { Status = ThreadStatus.InProgress, Work = new(new("maria", "Maria"), new(2026, 11, 24)) };
        var first = Rules.Decide([thread], Nothing, Monday.AddDays(2)) with { Pending = [] };
        var again = Rules.Decide([thread], first, Monday.AddDays(3));
        var other = Rules.Decide([thread with { Work = thread.Work! with { Promised = new(2026, 11, 26) } }], first, Monday.AddDays(4));

        Assert.That((first.Reminded.Count, again.Pending, other.Pending), Is.EqualTo((1, Array.Empty<string>(), new[] { "t" })));
    }

    [Test]
    public void Decide_WhatIsOver_IsForgotten()
    {
        var first = Rules.Decide([Thread(Monday)], Nothing, Monday.AddDays(2));
        var second = Rules.Decide([], first, Monday.AddDays(3));

        Assert.That((second.Reminded.Count, second.Pending.Count), Is.EqualTo((0, 0)));
    }

    [Test]
    public void Decide_SaysWhenToLookAgain() => Assert.That(Rules.Decide([], Nothing, Monday).Next, Is.EqualTo(Monday.AddDays(1)));

    private static DateTimeOffset At(string utc) => DateTimeOffset.Parse(utc, CultureInfo.InvariantCulture);

    private static ListedThread Thread(DateTimeOffset asked) =>
        new("t", "r", "BR-111111", "Deck", "deck", new("sam", "Sam"), ThreadStatus.Submitted, 1, asked, asked);
}
