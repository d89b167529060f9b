using BridgeBot.Host.Channel;
using BridgeBot.Host.Turns;

namespace BridgeBot.Tests.Channel;

/// <summary>What is over the limit is no turn, and is told.</summary>
internal sealed class IntakeLimitsTests
{
    private IntakeLimits _limits = null!;

    [SetUp]
    public void Start() => _limits = new(new() { PersonPerMinute = 2, TenantPerMinute = 3 });

    [TearDown]
    public void Stop() => _limits.Dispose();

    private static Envelope From(string? person, string tenant = "T") => new(
        "seen", new("https://service", "chat", ConversationType.Personal, tenant, "28:bot", "BridgeBot", null, null, null),
        person is null ? null : new(person, person), "en-US", "UTC");

    private Inbound Say(string? person, string tenant = "T") => _limits.Pass(new Said(From(person, tenant), "hello", []));

    private Inbound Click(string person) => _limits.Pass(new Clicked(From(person), "approve", new Dictionary<string, string>(), null));

    [Test]
    public void Pass_AMessageTooMany_IsToldOnceForTheBurst()
    {
        _ = (Say("sam"), Say("sam"));
        Assert.That((Say("sam"), Say("sam")), Is.EqualTo(((Inbound)new TooFast(From("sam"), false), (Inbound)new Ignored("what came right after a message that was too much"))));
    }

    [Test]
    public void Pass_AClickTooMany_IsToldEveryTime()
    {
        _ = (Say("sam"), Say("sam"));
        Assert.That(new[] { Click("sam"), Click("sam"), Click("sam") }, Has.All.EqualTo(new TooFast(From("sam"), true)));
    }

    [Test]
    public void Pass_ASearchTooMany_IsToldAndLeavesWhatIsSaidAlone()
    {
        var limits = new IntakeLimits(new() { PersonPerMinute = 2, TenantPerMinute = 100 });
        Inbound Search() => limits.Pass(new Searched(From("sam"), "acme", 0));
        _ = (Search(), Search());
        Assert.That((Search(), limits.Pass(new Clicked(From("sam"), "approve", new Dictionary<string, string>(), null)).GetType()),
            Is.EqualTo(((Inbound)new TooFast(From("sam"), true), typeof(Clicked))));
    }

    [Test]
    public void Pass_OnePersonTooMany_LeavesOthersAlone()
    {
        _ = (Say("sam"), Say("sam"), Say("sam"));
        Assert.That(Say("kim"), Is.TypeOf<Said>());
    }

    [Test]
    public void Pass_ATenantTooMany_LeavesOtherTenantsAlone()
    {
        _ = (Say("sam"), Say("sam"), Say("kim"));
        Assert.That((Say("maria"), Say("maria", "U")), Is.EqualTo(((Inbound)new TooFast(From("maria"), false), (Inbound)new Said(From("maria", "U"), "hello", []))).Using<Inbound>(
            (one, other) => one.GetType() == other.GetType()));
    }

    [Test]
    public void Pass_WhatNobodyWrote_IsNotLimited() => Assert.That(
        Enumerable.Range(0, 10).Select(_ => _limits.Pass(new Installed(From("sam")))), Has.All.TypeOf<Installed>());

    [Test]
    public void Pass_PeopleWhomTeamsDoesNotName_ShareOneLimit()
    {
        _ = (Say(null), Say(null));
        Assert.That(Say(null), Is.TypeOf<TooFast>());
    }

    [Test]
    public async Task Pass_AfterAWhile_IsTakenAgain()
    {
        using var limits = new IntakeLimits(new() { PersonPerMinute = 600, TenantPerMinute = 6_000 });
        bool Takes() => limits.Pass(new Said(From("sam"), "hello", [])) is Said;
        while (Takes())
        {
        }

        using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(30));
        while (!Takes())
        {
            patience.Token.ThrowIfCancellationRequested();
            await Task.Yield();
        }
    }
}
