using BridgeBot.Core.Intake;
using CsCheck;

namespace BridgeBot.Tests.Intake;

/// <summary>What holds whatever a rep, or a forged client, does.</summary>
public sealed class IntakePropertyTests
{
    private static readonly Gen<string> Text = Gen.Frequency(
        (4, Gen.OneOf([.. DialogWords.All.Select(word => word.Text)])),
        (2, Gen.OneOf("Globex", "2026-03-20", "none", "", "🎉", "customer: Initech", "kind: question", "a: b: c", "\uDC00\0")),
        (1, Gen.String[0, 300]));

    private static readonly Gen<Dictionary<string, string>> Values = Gen.Dictionary(
        Gen.OneOf("customer", "deadline", "audience", "worked", "kind", "text", "forged"), Text)[0, 4];

    /// <summary>What is done; a press is of the current card unless its age says otherwise.</summary>
    private sealed record Action(string? Typed, DialogButton Button, int Age, Dictionary<string, string> Values);

    private static readonly Gen<Action[]> Actions = Gen.Frequency(
        (1, Text.Select(text => new Action(text, default, 0, []))),
        (2, Gen.Select(Gen.Int[0, 9], Gen.Int[-1, 1], Values, (button, age, values) =>
            new Action(null, (DialogButton)button, age is 1 ? 0 : age, values)))).Array[0, 30];

    private static readonly Gen<(Core.Framing.Ask[] Asks, Action[] Actions)> Walks = Gen.Select(
        Gen.OneOf(Walk.Deck, Walk.Brochure, Walk.Price, Walk.Deck with { Customer = null, Deadline = null }).Array[0, 4], Actions);

    [Test]
    public void Step_AnySequence_SubmitsNoMoreThanWasAsked() => Walks.Sample(walk =>
    {
        var steps = Steps(walk.Asks, walk.Actions).ToList();
        return steps.Count(step => step.After.Submission is not null)
            <= steps.Select(step => step.Before.Drafts.Count).DefaultIfEmpty().Max();
    });

    [Test]
    public void Step_AnySequence_SubmitsOnlyAPreviewThatWasShown() => Walks.Sample(walk =>
        Steps(walk.Asks, walk.Actions).Where(step => step.After.Submission is not null).All(step =>
            step.Before is { Stage: DialogStage.Preview } shown
            && IntakeDialog.RequestOf(shown, shown.Draft!, Walk.Kinds).ToString() == step.After.Submission!.ToString()
            && Agrees(step.Input)));

    [Test]
    public void Step_AnySequence_RevisionGrowsExactlyWhenSomethingChanges() => Walks.Sample(walk =>
        Steps(walk.Asks, walk.Actions).All(step => step.After.Dialog is not { } after
            || ReferenceEquals(after, step.Before)
            || after.Revision == step.Before.Revision + 1));

    [Test]
    public void Step_AnySequence_ShowsWhereTheRepIs() => Walks.Sample(walk =>
        Steps(walk.Asks, walk.Actions).All(step => step.After.Replies.Count > 0
            && (step.After.Dialog is null or { Stage: DialogStage.Clarify } || step.After.Replies[^1] is ShowStep)));

    [Test]
    public void Step_AnySequence_EndsWithEveryAskDealtWithOrCancelled() => Walks.Sample(walk =>
        Steps(walk.Asks, walk.Actions).Where(step => step.After.Dialog is null).All(step =>
            step.After.Replies[^1] is SayNote { Say: IntakeNote.Cancelled } cancelled
                ? cancelled.Values[0] == $"{step.Before.Drafts.Count(draft => draft.Outcome is DraftOutcome.Open)}"
                : step.After.Replies[^1] is SayNote { Say: IntakeNote.AllDone } done
                    && done.Values.Sum(int.Parse) == step.Before.Drafts.Count));

    [Test]
    public void Step_AnySequence_KeepsTheDialogSmall() => Walks.Sample(walk =>
        Steps(walk.Asks, walk.Actions).All(step => step.After.Dialog is not { } dialog
            || dialog.Drafts.All(draft => draft.OwnWordings <= 3
                && draft.Wordings.Count - draft.OwnWordings <= draft.Ask.Alternatives.Count + 1
                && draft.Values.Count <= 4)));

    private static bool Agrees(IntakeInput input) => input switch
    {
        Pressed pressed => pressed.Button is DialogButton.Post,
        Typed typed => DialogWords.Read(typed.Text)?.Button is DialogButton.Post,
        _ => false,
    };

    /// <summary>Plays the actions until the dialog is over. A step that throws fails whichever test plays it.</summary>
    private static IEnumerable<(Dialog Before, IntakeInput Input, IntakeOutcome After)> Steps(
        Core.Framing.Ask[] asks, Action[] actions)
    {
        var dialog = Walk.Through(asks).Dialog;
        foreach (var (minute, action) in actions.Index())
        {
            IntakeInput input = action.Typed is { } text
                ? new Typed(text, [])
                : new Pressed(action.Button, dialog.Id, dialog.Revision + action.Age, action.Values);
            var outcome = IntakeDialog.Step(dialog, input, Walk.Context(minute));
            yield return (dialog, input, outcome);
            if (outcome.Dialog is null)
            {
                yield break;
            }

            dialog = outcome.Dialog;
        }
    }
}
