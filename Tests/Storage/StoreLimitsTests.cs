using BridgeBot.Host.Storage;

namespace BridgeBot.Tests.Storage;

/// <summary>What no store takes.</summary>
public sealed class StoreLimitsTests
{
    [TestCase("a/b")]
    [TestCase("a\\b")]
    [TestCase("a#b")]
    [TestCase("a?b")]
    [TestCase("a\tb")]
    [TestCase("a\0b")]
    [TestCase("a\u007fb")]
    [TestCase("ä")]
    [TestCase("🎉")]
    [TestCase("")]
    public void IsKey_ForbiddenText_IsFalse(string text) => Assert.That(StoreLimits.IsKey(text), Is.False);

    [Test]
    public void IsKey_TooLong_IsFalse() => Assert.That(StoreLimits.IsKey(new string('k', StoreLimits.KeyLength + 1)), Is.False);

    [TestCase("a/b", "k")]
    [TestCase("p", "a/b")]
    public void Check_ForbiddenKeyOrPartition_IsRefused(string partition, string key) =>
        Assert.That(() => StoreLimits.Check(partition, [new Delete(key)]), Refused("/ \\ # ?"));

    [Test]
    public void Check_ForbiddenKey_IsShownInOneLine() =>
        Assert.That(() => StoreLimits.Check("p", [new Delete("a\nb")]), Refused("a\\u000Ab"));

    [Test]
    public void Check_NoWrites_IsRefused() => Assert.That(() => StoreLimits.Check("p", []), Refused("this one has 0"));

    [Test]
    public void Check_TooManyWrites_IsRefused()
    {
        var writes = Enumerable.Range(0, StoreLimits.WritesInTransaction + 1).Select(i => new Delete($"k{i}")).ToList();

        Assert.That(() => StoreLimits.Check("p", writes), Refused("this one has 101"));
    }

    [Test]
    public void Check_KeyTwice_IsRefused() =>
        Assert.That(() => StoreLimits.Check("p", [new Delete("k"), new Insert("k", "")]), Refused("twice"));

    [Test]
    public void Check_BodyTooLarge_NamesTheRow()
    {
        var body = new string('x', StoreLimits.BodyBytes / 2 + 1);

        Assert.That(() => StoreLimits.Check("p", [new Upsert("k", body)]), Refused("the row k has 983042 bytes"));
    }

    [TestCase('x', 450_000)]
    [TestCase('"', 75_000)]
    [TestCase('ä', 75_000)]
    public void Check_TransactionTooLarge_IsRefused(char character, int length)
    {
        var body = new string(character, length);

        Assert.That(
            () => StoreLimits.Check("p", [.. Enumerable.Range(0, 10).Select(i => new Insert($"k{i}", body))]),
            Refused("the transaction has 4510270 bytes, 4194304 are allowed"));
    }

    [Test]
    public void Check_LongKeys_CountToo()
    {
        var body = new string('x', 40_000);
        var key = new string('k', StoreLimits.KeyLength - 2);

        Assert.That(
            () => StoreLimits.Check("p", [.. Enumerable.Range(0, 100).Select(i => new Insert($"{key}{i:00}", body))]),
            Refused("the transaction has"));
    }

    [Test]
    public void Check_HalfASurrogatePair_IsRefused() =>
        Assert.That(() => StoreLimits.Check("p", [new Insert("k", "a\ud83db")]), Refused("surrogate"));

    private static NUnit.Framework.Constraints.IConstraint Refused(string why) =>
        Throws.TypeOf<StoreLimitException>().With.Message.Contains(why);
}
