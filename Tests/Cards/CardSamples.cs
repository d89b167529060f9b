using BridgeBot.Cards;
using BridgeBot.Core.Digest;
using BridgeBot.Core.Intake;
using BridgeBot.Core.Lists;
using BridgeBot.Core.Threads;

namespace BridgeBot.Tests.Cards;

/// <summary>View data for the cards, made of given user texts.</summary>
internal static class CardSamples
{
    private static readonly DateTimeOffset Start = new(2026, 11, 23, 10, 0, 0, TimeSpan.Zero);

    public static KindCatalog Kinds { get; } = new(
    [
        new("presentation", "Presentation",
        [
            new("customer", "Customer", FieldType.Text, true),
            new("deadline", "Needed by", FieldType.Date, true),
            new("audience", "Who will be in the room", FieldType.Text, false),
            new("value", "What the deal is worth", FieldType.Text, false),
            new("worked", "What has worked well lately", FieldType.LongText, false),
        ]),
        new("collateral", "Collateral", [new("customer", "Customer", FieldType.Text, false)]),
        new("advertising", "Advertising", [new("audience", "Who it should reach", FieldType.Text, false)]),
        new("other", "Request", [new("customer", "Customer", FieldType.Text, false)]),
    ]);

    public static DigestPlace Place { get; } = new(new("tenant", "19:marketing@thread.tacv2", null), TimeZoneInfo.Utc);

    public static WeekDigest QuietWeek { get; } = new(
        Period(0), new(0, 0, 0, 0, 0, 0, null, null), [], new([], 0), new([], 0), new([], 0), [], new([], 0));

    public static Dialog Dialog(CardTexts texts)
    {
        List<Core.Framing.ToneFlag> flags = [];
        foreach (var (phrase, reason) in new[] { ("useless", "evaluative"), ("never", "generalisation"), ("Why can't we", "accusing-question") })
        {
            if (texts.Original.IndexOf(phrase, StringComparison.Ordinal) is >= 0 and var start)
            {
                flags.Add(new(start, phrase.Length, phrase, reason));
            }
        }

        var draft = Draft(texts, "presentation", texts.Original);
        return new(
            "d1", 4, DialogStage.Form, texts.Original, true, flags,
            [draft, draft with { Kind = "collateral" }, draft with { Kind = "advertising" }],
            0, "en-GB", new(2026, 11, 23), Start, Start);
    }

    public static Dialog Positive(CardTexts texts) => Dialog(texts) with
    {
        NeedsReframing = false,
        Flags = [],
        Drafts = [Draft(texts, "presentation", texts.Text) with { Wordings = [texts.Text] }],
    };

    public static RequestThread Thread(CardTexts texts) => new(
        "7c0a1f6e", "BR-7K3Q2M", "p-51e2", new("00000000-0000-0000-0000-000000000100", texts.Name),
        new(
            "presentation", texts.Title, texts.Text, texts.Short, new(2026, 12, 4),
            [new("Who will be in the room", texts.Short), new("What the deal is worth", texts.Short)], texts.Short, false),
        ThreadStatus.Submitted, 2, Start, Start.AddSeconds(2), Start, null, []);

    public static RequestThread Asked(RequestThread thread, CardTexts texts) => thread with
    {
        Status = ThreadStatus.Question,
        Version = 3,
        Questions = [new(1, Maria(texts), Start.AddHours(1), texts.Text, null, null)],
    };

    /// <summary>Seven questions, all answered.</summary>
    public static RequestThread Busy(CardTexts texts) => Thread(texts) with
    {
        Questions =
        [
            .. Enumerable.Range(1, 7).Select(n =>
                new Question(n, Maria(texts), Start.AddHours(n), texts.Text, texts.Text, Start.AddHours(n).AddMinutes(10))),
        ],
    };

    public static RequestThread Approve(RequestThread thread, CardTexts texts) =>
        thread with { Status = ThreadStatus.Approved, Ruling = new(Maria(texts), Start.AddHours(4), null) };

    public static RequestThread Decline(RequestThread thread, CardTexts texts) =>
        thread with { Status = ThreadStatus.Declined, Ruling = new(Maria(texts), Start.AddHours(4), texts.Text, texts.Short) };

    public static RequestThread WithAnApproval(RequestThread thread, CardTexts texts) =>
        thread with { Approvals = [new(Maria(texts), Start.AddHours(1), null)], ApprovalsNeeded = 2 };

    public static RequestThread InProgress(RequestThread thread, CardTexts texts) => Approve(thread, texts) with
    {
        Status = ThreadStatus.InProgress,
        Work = new(Maria(texts), new(2026, 12, 11)),
    };

    public static RequestThread WithAWish(RequestThread thread, CardTexts texts) =>
        thread with { Status = ThreadStatus.ChangesRequested, Changes = new(Maria(texts), Start.AddHours(2), texts.Text) };

