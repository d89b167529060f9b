using BridgeBot.Core.Framing;
using BridgeBot.Core.Intake;
using BridgeBot.Core.Threads;

namespace BridgeBot.Tests.Intake;

public sealed class DialogPreviewTests
{
    [Test]
    public void Post_Preview_SubmitsTheWordingThatWasShown()
    {
        var walk = Walk.Through(Walk.Deck).Press(DialogButton.Next);
        var shown = walk.Draft.Wording;

        Assert.That(walk.Press(DialogButton.Post).Last.Submission?.Text, Is.EqualTo(shown));
    }

    [Test]
    public void Post_FilledForm_SubmitsItsFields()
    {
        var request = Walk.Through(Walk.Deck)
            .Press(DialogButton.Next, ("audience", "The board"), ("worked", "The webinar"))
            .Press(DialogButton.Post).Last.Submission!;

        Assert.That(
            (request.Title, request.Customer, request.Deadline, request.Details.Single(), request.Appreciation),
            Is.EqualTo((
                "Presentation for Acme", "Acme", new DateOnly(2026, 3, 6),
                new RequestDetail("Who will be in the room", "The board"), "The webinar")));
    }

    [Test]
    public void Post_NoCustomer_IsCalledByItsKind() =>
        Assert.That(Walk.Through(Walk.Price).Press(DialogButton.Post).Last.Submission?.Title, Is.EqualTo("Question"));

    [Test]
    public void Post_UrgentRelay_SaysSo() =>
        Assert.That(
            Walk.Through(new FramingResult(false, true, new(0, []), [], [Walk.Price])).Press(DialogButton.Post).Last.Submission?.Urgent,
            Is.True);

    [Test]
    public void Post_FirstOfTwo_GoesOnToTheSecond() =>
        Assert.That(Walk.Through(Walk.Price, Walk.Deck).Press(DialogButton.Post).Dialog.Current, Is.EqualTo(1));

    [Test]
    public void Post_LastAfterASkip_SaysHowManyOfEach()
    {
        var walk = Walk.Through(Walk.Price, Walk.Deck).Press(DialogButton.Skip).Press(DialogButton.Next).Press(DialogButton.Post);

        Assert.That(((SayNote)walk.Last.Replies.Single()).Values, Is.EqualTo(new[] { "1", "1" }));
    }

    [Test]
    public void Post_Last_EndsTheDialog() => Assert.That(Walk.Through(Walk.Price).Press(DialogButton.Post).Last.Dialog, Is.Null);

    [Test]
    public void Post_SameButtonTwice_SubmitsOnce()
    {
        var walk = Walk.Through(Walk.Price, Walk.Price);
        var post = new Pressed(DialogButton.Post, walk.Dialog.Id, walk.Dialog.Revision, new Dictionary<string, string>());

        Assert.That(walk.Take(post).Take(post).Last.Submission, Is.Null);
    }

    [Test]
    public void Post_ForgedOnTheForm_SubmitsNothing() =>
        Assert.That(Walk.Through(Walk.Deck).Press(DialogButton.Post).Last.Submission, Is.Null);

    [TestCase("post")]
    [TestCase("Post it!")]
    [TestCase(" YES. ")]
    public void Post_TypedWord_Submits(string word) =>
        Assert.That(Walk.Through(Walk.Price).Type(word).Last.Submission, Is.Not.Null);

    [Test]
    public void Next_TypedInThePreview_IsNoAgreement()
    {
        var walk = Walk.Through(Walk.Price).Type("next");

        Assert.That((walk.Last.Submission, walk.Notes.Single()), Is.EqualTo(((Request?)null, IntakeNote.FinishFirst)));
    }

    [Test]
    public void Post_WordingTooLongForACard_StaysInThePreview()
    {
        var walk = Walk.Through(Walk.Price with { Framing = new string('x', IntakeLimits.Wording + 1) }).Press(DialogButton.Post);

        Assert.That((walk.Last.Submission, walk.Notes.Single()), Is.EqualTo(((Request?)null, IntakeNote.TooLong)));
    }

    [Test]
    public void AnotherWording_AfterTheLast_IsTheFirstAgain()
    {
        var walk = Walk.Through(Walk.Brochure with { Customer = "Acme" });
        var first = walk.Draft.Wording;

        Assert.That(walk.Press(DialogButton.AnotherWording).Press(DialogButton.AnotherWording).Draft.Wording, Is.EqualTo(first));
    }

