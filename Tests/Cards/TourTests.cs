using BridgeBot.Cards;
using BridgeBot.Core.Digest;
using BridgeBot.Core.Framing;
using BridgeBot.Core.Intake;
using BridgeBot.Core.Lists;
using BridgeBot.Core.Threads;

namespace BridgeBot.Tests.Cards;

/// <summary>
/// The README's sheets of cards, with what the engine makes of the words. With a folder named in BRIDGEBOT_SCREENSHOTS they are left
/// there as sheet-rep.png, sheet-marketing.png and sheet-looking-back.png.
/// </summary>
public sealed class TourTests : CardPageTests
{
    private const string Pictures = "BRIDGEBOT_SCREENSHOTS";
    private const string Refusal = "This is a ridiculous idea. The budget for adverts is spent until April.";
    private const string Elsewhere = "Why do we never have prices in the brochure? Acme asked again.";

    private static readonly DateTimeOffset Now = new(2026, 12, 7, 8, 0, 0, TimeSpan.Zero);
    private static readonly DateOnly Today = new(2026, 12, 7);
    private static readonly Person Sam = new("00000000-0000-0000-0000-000000000100", "Sam Sales");
    private static readonly Person Maria = new("00000000-0000-0000-0000-000000000200", "Maria Marketing");
    private static readonly Person Chris = new("00000000-0000-0000-0000-000000000300", "Chris Campaigns");
    private static readonly ChannelPlace Channel = new("11111111-2222-3333-4444-555555555555", "19:marketing@thread.tacv2", null);

    private static readonly IReadOnlyList<RequestThread> Threads =
    [
        Thread("BR-7K3Q2M", "presentation", "Presentation for Acme", "Acme", 5, "Acme would like a tailored presentation on our services. Could you help us with this?") with { Status = ThreadStatus.Question, Questions = [new(1, Maria, Now.AddHours(-1), "How long may the presentation be?", null, null)] },
        Thread("BR-4TX9RD", "collateral", "Prices in the packaging brochure", "Acme", 4, "Could we have the prices in the packaging brochure? Acme asked again.") with { Status = ThreadStatus.ChangesRequested, Changes = new(Maria, Now.AddHours(-2), "Which of the prices do your customers ask for? Then we can begin at once.") },
        Thread("BR-9WQ2KP", "collateral", "Case study for rail", "Denholm", 9, "We lost the Denholm tender because there is not yet a case study for rail. Could you help us get this in place?") with { Status = ThreadStatus.InProgress, Ruling = new(Maria, Now.AddDays(-8), null), Work = new(Chris, new(2026, 12, 4)) },
        Thread("BR-2MC6VH", "collateral", "Datasheet for the HX-40", "Corvane Labs", 6, "Corvane Labs would like a two-page datasheet for the HX-40. Could you help us with this?") with { Status = ThreadStatus.InProgress, Ruling = new(Maria, Now.AddDays(-5), null), Work = new(Maria, new(2026, 12, 10)) },
        Thread("BR-5HN8ZB", "advertising", "Advert in Packaging Today", "Brightwell Foods", 5, "Brightwell Foods reads Packaging Today. Would it be possible to advertise there?"),
        Thread("BR-3FJ7YA", "other", "Stand at the Hanover fair", null, 3, "Can we agree on one form for the stand?"),
        Thread("BR-6PL4SG", "collateral", "Brochure for the DriveLine", "Harlow Fans", 12, "Could somebody put the torque values in the DriveLine brochure? Harlow Fans asked again.") with { Status = ThreadStatus.Delivered, Work = new(Maria, null), Handover = new(Maria, Now.AddDays(-1), "https://contoso.example/driveline", Now.AddDays(-1), false) },
    ];

    private static readonly Dialog Dialog = CardSamples.Dialog(CardTexts.Normal) with
    {
        Drafts =
        [
            .. FramingEngine.Frame(CardTexts.Normal.Original, new(Today, "en-GB")).Asks.Select(ask => new Draft(
                ask,
                ask.Kind,
                new Dictionary<string, string> { ["customer"] = ask.Customer ?? "", ["deadline"] = $"{ask.Deadline:yyyy-MM-dd}" },
                [ask.Framing],
                0,
                DraftOutcome.Open)),
        ],
    };

    private static readonly IReadOnlyList<ListedThread> Listed = [.. Threads.Select(thread => ListedThread.Of(thread, "1764000000000"))];