    public static RequestThread Deliver(RequestThread thread, CardTexts texts) => InProgress(thread, texts) with
    {
        Status = ThreadStatus.Delivered,
        Handover = new(Maria(texts), Start.AddDays(3), texts.Text, Start.AddDays(3), AskedAgain: false),
    };

    public static RequestThread Closed(RequestThread thread, CardTexts texts) => Deliver(thread, texts) with
    {
        Status = ThreadStatus.Closed,
        Revisions = 1,
        Feedback = new(Outcome.MovedForward, texts.Short, Start.AddDays(9)),
        ThankYou = new(texts.Short, Start.AddDays(9)),
    };

    /// <summary>One event of each kind, told of by whoever it may be.</summary>
    public static IReadOnlyList<ThreadEvent> Events(CardTexts texts)
    {
        var (sam, maria, request) = (Thread(texts).Requester, Maria(texts), Thread(texts).Request);
        ThreadEvent[] events =
        [
            new Submitted(Start, "7c0a1f6e", "BR-7K3Q2M", "p-51e2", sam, request) { Where = Origin.PersonalChat },
            new Posted(Start.AddSeconds(2)),
            new PostRefused(Start.AddSeconds(3), "Forbidden"),
            new RequesterUnreached(Start.AddSeconds(4)),
            new QuestionAsked(Start.AddHours(1), maria, 1, texts.Text) { Where = Origin.Channel },
            new QuestionAnswered(Start.AddHours(2), sam, 1, texts.Text) { Where = Origin.PersonalChat },
            new ChangesRequested(Start.AddHours(3), maria, texts.Text) { Where = Origin.Channel },
            new Revised(Start.AddHours(4), sam, request) { Where = Origin.PersonalChat },
            new Approved(Start.AddHours(5), maria, new("max", texts.Name), new(2026, 12, 11)) { Where = Origin.Channel },
            new Declined(Start.AddHours(6), maria, texts.Text, texts.Short) { Where = Origin.Channel },
            new Reopened(Start.AddHours(7), sam, texts.Text) { Where = Origin.GroupChat },
            new Taken(Start.AddHours(8), maria, new(2026, 12, 11)) { Where = Origin.Channel },
            new PromiseChanged(Start.AddHours(9), maria, new(2026, 12, 14), texts.Text) { Where = Origin.Channel },
            new Nudged(Start.AddDays(5), sam) { Where = Origin.PersonalChat },
            new Delivered(Start.AddDays(6), maria, texts.Text) { Where = Origin.Channel },
            new AskedAgain(Start.AddDays(20)),
            new OutcomeTold(Start.AddDays(21), sam, Outcome.Won, texts.Text) { Where = Origin.PersonalChat },
            new Thanked(Start.AddDays(22), sam, texts.Text) { Where = Origin.PersonalChat },
            new Withdrawn(Start.AddDays(23), sam) { Where = Origin.PersonalChat },
            new ClosedUnanswered(Start.AddDays(24)),
            new NameRemoved(Start.AddDays(25)) { Where = Origin.CommandLine },
        ];
        return events;
    }

    /// <summary>A page from the middle of five hundred events, all with texts.</summary>
    public static HistoryPage LongestPage(CardTexts texts) => new(
        [.. Enumerable.Repeat(Events(texts).OfType<PromiseChanged>().Single(), HistoryPage.Length)], 301, 310);

    public static WeekDigest Week(CardTexts texts) => new(
        Period(0),
        new(14, 11, 8, 1, 6, 4, 3.25, 22),
        [.. Enumerable.Range(1, 7).Select(n => new DigestTotals(Period(n), new(10 + n, 9 + (n * n % 7), 6, 1, 6, 5, 4 + n, 20)))],
        new([new(Rep(texts), Maria(texts), texts.Text, texts.Title), new(Rep(texts), null, texts.Short, texts.Title)], 3),
        new([.. Enumerable.Range(0, 5).Select(n => Listed(texts, n))], 17),
        new([.. Enumerable.Range(0, 5).Select(n => Listed(texts, n) with { Work = new(Maria(texts), new(2026, 12, 1 + n)) })], 6),
        [new("packaging", 4), new("ROI", 3)],
        new([Listed(texts, 1) with { DeliveredAt = Start.AddDays(-9) }], 1));

    /// <summary>A week in which there is so much of everything.</summary>
    public static WeekDigest WeekOf(int count, CardTexts texts)
    {
        List<ListedThread> open =
        [
            .. Enumerable.Range(0, count).Select(n => Listed(texts, n) with
            {
                Id = $"{n}", Kind = n % 2 == 0 ? DigestCounter.LeadsKind : "deck", Status = n % 2 == 0 ? ThreadStatus.Delivered : ThreadStatus.InProgress, Work = new(Maria(texts), new(2026, 12, 1)),
            }),
        ];
        List<DigestEvent> events =
        [
            .. Enumerable.Range(0, count).Select(n => new DigestEvent($"{n}", 1, Start, Happening.Thanked, texts.Title, "deck", $"r{n}", Rep(texts)) { Words = $"{n} {texts.Text}", Marketer = Maria(texts) }),
            .. Enumerable.Range(0, count).Select(n => new DigestEvent($"{n}", 2, Start, Happening.Asked, texts.Title, "deck", $"r{n}", Rep(texts)) { About = [new string('w', 300), "packaging"] }),
        ];
        return DigestCounter.Summarize(events, [.. Week(texts).Before], open, Period(0), new(new(9, 0), new(17, 0), TimeZoneInfo.Utc));
    }

