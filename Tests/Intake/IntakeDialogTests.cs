using BridgeBot.Core.Intake;

namespace BridgeBot.Tests.Intake;

public sealed class IntakeDialogTests
{
    private static readonly Dictionary<string, string> NoValues = [];

    private static IEnumerable<string> Hostile =>
    [
        "\0", "\uD800", "\u202Eright to left\u202C", "<at>Max</at><script>alert(1)</script>", "[x](javascript:alert(1)) **b** `c`",
        "{{DATE(2026-01-01,SHORT)}}", "${title}", "مرحبا", "需要一份资料", new string('(', 9_000),
    ];

    [Test]
    public void Step_EmptyMessage_ShowsHelp([Values("", " ", "\r\n")] string text) =>
        Assert.That(Walk.Nothing().Type(text).Notes, Is.EqualTo(new[] { IntakeNote.Help }));

    [Test]
    public void Step_MessageTooLong_SaysTheLimit()
    {
        var note = (SayNote)Walk.Nothing().Type(new string('x', 100 * 1024)).Last.Replies.Single();

        Assert.That((note.Say, note.Values.Single()), Is.EqualTo((IntakeNote.TooLong, "10000")));
    }

    [TestCase("🎉👍🏽")]
    [TestCase("12345")]
    [TestCase("?!...")]
    public void Step_NothingReadable_SaysSo(string text) =>
        Assert.That(Walk.Nothing().Type(text).Notes, Is.EqualTo(new[] { IntakeNote.CouldNotRead }));

    [Test]
    public void Step_HostileText_IsAnswered([ValueSource(nameof(Hostile))] string text) =>
        Assert.That(Walk.Nothing().Type(text).Last.Replies, Is.Not.Empty);

    [Test]
    public void Step_HostileTextInAForm_IsAnswered([ValueSource(nameof(Hostile))] string text) =>
        Assert.That(Walk.Through(Walk.Deck with { Customer = null }).Type(text).Last.Replies, Is.Not.Empty);

    [TestCase("cancel")]
    [TestCase("Back!")]
    [TestCase("skip")]
    [TestCase("yes")]
    public void Step_WordWithoutDialog_HasNothingInWork(string word) =>
        Assert.That(Walk.Nothing().Type(word).Notes, Is.EqualTo(new[] { IntakeNote.NothingInWork }));

    [Test]
    public void Help_WithoutDialog_IsShown() => Assert.That(Walk.Nothing().Type("Help?").Notes, Is.EqualTo(new[] { IntakeNote.Help }));

    [Test]
    public void Help_InADialog_ShowsTheStepAgain()
    {
        var walk = Walk.Through(Walk.Deck).Type("help");

        Assert.That((walk.Notes.Single(), walk.Last.Replies[^1], walk.Dialog.Revision), Is.EqualTo((IntakeNote.Help, new ShowStep(), 1)));
    }

    [Test]
    public void Step_Attachment_IsNamedAsNotKept()
    {
        var note = (SayNote)Walk.Through(Walk.Deck).Type("Globex", "deck.pptx", "notes.docx").Last.Replies[0];

        Assert.That((note.Say, note.Values.Single()), Is.EqualTo((IntakeNote.AttachmentsNotKept, "deck.pptx, notes.docx")));
    }

    [Test]
    public void Step_AttachmentWithText_DoesNotLoseTheText() =>
        Assert.That(
            Walk.Through(Walk.Deck with { Customer = null }).Type("Globex", "deck.pptx").Draft.Values["customer"], Is.EqualTo("Globex"));

    [Test]
    public void Step_AttachmentAloneInADialog_ShowsTheStepAgain() =>
        Assert.That(Walk.Through(Walk.Deck).Type("", "deck.pptx").Notes, Is.EqualTo(new[] { IntakeNote.AttachmentsNotKept }));

    [Test]
    public void Pressed_NoDialog_IsOver() =>
        Assert.That(
            Walk.Nothing().Take(new Pressed(DialogButton.Post, "gone", 1, NoValues)).Notes, Is.EqualTo(new[] { IntakeNote.DialogIsOver }));

    [Test]
    public void Pressed_AnotherDialog_IsAnOldCard() =>
        Assert.That(
            Walk.Through(Walk.Price).Take(new Pressed(DialogButton.Post, "gone", 1, NoValues)).Notes,
            Is.EqualTo(new[] { IntakeNote.OldCard }));

