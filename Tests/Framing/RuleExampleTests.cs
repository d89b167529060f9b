using BridgeBot.Core.Framing;
using BridgeBot.Core.Framing.Calendar;
using BridgeBot.Core.Framing.Manners;
using BridgeBot.Core.Framing.Reading;
using BridgeBot.Core.Framing.Requests;
using BridgeBot.Core.Framing.Writing;

namespace BridgeBot.Tests.Framing;

/// <summary>Each rule carries an example; each example is a test.</summary>
public sealed class RuleExampleTests
{
    private static readonly FramingContext Context = new(new DateOnly(2026, 3, 11), "en-GB");

    private static IEnumerable<TestCaseData> ToneExamples() => ToneRules.All.Where(rule => rule.Reason.Length > 0).Select(rule => Case(rule, rule.Id));

    private static IEnumerable<TestCaseData> DateExamples() => DateRules.All.Select(rule => Case(rule, rule.Id));

    private static IEnumerable<TestCaseData> CourtesyExamples() => CourtesyRules.All.Select(rule => Case(rule, rule.Id));

    private static IEnumerable<TestCaseData> WordingExamples() => WordingRules.All.Select(rule => Case(rule, rule.Id));

    private static IEnumerable<string> Closings() => KindPhrases.All.SelectMany(phrases => phrases.Closings).Distinct();

    private static IEnumerable<TestCaseData> CueExamples() => RequestCues.All.Select(cue => Case(cue, cue.Id));

    private static IEnumerable<TestCaseData> UrgentExamples() => RequestCues.Urgent.Where(cue => cue.Strength == 2).Select(cue => Case(cue, cue.Id));

    private static IEnumerable<TestCaseData> InertExamples() => RequestCues.Inert.Select(cue => Case(cue, cue.Id));

    private static IEnumerable<TestCaseData> KindExamples() => KindRules.All.Select((rule, index) => Case(rule, $"{rule.Kind} {index}"));

    private static TestCaseData Case(object rule, string id) => new TestCaseData(rule).SetArgDisplayNames(id);

    [TestCaseSource(nameof(ToneExamples))]
    public void Read_ExampleOfAToneRule_FlagsThatPhrase(object rule)
    {
        var tone = (ToneRule)rule;

        var reading = Understanding.ByRules(tone.Example, Context);

        Assert.That(reading.Manner.Flags.Select(flag => (reading.Message.Slice(flag.Words), flag.Reason)), Does.Contain((tone.Flagged, tone.Reason)));
    }

    [TestCaseSource(nameof(ToneExamples))]
    public void Frame_FlaggedPhraseDeleted_RaisesTheScore(object rule)
    {
        var example = ((ToneRule)rule).Example;
        var tone = FramingEngine.Frame(example, Context).Tone;

        var without = tone.Flags.Select(flag => FramingEngine.Frame(example.Remove(flag.Start, flag.Length), Context).Tone.Score);

        Assert.That(without, Has.All.GreaterThan(tone.Score));
    }

    [TestCaseSource(nameof(ToneExamples))]
    public void Softer_OfAToneRule_IsNotFlaggedItself(object rule)
    {
        var softer = ((ToneRule)rule).Softer;

        Assert.That(Understanding.ByRules("We see it " + softer, Context).Manner.Flags, Is.Empty);
    }

    [TestCaseSource(nameof(Closings))]
    public void Problems_OfAClosing_AreNone(string closing) => Assert.That(FidelityCheck.Problems("", [], closing), Is.Empty);

    [TestCaseSource(nameof(DateExamples))]
    public void Frame_ExampleOfADateRule_ResolvesIt(object rule)
    {
        var date = (DateRule)rule;

        var found = FramingEngine.Frame(date.Example, Context).Dates;

        Assert.That(found.Select(Written), Is.EqualTo(new[] { date.Expected }));
    }

    [TestCaseSource(nameof(CourtesyExamples))]
    public void Frame_ExampleOfACourtesyRule_IsWarm(object rule) =>
        Assert.That(FramingEngine.Frame(((CourtesyRule)rule).Example, Context).Tone.Score, Is.Positive);

    [TestCaseSource(nameof(WordingExamples))]
    public void Render_ExampleOfAWordingRule_GivesItsResult(object rule)
    {
        var wording = (WordingRule)rule;
        var reading = Understanding.Of(wording.Example, Context);

        var written = FramingWriter.Sentence(Renderer.Render(reading, reading.Message.Sentences[0], softly: true));

        Assert.That(written, Is.EqualTo(wording.Result));
    }

    [TestCaseSource(nameof(CueExamples))]
    public void Read_ExampleOfACue_HoldsIt(object cue) =>
        Assert.That(Holds(((RequestCue)cue).Pattern, ((RequestCue)cue).Example), Is.True);

    [TestCaseSource(nameof(KindExamples))]
    public void Read_ExampleOfAKindRule_HoldsIt(object rule) =>
        Assert.That(Holds(((KindRule)rule).Pattern, ((KindRule)rule).Example), Is.True);

    [TestCaseSource(nameof(UrgentExamples))]
    public void Frame_ExampleOfAnUrgentCue_IsUrgent(object cue) =>
        Assert.That(FramingEngine.Frame(((RequestCue)cue).Example + " Please fix the brochure.", Context).UrgentRelay, Is.True);

    [TestCaseSource(nameof(InertExamples))]
    public void Frame_TextForAMachine_IsInNoFraming(object cue) => Assert.That(
        FramingEngine.Frame($"We need a flyer for Acme. {((RequestCue)cue).Example}", Context).Asks.Select(ask => ask.Framing),
        Has.All.Not.Contains(((RequestCue)cue).Example));

    private static bool Holds(string pattern, string example)
    {
        var (tokens, compiled) = (Tokenizer.Read(example), new Pattern(pattern));
        return Enumerable.Range(0, tokens.Length).Any(at => compiled.MatchAt(tokens, at) > at);
    }

    private static string Written(DatePhrase date) =>
        date.End is { } end ? $"{date.Date:yyyy-MM-dd}..{end:yyyy-MM-dd}" : $"{date.Date:yyyy-MM-dd}";
}
