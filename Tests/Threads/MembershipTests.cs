using BridgeBot.Core.Threads;

namespace BridgeBot.Tests.Threads;

public sealed class MembershipTests
{
    private static readonly Person Maria = new("maria", "Maria");

    [TestCase(new string[0], true)]
    [TestCase(new[] { "maria" }, true)]
    [TestCase(new[] { "max" }, false)]
    public void IsOfMarketing_Configured_RestrictsIt(string[] members, bool expected) =>
        Assert.That(new Membership(members.ToHashSet(), new HashSet<string>(), false).IsOfMarketing(Maria), Is.EqualTo(expected));

    [TestCase(true, false, true)]
    [TestCase(false, true, true)]
    [TestCase(false, false, false)]
    public void Allows_WhatIsAnAdministrators_OnlyThem(bool named, bool everybody, bool expected)
    {
        var administrators = named ? new HashSet<string> { "maria" } : [];

        Assert.That(new Membership(new HashSet<string>(), administrators, everybody).Allows(Deed.ConnectChannel, Maria), Is.EqualTo(expected));
    }

    [Test]
    public void Rules_EveryDeed_HasARow([Values] Deed deed) => Assert.That(DeedPolicy.Rules.Count(rule => rule.Deed == deed), Is.EqualTo(1));
}
