using BridgeBot.Core.Intake;
using BridgeBot.Core.Threads;
using BridgeBot.Host.Turns;

namespace BridgeBot.Tests.Turns;

/// <summary>Several channels: what is typed connects and disconnects them, and each request finds its own.</summary>
internal sealed class RoutesTests
{
    private static readonly DateTimeOffset Now = new(2026, 11, 23, 9, 0, 0, TimeSpan.Zero);

    private static readonly KindCatalog Kinds = new(
    [
        new("advertising", "Advertising", [new("region", "Region", FieldType.Text, false), new("customer", "Customer", FieldType.Text, false)]),
        new("event", "Trade fairs and events", []),
        new("other", "Request", []),
    ]);

    private static readonly ConversationReference Ads = Channel("ads");
    private static readonly ConversationReference Fairs = Channel("fairs");
    private static readonly ConversationReference Rest = Channel("rest");

    private static readonly TenantHead Connected = new("tenant", 3)
    {
        Routes = [new(Rest, Now.AddDays(-2)), new(Ads, Now.AddDays(-1), "advertising"), new(Fairs, Now.AddDays(-1), Field: new("Region", "EMEA"))],
    };

    [TestCase("advertising, event", "advertising event")]
    [TestCase("Advertising, trade fairs and events", "advertising event")]
    [TestCase("Advertising and request", "advertising other")]
    [TestCase("ADVERTISING; request, and advertising", "advertising other")]
    [TestCase("trade fairs and events", "event")]
    public void Use_ForKinds_ConnectsEach(string what, string kinds)
    {
        var routes = Say(new("tenant", 0), Ads, $"use this channel for {what}").After.Routes;

        Assert.That(string.Join(' ', routes.Select(route => route.Kind)), Is.EqualTo(kinds));
    }

    [TestCase("Region: EMEA")]
    [TestCase("region = EMEA")]
    public void Use_ForAValueOfAField_ConnectsIt(string what) => Assert.That(
        Say(new("tenant", 0), Ads, $"use this channel for {what}").After.Routes.Single().Field, Is.EqualTo(new RoutedField("Region", "EMEA")));

    [TestCase("advertising, tombolas", "tombolas")]
    [TestCase("Customer: Acme", "Customer: Acme")]
    [TestCase("Planet: Mars", "Planet: Mars")]
    [TestCase("Region", "Region")]
    [TestCase(",", ",")]
    public void Use_ForSomethingUnknown_ConnectsNothingAndSaysWhat(string what, string unknown)
    {
        var plan = Say(Connected, Ads, $"use this channel for {what}");

        Assert.That((plan.After, plan.Messages.Single()), Is.EqualTo((Connected, new SendNotice(Ads, Notice.NoSuchKind, unknown))));
    }

    [Test]
    public void Use_ForAKindOfAnotherChannel_TakesItOver() => Assert.That(
        Say(Connected, Fairs, "use this channel for advertising").After.For(Asked("advertising"), null).Select(route => route.Channel),
        Is.EqualTo(new[] { Fairs, Rest }));

    [Test]
    public void Use_ForAKind_LeavesTheOthersWhereTheyAre() => Assert.That(
        Say(Connected, Fairs, "use this channel for event").After.Routes, Is.SupersetOf(Connected.Routes));

    [Test]
    public void Use_ForAKindThatComesHere_SaysSo() => Assert.That(
        Told(Say(Connected, Ads, "use this channel for advertising")), Is.EqualTo(new Outgoing[] { new SendNotice(Ads, Notice.AlreadyConnected), new ReleaseWaiting() }));

    [Test]
    public void Use_ForKinds_SaysWhichAndReleasesWhatWaits() => Assert.That(
        Told(Say(Connected, Fairs, "use this channel for event, Region: APAC")),
        Is.EqualTo(new Outgoing[] { new SendNotice(Fairs, Notice.ChannelConnectedFor, "Trade fairs and events, Region: APAC"), new ReleaseWaiting() }));

    [Test]
    public void Use_WithAClockThatIsLate_IsNewerThanWhatIsConnected()
    {
        var before = Connected with { Routes = [new(Rest, Now.AddHours(1))] };

        Assert.That(Say(before, Ads, "use this channel").After.Default!.Since, Is.GreaterThan(Now.AddHours(1)));
    }

