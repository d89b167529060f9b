using BridgeBot.Core.Framing.Reading;

namespace BridgeBot.Tests.Framing;

public sealed class ListReaderTests
{
    [TestCase("1) a deck 2) a flyer", "1 2")]
    [TestCase("(1) a deck (2) a flyer", "1 2")]
    [TestCase("Wanted: 1. a deck 2. a flyer", "1 2")]
    [TestCase("(a) a deck, (b) a flyer and (c) a call", "a b c")]
    [TestCase("a) a deck b) a flyer", "a b")]
    [TestCase("KidLatch 2) is a product", "")]
    [TestCase("See page 1. It is wrong", "")]
    [TestCase("the lady (a friend) called", "")]
    public void Numbers_OfALists_CountOn(string text, string numbers)
    {
        var message = new Message(text);

        var found = Enumerable.Range(0, message.Tokens.Length).Where(message.IsItemNumber).Select(i => message.Tokens[i].Key);

        Assert.That(string.Join(' ', found), Is.EqualTo(numbers));
    }

    [TestCase("Second, a flyer.", nameof(ItemMark.Ordinal))]
    [TestCase("And finally, a flyer.", nameof(ItemMark.Ordinal))]
    [TestCase("- a flyer", nameof(ItemMark.Bullet))]
    [TestCase("• a flyer", nameof(ItemMark.Bullet))]
    [TestCase("1) a flyer", nameof(ItemMark.Numbered))]
    [TestCase("A flyer.", nameof(ItemMark.None))]
    public void MarkAt_TheStartOfASentence_IsTold(string text, string mark)
    {
        var message = new Message(text);

        Assert.That(ListReader.MarkAt(message, 0, message.Sentences[0]).ToString(), Is.EqualTo(mark));
    }
}