    [TestCase(0)]
    [TestCase(2)]
    [TestCase(int.MinValue)]
    public void Pressed_AnotherRevision_ChangesNothing(int revision)
    {
        var walk = Walk.Through(Walk.Price);
        var before = walk.Dialog;

        Assert.That(
            walk.Take(new Pressed(DialogButton.Post, Walk.DialogId, revision, NoValues)).Dialog, Is.SameAs(before));
    }

    [Test]
    public void Pressed_UnknownButton_IsAnOldCard() =>
        Assert.That(Walk.Through(Walk.Price).Press((DialogButton)99).Notes, Is.EqualTo(new[] { IntakeNote.OldCard }));

    [Test]
    public void Step_Taken_RaisesTheRevisionAndKeepsTheInstant()
    {
        var walk = Walk.Through(Walk.Deck).Press(DialogButton.Next);

        Assert.That(
            (walk.Dialog.Revision, walk.Dialog.StartedAt, walk.Dialog.ChangedAt),
            Is.EqualTo((2, Walk.Start, Walk.Start.AddMinutes(1))));
    }

    [Test]
    public void Cancel_AfterOnePost_SaysHowManyWereDropped() =>
        Assert.That(
            ((SayNote)Walk.Through(Walk.Price, Walk.Deck, Walk.Brochure).Press(DialogButton.Post).Type("cancel").Last.Replies.Single()).Values,
            Is.EqualTo(new[] { "2" }));

    [Test]
    public void Skip_Preview_NamesWhatWasLeftOut() =>
        Assert.That(
            ((SayNote)Walk.Through(Walk.Price, Walk.Deck).Type("skip").Last.Replies[0]).Values, Is.EqualTo(new[] { "Question" }));

    [Test]
    public void Back_FirstStep_SaysSo() =>
        Assert.That(Walk.Through(Walk.Deck).Type("back").Notes, Is.EqualTo(new[] { IntakeNote.NothingBefore }));

    [Test]
    public void Back_AfterASkip_TakesItUpAgain()
    {
        var walk = Walk.Through(Walk.Price, Walk.Deck).Press(DialogButton.Skip).Press(DialogButton.Back);

        Assert.That((walk.Dialog.Current, walk.Draft.Outcome), Is.EqualTo((0, DraftOutcome.Open)));
    }

    [Test]
    public void Back_SkippedWithRequiredMissing_IsTheFormAgain() =>
        Assert.That(
            Walk.Through(Walk.Deck with { Customer = null }, Walk.Deck).Press(DialogButton.Skip).Press(DialogButton.Back).Dialog.Stage,
            Is.EqualTo(DialogStage.Form));

    [Test]
    public void Back_AfterAPost_CannotTakeItBack() =>
        Assert.That(
            Walk.Through(Walk.Price, Walk.Deck).Press(DialogButton.Post).Press(DialogButton.Back).Notes,
            Is.EqualTo(new[] { IntakeNote.NothingBefore }));

    [Test]
    public void Step_ThreeAsksInPlainText_PostsAllThree()
    {
        string[] typed = ["Globex", "post it", "skip", "post", "yes"];
        var walk = Walk.Through(Walk.Brochure, Walk.Deck, Walk.Price);

        Assert.That(
            typed.Select(text => walk.Type(text).Last.Submission?.Title).OfType<string>().ToList(),
            Is.EqualTo(new[] { "Collateral for Globex", "Presentation for Acme", "Question" }));
    }

    [Test]
    public void Expire_NotYetDue_ChangesNothing()
    {
        var dialog = Walk.Through(Walk.Deck).Dialog;

        Assert.That(
            IntakeDialog.Expire(dialog, Walk.Start.AddDays(7).AddTicks(-1), TimeSpan.FromDays(7)).Dialog, Is.SameAs(dialog));
    }

    [Test]
    public void Expire_Due_EndsTheDialogWithANote()
    {
        var outcome = IntakeDialog.Expire(Walk.Through(Walk.Deck).Dialog, Walk.Start.AddDays(7), TimeSpan.FromDays(7));
        var note = (SayNote)outcome.Replies.Single();

        Assert.That((outcome.Dialog, note.Say, note.Values.Single()), Is.EqualTo(((Dialog?)null, IntakeNote.Expired, "7")));
    }
}
