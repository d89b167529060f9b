using BridgeBot.Cards;
using BridgeBot.Core.Threads;
using BridgeBot.Host.Turns;

namespace BridgeBot.Tests.Turns;

internal sealed class SeenKeysTests
{
    private static readonly Dictionary<string, string> Data = new() { [Verbs.Version] = "1", [Verbs.Thread] = "t", [Verbs.InputText] = "why?" };

    [Test]
    public void Of_TheSameClickUnderANewId_HasAKeyInCommon() =>
        Assert.That(SeenKeys.Of(Click("1", Data)).Intersect(SeenKeys.Of(Click("2", Data))), Is.Not.Empty);

    [TestCase(Verbs.Version, "2")]
    [TestCase(Verbs.Thread, "u")]
    [TestCase(Verbs.InputText, "why not?")]
    public void Of_AnotherClick_HasNoKeyInCommon(string name, string value) => Assert.That(
        SeenKeys.Of(Click("1", Data)).Intersect(SeenKeys.Of(Click("2", new(Data) { [name] = value }))), Is.Empty);

    [Test]
    public void Of_TheSameButtonPressedBySomebodyElse_HasNoKeyInCommon() =>
        Assert.That(SeenKeys.Of(Click("1", Data)).Intersect(SeenKeys.Of(Click("2", Data, "max"))), Is.Empty);

    [Test]
    public void Of_TheSameButtonOnADuplicateOfTheCard_HasNoKeyInCommon() => Assert.That(
        SeenKeys.Of(Click("1", Data) with { CardActivityId = "100" }).Intersect(SeenKeys.Of(Click("2", Data) with { CardActivityId = "101" })),
        Is.Empty);

    [Test]
    public void Of_AnExampleClickedAgain_HasNoKeyInCommon()
    {
        var data = new Dictionary<string, string> { [Verbs.Example] = "1" };

        Assert.That(SeenKeys.Of(Click("1", data)).Intersect(SeenKeys.Of(Click("2", data))), Is.Empty);
    }

    [TestCase(Verbs.AnswerPreview)]
    [TestCase(Verbs.AnswerEdit)]
    public void Of_AStepThatMayBeTakenAgain_HasNoKeyInCommon(string verb) => Assert.That(
        SeenKeys.Of(Click("1", Data) with { Verb = verb }).Intersect(SeenKeys.Of(Click("2", Data) with { Verb = verb })), Is.Empty);

    private static Clicked Click(string id, Dictionary<string, string> data, string who = "maria") => new(
        new Envelope(id, new("https://teams", "19:x", ConversationType.Channel, "t", "b", "B", null, null, null), new Person(who, who), "en-US", "UTC"),
        Verbs.Ask,
        data,
        null);
}
