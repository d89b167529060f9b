using BridgeBot.Cards;
using BridgeBot.Core.Intake;
using BridgeBot.Core.Threads;

namespace BridgeBot.Tests.Cards;

public sealed class MessagesTests
{
    private static readonly RequestThread Thread = CardSamples.Thread(CardTexts.Normal);
    private static readonly Person Maria = new("m", "Maria Marketing");
    private static readonly Person Sam = new("s", "Sam Sales");
    private static readonly DateTimeOffset At = new(2026, 11, 23, 13, 3, 0, TimeSpan.Zero);

    [Test]
    public void For_EveryNote_HasWords([Values] IntakeNote note) =>
        Assert.That(Messages.For(new SayNote(note, "2", "3")), Is.Not.Empty.And.Not.Contain("{"));

    [Test]
    public void For_NoteWithoutItsValues_StillHasWords([Values] IntakeNote note) =>
        Assert.That(Messages.For(new SayNote(note)), Is.Not.Empty);

    [Test]
    public void For_AlreadyDecided_SaysByWhomAndWhenInTheReadersZone()
    {
        var rejection = new AlreadyDecided(ThreadStatus.Approved, new Ruling(Maria, At, null));

        var text = Messages.For(rejection, TimeZoneInfo.CreateCustomTimeZone("x", TimeSpan.FromHours(1), "x", "x"));

        Assert.That(text, Is.EqualTo("Already approved by Maria Marketing at 14:03 on Mon 23 Nov."));
    }

    [TestCaseSource(nameof(Rejections))]
    public void For_EveryRejection_HasWords(Rejection why) =>
        Assert.That(Messages.For(why, TimeZoneInfo.Utc), Is.Not.Empty.And.Not.Contain("{"));

    [TestCaseSource(nameof(Events))]
    public void BelowCard_EveryEvent_HasWords(ThreadEvent happened) =>
        Assert.That(Messages.BelowCard(Thread, happened), Is.Not.Empty.And.Not.Contain("{"));

    [TestCaseSource(nameof(Events))]
    public void ToRequester_EveryEvent_NamesTheReference(ThreadEvent happened) =>
        Assert.That(Messages.ToRequester(Thread, happened), Does.Contain("BR-7K3Q2M"));

    [Test]
    public void ToRequester_Posted_SaysSoWithTheReference() =>
        Assert.That(Messages.ToRequester(Thread, new Posted(At)), Does.StartWith("Posted to Marketing: BR-7K3Q2M, Presentation for Acme."));

    [Test]
    public void BelowCard_HostileReason_IsInert() =>
        Assert.That(Messages.BelowCard(Thread, new Declined(At, Maria, "\u202E<at>all</at>")), Is.EqualTo("Declined by Maria Marketing: <\u200Aat>all<\u200A/at>"));

    [Test]
    public void ToRequester_ApprovedForADayByAColleague_SaysAllOfIt() => Assert.That(
        Messages.ToRequester(Thread, new Approved(At, Maria, new Person("x", "Max Marketing"), new DateOnly(2026, 12, 4))),
        Is.EqualTo("Good news: Maria Marketing approved BR-7K3Q2M, Presentation for Acme. Max Marketing has it in hand. It is promised for Fri 4 Dec 2026."));

    [Test]
    public void BelowCard_Outcome_SaysItWithTheCustomersWords() => Assert.That(
        Messages.BelowCard(Thread, new OutcomeTold(At, Sam, Outcome.Won, "They loved it")),
        Is.EqualTo("Did it help? Sam Sales says: Yes, the deal is won. What the customer said: They loved it"));

    [Test]
    public void Channels_WithoutOneForTheRest_SayThatItWaits() => Assert.That(
        Messages.Channels([("Event, Region: EMEA", "Fairs"), ("Advertising", null)]),
        Is.EqualTo(
            "Where requests go:\nEvent, Region: EMEA: Fairs\nAdvertising: a channel whose name Teams did not tell me\n"
            + "Everything else waits until somebody writes “@BridgeBot use this channel” in a channel."));

    [Test]
    public void Channels_None_SayHowToConnectOne() => Assert.That(Messages.Channels([]), Does.Contain("use this channel"));

    [Test]
    public void NoSuchKind_HostileName_IsInertBesideTheKinds() => Assert.That(
        Messages.NoSuchKind("<at>all</at>", CardSamples.Kinds), Does.Not.Contain("<at>").And.Contain("Presentation"));

    private static IEnumerable<ThreadEvent> Events() =>
    [
        new Submitted(At, "t", "BR-7K3Q2M", "p", Maria, Thread.Request),
        new Posted(At),
        new PostRefused(At, "403"),
        new Moved(At, Maria, "Fairs"),
        new HandedOver(At, Sam, Maria, "r"),
        new HandedOver(At, Sam, Maria, "r", Maria),
        new Moved(At, null, null),
        new RequesterUnreached(At),
        new Approved(At, Maria),
        new Declined(At, Maria, "no budget"),
        new QuestionAsked(At, Maria, 1, "how many?"),
        new QuestionAnswered(At, Maria, 1, "ten"),
        new Approved(At, Maria, Sam, new DateOnly(2026, 12, 4)),
        new Declined(At, Maria, "no budget", "in April"),
        new ChangesRequested(At, Maria, "shorter"),
        new Revised(At, Sam, Thread.Request),
        new Taken(At, Maria, new DateOnly(2026, 12, 4)),
        new PromiseChanged(At, Maria, new DateOnly(2026, 12, 4), null),
        new PromiseChanged(At, Maria, new DateOnly(2026, 12, 4), "the printer is late"),
        new Delivered(At, Maria, "link"),
        new Nudged(At, Sam),
        new Withdrawn(At, Sam),
        new Reopened(At, Maria, "my mistake"),
        .. Enum.GetValues<Outcome>().Select(outcome => new OutcomeTold(At, Sam, outcome, "they love it")),
        new Thanked(At, Sam, "you made my day"),
        new AskedAgain(At),
        new ClosedUnanswered(At),
        new NameRemoved(At),
    ];

    private static IEnumerable<Rejection> Rejections() =>
    [
        new NoSuchThread(),
        new AlreadyDecided(ThreadStatus.Declined, new Ruling(Maria, At, "no")),
        new QuestionStillOpen(new Question(1, Maria, At, "?", null, null)),
        new NothingToAnswer(),
        new NotYourOwn(),
        new OnlyTheRequester(),
        new TextMissing(),
        new TextTooLong(2000),
        new TakenBack(Maria, At),
        new OldWording(),
        .. Enum.GetValues<ThreadStatus>().Select(status => new NotNow(status)),
        new TooSoon(At),
        new NotTheOwner(Maria),
        new DayIsPast(new DateOnly(2026, 11, 20)),
        new NotADay("soonish"),
    ];
}
