using BridgeBot.Cards;

namespace BridgeBot.Tests.Cards;

public sealed class InertTests
{
    [TestCase("plain text, 50% off & more", "plain text, 50% off & more")]
    [TestCase("{{DATE(2026-11-23T10:00:00Z)}}", "{\u200A{DATE(2026-11-2\u200B3T10:00:00Z)}}", Description = "a card function")]
    [TestCase("{\u200B{TIME(x)}}", "{\u200A{TIME(x)}}", Description = "a function put together by what is dropped")]
    [TestCase("<at>Maria</at>", "<\u200Aat>Maria<\u200A/at>", Description = "a mention")]
    [TestCase("a < b > c", "a < b > c")]
    [TestCase("1<2", "1<2")]
    [TestCase("\u202Eevil\u202C \u2066x\u2069", "evil x", Description = "bidi overrides")]
    [TestCase("a\u200Bb\uFEFFc\u00ADd", "abcd", Description = "zero width")]
    [TestCase("a\u0000b\u001B[31m\u0007", "ab[31m", Description = "control characters")]
    [TestCase("one\r\ntwo\rthree\u2028four", "one\ntwo\nthree\nfour")]
    [TestCase("a\n\n\n\n\nb", "a\n\nb")]
    [TestCase("a\tb\u00A0c", "a b c")]
    [TestCase("\u3164\u2800", "", Description = "letters that show nothing")]
    [TestCase("e\u0301\u0301\u0301\u0301\u0301\u0301\u0301", "e\u0301\u0301\u0301\u0301", Description = "a tower of marks")]
    [TestCase("\U0001F468\u200D\U0001F469\u200D\U0001F467", "\U0001F468\u200D\U0001F469\u200D\U0001F467", Description = "a family stays one emoji")]
    [TestCase("\u0645\u06CC\u200C\u062E\u0648\u0627\u0647\u0645", "\u0645\u06CC\u200C\u062E\u0648\u0627\u0647\u0645", Description = "Persian needs its joiners")]
    [TestCase("aaaaaaaaaaaaaaaabbbb", "aaaaaaaaaaaaaaaa\u200Bbbbb", Description = "too long to wrap")]
    [TestCase("https://acme.example/brochures/spring-edition/prices", "https://acme.example/brochures/spring-edition/prices", Description = "addresses wrap by themselves and can be copied")]
    public void Of_WhatSomebodyTyped_CanOnlyBeRead(string typed, string shown) => Assert.That(Inert.Of(typed).Value, Is.EqualTo(shown));

    [Test]
    public void Of_HalfASurrogatePair_IsReplaced() => Assert.That(Inert.Of("\uD800x").Value, Is.EqualTo("\uFFFDx"));

    [Test]
    public void Of_Null_IsEmpty() => Assert.That(Inert.Of(null).Value, Is.Empty);

    [Test]
    public void Of_Twice_IsTheSame()
    {
        var once = Inert.Of(CardTexts.Hostile.Text).Value;

        Assert.That(Inert.Of(once).Value.Replace("\u200B", ""), Is.EqualTo(once.Replace("\u200B", "").Replace('\u200A', ' ')));
    }

    [Test]
    public void Of_TooLong_EndsInEllipsis() => Assert.That(Inert.Of("one two three", 8).Value, Is.EqualTo("one two…"));

    [Test]
    public void Of_CutInsideOfAnEmoji_LeavesNoHalf() => Assert.That(Inert.Of("ab\U0001F468cd", 3).Value, Is.EqualTo("ab…"));

    [Test]
    public void Line_SeveralLines_IsOne() => Assert.That(Inert.Line("one\n\ntwo").Value, Does.Not.Contain("\n"));

    [Test]
    public void Piece_BeginsWithALineEnd_KeepsIt() => Assert.That(Inert.Piece("\n and").Value, Is.EqualTo("\n and"));

    [Test]
    public void ForInput_WhatSomebodyTyped_ComesBackAsTyped()
    {
        const string Typed = " {{x}} <at> a\nb " + "longlonglonglonglonglonglonglonglonglong";

        Assert.That(Inert.ForInput(Typed).Value, Is.EqualTo(Typed));
    }

    [Test]
    public void Fill_BracesInUserText_AreNoPlaceholders() =>
        Assert.That(Inert.Fill("{0}!", Inert.Of("{0} {1} {")).Value, Is.EqualTo("{0} {1} {!"));
}
