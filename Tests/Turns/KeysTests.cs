using BridgeBot.Host.Storage;
using BridgeBot.Host.Turns;

namespace BridgeBot.Tests.Turns;

/// <summary>Whatever came from outside, what is made of it is a key.</summary>
internal sealed class KeysTests
{
    private static readonly string[] Nasty =
    [
        "", " ", "\0", "\n", "a/b\\c#d?e", "ÄÖÜ", "😀", "\uD800", new('x', 10_000), "out|", "a|head", "seen|x", "..", "a\nb",
    ];

    [Test]
    public void EveryKey_OfNastyInput_IsAKey([ValueSource(nameof(Nasty))] string text)
    {
        string[] keys =
        [
            Keys.Tenant(text), Keys.Channel(text, text), Keys.Person(text, text), Keys.People(Keys.Person(text, text)), Keys.Waiting(text),
            Keys.Seen(text), Keys.Due(text),
        ];

        Assert.That(keys.Where(key => !StoreLimits.IsKey(key)), Is.Empty);
    }

    [Test]
    public void EveryKey_OfOurOwnIds_IsAKey()
    {
        var id = Fresh.Id();
        var due = new Due(DateTimeOffset.UnixEpoch, Keys.Requester(id), id);
        string[] keys =
        [
            Keys.Requester(id), Keys.Answer(id), Keys.Open(id), Keys.Closed(id), Keys.Card(id), Keys.Listed(id), Keys.ListedOpen(id), Keys.ListedOver(id), Keys.Found("word", DateTimeOffset.UnixEpoch, id), Keys.Event(id, 1),
            Keys.Out(id, 0), Keys.Dead(Keys.Out(id, 0)), Keys.Head, Keys.Dialog, Keys.References, due.Key, due.Home, Fresh.Reference(),
        ];

        Assert.That(keys.Where(key => !StoreLimits.IsKey(key)), Is.Empty);
    }

    [Test]
    public void Active_HeadDialogAnswersAndOpenThreads_AreInOneRange()
    {
        string[] active = [Keys.Head, Keys.Dialog, Keys.Answer("0"), Keys.Open("f")];

        Assert.That(active.Where(key => !IsWithin(key, Keys.ActiveFrom, Keys.ActiveTo)), Is.Empty);
    }

    [Test]
    public void Active_WhatIsClosedSeenOrOnItsWay_IsNotInTheRange()
    {
        string[] others = [Keys.Closed("0"), Keys.Seen("x"), Keys.Out("0", 0), Keys.Dead(Keys.Out("0", 0)), Keys.Card("0"), Keys.Event("0", 1)];

        Assert.That(others.Where(key => IsWithin(key, Keys.ActiveFrom, Keys.ActiveTo)), Is.Empty);
    }

    [Test]
    public void Person_TenantsThatRunIntoTheId_AreTold() => Assert.That(Keys.Person("a", "bc"), Is.Not.EqualTo(Keys.Person("ab", "c")));

    [Test]
    public void Person_LineBreakInTheTenant_IsTold() => Assert.That(Keys.Person("a\nb", "c"), Is.Not.EqualTo(Keys.Person("a", "b\nc")));

    [Test]
    public void DueAt_Later_SortsBehind() => Assert.That(
        string.CompareOrdinal(Keys.DueAt(DateTimeOffset.UnixEpoch.AddMilliseconds(999)), Keys.DueAt(DateTimeOffset.UnixEpoch.AddYears(90))),
        Is.Negative);

    [Test]
    public void Found_Later_SortsInFront() => Assert.That(
        string.CompareOrdinal(Keys.Found("word", DateTimeOffset.UnixEpoch.AddYears(90), "b"), Keys.Found("word", DateTimeOffset.UnixEpoch, "a")), Is.Negative);

    [Test]
    public void Found_OfAnyWord_IsWithinTheWordsRange() => Assert.That(
        IsWithin(Keys.Found("pack", DateTimeOffset.UnixEpoch, "a"), Keys.FoundWordFrom("pack"), Keys.FoundTo("pack"))
            && !IsWithin(Keys.Found("packaging", DateTimeOffset.UnixEpoch, "a"), Keys.FoundWordFrom("pack"), Keys.FoundTo("pack")));

    [Test]
    public void Reference_Fresh_HasSixSymbolsWithoutLookAlikes() => Assert.That(Fresh.Reference(), Does.Match("^BR-[2-9A-HJKMNP-TW-Z]{6}$"));

    private static bool IsWithin(string key, string from, string to) =>
        string.CompareOrdinal(key, from) >= 0 && string.CompareOrdinal(key, to) < 0;
}
