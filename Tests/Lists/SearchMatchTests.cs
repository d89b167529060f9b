using BridgeBot.Core.Lists;

namespace BridgeBot.Tests.Lists;

internal sealed class SearchMatchTests
{
    [TestCase("", true)]
    [TestCase("deck", true)]
    [TestCase("de ac", true)]
    [TestCase("acme deck", true)]
    [TestCase("deck bolt", false)]
    [TestCase("eck", false)]
    [TestCase("the deck", true)]
    public void Of_EachWordBeginsOne(string search, bool expected) => Assert.That(SearchMatch.Of(search, "Deck", null, "for Acme"), Is.EqualTo(expected));
}
