using BridgeBot.Core.Digest;
using BridgeBot.Core.Threads;

namespace BridgeBot.Tests.Digest;

/// <summary>What is asked again and again.</summary>
public sealed class ThemesTests
{
    private static readonly DateTimeOffset Now = new(2026, 11, 23, 9, 0, 0, TimeSpan.Zero);

    [Test]
    public void Of_ThreeReps_IsATheme() =>
        Assert.That(Of(("r1", "a packaging brochure"), ("r2", "Two brochures on packaging."), ("r3", "our brochure")), Is.EqualTo(new[] { new Theme("brochure", 3) }));

    [Test]
    public void Of_OneRepThreeTimes_IsNone() =>
        Assert.That(Of(("r1", "a brochure"), ("r1", "brochures"), ("r1", "the brochure"), ("r2", "a brochure")), Is.Empty);

    [Test]
    public void Of_MoreReps_ComesFirst() =>
        Assert.That(
            Of(("r1", "packaging and ROI"), ("r2", "packaging and ROI"), ("r3", "packaging and ROI"), ("r4", "packaging")).Select(theme => theme.Word),
            Is.EqualTo(new[] { "packaging", "ROI" }));

    [Test]
    public void Of_Politeness_IsNoTheme() =>
        Assert.That(Of([.. Enumerable.Range(0, 5).Select(n => ($"r{n}", "Could we please have this by Friday? Thank you for your help, it would be great."))]), Is.Empty);

    [Test]
    public void WordsOf_NamesOfPeopleAndCustomers_AreNotAmongThem() =>
        Assert.That(WordsOf("Ask Maria whether acme and sam could meet Jane Doe about packaging in Munich"), Is.EqualTo(new[] { "packaging" }));

    [TestCase("brochures", "brochure")]
    [TestCase("companies", "company")]
    [TestCase("pricing", "price")]
    [TestCase("planned", "plan")]
    [TestCase("classes", "class")]
    [TestCase("references", "reference")]
    [TestCase("videos", "video")]
    public void Stem_FormsOfAWord_AreOne(string one, string other) => Assert.That(Themes.Stem(one), Is.EqualTo(Themes.Stem(other)));

    [TestCase("business", "busy")]
    [TestCase("campus", "camp")]
    [TestCase("analysis", "analyst")]
    public void Stem_DifferentWords_StayApart(string one, string other) => Assert.That(Themes.Stem(one), Is.Not.EqualTo(Themes.Stem(other)));

    private static IReadOnlyList<string> WordsOf(string text) => Themes.WordsOf(Asked("r1", text));

    private static IReadOnlyList<Theme> Of(params (string Rep, string Text)[] asks) =>
        Themes.Of(asks.SelectMany(ask => DigestEvents.Of([Asked(ask.Rep, ask.Text)])), 5);

    private static Submitted Asked(string rep, string text) =>
        new(Now, "t", "BR-222222", rep, new("sam", "Sam Sales"), new("deck", "Request", text, "Acme Foods", null, [], null, false));
}