    [TestCase("advertising", "APAC", "ads rest")]
    [TestCase("advertising", " emea", "fairs ads rest")]
    [TestCase("other", "EMEA", "fairs rest")]
    [TestCase("event", null, "rest")]
    public void For_ARequest_TheFieldComesBeforeTheKindBeforeTheRest(string kind, string? region, string channels) => Assert.That(
        string.Join(' ', Connected.For(Asked(kind, region), null).Select(route => route.Channel.Name)), Is.EqualTo(channels));

    [Test]
    public void For_ARefusedRequest_OnlyWhatWasConnectedLaterIsTried()
    {
        var again = Say(Connected, Rest, "stop using this channel").After;
        again = Say(again, Rest, "use this channel").After;

        Assert.That(Connected.For(Asked("advertising"), Now.AddDays(-1)), Is.Empty);
        Assert.That(again.For(Asked("advertising"), Now.AddDays(-1)).Select(route => route.Channel), Is.EqualTo(new[] { Rest }));
    }

    [Test]
    public void Stop_AChannel_ItTakesNothingAnyMore()
    {
        var plan = Say(Connected, Ads, "stop using this channel");

        Assert.That(plan.After.IsMarketings(Ads), Is.False);
        Assert.That(Told(plan), Is.EqualTo(new[] { new SendNotice(Ads, Notice.ChannelStopped) }));
    }

    [Test]
    public void Stop_TheOneForTheRest_SaysThatTheseWait() => Assert.That(
        Told(Say(Connected, Rest, "stop using this channel")), Is.EqualTo(new[] { new SendNotice(Rest, Notice.LastChannelStopped) }));

    [Test]
    public void Stop_AChannelThatIsNotConnected_ChangesNothing()
    {
        var plan = Say(Connected, Channel("new"), "stop using this channel");

        Assert.That((plan.After, plan.Messages.Single()), Is.EqualTo((Connected, new SendNotice(Channel("new"), Notice.NotConnected))));
    }

    [TestCase("channels")]
    [TestCase("stop using this channel")]
    [TestCase("use this channel for event")]
    public void Said_BySomebodyOutsideDevelopment_IsRefused(string text)
    {
        var plan = Say(Connected, Ads, text, "sam");

        Assert.That((plan.After, plan.Messages.Single()), Is.EqualTo((Connected, new SendNotice(Ads, Notice.OnlyAdministratorsConnect))));
    }

    [Test]
    public void Removed_FromATeam_AllOfItsChannelsGo() => Assert.That(
        Decide(Connected with { Routes = [.. Connected.Routes, new(Channel("far") with { TeamId = "19:far" }, Now, "event")] }, new Removed(Who("sam", Channel("team"))))
            .After.Routes.Select(route => route.Channel.Name),
        Is.EqualTo(new[] { "far" }));

    /// <summary>What is not about reminders and digests, which follow every change of the channels.</summary>
    private static IEnumerable<Outgoing> Told(TenantPlan plan) => plan.Messages.Where(message => message is not (Remind or WatchDigest));

    private static ConversationReference Channel(string name) =>
        new("https://teams", $"19:{name}", ConversationType.Channel, "tenant", "28:bot", "BridgeBot", "19:team", name, null);

    private static Request Asked(string kind, string? region = null) =>
        new(kind, "Request", "Please", null, null, region is null ? [] : [new("Region", region)], null, false);

    private static Envelope Who(string id, ConversationReference where) => new("seen", where, new Person(id, id), "en-US", "UTC");

    private static TenantPlan Say(TenantHead head, ConversationReference where, string text, string who = "admin") =>
        Decide(head, new Said(Who(who, where), text, []));

    private static TenantPlan Decide(TenantHead head, FromTeams inbound) => TenantDecider.Decide(
        new TenantState(head, "etag"),
        inbound,
        new TurnContext(
            Now,
            "id",
            "BR-222222",
            new TurnSettings(
                Kinds, TimeSpan.FromDays(7), TimeSpan.FromDays(14), TimeSpan.FromDays(3), IsDevelopment: false, new HashSet<string> { "admin" })));
}