    [Test]
    public Task Rep_EveryCardOfTheChat_FitsItsSheet()
    {
        var (asked, change, delivered) = (Threads[0], Threads[1], Threads[6]);
        return ShowAsync(
            "rep",
            [
                Of("Welcome", WelcomeCard.Render()),
                Of("After number 1", UnderstoodCard.Render(Dialog, CardSamples.Kinds)),
                Of("What is missing", FormCard.Render(Dialog with { Current = 2 }, CardSamples.Kinds)),
            ],
            [
                Of("Marketing asks", QuestionCard.Render(asked, asked.OpenQuestion!, "Twenty minutes, with ten for questions.")),
                Of("The answer, before it is sent", AnswerPreviewCard.Render(asked, asked.OpenQuestion!, "Twenty minutes, with ten for questions.")),
                Of("Marketing asks for changes", ChangeWishCard.Render(change, change.Changes!)),
                Of("Your own wording", EditCard.Render(Dialog with { Stage = DialogStage.Edit }, CardSamples.Kinds)),
                Of("It helped", ThanksCard.Render(delivered, delivered.Handover!, new(Outcome.MovedForward, "At last!", Now))),
            ],
            [Of("status", StatusCard.Render(Threads, 0, null, CardSamples.Kinds)), Of("status BR-5HN8ZB", MyThreadCard.Render(Threads[4], CardSamples.Kinds))]);
    }

    [Test]
    public Task Marketing_EveryCardOfTheChannel_FitsItsSheet()
    {
        var softer = FramingEngine.Soften(Refusal, new(Today, "en-GB"))!;
        return ShowAsync(
            "marketing",
            [
                Of("A decline that would sting", DeclineCard.Render(Threads[4], Refusal, softer, null)),
                Of("The card, while it waits for changes", ThreadCard.Render(Threads[1], CardSamples.Kinds, null)),
            ],
            [Of("open", List(ListKind.Open)), Of("overdue", List(ListKind.Overdue))],
            [
                Of("board", List(ListKind.Board)),
                Of("find brochure", List(ListKind.Find, "brochure")),
                Of("On a working day's morning", ReminderCard.Render([Listed[4], Listed[5]], [Listed[2]], Today, Channel)),
            ]);
    }

    [Test]
    public Task LookingBack_DigestsAndTheMessageExtension_FitTheirSheet() => ShowAsync(
        "looking-back",
        [Of("Marketing's weekly digest", DigestCard.Render(Week(), new(Channel, TimeZoneInfo.Utc)))],
        [
            Of("The rep's own", OwnDigestCard.Render(Own(), Sam)),
            Of("“Ask marketing about this”, on any message", AskCard.Render(Elsewhere, FramingEngine.Frame(Elsewhere, new(Today, "en-GB")), CardSamples.Kinds)),
            Of("A request, put into a chat by search", SharedCard.Render(Listed[3], Today, Channel)),
        ]);

    private static CardFixture Of(string name, RenderedCard card) => new(name, $"{card}");

    private static RequestThread Thread(string reference, string kind, string title, string? customer, int daysAgo, string text) => new(
        reference, reference, "p-51e2", Sam, new(kind, title, text, customer, null, [], null, false),
        ThreadStatus.Submitted, 2, Now.AddDays(-daysAgo), Now.AddDays(-daysAgo), Now.AddDays(-daysAgo), null, []);

    private static RenderedCard List(ListKind kind, string text = "")
    {
        var list = ListRequest.First(kind, text);
        var page = kind is ListKind.Find ? new([Listed[1], Listed[6]], null, null) : OpenThreads.Page(Listed, list, Maria, Today);
        return ListCard.Render(list, page, Maria, Today, Channel);
    }

    private static WeekDigest Week()
    {
        var week = new DigestPeriod(Now.AddDays(-7), Now);
        int[] answered = [4, 6, 5, 7, 6, 8, 7];
        return new(
            week,
            new(9, 8, 5, 1, 4, 3, 3.25, 22),
            [.. answered.Select((count, weeks) => new DigestTotals(new(week.From.AddDays(-7 * (weeks + 1)), week.To.AddDays(-7 * (weeks + 1))), new(8, count, 4, 1, 3, 3, 4, 20)))],
            Shortlist.Of<DigestThanks>(
                [
                    new(Sam, Maria, "The brochure with prices opened the door at Acme.", "Prices in the packaging brochure"),
                    new(Sam, null, "The spring case study opened two doors.", "Presentation for Acme"),
                ],
                5),
            Shortlist.Of<ListedThread>([Listed[4], Listed[5]], 5),
            Shortlist.Of<ListedThread>([Listed[2], Listed[3]], 5),
            [new("prices", 4), new("rail", 3)],
            Shortlist.Of<ListedThread>([], 5));
    }

    private static OwnDigest Own() => OwnDigest.Of(
        Threads,
        ["Corvane Labs"],
        [new("other", 5, Now.AddDays(-2), Happening.Delivered, "Film of the HX-40 at work", "other", "p-other", new("00000000-0000-0000-0000-000000000400", "Robin Rep")) { Customer = "Corvane Labs", Marketer = Chris }],
        "p-51e2",
        new(Now.AddDays(-7), Now));

    private async Task ShowAsync(string name, params IReadOnlyList<IReadOnlyList<CardFixture>> columns)
    {
        var shown = await Page.ShowAsync(columns, 400);
        if (Environment.GetEnvironmentVariable(Pictures) is { } folder)
        {
            await Page.PictureAsync(Path.Combine(Directory.CreateDirectory(folder).FullName, $"sheet-{name}.png"));
        }

        Assert.That(shown.Overflow, Is.Empty);
    }
}
