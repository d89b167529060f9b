using BridgeBot.Core.Intake;
using BridgeBot.Core.Threads;
using BridgeBot.Host.Turns;

namespace BridgeBot.Tests.Turns;

/// <summary>Which channel the requests go to.</summary>
internal sealed class TenantDeciderTests
{
    private static readonly ConversationReference General = new(
        "https://teams", "19:general", ConversationType.Channel, "tenant", "28:bot", "BridgeBot", "19:general", "General", null);

    private static readonly ConversationReference Wanted = General with { ConversationId = "19:wanted", Name = "Requests", RootId = "1" };

    [Test]
    public void Install_OutsideDevelopment_ConnectsNothing() =>
        Assert.That(Decide(null, new Installed(Who("sam", General)), isDevelopment: false).After.Routes, Is.Empty);

    [Test]
    public void Install_OutsideDevelopment_SaysNothing() =>
        Assert.That(Decide(null, new Installed(Who("sam", General)), isDevelopment: false).Messages, Is.Empty);

    [Test]
    public void Install_InDevelopment_UsesTheFirstChannel() =>
        Assert.That(Decide(null, new Installed(Who("sam", General))).After.Default!.Channel.ConversationId, Is.EqualTo("19:general"));

    [Test]
    public void Install_InDevelopment_AsTheSecond_ChangesNothing()
    {
        var before = Connected(General);

        Assert.That(Decide(before, new Installed(Who("sam", Wanted))).After, Is.SameAs(before));
    }

    [Test]
    public void Install_InAGroupChat_ConnectsNothing() => Assert.That(
        Decide(null, new Installed(Who("sam", General with { Type = ConversationType.GroupChat }))).After.Routes, Is.Empty);

    [Test]
    public void UseThisChannel_OutsideDevelopment_BySomebody_ConnectsNothing() =>
        Assert.That(Decide(null, Use("sam"), isDevelopment: false).After.Routes, Is.Empty);

    [Test]
    public void UseThisChannel_OutsideDevelopment_BySomebody_SaysWhoMay() => Assert.That(
        Decide(null, Use("sam"), isDevelopment: false).Messages, Is.EqualTo(new[] { new SendNotice(Wanted, Notice.OnlyAdministratorsConnect) }));

    [Test]
    public void UseThisChannel_OutsideDevelopment_ByAnAdministrator_ConnectsIt() =>
        Assert.That(Decide(null, Use("admin"), isDevelopment: false).After.Default!.Channel, Is.EqualTo(Wanted with { RootId = null }));

    [Test]
    public void UseThisChannel_NewlyConnected_ReleasesWhatWaits() =>
        Assert.That(Decide(null, Use("admin")).Messages, Has.Some.TypeOf<ReleaseWaiting>());

    [Test]
    public void UseThisChannel_Again_SaysSo() => Assert.That(
        Decide(Connected(Wanted with { RootId = null }), Use("admin")).Messages,
        Has.Some.EqualTo(new SendNotice(Wanted, Notice.AlreadyConnected)));

    [Test]
    public void UseThisChannel_Again_WhatItRefusedIsTriedAgain()
    {
        var before = Connected(Wanted with { RootId = null });
        var plan = Decide(before, Use("admin"));

        Assert.That((plan.After.Default!.Since > before.Default!.Since, plan.Messages.OfType<ReleaseWaiting>().Count()), Is.EqualTo((true, 1)));
    }

    [Test]
    public void UseThisChannel_OnTheProvisionalOne_MakesItLasting() => Assert.That(
        Decide(Head(new Route(Wanted with { RootId = null }, default, IsProvisional: true)), Use("admin")).After.Routes.Single().IsProvisional, Is.False);

    [TestCase(true)]
    [TestCase(false)]
    public void UseThisChannel_InAGroupChat_IsRefusedKindly(bool isDevelopment)
    {
        var group = General with { ConversationId = "19:group", Type = ConversationType.GroupChat };
        var before = Connected(Wanted);
        var plan = Decide(before, new Said(Who("admin", group), "use this channel", []), isDevelopment);

        Assert.That((plan.After, plan.Messages.Single()), Is.EqualTo((before, new SendNotice(group, Notice.OnlyChannels))));
    }

    [Test]
    public void Remove_FromTheChannel_DisconnectsIt() =>
        Assert.That(Decide(Connected(Wanted), new Removed(Who("sam", Wanted))).After.Routes, Is.Empty);

    [Test]
    public void Remove_FromItsTeam_DisconnectsIt() =>
        Assert.That(Decide(Connected(Wanted), new Removed(Who("sam", General))).After.Routes, Is.Empty);

    [Test]
    public void Remove_FromElsewhere_ChangesNothing()
    {
        var before = Connected(Wanted);

        Assert.That(Decide(before, new Removed(Who("sam", General with { ConversationId = "19:other" }))).After, Is.SameAs(before));
    }

    [Test]
    public void Relay_ItsChannelIsDisconnected_EndsAndOthersStay()
    {
        var before = Head(new Route(Wanted, default), new Route(General, default, "other")) with { Relays = [Wanted.ConversationId, General.ConversationId] };

        Assert.That(Decide(before, new Removed(Who("sam", Wanted))).After.Relays, Is.EqualTo(new[] { General.ConversationId }));
    }

    [Test]
    public void Relay_AnotherChannelTakesItsPlace_Ends() => Assert.That(
        Decide(Connected(General) with { Relays = [General.ConversationId] }, Use("admin")).After.Relays, Is.Empty);

    /// <summary>An earlier version kept it.</summary>
    [Test]
    public void Relay_OfBeforeTheChannelWasConnectedAnew_IsOff() => Assert.That(
        Decide(Head() with { Relays = [Wanted.ConversationId] }, Use("admin")).After.Relays, Is.Empty);

    [Test]
    public void Relay_ConnectedOnceMore_StaysOn() => Assert.That(
        Decide(Connected(Wanted with { RootId = null }) with { Relays = [Wanted.ConversationId] }, Use("admin")).After.Relays, Is.EqualTo(new[] { Wanted.ConversationId }));

    [Test]
    public void Said_ByNobodyKnown_IsRefusedPolitely() => Assert.That(
        Decide(null, new Said(Who("sam", General) with { From = null }, "use this channel", [])).Messages,
        Is.EqualTo(new[] { new SendNotice(General, Notice.NoPersonId) }));

    private static Said Use(string who) => new(Who(who, Wanted), "Use this channel", []);

    private static Envelope Who(string id, ConversationReference where) => new("seen", where, new Person(id, id), "en-US", "UTC");

    private static TenantHead Connected(ConversationReference route) => Head(new Route(route, default));

    private static TenantHead Head(params IReadOnlyList<Route> routes) => new("tenant", 3) { Routes = routes };

    private static TenantPlan Decide(TenantHead? head, FromTeams inbound, bool isDevelopment = true) => TenantDecider.Decide(
        new TenantState(head, head is null ? null : "etag"),
        inbound,
        new TurnContext(
            DateTimeOffset.UnixEpoch,
            "id",
            "BR-222222",
            new TurnSettings(
                new KindCatalog([new RequestKind("other", "Request", [])]), TimeSpan.FromDays(7), TimeSpan.FromDays(14), TimeSpan.FromDays(3), isDevelopment, new HashSet<string> { "admin" })));
}