    public static OwnDigest OwnWeek(CardTexts texts)
    {
        var thread = Thread(texts);
        return OwnDigest.Of(
            [Asked(thread, texts), WithAWish(thread, texts), Deliver(thread, texts), InProgress(thread, texts), .. Enumerable.Repeat(thread, 12)],
            [texts.Short],
            [new("other", 5, Start, Happening.Delivered, texts.Title, "deck", "r2", Rep(texts)) { Customer = texts.Short, Marketer = Maria(texts) }],
            "r1",
            Period(0));
    }

    private static DigestPeriod Period(int weeksAgo) => new(Start.AddDays(-7 * weeksAgo), Start.AddDays(7 - (7 * weeksAgo)));

    private static ListedThread Listed(CardTexts texts, int days) =>
        new($"t{days}", "r1", "BR-7K3Q2M", texts.Title, "presentation", Rep(texts), ThreadStatus.Submitted, 2, Start.AddDays(-days), Start) { ActivityId = "1764000000000" };

    private static Person Rep(CardTexts texts) => new("00000000-0000-0000-0000-000000000100", texts.Name);

    /// <summary>The second page of a list of ten.</summary>
    public static Func<RenderedCard> List(ListKind kind, CardTexts texts)
    {
        var thread = Thread(texts);
        RequestThread[] all =
        [
            thread with { Request = thread.Request with { Urgent = true } }, Asked(thread, texts), WithAWish(thread, texts), InProgress(thread, texts),
            Deliver(thread, texts), thread with { Request = thread.Request with { Customer = null, Deadline = null } },
        ];
        var open = all.Concat(all[..4]).Index().Select(each => ListedThread.Of(each.Item with { SubmittedAt = Start.AddDays(-each.Index) }, $"{each.Index}"));
        var text = kind is ListKind.Find ? texts.Title[..Math.Min(texts.Title.Length, 200)] : "";
        var list = kind is ListKind.Board ? ListRequest.First(kind) : new(kind, text, ["6"]);
        var page = kind is ListKind.Find
            ? new ListPage([.. open.Take(ListPage.Size)], null, "12") { IsCutShort = true }
            : OpenThreads.Page(open, list, Maria(texts), Today);
        var maria = Maria(texts);
        return () => ListCard.Render(list, page, maria, Today, Channel);
    }

    /// <summary>Seven wait, one is overdue.</summary>
    public static Func<RenderedCard> Reminder(CardTexts texts)
    {
        ListedThread[] waiting = [.. Enumerable.Range(0, 7).Select(n => ListedThread.Of(Thread(texts) with { SubmittedAt = Start.AddDays(-n) }, "1"))];
        ListedThread[] late = [ListedThread.Of(InProgress(Thread(texts), texts), "1")];
        return () => ReminderCard.Render(waiting, late, Today.AddDays(5), Channel);
    }

    public static Func<RenderedCard> SharedListed(CardTexts texts)
    {
        var thread = ListedThread.Of(InProgress(Thread(texts), texts), "1");
        return () => SharedCard.Render(thread, Today, Channel);
    }

    public static Core.Framing.FramingResult Framed(CardTexts texts) => new(
        true, false, new(0, []), [], [Draft(texts, "presentation", texts.Original).Ask, Draft(texts, "collateral", texts.Original).Ask]);

    public static RenderedCard EmptyList(ListKind kind) =>
        ListCard.Render(ListRequest.First(kind, "brochure"), new([], 0, null), Maria(CardTexts.Normal), Today, Channel);

    private static DateOnly Today => new(2026, 12, 10);

    private static ChannelPlace Channel => new("11111111-2222-3333-4444-555555555555", "19:marketing@thread.tacv2", "00000000-0000-0000-0000-000000000200");

    private static Draft Draft(CardTexts texts, string kind, string words) => new(
        new Core.Framing.Ask(kind, words, texts.Short, new(2026, 12, 4), [], texts.Text, []),
        kind,
        new Dictionary<string, string> { ["customer"] = texts.Short, ["deadline"] = "2026-12-04", ["worked"] = texts.Short },
        [texts.Text, texts.Text + " "],
        0,
        DraftOutcome.Open);

    private static Person Maria(CardTexts texts) =>
        new("00000000-0000-0000-0000-000000000200", ReferenceEquals(texts, CardTexts.Normal) ? "Maria Marketing" : texts.Name);
}
