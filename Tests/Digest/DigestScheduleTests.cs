using System.Globalization;
using BridgeBot.Core.Digest;

namespace BridgeBot.Tests.Digest;

/// <summary>When digests are due, as tables: the clocks are put forward and back, weeks have 53 numbers, years end.</summary>
public sealed class DigestScheduleTests
{
    private const string Mondays = "0 9 * * MON";

    [TestCase(Mondays, "Europe/Berlin", "2026-11-23T07:59Z", "2026-11-23T08:00Z", TestName = "a minute before")]
    [TestCase(Mondays, "Europe/Berlin", "2026-11-23T08:00Z", "2026-11-30T08:00Z", TestName = "at that instant: the next")]
    [TestCase(Mondays, "Europe/Berlin", "2026-03-23T08:00Z", "2026-03-30T07:00Z", TestName = "the clocks were put forward: an hour less")]
    [TestCase(Mondays, "Europe/Berlin", "2026-10-19T07:00Z", "2026-10-26T08:00Z", TestName = "the clocks were put back: an hour more")]
    [TestCase("30 2 * * SUN", "Europe/Berlin", "2026-03-28T12:00Z", "2026-03-29T01:00Z", TestName = "a time that is left out: when the clocks have been put forward")]
    [TestCase("30 2 * * SUN", "Europe/Berlin", "2026-10-24T12:00Z", "2026-10-25T00:30Z", TestName = "a time that comes twice: the first")]
    [TestCase("30 2 * * SUN", "Europe/Berlin", "2026-10-25T00:30Z", "2026-11-01T01:30Z", TestName = "a time that comes twice: not the second")]
    [TestCase(Mondays, "America/New_York", "2026-10-26T13:00Z", "2026-11-02T14:00Z", TestName = "America puts them back a week later")]
    [TestCase(Mondays, "Australia/Lord_Howe", "2026-10-01T00:00Z", "2026-10-04T22:00Z", TestName = "a change of half an hour")]
    [TestCase(Mondays, "Europe/London", "2026-12-21T09:00Z", "2026-12-28T09:00Z", TestName = "week 53 of 2026")]
    [TestCase(Mondays, "Europe/London", "2026-12-28T09:00Z", "2027-01-04T09:00Z", TestName = "after week 53")]
    [TestCase("0 9 * * FRI", "Europe/London", "2026-12-25T09:00Z", "2027-01-01T09:00Z", TestName = "the year ends on a Thursday")]
    [TestCase("0 0 * * SAT", "UTC", "2027-12-31T23:59Z", "2028-01-01T00:00Z", TestName = "a year begins at that instant")]
    [TestCase(Mondays, "Pacific/Kiritimati", "2026-12-27T00:00Z", "2026-12-27T19:00Z", TestName = "fourteen hours ahead: Sunday here")]
    [TestCase("0 9 1 * *", "UTC", "2028-01-31T00:00Z", "2028-02-01T09:00Z", TestName = "once a month")]
    public void NextDue(string cron, string zone, string from, string due) =>
        Assert.That(DigestSchedule.Parse(cron).NextDue(At(from), Zone(zone)), Is.EqualTo(At(due)));

    [TestCase(Mondays, "Europe/Berlin", "2026-11-23T08:00Z", "2026-11-23T08:00Z", TestName = "at that instant: this one")]
    [TestCase(Mondays, "Europe/Berlin", "2026-11-23T07:59Z", "2026-11-16T08:00Z", TestName = "before it: the one before")]
    [TestCase(Mondays, "Europe/Berlin", "2026-03-30T06:59Z", "2026-03-23T08:00Z", TestName = "before the first in summer time")]
    public void LatestDue(string cron, string zone, string until, string due) =>
        Assert.That(DigestSchedule.Parse(cron).LatestDue(At(until), Zone(zone)), Is.EqualTo(At(due)));

    [TestCase("2026-03-30T07:00Z", "2026-03-23T08:00Z", TestName = "a week of 167 hours")]
    [TestCase("2026-10-26T08:00Z", "2026-10-19T07:00Z", TestName = "a week of 169 hours")]
    public void PeriodOf(string due, string from) =>
        Assert.That(DigestSchedule.Parse(Mondays).PeriodOf(At(due), Zone("Europe/Berlin")), Is.EqualTo(new DigestPeriod(At(from), At(due))));

    /// <summary>However the clocks are put, nothing is left out and nothing counted twice.</summary>
    [Test]
    public void PeriodOf_TwoYearsOfWeeks_EachBeginsWhereTheLastEnded([Values("Europe/Berlin", "America/New_York", "Africa/Cairo", "Australia/Lord_Howe", "Asia/Tehran")] string zone)
    {
        var schedule = DigestSchedule.Parse("30 0 * * FRI");
        var due = schedule.NextDue(At("2026-01-01T00:00Z"), Zone(zone));
        for (var week = 0; week < 105; week++)
        {
            var next = schedule.NextDue(due, Zone(zone));
            Assert.That(schedule.PeriodOf(next, Zone(zone)), Is.EqualTo(new DigestPeriod(due, next)));
            due = next;
        }
    }

    [Test]
    public void Weekly_AnyDay_IsDueThen([Values] DayOfWeek day)
    {
        var due = DigestSchedule.Weekly(day, new(15, 30)).NextDue(At("2026-11-23T00:00Z"), TimeZoneInfo.Utc);

        Assert.That((due.DayOfWeek, due.TimeOfDay), Is.EqualTo((day, new TimeSpan(15, 30, 0))));
    }

    [TestCase("")]
    [TestCase("monday")]
    [TestCase("0 25 * * MON")]
    [TestCase("0 9 30 2 *", TestName = "the 30th of February")]
    [TestCase("0 0 9 * * MON", TestName = "with seconds")]
    public void TryParse_NoSchedule_IsFalse(string text) => Assert.That(DigestSchedule.TryParse(text, out _), Is.False);

    private static DateTimeOffset At(string text) => DateTimeOffset.Parse(text, CultureInfo.InvariantCulture);

    private static TimeZoneInfo Zone(string id) => TimeZoneInfo.FindSystemTimeZoneById(id);
}
