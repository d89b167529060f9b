using BridgeBot.Core.Threads;
using BridgeBot.Host.Turns;

namespace BridgeBot.Tests.Turns;

/// <summary>What can be typed about the digest, and what follows for the channel.</summary>
public sealed class DigestCommandTests
{
    private static readonly DateTimeOffset Tuesday = new(2026, 11, 24, 10, 0, 0, TimeSpan.Zero);
    private static readonly ConversationReference Marketing =
        new("https://teams", "19:marketing", ConversationType.Channel, "tenant", "28:bot", "BridgeBot", null, "Requests", null);

    [TestCase("digest friday 15:00", DayOfWeek.Friday, "15:00")]
    [TestCase(" Digest FRI 15.30 ", DayOfWeek.Friday, "15:30")]
    [TestCase("digest monday at 9", DayOfWeek.Monday, "09:00")]
    [TestCase("digest sundays 00:00.", DayOfWeek.Sunday, "00:00")]
    public void Read_ADayAndATime_IsWhen(string text, DayOfWeek day, string time) =>
        Assert.That(DigestCommand.Read(text), Is.EqualTo(new DigestAt(day, TimeOnly.Parse(time, System.Globalization.CultureInfo.InvariantCulture))));

    [TestCase("digest now", typeof(DigestNow))]
    [TestCase("DIGEST Pause!", typeof(DigestPause))]
    [TestCase("digest resume", typeof(DigestResume))]
    [TestCase("digest on", typeof(DigestOn))]
    [TestCase("digest off", typeof(DigestOff))]
    [TestCase("digest friday", typeof(DigestUnclear))]
    [TestCase("digest friday 25:00", typeof(DigestUnclear))]
    [TestCase("digest someday 15:00", typeof(DigestUnclear))]
    public void Read_ACommand_IsThat(string text, Type command) => Assert.That(DigestCommand.Read(text), Is.TypeOf(command));

    [TestCase("digest")]
    [TestCase("digested now")]
    [TestCase("We need a digest now")]
    [TestCase("digest of what customers say, as a one-pager for Acme")]
    public void Read_SomethingElse_IsNone(string text) => Assert.That(DigestCommand.Read(text), Is.Null);

    [Test]
    public void Connect_AChannel_GetsADigestInTheZoneOfWhoConnectedIt()
    {
        var plan = Decide(null, "use this channel");

        Assert.That(plan.After.Digests, Is.EqualTo(new[] { new ChannelDigest("19:marketing", "0 9 * * 1", "Europe/Berlin", Tuesday) }));
        Assert.That(plan.Messages, Does.Contain(new WatchDigest("19:marketing", Tuesday)));
    }

    [Test]
    public void Connect_AgainForMore_KeepsTheDigest()
    {
        var connected = Decide(null, "use this channel").After;

        Assert.That(Decide(connected, "use this channel", Tuesday.AddDays(1)).After.Digests, Is.EqualTo(connected.Digests));
    }

    [Test]
    public void Disconnect_AChannel_GetsNoDigest() =>
        Assert.That(Decide(Decide(null, "use this channel").After, "stop using this channel").After.Digests, Is.Empty);

    [Test]
    public void Friday_AnswersWithTheNextAndWatchesAnew()
    {
        var plan = Decide(Decide(null, "use this channel").After, "digest friday 15:00", Tuesday.AddHours(1));

        Assert.That(plan.After.Digests, Is.EqualTo(new[] { new ChannelDigest("19:marketing", "0 15 * * 5", "Europe/Berlin", Tuesday.AddHours(1)) }));
        Assert.That(plan.Messages, Is.EqualTo(new Outgoing[]
        {
            new SendNotice(Marketing, Notice.DigestScheduled, "Friday 27 November, 15:00 (Europe/Berlin)"), new WatchDigest("19:marketing", Tuesday.AddHours(1)),
        }));
    }

    [Test]
    public void Pause_AndResume_BeginsFromThenOn()
    {
        var paused = Decide(Decide(null, "use this channel").After, "digest pause").After;
        var resumed = Decide(paused, "digest resume", Tuesday.AddDays(20)).After;

        Assert.That(paused.Digests.Single().IsPaused);
        Assert.That((resumed.Digests.Single().IsPaused, resumed.Digests.Single().Since), Is.EqualTo((false, Tuesday.AddDays(20))));
    }

    [Test]
    public void Now_IsAPreviewHereOfTheLastSevenDays() => Assert.That(
        Decide(Decide(null, "use this channel").After, "digest now").Messages,
        Is.EqualTo(new[] { new SendDigest(Marketing, Tuesday.AddDays(-14), Tuesday.AddDays(-7), Tuesday, "Europe/Berlin", IsLate: false, IsPreview: true) }));

    [TestCase("digest now")]
    [TestCase("digest pause")]
    [TestCase("digest friday 15:00")]
    public void Anything_ElsewhereThanInAConnectedChannel_ChangesNothing(string text)
    {
        var plan = Decide(new TenantHead("tenant", 0), text);

        Assert.That((plan.After.Digests, plan.Messages), Is.EqualTo((Array.Empty<ChannelDigest>(), new[] { new SendNotice(Marketing, Notice.DigestElsewhere) })));
    }

    private static TenantPlan Decide(TenantHead? head, string text, DateTimeOffset? now = null) => TenantDecider.Decide(
        new(head, null),
        new Said(new("key", Marketing, new Person("admin", "Ada"), "en-US", "Europe/Berlin"), text, []),
        new(now ?? Tuesday, "id", "BR-222222", new(Cards.CardSamples.Kinds, default, default, default, true, new HashSet<string> { "admin" })));
}
