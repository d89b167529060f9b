using System.Globalization;
using BridgeBot.Cards;
using BridgeBot.Core.Intake;
using BridgeBot.Core.Threads;
using BridgeBot.Host.Turns;
using BridgeBot.Tests.Cards;

namespace BridgeBot.Tests.Turns;

/// <summary>What the clicked card says once an ask is dealt with is not said again by a message below it.</summary>
public sealed class SettledCardTests
{
    private static readonly DateTimeOffset Now = new(2026, 11, 23, 10, 0, 0, TimeSpan.Zero);
    private static readonly ConversationReference Chat = new(
        "https://smba.example/", "a:chat", ConversationType.Personal, "tenant", "28:bot", "BridgeBot", null, null, null);

    [Test]
    public void Decide_SkipIsPressed_OnlyTheNextAskIsSent() =>
        Assert.That(Press(DialogButton.Skip, CardSamples.Dialog(CardTexts.Normal)).OfType<SendNote>(), Is.Empty);

    [Test]
    public void Decide_CancelIsPressed_NothingMoreIsSaid() =>
        Assert.That(Press(DialogButton.Cancel, CardSamples.Dialog(CardTexts.Normal)), Is.Empty);

    [Test]
    public void Decide_TheOnlyAskIsPosted_NoEndIsAnnounced() =>
        Assert.That(
            Press(DialogButton.Post, CardSamples.Positive(CardTexts.Normal) with { Stage = DialogStage.Preview }).OfType<SendNote>(), Is.Empty);

    [Test]
    public void Decide_TheLastOfSeveralIsPosted_TheEndIsAnnounced()
    {
        var dialog = CardSamples.Dialog(CardTexts.Normal);
        var last = dialog with
        {
            Stage = DialogStage.Preview,
            Current = 2,
            Drafts = [.. dialog.Drafts.Select((draft, i) => i < 2 ? draft with { Outcome = DraftOutcome.Posted } : draft)],
        };

        Assert.That(Press(DialogButton.Post, last).OfType<SendNote>().Single().Note.Say, Is.EqualTo(IntakeNote.AllDone));
    }

    private static IReadOnlyList<Outgoing> Press(DialogButton button, Dialog dialog)
    {
        var sam = new Person("00000000-0000-0000-0000-000000000100", "Sam Sales");
        var state = new RequesterState(
            "p-51e2",
            new("tenant", sam, Chat, true, "en-GB", "Europe/Berlin", 0),
            "1",
            dialog,
            new Dictionary<string, RequestThread>(),
            new Dictionary<string, AnswerDraft>());
        var click = new Clicked(
            new("seen", Chat, sam, "en-GB", "Europe/Berlin"),
            Verbs.DialogPrefix + button,
            new Dictionary<string, string>
            {
                [Verbs.Dialog] = dialog.Id,
                [Verbs.Revision] = dialog.Revision.ToString(CultureInfo.InvariantCulture),
            },
            "card");
        var settings = new TurnSettings(CardSamples.Kinds, TimeSpan.FromDays(7), TimeSpan.FromDays(14), TimeSpan.FromDays(3), true, new HashSet<string>());
        return RequesterDecider.Decide(state, click, null, new(Now, "new", "BR-7K3Q2M", settings)).Messages;
    }
}
