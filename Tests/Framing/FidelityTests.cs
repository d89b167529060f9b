using BridgeBot.Core.Framing;
using BridgeBot.Core.Framing.Requests;
using CsCheck;

namespace BridgeBot.Tests.Framing;

public sealed class FidelityTests
{
    private static readonly FramingContext Context = new(new DateOnly(2026, 3, 11), "en-GB");

    private static readonly Gen<string> Complaint = Gen.Int[0, 7].Select(i => ((string[])[
        "The new brochure is useless, it never has prices.", "Why can't we have a booth at the fair!", "You never listen to sales.",
        "Great, another newsletter.", "We need a damn case study.", "still no one-pager", "Send it ASAP!!!", "Where is the deck?"])[i]);

    private static readonly Gen<string> Fact = Gen.OneOf(
        Gen.Int[2, 90000].Select(number => $"Acme pays €{number} for it."),
        Gen.Int[1, 28].Select(day => $"Zenith Foods needs slides by {day} May."),
        Gen.Char.AlphaNumeric.Array[3, 8].Select(letters => $"See https://example.com/{new string(letters)} for it."),
        Gen.Char['a', 'z'].Array[3, 9].Select(letters => $"She said \"we like {new string(letters)} a lot\" to me."));

    private static readonly Gen<string> Message = Gen.OneOf(Complaint, Fact).Array[1, 6].Select(parts => string.Join(" ", parts));

    [Test]
    public void Frame_AnyText_DoesNotThrowAndScoresInRange() =>
        Gen.String.Sample(text => FramingEngine.Frame(text, Context).Tone.Score is >= -1 and <= 1, iter: 3000);

    [Test]
    public void Frame_AnyFacts_AreInEachWording() =>
        Message.Sample(
            text => FramingEngine.Frame(text, Context).Asks.All(ask => ask.Alternatives.Append(ask.Framing)
                .All(wording => ask.Facts.All(fact => wording.Contains(fact, StringComparison.OrdinalIgnoreCase)))),
            iter: 2000);

    [Test]
    public void Frame_AnyComplaint_LeavesNoFlagInAnyWording() =>
        Message.Sample(
            text => FramingEngine.Frame(text, Context).Asks.All(ask => ask.Alternatives.Append(ask.Framing).All(wording => Understanding.ByRules(wording, Context).Manner.Flags.Count == 0)),
            iter: 2000);

    [Test]
    public void Frame_AnyText_FlagsAreSlicesOfIt() =>
        Message.Sample(
            text => FramingEngine.Frame(text, Context).Tone.Flags.All(flag => text.Substring(flag.Start, flag.Length) == flag.Text),
            iter: 1000);

    [Test]
    public void Frame_AFraming_ChangesNothing() => Message.Sample(
        text => FramingEngine.Frame(text, Context) is var result && (!result.NeedsReframing || result.UrgentRelay || result.Asks.All(ask =>
            FramingEngine.Frame(ask.Framing, Context) is var again && (!again.NeedsReframing || again.Asks.Any(other => other.Framing == ask.Framing)))),
        iter: 500);

    [TestCase(" Why can't we have a stand? ")]
    [TestCase("Acme needs 50 flyers by 3 May. ")]
    [TestCase("a, ")]
    [TestCase("!? ")]
    public void Frame_EightTimesTheLength_TakesAboutEightTimesTheRoom(string part)
    {
        string Text(int length) => string.Concat(Enumerable.Repeat(part, length / part.Length));
        long Bytes(string text)
        {
            var before = GC.GetAllocatedBytesForCurrentThread();
            FramingEngine.Frame(text, Context);
            return GC.GetAllocatedBytesForCurrentThread() - before;
        }

        Bytes(Text(1000));

        // Lists grow by doubling, so it may be a little more; a cost by the square would be 64 times.
        Assert.That(Bytes(Text(100_000)), Is.LessThan(14 * Bytes(Text(12_500))));
    }

    [TestCase("The brochure is useless without prices.")]
    [TestCase("Why can't we have a stand at the fair? Acme reads about it.")]
    [TestCase("Get me a deck for Acme by Friday!!!")]
    public void Frame_ItsOwnFraming_ChangesNothing(string text)
    {
        var framing = FramingEngine.Frame(text, Context).Asks[0].Framing;

        Assert.That(FramingEngine.Frame(framing, Context).Asks.Select(ask => ask.Framing), Is.EqualTo(new[] { framing }));
    }

    [TestCase("Acme needs 50 flyers", "50", "Acme would like 150 flyers.", "missing: 50")]
    [TestCase("Acme needs flyers", "Acme", "Acme would like those useless flyers.", "evaluative: useless")]
    [TestCase("Acme needs flyers", "Acme", "Acme would like 40 flyers.", "new: 40")]
    [TestCase("Acme needs flyers", "Acme", "Acme would like flyers for Zenith Foods.", "new: Zenith Foods")]
    [TestCase("Acme has not paid for the flyers", "Acme", "Acme has paid for the flyers.", "reversed: paid")]
    [TestCase("Acme sells pumps and wants flyers", "Acme", "Acme no longer sells pumps and would like flyers.", "reversed: sells")]
    public void Problems_UnfaithfulWording_IsNamed(string original, string fact, string wording, string problem) =>
        Assert.That(FidelityCheck.Problems(original, [fact], wording), Does.Contain(problem));

    [Test]
    public void Problems_FaithfulWording_HasNone() =>
        Assert.That(FidelityCheck.Problems("Acme needs 50 flyers!!!", ["Acme", "50"], "Acme would like 50 flyers, please."), Is.Empty);

    [TestCase("Why can't we advertise in Pumps Weekly?", "Would it be possible to advertise in Pumps Weekly?")]
    [TestCase("The flyer never has prices.", "The flyer would be even stronger with prices.")]
    [TestCase("Acme has not paid. Send them flyers.", "Could you please send them flyers?")]
    [TestCase("A video for Acme, not a stock photo.", "Could you help us with a video for Acme, not a stock photo?")]
    public void Problems_ReproachOrDenialLeftOut_IsNoReversal(string original, string wording) =>
        Assert.That(FidelityCheck.Problems(original, [], wording), Is.Empty);
}
