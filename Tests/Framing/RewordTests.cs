using BridgeBot.Core.Framing;

namespace BridgeBot.Tests.Framing;

public sealed class RewordTests
{
    private static readonly FramingContext Context = new(new DateOnly(2026, 3, 11), "en-US");

    private static Ask Ask(string text) => FramingEngine.Frame(text, Context).Asks[0];

    private static FramingNotes Notes(string? customer = null, DateOnly? deadline = null, string? worked = null, string? detail = null) =>
        new(null, customer, deadline, worked, detail is null ? [] : [new("Audience", detail)]);

    [Test]
    public void Reword_NewFacts_AreInEachWording()
    {
        var wordings = FramingEngine.Reword(Ask("The brochure is useless without prices."), Notes("Acme", new(2026, 5, 4), null, "12 buyers"), Context);

        Assert.That(wordings, Has.All.Contains("Acme").And.All.Contains("4 May 2026").And.All.Contains("12 buyers"));
    }

    [Test]
    public void Reword_Appreciation_IsTheRepsOwn() => Assert.That(
        FramingEngine.Reword(Ask("The brochure is useless without prices."), Notes(worked: "the spring webinar"), Context)[0],
        Does.StartWith("The spring webinar worked really well for us, thank you!"));

    [Test]
    public void Reword_Appreciation_ReplacesThePlainThanks() => Assert.That(
        FramingEngine.Reword(Ask("The brochure is useless without prices."), Notes(worked: "the spring webinar"), Context)[0],
        Does.Not.Contain("Thank you for the work"));

    [Test]
    public void Reword_FlaggedAppreciation_LosesItsSting() => Assert.That(
        FramingEngine.Reword(Ask("The brochure is useless without prices."), Notes(worked: "the damn webinar was good"), Context),
        Has.All.Not.Contain("damn"));

    [Test]
    public void Reword_CourteousAskWithoutNews_StaysAsItIs()
    {
        var ask = Ask("Could you please send me the brochure for Acme? Thank you!");

        Assert.That(FramingEngine.Reword(ask, Notes(), Context), Is.EqualTo(new[] { ask.Text }));
    }

    [Test]
    public void Reword_KnownCustomer_IsNotRepeated()
    {
        var ask = Ask("Acme wants a demo by Friday.");

        Assert.That(FramingEngine.Reword(ask, Notes("Acme", ask.Deadline), Context)[0], Is.EqualTo(ask.Framing));
    }
}
