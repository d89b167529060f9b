using System.Globalization;
using BridgeBot.Core.Digest;

namespace BridgeBot.Tests.Digest;

/// <summary>Working time as a table; the office is open from 9 to 17.</summary>
public sealed class WorkingHoursTests
{
    [TestCase("UTC", "2026-11-23T10:00Z", "2026-11-23T12:30Z", 2.5, TestName = "within a day")]
    [TestCase("UTC", "2026-11-23T06:00Z", "2026-11-23T20:00Z", 8, TestName = "before and after the office's hours")]
    [TestCase("UTC", "2026-11-23T16:00Z", "2026-11-24T10:00Z", 2, TestName = "over night")]
    [TestCase("UTC", "2026-11-27T16:00Z", "2026-11-30T10:00Z", 2, TestName = "over a weekend")]
    [TestCase("UTC", "2026-11-28T10:00Z", "2026-11-29T10:00Z", 0, TestName = "on a weekend")]
    [TestCase("UTC", "2026-11-23T12:00Z", "2026-11-23T12:00Z", 0, TestName = "no time")]
    [TestCase("UTC", "2026-11-24T12:00Z", "2026-11-23T12:00Z", 0, TestName = "back in time")]
    [TestCase("UTC", "2026-11-23T09:00Z", "2026-12-21T09:00Z", 160, TestName = "four weeks")]
    [TestCase("Europe/Berlin", "2026-11-23T07:00Z", "2026-11-23T09:00Z", 1, TestName = "the office opens an hour earlier than in London")]
    [TestCase("Asia/Kolkata", "2026-11-23T03:30Z", "2026-11-23T11:30Z", 8, TestName = "half an hour beside the full hours")]
    [TestCase("Pacific/Auckland", "2026-11-22T20:00Z", "2026-11-23T04:00Z", 8, TestName = "Monday there while it is Sunday here")]
    [TestCase("Europe/Berlin", "2026-03-27T15:00Z", "2026-03-30T08:00Z", 2, TestName = "the clocks were put forward at the weekend")]
    [TestCase("Europe/Berlin", "2026-10-23T14:00Z", "2026-10-26T09:00Z", 2, TestName = "the clocks were put back at the weekend")]
    public void Between(string zone, string start, string end, double hours) =>
        Assert.That(new WorkingHours(new(9, 0), new(17, 0), TimeZoneInfo.FindSystemTimeZoneById(zone)).Between(At(start), At(end)).TotalHours, Is.EqualTo(hours));

    /// <summary>Cairo's clocks go from Friday 00:00 to 01:00.</summary>
    [Test]
    public void Between_TheDayBeginsInTheHourThatIsLeftOut_BeginsAnHourLaterByTheClock() =>
        Assert.That(
            new WorkingHours(new(0, 30), new(8, 0), TimeZoneInfo.FindSystemTimeZoneById("Africa/Cairo")).Between(At("2026-04-23T21:00Z"), At("2026-04-24T04:00Z")).TotalHours,
            Is.EqualTo(5.5));

    private static DateTimeOffset At(string text) => DateTimeOffset.Parse(text, CultureInfo.InvariantCulture);
}
