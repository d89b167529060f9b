using BridgeBot.Core.Threads;
using BridgeBot.Host.Turns;

namespace BridgeBot.Tests.Turns;

/// <summary>What can be typed about the digest, and what follows for the channel.</summary>
public sealed class DigestCommandTests
{
    private static readonly DateTimeOffset Tuesday = new(2026, 11, 24, 10, 0, 0, TimeSpan.Zero);

    /// <summary>Nine o'clock in Berlin.</summary>
    private static readonly DateTimeOffset Monday = new(2026, 12, 14, 8, 0, 0, TimeSpan.Zero);
    private static readonly ConversationReference Marketing =
        new("https://teams", "19:marketing", ConversationType.Channel, "tenant", "28:bot", "BridgeBot", null, "Requests", null);

    [TestCase("digest friday 15:00", DayOfWeek.Friday, "15:00")]
    [TestCase(" Digest FRI 15.30 ", DayOfWeek.Friday, "15:30")]
    [TestCase("digest monday at 9", DayOfWeek.Monday, "09:00")]
    [TestCase("digest sundays 00:00.", DayOfWeek.Sunday, "00:00")]
    public void Read_ADayAndATime_IsWhen(string text, DayOfWeek day, string time) =>
        Assert.That(DigestCommand.Read(text), Is.EqualTo(new DigestAt(day, TimeOnly.Parse(time, System.Globalization.CultureInfo.InvariantCulture))));

    [TestCase("digest 0 9 * * 1", "0 9 * * 1")]
    [TestCase(" DIGEST 30 8 1,15 * ?", "30 8 1,15 * ?")]
    [TestCase("digest 0 16 L * *.", "0 16 L * *")]
    [TestCase("digest 0 9 * * MON!", "0 9 * * MON")]
    public void Read_ACronExpression_IsWhen(string text, string cron) => Assert.That(DigestCommand.Read(text), Is.EqualTo(new DigestBy(cron)));

    [TestCase("digest 0 25 * * 1", TestName = "there is no such hour")]
    [TestCase("digest 0 9 30 2 *", TestName = "comes never")]
    [TestCase("digest */5 * * * *", TestName = "every five minutes")]
    [TestCase("digest 0 9,21 * * *", TestName = "twice a day")]
    [TestCase("digest 0 9 1 1,4,7,10 *", TestName = "once in three months")]
    [TestCase("digest 0 9 * 1 *", TestName = "daily, in January alone")]
    [TestCase("digest 0 0 9 * * MON", TestName = "with seconds")]
    [TestCase("digest 0 9 * *", TestName = "a field is missing")]
    [TestCase("digest 0 9 * * someday", TestName = "there is no such day")]
    public void Read_NoCronExpression_IsRefused(string text) => Assert.That(DigestCommand.Read(text), Is.TypeOf<DigestNoSchedule>());

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
    [TestCase("digest 2 3 pages of what customers say")]
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
    public void Cron_IsReadInTheZoneOfWhoTypedIt()
    {
        var plan = Decide(Decide(null, "use this channel").After, "digest 0 16 L * *", Tuesday.AddHours(1));

        Assert.That(plan.After.Digests, Is.EqualTo(new[] { new ChannelDigest("19:marketing", "0 16 L * *", "Europe/Berlin", Tuesday.AddHours(1)) }));
        Assert.That(plan.Messages, Is.EqualTo(new Outgoing[]
        {
            new SendNotice(Marketing, Notice.DigestScheduled, "Monday 30 November, 16:00 (Europe/Berlin)"), new WatchDigest("19:marketing", Tuesday.AddHours(1)),
        }));
    }

    [Test]
    public void NoCron_IsAnsweredAndChangesNothing()
    {
        var connected = Decide(null, "use this channel").After;
        var plan = Decide(connected, "digest 0 25 * * 1", Tuesday.AddHours(1));

        Assert.That((plan.After, plan.Messages), Is.EqualTo((connected, new[] { new SendNotice(Marketing, Notice.DigestNoSchedule) })));
    }

