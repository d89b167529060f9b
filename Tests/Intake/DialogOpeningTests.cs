using BridgeBot.Core.Framing;
using BridgeBot.Core.Intake;

namespace BridgeBot.Tests.Intake;

public sealed class DialogOpeningTests
{
    [Test]
    public void Open_OneAsk_ShowsItsFormAtOnce() =>
        Assert.That(Walk.Through(Walk.Deck).Last.Replies, Is.EqualTo(new IntakeReply[] { new ShowStep() }));

    [Test]
    public void Open_ThreeAsks_SaysFirstWhatWasUnderstood() =>
        Assert.That(
            Walk.Through(Walk.Brochure, Walk.Price, Walk.Deck).Last.Replies,
            Is.EqualTo(new IntakeReply[] { new ShowUnderstood(), new ShowStep() }));

    [Test]
    public void Open_AskWithFacts_FillsThemIn() =>
        Assert.That(
            Walk.Through(Walk.Deck).Draft.Values,
            Is.EquivalentTo(new Dictionary<string, string> { ["customer"] = "Acme", ["deadline"] = "2026-03-06" }));

    [Test]
    public void Open_UnknownKind_IsOther() =>
        Assert.That(Walk.Through(Walk.Deck with { Kind = "karaoke" }).Draft.Kind, Is.EqualTo("other"));

    [Test]
    public void Open_KindWithoutFields_GoesStraightToThePreview() =>
        Assert.That(Walk.Through(Walk.Price).Dialog.Stage, Is.EqualTo(DialogStage.Preview));

    [Test]
    public void Open_EverythingWasSaid_GoesStraightToThePreview() =>
        Assert.That(Walk.Through(Walk.Brochure with { Customer = "Acme" }).Dialog.Stage, Is.EqualTo(DialogStage.Preview));

    [Test]
    public void Open_UrgentRelay_GoesStraightToThePreview() =>
        Assert.That(
            Walk.Through(new FramingResult(false, true, new(0, []), [], [Walk.Deck with { Customer = null }])).Dialog.Stage,
            Is.EqualTo(DialogStage.Preview));

    [Test]
    public void Open_UrgentRelay_IsNotCalledCourteous() =>
        Assert.That(
            Walk.Through(new FramingResult(false, true, new(0, []), [], [Walk.Deck])).Notes, Does.Not.Contain(IntakeNote.AlreadyPositive));

    [Test]
    public void Open_CourteousMessage_IsLeftAsItIs()
    {
        var walk = Walk.Through(new FramingResult(false, false, new(1, []), [], [Walk.Deck]), " Could I have a deck, please? ");

        Assert.That((walk.Draft.Wording, walk.Notes.First()), Is.EqualTo(("Could I have a deck, please?", IntakeNote.AlreadyPositive)));
    }

    [Test]
    public void Open_CourteousMessage_StaysAsItIsAfterTheForm()
    {
        var walk = Walk.Through(new FramingResult(false, false, new(1, []), [], [Walk.Deck]), "Could I have a deck, please?")
            .Press(DialogButton.Next, ("audience", "The board"));

        Assert.That(walk.Draft.Wording, Is.EqualTo("Could I have a deck, please?"));
    }

    [Test]
    public void Open_NothingAskedFor_AsksKindlyWhatWouldHelp()
    {
        var walk = Walk.Through();

        Assert.That((walk.Dialog.Stage, walk.Notes.Single()), Is.EqualTo((DialogStage.Clarify, IntakeNote.WhatWouldHelp)));
    }

    [Test]
    public void Clarify_NextMessage_IsReadInTheSameDialog()
    {
        var walk = Walk.Through().Type("We need a brochure for Globex");

        Assert.That((walk.Dialog.Id, walk.Dialog.Original), Is.EqualTo((Walk.DialogId, "We need a brochure for Globex")));
    }

    [TestCase("cancel")]
    [TestCase("skip")]
    public void Clarify_CancelOrSkip_EndsIt(string word) => Assert.That(Walk.Through().Type(word).Last.Dialog, Is.Null);

    [Test]
    public void Clarify_Back_IsTheFirstStep() => Assert.That(Walk.Through().Type("back").Notes, Does.Contain(IntakeNote.NothingBefore));

    [Test]
    public void Clarify_WordOfAnotherStep_AsksAgain() =>
        Assert.That(Walk.Through().Type("post it").Notes, Is.EqualTo(new[] { IntakeNote.WhatWouldHelp }));
}
