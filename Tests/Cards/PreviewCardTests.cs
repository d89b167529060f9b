using System.Text.Json.Nodes;
using BridgeBot.Cards;
using BridgeBot.Core.Intake;

namespace BridgeBot.Tests.Cards;

public sealed class PreviewCardTests
{
    private static readonly Dialog Dialog = CardSamples.Dialog(CardTexts.Normal);

    [Test]
    public void Render_Suggestion_OffersAllSixButtons() => Assert.That(
        Titles(Dialog), Is.EqualTo(["Post it", "Another wording", "Edit", "Keep my words", "Skip", "Back"]));

    [Test]
    public void Render_AlreadyPositive_OffersNoOtherWording() =>
        Assert.That(Titles(CardSamples.Positive(CardTexts.Normal)), Is.EqualTo(["Post it", "Edit", "Skip", "Back"]));

    [Test]
    public void Render_AlreadyPositive_MarksNothing() =>
        Assert.That(PreviewCard.Render(CardSamples.Positive(CardTexts.Normal), CardSamples.Kinds).ToString(), Does.Not.Contain("highlight"));

    [Test]
    public void Render_FlaggedPhrase_IsMarked() => Assert.That(
        PreviewCard.Render(Dialog, CardSamples.Kinds).ToString(), Does.Contain("""{"text":"useless","type":"TextRun","highlight":true}"""));

    [Test]
    public void Render_FlagsBeyondTheText_AreLeftOut()
    {
        var forged = Dialog with { Flags = [new(5, int.MaxValue, "x", "blame"), new(-3, 2, "y", "blame"), new(3, 0, "", "?")] };

        Assert.That(PreviewCard.Render(forged, CardSamples.Kinds).ToString(), Does.Not.Contain("highlight"));
    }

    [Test]
    public void Render_Suggestion_ShowsTheTitleThatIsPosted() => Assert.That(
        PreviewCard.Render(Dialog, CardSamples.Kinds).ToString(),
        Does.Contain(IntakeDialog.RequestOf(Dialog, Dialog.Draft!, CardSamples.Kinds).Title));

    [Test]
    public void Render_Urgent_ShowsThatMarketingReadsItFirst() =>
        Assert.That(PreviewCard.Render(Dialog with { Urgent = true }, CardSamples.Kinds).ToString(), Does.Contain("Urgent: please read this first"));

    [Test]
    public void Render_WordingOfTheRepsOwn_IsNotCalledASuggestion()
    {
        var draft = Dialog.Draft!;
        var own = Dialog with
        {
            Drafts = [draft with { Wordings = [.. draft.Wordings, "Mine."], Chosen = draft.Wordings.Count, OwnWordings = 1 }],
        };

        Assert.That(PreviewCard.Render(own, CardSamples.Kinds).ToString(), Does.Contain("Your own wording").And.Not.Contain("Suggestion"));
    }

    [Test]
    public void Render_LongTextsOfAnyScript_ShowsWholeWhatIsPosted()
    {
        var draft = Dialog.Draft!;
        var worked = new string('好', IntakeLimits.Paragraph - 3) + "end";
        var wording = new string('字', IntakeLimits.Wording - 3) + "fin";
        var full = Dialog with
        {
            Original = new string('长', IntakeLimits.Message),
            Drafts =
            [
                draft with
                {
                    Ask = draft.Ask with { Text = new string('长', IntakeLimits.Message) },
                    Values = new Dictionary<string, string>(draft.Values) { ["worked"] = worked },
                    Wordings = [wording],
                    Chosen = 0,
                },
            ],
        };
        var json = PreviewCard.Render(full, CardSamples.Kinds).ToString();

        Assert.That((json.Contains(worked), json.Contains(wording), System.Text.Encoding.UTF8.GetByteCount(json) < 28_000), Is.EqualTo((true, true, true)));
    }

    [Test]
    public void Render_OneColumn_IsNotStretched() =>
        Assert.That(Render(CardSamples.Positive(CardTexts.Normal))["msteams"], Is.Null);

    [Test]
    public void Render_Button_NamesDialogAndRevision()
    {
        var post = Render(Dialog)["actions"]![0]!;

        Assert.That(
            ((string)post["verb"]!, (string)post["data"]!["dialog"]!, (string)post["data"]!["revision"]!),
            Is.EqualTo(("dialog.Post", "d1", "4")));
    }

    private static IEnumerable<string> Titles(Dialog dialog) =>
        Render(dialog)["actions"]!.AsArray().Select(button => (string)button!["title"]!);

    private static JsonObject Render(Dialog dialog) => JsonNode.Parse(PreviewCard.Render(dialog, CardSamples.Kinds).Utf8.Span)!.AsObject();
}
