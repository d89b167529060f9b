using BridgeBot.Core.Lists;
using BridgeBot.Core.Threads;
using BridgeBot.Host.Storage;
using BridgeBot.Host.Turns;

namespace BridgeBot.Tests.Lists;

internal sealed class SearchWordsTests
{
    [TestCase("Packaging brochure", "packaging brochure")]
    [TestCase("  the PACKAGING, brochure! ", "packaging brochure")]
    [TestCase("Brochure brochure", "brochure")]
    [TestCase("Müller & Söhne, café", "muller sohne cafe")]
    [TestCase("BR-7K3Q2M", "7k3q2m")]
    [TestCase("two-page HX-40", "two page hx 40")]
    [TestCase("ﬁne ＡＢ１２", "fine ab12")]
    [TestCase("заказ", "-0437-0430-043a-0430-0437")]
    [TestCase("", "")]
    [TestCase(" ?! ", "")]
    [TestCase("br", "")]
    public void OfSearch_Text_IsItsWords(string text, string words) =>
        Assert.That(string.Join(' ', SearchWords.OfSearch(text)), Is.EqualTo(words));

    [Test]
    public void OfSearch_ACommonWordInFront_IsLeftOut() => Assert.That(SearchWords.OfSearch("the deck"), Is.EqualTo(new[] { "deck" }));

    [Test]
    public void OfSearch_AtTheEnd_ACommonWordMayBeTheBeginningOfAnother() =>
        Assert.That(SearchWords.OfSearch("deck the"), Is.EqualTo(new[] { "deck", "the" }));

    [Test]
    public void OfSearch_ManyWords_AreSixAtMost() =>
        Assert.That(SearchWords.OfSearch("one2 two2 three2 four2 five2 six2 seven2"), Has.Count.EqualTo(SearchWords.MostOfASearch));

    [Test]
    public void OfSearch_TheBeginningOfAWord_IsTheBeginningOfWhatIsStored() =>
        Assert.That(SearchWords.OfSearch("заказчик")[0], Does.StartWith(SearchWords.OfSearch("заказ")[0]));

    [Test]
    public void Of_AThread_ReferenceTitleCustomerTextAndDetails() =>
        Assert.That(SearchWords.Of(Thread("Could we have a brochure?")), Is.EqualTo(new[] { "7k3q2m", "deck", "acme", "brochure", "buyers" }));

    [Test]
    public void Of_ALongText_HasOnlySoManyWords() => Assert.That(
        SearchWords.Of(Thread(string.Join(' ', Enumerable.Range(0, 500).Select(n => $"word{n}")))), Has.Count.EqualTo(SearchWords.MostOfAThread));

    /// <summary>Whatever was typed, the row of a word can be written.</summary>
    [Test]
    public void OfSearch_Anything_CanStandInAKey([Values("a|b", "x\0y", "😀 smile", "\uD800broken", "日本語", "i̇stanbul", "ÀÈ", "a/b\\c#d?e", "~", "-")] string text) =>
        Assert.That(
            SearchWords.OfSearch(text + new string('x', 100))
                .Select(word => Keys.Found(word, DateTimeOffset.UnixEpoch, "t"))
                .Where(key => !StoreLimits.IsKey(key) || key.Split('|').Length != 4),
            Is.Empty);

    private static RequestThread Thread(string text) => new(
        "t", "BR-7K3Q2M", "r", new("sam", "Sam"),
        new("collateral", "Deck for Acme", text, "Acme", null, [new("Who", "The buyers")], null, false),
        ThreadStatus.Submitted, 1, default, null, default, null, []);
}
