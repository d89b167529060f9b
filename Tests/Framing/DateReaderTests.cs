using System.Globalization;
using BridgeBot.Core.Framing;
using BridgeBot.Core.Framing.Calendar;
using BridgeBot.Core.Framing.Reading;

namespace BridgeBot.Tests.Framing;

public sealed class DateReaderTests
{
    private static readonly FramingContext Context = new(new DateOnly(2026, 3, 11), "en-US");

    [TestCase("this may take longer")]
    [TestCase("the sun was out when we sat down")]
    [TestCase("a Christmas-like mood, Happy New Year!")]
    [TestCase("up to date slides")]
    [TestCase("we ship 2000 pieces")]
    [TestCase("one may ask")]
    [TestCase("part 133-03-03-2020")]
    [TestCase("growth of 5.12 percent")]
    [TestCase("24/7 support")]
    [TestCase("version 10.12.3")]
    [TestCase("1/2 of the team")]
    [TestCase("a 3/4 inch pipe")]
    [TestCase("for 2000 users")]
    [TestCase("model 2000-12")]
    [TestCase("slides 17-20")]
    [TestCase("a 9 to 5 job")]
    [TestCase("call 020 7946 0123")]
    public void Read_WordsThatOnlyLookLikeDates_AreNone(string text) =>
        Assert.That(DateReader.Read(new Message(text), Context), Is.Empty);

    // What the engine itself writes in braces, typed by somebody.
    [Test]
    public void Read_BracesOfADateBesideADate_AreNone() =>
        Assert.That(DateReader.Read(new Message("on Friday, two weeks before {date}"), Context), Has.Count.EqualTo(1));

    [TestCase("by end of the month", "2026-03-31")]
    [TestCase("by EOW", "2026-03-13")]
    [TestCase("by end of next week", "2026-03-20")]
    [TestCase("within two weeks", "2026-03-25")]
    [TestCase("within 2h", "2026-03-11")]
    [TestCase("within 3 business days", "2026-03-16")]
    [TestCase("over the next two weeks", "2026-03-25")]
    [TestCase("in KW 27", "2026-07-03")]
    [TestCase("8-10 September", "2026-09-08")]
    [TestCase("mid-May", "2026-05-15")]
    public void ReadDay_Period_IsTheDayOnWhichItIsDue(string text, string expected) =>
        Assert.That(FramingEngine.ReadDay(text, Context)?.ToString("O", CultureInfo.InvariantCulture), Is.EqualTo(expected));

    [TestCase("twenty-sixth of May two thousand and thirty two", "2032-05-26")]
    [TestCase("January twenty five nineteen eighty six", "1986-01-25")]
    [TestCase("on mar4", "2027-03-04")]
    [TestCase("log of 20261216", "2026-12-16")]
    [TestCase("at 2026-12-16T12:23:59", "2026-12-16")]
    [TestCase("due 21-2026-Sep", "2026-09-21")]
    [TestCase("in Oct '27", "2027-10-01")]
    [TestCase("in 4Q27", "2027-10-01")]
    [TestCase("in 2027/Q4", "2027-10-01")]
    [TestCase("for CY27", "2027-01-01")]
    [TestCase("in a few weeks", "2026-04-01")]
    [TestCase("half a year ago", "2025-09-11")]
    [TestCase("the 1980's", "1980-01-01")]
    [TestCase("on St. Patrick's Day 2027", "2027-03-17")]
    [TestCase("Eid al-Fitr 2027", "2027-03-09")]
    [TestCase("Chinese New Year 2027", "2027-02-06")]
    [TestCase("10/1/2026-10/7/2026", "2026-10-01")]
    [TestCase("Nov 18-Dec 19, 2026", "2026-11-18")]
    [TestCase("from November to February 2027", "2026-11-01")]
    public void Read_AnySpelling_FindsTheFirstDay(string text, string expected) =>
        Assert.That(DateReader.Read(new Message(text), Context).Select(date => date.Days.First.ToString("O", CultureInfo.InvariantCulture)), Is.EqualTo(new[] { expected }));

    [Test]
    public void Read_AtTheEndsOfTheCalendar_GivesAnAnswer(
        [ValueSource(nameof(Examples))] string example, [Values("0001-01-01", "9999-12-31")] string today) => Assert.That(
        () => DateReader.Read(new Message(example), Context with { Today = DateOnly.Parse(today, CultureInfo.InvariantCulture) }), Throws.Nothing);

    private static IEnumerable<string> Examples() => DateRules.All.Select(rule => rule.Example).Distinct();

    [TestCase("partner of the year")]
    [TestCase("we need it now")]
    [TestCase("a Christmas flyer for Acme")]
    public void Frame_DateOnlySpokenOf_IsNoDeadline(string text) =>
        Assert.That(FramingEngine.Frame("Please send the brochure, " + text + ".", Context).Asks.Select(ask => ask.Deadline), Has.All.Null);
}
