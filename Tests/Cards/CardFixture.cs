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
    public static IEnumerable<CardFixture> Of(string sort, CardTexts texts)
    {
        var (dialog, thread, kinds) = (CardSamples.Dialog(texts), CardSamples.Thread(texts), CardSamples.Kinds);
        var asked = CardSamples.Asked(thread, texts);
        var question = asked.OpenQuestion!;
        var busy = CardSamples.Busy(texts);
        (string, string)[] cards =
        [
            ("understood", UnderstoodCard.Render(dialog, kinds)),
            ("form", FormCard.Render(dialog with { Current = 1 }, kinds)),
            ("preview", PreviewCard.Render(dialog with { Stage = DialogStage.Preview }, kinds)),
            ("preview-positive", PreviewCard.Render(CardSamples.Positive(texts), kinds)),
            ("edit", EditCard.Render(dialog with { Stage = DialogStage.Edit }, kinds)),
            ("settled", SettledCard.Render(texts.Title, texts.Text)),
            ("thread-submitted", ThreadCard.Render(thread, kinds, new Mention("29:maria", texts.Name))),
            ("thread-urgent", ThreadCard.Render(thread with { Request = thread.Request with { Urgent = true } }, kinds, null)),
            ("thread-question", ThreadCard.Render(asked, kinds, null)),
            ("thread-approved", ThreadCard.Render(CardSamples.Approve(thread, texts), kinds, null)),
            ("thread-declined", ThreadCard.Render(CardSamples.Decline(busy, texts), kinds, null)),
            ("thread-in-progress", ThreadCard.Render(CardSamples.InProgress(thread, texts), kinds, null)),
            ("thread-changes", ThreadCard.Render(CardSamples.WithAWish(thread, texts), kinds, null)),
            ("thread-closed", ThreadCard.Render(CardSamples.Closed(busy, texts), kinds, null)),
            ("pointer", PointerCard.Render(thread.Reference, texts.Title)),
            ("pointer-moved", PointerCard.Moved(thread.Reference, texts.Title, texts.Title)),
            ("status", StatusCard.Render(
                [thread, asked, thread with { PostedAt = null }, CardSamples.InProgress(thread, texts), CardSamples.Deliver(thread, texts)], 0, dialog, kinds)),
            ("status-many", StatusCard.Render([.. Enumerable.Repeat(thread, 27)], 8, null, kinds)),
            ("question", QuestionCard.Render(asked, question, texts.Text)),
            ("answer-preview", AnswerPreviewCard.Render(asked, question, texts.Text)),
            ("my-thread", MyThreadCard.Render(thread, kinds)),
            ("my-thread-delivered", MyThreadCard.Render(CardSamples.Deliver(busy, texts), kinds)),
            ("my-thread-closed", MyThreadCard.Render(CardSamples.Closed(thread, texts), kinds)),
            ("change-wish", ChangeWishCard.Render(thread, CardSamples.WithAWish(thread, texts).Changes!)),
            ("decline", DeclineCard.Render(thread, Cut(texts.Original), Cut(texts.Text), Cut(texts.Short))),
            ("helped", HelpedCard.Render(thread, CardSamples.Deliver(thread, texts).Handover!)),
            ("helped-again", HelpedCard.Render(thread, CardSamples.Deliver(thread, texts).Handover! with { AskedAgain = true })),
            ("thanks", ThanksCard.Render(thread, CardSamples.Deliver(thread, texts).Handover!, CardSamples.Closed(thread, texts).Feedback!)),
            ("thanked", ThanksCard.Posted(CardSamples.Closed(thread, texts), CardSamples.Closed(thread, texts).ThankYou!)),
            ("remark", RemarkCard.Render(thread, new Remarked(thread.SubmittedAt, thread.Requester, texts.Text))),
            ("reply-box", RemarkCard.Again(thread, texts.Text)),
            ("reply-preview", ReplyPreviewCard.Render(thread, texts.Text)),
            ("thread-approvals", ThreadCard.Render(CardSamples.WithAnApproval(thread, texts), kinds, null)),
            ("history", HistoryCard.ForRequester(thread with { Version = 20 }, new([.. CardSamples.Events(texts).Take(10)], 1, 10))),
            ("history-end", HistoryCard.InPlace(thread with { Version = 20 }, new([.. CardSamples.Events(texts).Skip(10)], 11, 20))),
            ("history-middle", HistoryCard.BelowCard(thread with { Version = 500 }, CardSamples.LongestPage(texts))),
            ("digest", DigestCard.Render(CardSamples.Week(texts), CardSamples.Place)),
            ("digest-1", DigestCard.Render(CardSamples.WeekOf(1, texts), CardSamples.Place)),
            ("digest-500", DigestCard.Render(CardSamples.WeekOf(500, texts), CardSamples.Place with { IsLate = true })),
            ("own-digest", OwnDigestCard.Render(CardSamples.OwnWeek(texts), thread.Requester)),
            ("list-open", CardSamples.List(ListKind.Open, texts)),
            ("list-mine", CardSamples.List(ListKind.Mine, texts)),
            ("list-overdue", CardSamples.List(ListKind.Overdue, texts)),
            ("list-board", CardSamples.List(ListKind.Board, texts)),
            ("shared", SharedCard.Render(CardSamples.Closed(thread, texts), kinds)),
            ("shared-listed", CardSamples.SharedListed(texts)),
            ("ask-elsewhere", AskCard.Render(texts.Original[..Math.Min(texts.Original.Length, AskCard.LongestText)], CardSamples.Framed(texts), kinds)),
            ("reminder", CardSamples.Reminder(texts)),
            ("list-find", CardSamples.List(ListKind.Find, texts)),
        ];
        return cards.Select(card => new CardFixture($"{card.Item1}-{sort}", card.Item2));
    }

    /// <inheritdoc/>
    public override string ToString() => Name;

    private static string Cut(string text) => text[..Math.Min(text.Length, DeclineCard.LongestText)];

    private static IEnumerable<CardFixture> Static() =>
    [
        new("welcome", WelcomeCard.Render()),
        new("status-empty", StatusCard.Render([], 0, null, CardSamples.Kinds)),
        new("digest-empty", DigestCard.Render(CardSamples.QuietWeek, CardSamples.Place with { IsPreview = true })),
        new("own-digest-empty", OwnDigestCard.Render(OwnDigest.Of([], [], [], "r1", CardSamples.QuietWeek.Period), new("sam", "Sam"))),
        .. Enum.GetValues<ListKind>().Select(kind => new CardFixture($"list-{kind.ToString().ToLowerInvariant()}-empty", CardSamples.EmptyList(kind))),
    ];
}
