using BridgeBot.Core.Intake;

namespace BridgeBot.Tests.Intake;

public sealed class DialogWordsTests
{
    private static IEnumerable<DialogWord> All => DialogWords.All;

    [Test]
    public void Read_AnyCaseAndPunctuation_IsTheWord([ValueSource(nameof(All))] DialogWord word) =>
        Assert.That(DialogWords.Read($"  “{word.Text.ToUpperInvariant()}”!…\n"), Is.EqualTo(word));

    [TestCase("")]
    [TestCase("status")]
    [TestCase("cancel the campaign")]
    [TestCase("please skip")]
    public void Read_OtherText_IsNoWord(string text) => Assert.That(DialogWords.Read(text), Is.Null);
}
