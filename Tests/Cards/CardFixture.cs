using BridgeBot.Cards;
using BridgeBot.Core.Digest;
using BridgeBot.Core.Intake;
using BridgeBot.Core.Lists;
using BridgeBot.Core.Threads;

namespace BridgeBot.Tests.Cards;

/// <summary>A rendered card with the name of its picture.</summary>
internal sealed record CardFixture(string Name, string Json)
{
    /// <summary>Every card, in every state that looks different, with each sort of user text.</summary>
    public static IReadOnlyList<CardFixture> All { get; } =
    [
        .. Static(),
        .. Of("normal", CardTexts.Normal),
        .. Of("long", CardTexts.Long),
        .. Of("ideographs", CardTexts.Ideographs),
        .. Of("hostile", CardTexts.Hostile),
    ];

    /// <summary>All cards that show user text.</summary>
    public static IEnumerable<CardFixture> Of(string sort, CardTexts texts) =>
        Makers(texts).Select(card => new CardFixture($"{card.Name}-{sort}", $"{card.Render()}"));

    /// <summary>How to render each of them, of view data that is there already.</summary>
    public static IReadOnlyList<(string Name, Func<RenderedCard> Render)> Makers(CardTexts texts)
    {
        var (dialog, thread, kinds) = (CardSamples.Dialog(texts), CardSamples.Thread(texts), CardSamples.Kinds);
        var asked = CardSamples.Asked(thread, texts);
        var question = asked.OpenQuestion!;
        var (busy, delivered, closed) = (CardSamples.Busy(texts), CardSamples.Deliver(thread, texts), CardSamples.Closed(thread, texts));
        return
        [
            ("understood", () => UnderstoodCard.Render(dialog, kinds)),
            ("form", From(dialog with { Current = 1 }, form => FormCard.Render(form, kinds))),
            ("preview", From(dialog with { Stage = DialogStage.Preview }, preview => PreviewCard.Render(preview, kinds))),
            ("preview-positive", From(CardSamples.Positive(texts), preview => PreviewCard.Render(preview, kinds))),
            ("edit", From(dialog with { Stage = DialogStage.Edit }, edit => EditCard.Render(edit, kinds))),
            ("settled", () => SettledCard.Render(texts.Title, texts.Text)),
            ("thread-submitted", From(new Mention("29:maria", texts.Name), mention => ThreadCard.Render(thread, kinds, mention))),
            ("thread-urgent", Thread(thread with { Request = thread.Request with { Urgent = true } })),
            ("thread-question", Thread(asked)),
            ("thread-approved", Thread(CardSamples.Approve(thread, texts))),
            ("thread-declined", Thread(CardSamples.Decline(busy, texts))),
            ("thread-in-progress", Thread(CardSamples.InProgress(thread, texts))),
            ("thread-changes", Thread(CardSamples.WithAWish(thread, texts))),
            ("thread-closed", Thread(CardSamples.Closed(busy, texts))),
            ("pointer", () => PointerCard.Render(thread.Reference, texts.Title)),
            ("pointer-moved", () => PointerCard.Moved(thread.Reference, texts.Title, texts.Title)),
            ("status", From(
                (RequestThread[])[thread, asked, thread with { PostedAt = null }, CardSamples.InProgress(thread, texts), delivered],
                open => StatusCard.Render(open, 0, dialog, kinds))),
            ("status-many", From((RequestThread[])[.. Enumerable.Repeat(thread, 27)], open => StatusCard.Render(open, 8, null, kinds))),
            ("question", () => QuestionCard.Render(asked, question, texts.Text)),
            ("answer-preview", () => AnswerPreviewCard.Render(asked, question, texts.Text)),
            ("my-thread", () => MyThreadCard.Render(thread, kinds)),
            ("my-thread-delivered", From(CardSamples.Deliver(busy, texts), mine => MyThreadCard.Render(mine, kinds))),
            ("my-thread-closed", () => MyThreadCard.Render(closed, kinds)),
            ("change-wish", From(CardSamples.WithAWish(thread, texts).Changes!, wish => ChangeWishCard.Render(thread, wish))),
            ("decline", From(
                (Cut(texts.Original), Cut(texts.Text), Cut(texts.Short)), said => DeclineCard.Render(thread, said.Item1, said.Item2, said.Item3))),
            ("helped", () => HelpedCard.Render(thread, delivered.Handover!)),
            ("helped-again", From(delivered.Handover! with { AskedAgain = true }, again => HelpedCard.Render(thread, again))),
            ("thanks", () => ThanksCard.Render(thread, delivered.Handover!, closed.Feedback!)),
            ("thanked", () => ThanksCard.Posted(closed, closed.ThankYou!)),
            ("remark", From(new Remarked(thread.SubmittedAt, thread.Requester, texts.Text), remark => RemarkCard.Render(thread, remark))),
            ("reply-box", () => RemarkCard.Again(thread, texts.Text)),
            ("reply-preview", () => ReplyPreviewCard.Render(thread, texts.Text)),
            ("thread-approvals", Thread(CardSamples.WithAnApproval(thread, texts))),
            ("history", From(
                (thread with { Version = 20 }, new HistoryPage([.. CardSamples.Events(texts).Take(10)], 1, 10)),
                shown => HistoryCard.ForRequester(shown.Item1, shown.Item2))),
            ("history-end", From(
                (thread with { Version = 20 }, new HistoryPage([.. CardSamples.Events(texts).Skip(10)], 11, 20)),
                shown => HistoryCard.InPlace(shown.Item1, shown.Item2))),
            ("history-middle", From(
                (thread with { Version = 500 }, CardSamples.LongestPage(texts)), shown => HistoryCard.BelowCard(shown.Item1, shown.Item2))),
            ("digest", From(CardSamples.Week(texts), week => DigestCard.Render(week, CardSamples.Place))),
            ("digest-1", From(CardSamples.WeekOf(1, texts), week => DigestCard.Render(week, CardSamples.Place))),
            ("digest-500", From(
                (CardSamples.WeekOf(500, texts), CardSamples.Place with { IsLate = true }), shown => DigestCard.Render(shown.Item1, shown.Item2))),
            ("own-digest", From(CardSamples.OwnWeek(texts), week => OwnDigestCard.Render(week, thread.Requester))),
            ("list-open", CardSamples.List(ListKind.Open, texts)),
            ("list-mine", CardSamples.List(ListKind.Mine, texts)),
            ("list-overdue", CardSamples.List(ListKind.Overdue, texts)),
            ("list-board", CardSamples.List(ListKind.Board, texts)),
            ("shared", () => SharedCard.Render(closed, kinds)),
            ("shared-listed", CardSamples.SharedListed(texts)),
            ("ask-elsewhere", From(
                (texts.Original[..Math.Min(texts.Original.Length, AskCard.LongestText)], CardSamples.Framed(texts)),
                shown => AskCard.Render(shown.Item1, shown.Item2, kinds))),
            ("reminder", CardSamples.Reminder(texts)),
            ("list-find", CardSamples.List(ListKind.Find, texts)),
        ];

        Func<RenderedCard> Thread(RequestThread shown) => () => ThreadCard.Render(shown, kinds, null);
    }

    /// <inheritdoc/>
    public override string ToString() => Name;

    private static Func<RenderedCard> From<T>(T data, Func<T, RenderedCard> render) => () => render(data);

    private static string Cut(string text) => text[..Math.Min(text.Length, DeclineCard.LongestText)];

    private static IEnumerable<CardFixture> Static() =>
    [
        new("welcome", $"{WelcomeCard.Render()}"),
        new("status-empty", $"{StatusCard.Render([], 0, null, CardSamples.Kinds)}"),
        new("digest-empty", $"{DigestCard.Render(CardSamples.QuietWeek, CardSamples.Place with { IsPreview = true })}"),
        new("own-digest-empty", $"{OwnDigestCard.Render(OwnDigest.Of([], [], [], "r1", CardSamples.QuietWeek.Period), new("sam", "Sam"))}"),
        .. Enum.GetValues<ListKind>().Select(kind => new CardFixture($"list-{kind.ToString().ToLowerInvariant()}-empty", $"{CardSamples.EmptyList(kind)}")),
    ];
}