    [TestCase(0, true, TestName = "A schedule changed at the very instant: the digest that is due comes")]
    [TestCase(4, true, TestName = "A schedule changed within the five minutes: the digest that is due comes")]
    [TestCase(5, false, TestName = "A schedule changed later: the digest has been sent")]
    public void Friday_WhileADigestIsWaitedFor(int minutes, bool comes)
    {
        var connected = Decide(null, "use this channel").After;

        var plan = Decide(connected, "digest friday 15:00", Monday.AddMinutes(minutes));

        EnqueueDigest last = new(new(
            Marketing, Monday.AddDays(-14), Monday.AddDays(-7), Monday, "Europe/Berlin", IsLate: false, IsPreview: false));
        Assert.That(plan.Messages.OfType<EnqueueDigest>(), Is.EqualTo(comes ? new[] { last } : []));
    }

    /// <summary>Neither when it was paused, nor when it was due before the channel was connected.</summary>
    [Test]
    public void Friday_WhereNoDigestIsWaitedFor_BringsOnlyTheNext()
    {
        var paused = Decide(Decide(null, "use this channel").After, "digest pause").After;
        var connected = Decide(null, "use this channel", Monday.AddMinutes(1)).After;

        foreach (var before in new[] { paused, connected })
        {
            Assert.That(Decide(before, "digest friday 15:00", Monday.AddMinutes(2)).Messages.OfType<EnqueueDigest>(), Is.Empty);
        }
    }

    /// <summary>What was due in the last five minutes is not sent yet: it comes as well.</summary>
    [Test]
    public void Pause_AndResume_BeginsFiveMinutesBefore()
    {
        var paused = Decide(Decide(null, "use this channel").After, "digest pause").After;
        var resumed = Decide(paused, "digest resume", Monday.AddMinutes(3));

        Assert.That(paused.Digests.Single().IsPaused);
        Assert.That((resumed.After.Digests.Single().IsPaused, resumed.After.Digests.Single().Since), Is.EqualTo((false, Monday.AddMinutes(-2))));
        Assert.That(resumed.Messages, Is.EqualTo(new Outgoing[]
        {
            new SendNotice(Marketing, Notice.DigestResumed, "Monday 14 December, 09:00 (Europe/Berlin)"), new WatchDigest("19:marketing", Monday.AddMinutes(-2)),
        }));
    }

    [TestCase(3, "Monday 14 December, 09:00 (Europe/Berlin)")]
    [TestCase(6, "Monday 21 December, 09:00 (Europe/Berlin)")]
    public void Resume_WithoutAPause_OnlySaysWhenTheNextComes(int minutes, string next)
    {
        var connected = Decide(null, "use this channel").After;
        var plan = Decide(connected, "digest resume", Monday.AddMinutes(minutes));

        Assert.That((plan.After, plan.Messages), Is.EqualTo((connected, new[] { new SendNotice(Marketing, Notice.DigestResumed, next) })));
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

    [TestCase("digest pause")]
    [TestCase("digest resume")]
    [TestCase("digest friday 15:00")]
    [TestCase("digest 0 9 * * 1")]
    public void Schedule_BySomebodyWhoIsNotOfMarketing_IsRefused(string text)
    {
        var connected = Decide(null, "use this channel").After;
        var plan = Decide(connected, text, members: "maria");

        Assert.That((plan.After, plan.Messages), Is.EqualTo((connected, new[] { new SendNotice(Marketing, Notice.OnlyMarketingSchedules) })));
    }

    private static TenantPlan Decide(TenantHead? head, string text, DateTimeOffset? now = null, params string[] members) => TenantDecider.Decide(
        new(head, null),
        new Said(new("key", Marketing, new Person("admin", "Ada"), "en-US", "Europe/Berlin"), text, []),
        new(now ?? Tuesday, "id", "BR-222222", new(Cards.CardSamples.Kinds, default, default, default, true, new HashSet<string> { "admin" }) { Members = members.ToHashSet() }));
}
