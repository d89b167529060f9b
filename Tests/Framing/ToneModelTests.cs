using BridgeBot.Core.Framing;
using BridgeBot.Core.Framing.Learned;
using BridgeBot.Core.Framing.Manners;
using BridgeBot.Core.Framing.Requests;
using CsCheck;

namespace BridgeBot.Tests.Framing;

public sealed class ToneModelTests
{
    private static readonly FramingContext Context = new(new DateOnly(2026, 3, 11), "en-US");

    private static readonly string[] Plain =
    [
        "we need slides for Acme.", "the price list is on page 4.", "could you send it by Friday?", "thanks for the last one.",
        "is there a newer logo?", "I will call them tomorrow.", "please look at https://example.com/a.", "they liked the demo.", "do it again.",
    ];

    /// <summary>Plain sentences with sentences that are flagged between them.</summary>
    private static readonly Gen<string> Grumble =
        Gen.OneOf(Any(Plain), Any([.. ToneRules.All.Select(rule => rule.Example)])).List[1, 8].Select(parts => string.Join(" ", parts));

    [Test]
    public void Score_FlaggedSpanDeleted_IsHigher() => Grumble.Sample(text =>
    {
        var tone = FramingEngine.Frame(text, Context).Tone;
        foreach (var flag in tone.Flags)
        {
            var without = FramingEngine.Frame(text.Remove(flag.Start, flag.Length), Context).Tone;

            // What is left may by chance read as another flagged phrase; that is another text.
            if (without.Flags.Count < tone.Flags.Count)
            {
                Assert.That(without.Score, Is.GreaterThan(tone.Score), $"without \"{flag.Text}\": {text}");
            }
        }
    });

    [Test]
    public void Read_FlaggedWords_AreNoFeatures()
    {
        var (with, without) = (new int[Features.Most], new int[Features.Most]);

        var count = Features.Read(Understanding.ByRules("The useless flyer is here.", Context), with);
        var expected = Features.Read(Understanding.ByRules("The flyer is here.", Context), without);

        Assert.That(with[..count], Is.EqualTo(without[..expected]));
    }

    [Test]
    public void Read_EndlessText_IsBounded() => Assert.That(
        Features.Read(Understanding.ByRules(string.Concat(Enumerable.Repeat("so it goes on ", 5000)), Context), new int[Features.Most]),
        Is.LessThanOrEqualTo(Features.Most));

    [TestCase("Would you mind having a look at this when you find the time? Many thanks!", "What are you talking about? You did not even read it.")]
    [TestCase("Nice work! I was wondering if you could help me with the second one.", "Why did you remove this? Stop doing that.")]
    public void Score_KindRequest_IsAboveAnUnkindOne(string kind, string unkind) =>
        Assert.That(FramingEngine.Frame(kind, Context).Tone.Score, Is.GreaterThan(FramingEngine.Frame(unkind, Context).Tone.Score));

    [Test]
    public void Score_NoText_IsBarelyOnOneSide() => Assert.That(FramingEngine.Frame("", Context).Tone.Score, Is.InRange(-0.5, 0.5));

    private static Gen<string> Any(string[] texts) => Gen.Int[0, texts.Length - 1].Select(i => texts[i]);
}
