using BridgeBot.Core.Threads;

namespace BridgeBot.Tests.Threads;

/// <summary>How long marketing's decision has been waited for: not while it was the rep's turn.</summary>
internal sealed class RoundTests
{
    private static readonly DateTimeOffset Start = new(2026, 11, 23, 9, 0, 0, TimeSpan.Zero);
    private static readonly Person Sam = new("sam", "Sam");
    private static readonly Person Maria = new("maria", "Maria");
    private static readonly Request Deck = new("deck", "Deck", "A deck", null, null, [], null, false);

    [Test]
    public void Submitted_BeginsIt() => Assert.That(Round().From, Is.EqualTo(Start));

    [Test]
    public void Question_PausesItUntilTheAnswer() => Assert.That(
        Round(new QuestionAsked(At(1), Maria, 1, "?"), new QuestionAnswered(At(3), Sam, 1, "!")).Pauses, Is.EqualTo(new[] { new Pause(At(1), At(3)) }));

    [Test]
    public void Question_ThatIsOpen_StillPausesIt() => Assert.That(
        Round(new QuestionAsked(At(1), Maria, 1, "?")).Pauses, Is.EqualTo(new[] { new Pause(At(1), null) }));

    [Test]
    public void ChangesRequested_AfterAQuestion_AreOnePauseUntilTheChange() => Assert.That(
        Round(new QuestionAsked(At(1), Maria, 1, "?"), new ChangesRequested(At(2), Maria, "shorter"), new Revised(At(4), Sam, Deck)).Pauses,
        Is.EqualTo(new[] { new Pause(At(1), At(4)) }));

    [Test]
    public void Revised_WithoutAWish_PausesNothing() => Assert.That(Round(new Revised(At(1), Sam, Deck)).Pauses, Is.Empty);

    [Test]
    public void Reopened_BeginsAnew()
    {
        var round = Round(new QuestionAsked(At(1), Maria, 1, "?"), new Declined(At(2), Maria, "no"), new Reopened(At(9), Sam, "why"));

        Assert.That((round.From, round.Pauses.Count), Is.EqualTo((At(9), 0)));
    }

    private static DateTimeOffset At(int hours) => Start.AddHours(hours);

    private static Round Round(params ThreadEvent[] events) =>
        events.Prepend(new Submitted(Start, "t", "BR-111111", "r", Sam, Deck)).Aggregate((RequestThread?)null, ThreadDecider.Apply)!.Round!;
}
