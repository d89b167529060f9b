using BridgeBot.Core.Framing.Reading;

namespace BridgeBot.Tests.Framing;

public sealed class PieceReaderTests
{
    [TestCase("A deck for Acme, and a flyer for Bolt.", "A deck for Acme, | and a flyer for Bolt.")]
    [TestCase("Second, a flyer.", "Second, a flyer.")]
    [TestCase("1) a deck", "1) a deck")]
    [TestCase("They'd like a deck.", "They'd like a deck.")]
    [TestCase("It looks like a ransom note.", "It looks | like a ransom note.")]
    [TestCase("The flyer (the blue one) is old.", "The flyer | (the blue one) | is old.")]
    public void InSentences_ASentence_IsCutWhereAPieceCanGo(string text, string pieces)
    {
        var message = new Message(text);

        Assert.That(string.Join(" | ", PieceReader.InSentences(message).Select(pair => message.Slice(pair.Piece))), Is.EqualTo(pieces));
    }
}