    [Test]
    public void AnotherWording_Once_ShowsTheAlternative() =>
        Assert.That(
            Walk.Through(Walk.Brochure with { Customer = "Acme" }).Type("another").Draft.Wording, Is.EqualTo("Pricing would help."));

    [Test]
    public void SaveEdit_OwnText_IsShownAndNotPosted()
    {
        var walk = Walk.Through(Walk.Price).Press(DialogButton.Edit).Press(DialogButton.SaveEdit, ("text", " My own wording "));

        Assert.That(
            (walk.Dialog.Stage, walk.Draft.Wording, walk.Last.Submission),
            Is.EqualTo((DialogStage.Preview, "My own wording", (Request?)null)));
    }

    [Test]
    public void SaveEdit_WithoutText_StaysInTheEditBox() =>
        Assert.That(
            Walk.Through(Walk.Price).Press(DialogButton.Edit).Press(DialogButton.SaveEdit).Dialog.Stage, Is.EqualTo(DialogStage.Edit));

    [Test]
    public void SaveEdit_TooLong_SaysTheLimit() =>
        Assert.That(
            Walk.Through(Walk.Price).Press(DialogButton.Edit)
                .Press(DialogButton.SaveEdit, ("text", new string('x', IntakeLimits.Wording + 1))).Notes,
            Is.EqualTo(new[] { IntakeNote.TooLong }));

    [Test]
    public void Type_InTheEditBox_IsTheOwnWording() =>
        Assert.That(Walk.Through(Walk.Price).Press(DialogButton.Edit).Type("My own wording").Draft.Wording, Is.EqualTo("My own wording"));

    [Test]
    public void Type_InThePreview_IsTheOwnWording() =>
        Assert.That(Walk.Through(Walk.Price).Type("My own wording").Draft.Wording, Is.EqualTo("My own wording"));

    [Test]
    public void Type_OnlyEmojiInThePreview_ChangesNothing() =>
        Assert.That(Walk.Through(Walk.Price).Type("🎉🎉").Draft.Wording, Is.EqualTo(Walk.Price.Framing));

    [Test]
    public void KeepMyWords_Preview_ShowsTheRepsWordsForThisAsk() =>
        Assert.That(Walk.Through(Walk.Price).Press(DialogButton.KeepMyWords).Draft.Wording, Is.EqualTo(Walk.Price.Text));

    [Test]
    public void KeepMyWords_Preview_PostsNothingYet() =>
        Assert.That(Walk.Through(Walk.Price).Press(DialogButton.KeepMyWords).Last.Submission, Is.Null);

    [Test]
    public void OwnWording_ManyEdits_KeepsTheNewestFew() =>
        Assert.That(
            Walk.Through(Walk.Price).Type("first text").Type("second text").Type("third text").Type("fourth text").Draft.Wordings,
            Is.EqualTo(new[] { Walk.Price.Framing, "second text", "third text", "fourth text" }));

    [Test]
    public void OwnWording_FormIsCorrectedAfterwards_StaysChosen() =>
        Assert.That(
            Walk.Through(Walk.Deck).Type("next").Type("My own wording").Press(DialogButton.Back)
                .Press(DialogButton.Next, ("customer", "Globex")).Draft.Wording,
            Is.EqualTo("My own wording"));

    [TestCase("The brochure is useless and nobody ever listens")]
    [TestCase("Could we have a deck for Acme?")]
    public void OwnWording_MayLandBadly_IsHintedExactlyWhenTheEngineFlagsIt(string text)
    {
        var flags = FramingEngine.Frame(text, new(new DateOnly(2026, 3, 2), "en-GB")).Tone.Flags;

        Assert.That(Walk.Through(Walk.Price).Type(text).Notes.Contains(IntakeNote.MayLandBadly), Is.EqualTo(flags.Count > 0));
    }

    [Test]
    public void KeepMyWords_TheyMayLandBadly_ThePreviewSaysSoAlone()
    {
        var walk = Walk.Through(Walk.Price with { Text = "The brochure is useless and nobody ever listens" });

        Assert.That(walk.Press(DialogButton.KeepMyWords).Notes, Does.Not.Contain(IntakeNote.MayLandBadly));
    }

    [Test]
    public void Back_Preview_IsTheForm() =>
        Assert.That(Walk.Through(Walk.Deck).Type("next").Type("back").Dialog.Stage, Is.EqualTo(DialogStage.Form));

    [Test]
    public void Back_EditBox_IsThePreview() =>
        Assert.That(Walk.Through(Walk.Price).Press(DialogButton.Edit).Type("back").Dialog.Stage, Is.EqualTo(DialogStage.Preview));
}
