using BridgeBot.Core.Intake;

namespace BridgeBot.Tests.Intake;

public sealed class DialogFormTests
{
    [Test]
    public void Next_EverythingRequiredIsThere_ShowsThePreview() =>
        Assert.That(Walk.Through(Walk.Deck).Press(DialogButton.Next).Dialog.Stage, Is.EqualTo(DialogStage.Preview));

    [Test]
    public void Next_RequiredIsMissing_SaysWhich()
    {
        var walk = Walk.Through(Walk.Deck with { Deadline = null }).Press(DialogButton.Next);

        Assert.That(
            (walk.Dialog.Stage, ((SayNote)walk.Last.Replies[0]).Say, ((SayNote)walk.Last.Replies[0]).Values[0]),
            Is.EqualTo((DialogStage.Form, IntakeNote.StillMissing, "Needed by")));
    }

    [Test]
    public void Next_RequiredIsCleared_IsMissing() =>
        Assert.That(Walk.Through(Walk.Deck).Press(DialogButton.Next, ("customer", "  ")).Notes, Does.Contain(IntakeNote.StillMissing));

    [Test]
    public void Next_RequiredIsMissing_KeepsWhatWasFilledIn() =>
        Assert.That(
            Walk.Through(Walk.Deck with { Deadline = null }).Press(DialogButton.Next, ("audience", "The board")).Draft.Values["audience"],
            Is.EqualTo("The board"));

    [Test]
    public void Next_NotADay_QuotesIt()
    {
        var walk = Walk.Through(Walk.Deck).Press(DialogButton.Next, ("deadline", "when pigs fly"));

        Assert.That(((SayNote)walk.Last.Replies[0]).Values, Is.EqualTo(new[] { "when pigs fly" }));
    }

    [Test]
    public void Next_IsoDay_IsTaken() =>
        Assert.That(
            Walk.Through(Walk.Deck).Press(DialogButton.Next, ("deadline", "2026-04-01")).Draft.Values["deadline"],
            Is.EqualTo("2026-04-01"));

    [Test]
    public void Next_UnknownField_IsIgnored() =>
        Assert.That(
            Walk.Through(Walk.Deck).Press(DialogButton.Next, ("isAdmin", "true"), ("worked\0", "x")).Draft.Values.Keys,
            Is.EquivalentTo(new[] { "customer", "deadline" }));

    [Test]
    public void Next_KindCorrected_IsTaken() =>
        Assert.That(Walk.Through(Walk.Deck).Press(DialogButton.Next, ("kind", "collateral")).Draft.Kind, Is.EqualTo("collateral"));

    [Test]
    public void Next_KindForged_StaysAsItWas() =>
        Assert.That(Walk.Through(Walk.Deck).Press(DialogButton.Next, ("kind", "../../etc")).Draft.Kind, Is.EqualTo("presentation"));

    [Test]
    public void Next_ValueOfAKindWithoutThatField_IsNotPosted() =>
        Assert.That(
            Request(Walk.Through(Walk.Deck).Press(DialogButton.Next, ("kind", "other"))).Customer, Is.Null);

    [Test]
    public void Next_TooLongValue_IsCutAtTheLimit() =>
        Assert.That(
            Walk.Through(Walk.Deck).Press(DialogButton.Next, ("audience", new string('x', 5_000))).Draft.Values["audience"],
            Has.Length.EqualTo(IntakeLimits.Line));

    [Test]
    public void Next_TooLongEmoji_IsNotCutInHalf() =>
        Assert.That(
            Walk.Through(Walk.Deck).Press(DialogButton.Next, ("audience", "x" + string.Concat(Enumerable.Repeat("🎉", 200))))
                .Draft.Values["audience"].EnumerateRunes(),
            Has.None.EqualTo(System.Text.Rune.ReplacementChar));

    [Test]
    public void Next_LineWithBreaksAndControls_BecomesOneLine() =>
        Assert.That(
            Walk.Through(Walk.Deck).Press(DialogButton.Next, ("customer", " Acme\r\n\0Ltd\t ")).Draft.Values["customer"],
            Is.EqualTo("Acme Ltd"));

    [Test]
    public void Next_ParagraphWithBreaks_KeepsThem() =>
        Assert.That(
            Walk.Through(Walk.Deck).Press(DialogButton.Next, ("worked", "The webinar\r\nand the deck")).Draft.Values["worked"],
            Is.EqualTo("The webinar\nand the deck"));

    [TestCase("none")]
    [TestCase("Nothing.")]
    [TestCase("n/a")]
    public void Next_NothingWorked_IsNoAppreciation(string nothing) =>
        Assert.That(Request(Walk.Through(Walk.Deck).Press(DialogButton.Next, ("worked", nothing))).Appreciation, Is.Null);

    [Test]
    public void Next_Urgent_InsistsOnNothing() =>
        Assert.That(
            Walk.Through(new Core.Framing.FramingResult(false, true, new(0, []), [], [Walk.Deck with { Customer = null }]))
                .Press(DialogButton.Back).Press(DialogButton.Next).Dialog.Stage,
            Is.EqualTo(DialogStage.Preview));

    [Test]
    public void Answer_RequiredMissing_FillsItFirst() =>
        Assert.That(
            Walk.Through(Walk.Deck with { Deadline = null }).Type("2026-03-20").Draft.Values["deadline"], Is.EqualTo("2026-03-20"));

    [Test]
    public void Answer_OneOfTwoRequired_AsksForTheOther() =>
        Assert.That(
            ((SayNote)Walk.Through(Walk.Deck with { Deadline = null, Customer = null }).Type("Globex").Last.Replies[0]).Values,
            Is.EqualTo(new[] { "Needed by" }));

    [Test]
    public void Answer_NotADay_SaysSo() =>
        Assert.That(
            Walk.Through(Walk.Deck with { Deadline = null }).Type("when pigs fly").Notes, Is.EqualTo(new[] { IntakeNote.NotADay }));

    [Test]
    public void Answer_NamedField_IsFilledIn() =>
        Assert.That(Walk.Through(Walk.Deck).Type("customer: Globex").Draft.Values["customer"], Is.EqualTo("Globex"));

    [Test]
    public void Answer_NamedByLabel_IsFilledIn() =>
        Assert.That(
            Walk.Through(Walk.Deck).Type("who will be in the room: The board").Draft.Values["audience"], Is.EqualTo("The board"));

    [Test]
    public void Answer_NamedKind_IsCorrected() =>
        Assert.That(Walk.Through(Walk.Deck).Type("Kind: Collateral").Draft.Kind, Is.EqualTo("collateral"));

    [Test]
    public void Answer_LastField_ShowsThePreview() =>
        Assert.That(Walk.Through(Walk.Brochure).Type("Globex").Dialog.Stage, Is.EqualTo(DialogStage.Preview));

    [Test]
    public void Answer_NothingForAnOptionalField_ShowsThePreview() =>
        Assert.That(Walk.Through(Walk.Deck).Type("none").Dialog.Stage, Is.EqualTo(DialogStage.Preview));

    [Test]
    public void Answer_ANewLitany_IsNotMixedIn()
    {
        var walk = Walk.Through(Walk.Deck).Type(string.Concat(Enumerable.Repeat("And another thing. ", 30)));

        Assert.That(
            (walk.Notes.Single(), walk.Draft.Values.Count, walk.Dialog.Revision), Is.EqualTo((IntakeNote.FinishFirst, 2, 1)));
    }

    [Test]
    public void AsksFor_RequiredMissing_ComesFirst() =>
        Assert.That(
            IntakeDialog.AsksFor(Walk.Through(Walk.Deck with { Deadline = null }).Dialog, Walk.Kinds)?.Id, Is.EqualTo("deadline"));

    [Test]
    public void AsksFor_Preview_AsksNothing() =>
        Assert.That(IntakeDialog.AsksFor(Walk.Through(Walk.Price).Dialog, Walk.Kinds), Is.Null);

    [TestCase("next")]
    [TestCase("skip")]
    [TestCase(" Post it! ")]
    public void Word_NothingRequiredIsMissing_ShowsThePreview(string word) =>
        Assert.That(Walk.Through(Walk.Deck).Type(word).Dialog.Stage, Is.EqualTo(DialogStage.Preview));

    [Test]
    public void Skip_TypedWithRequiredMissing_LeavesTheAskOut() =>
        Assert.That(
            Walk.Through(Walk.Deck with { Deadline = null }, Walk.Price).Type("skip").Dialog.Drafts[0].Outcome,
            Is.EqualTo(DraftOutcome.Skipped));

    [Test]
    public void LeaveOut_TypedWithNothingRequiredMissing_LeavesTheAskOut() =>
        Assert.That(
            Walk.Through(Walk.Price, Walk.Deck).Type("leave out").Dialog.Drafts[0].Outcome, Is.EqualTo(DraftOutcome.Skipped));

    [Test]
    public void Skip_Pressed_LeavesTheAskOut() =>
        Assert.That(
            Walk.Through(Walk.Deck, Walk.Price).Press(DialogButton.Skip).Dialog.Drafts[0].Outcome, Is.EqualTo(DraftOutcome.Skipped));

    private static Core.Threads.Request Request(Walk walk) => IntakeDialog.RequestOf(walk.Dialog, walk.Draft, Walk.Kinds);
}
