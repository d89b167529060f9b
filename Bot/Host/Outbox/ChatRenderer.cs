using BridgeBot.Cards;
using BridgeBot.Core.Intake;
using BridgeBot.Core.Threads;
using BridgeBot.Host.Channel;
using BridgeBot.Host.Turns;

namespace BridgeBot.Host.Outbox;

/// <summary>Renders what goes into the personal chat, from the state as it is when it is sent.</summary>
internal sealed class ChatRenderer(KindCatalog kinds)
{
    /// <summary>Renders; null if there is nothing to say any more.</summary>
    public OutgoingActivity? Render(Outgoing message, RequesterState state) => message switch
    {
        SendWelcome => OutgoingActivity.OfCard(WelcomeCard.Render(), WelcomeCard.Summary()),
        SendUnderstood u when state.Dialog is { } dialog && dialog.Id == u.DialogId =>
            OutgoingActivity.OfCard(UnderstoodCard.Render(dialog, kinds), UnderstoodCard.Summary(dialog)),
        SendStep s when state.Dialog is { Draft: not null } dialog && dialog.Id == s.DialogId && dialog.Revision == s.Revision =>
            OutgoingActivity.OfCard(StepCard.Render(dialog, kinds), StepCard.Summary(dialog)),
        SendNote note => OutgoingActivity.OfText(Messages.For(note.Note)),
        SendStatus status => OutgoingActivity.OfCard(
            StatusCard.Render(state.OpenThreads, status.Skip, state.Dialog, kinds), StatusCard.Summary(state.OpenThreads)),
        SendQuestion q when Open(state, q.ThreadId) is { } open && open.Question.Number == q.Number =>
            OutgoingActivity.OfCard(
                QuestionCard.Render(open.Thread, open.Question, state.Answers.GetValueOrDefault(q.ThreadId)?.Text),
                QuestionCard.Summary(open.Thread, open.Question)),
        SendAnswerPreview a when Open(state, a.ThreadId) is { } open && state.Answers.TryGetValue(a.ThreadId, out var draft) =>
            OutgoingActivity.OfCard(
                AnswerPreviewCard.Render(open.Thread, open.Question, draft.Text), AnswerPreviewCard.Summary(open.Thread)),
        SendReplyPreview r when state.Threads.TryGetValue(r.ThreadId, out var about) && ReplyTurn.Draft(state, r.ThreadId) is { } reply =>
            OutgoingActivity.OfCard(ReplyPreviewCard.Render(about, reply), ReplyPreviewCard.Summary(about)),
        SendReplyBox r when state.Threads.TryGetValue(r.ThreadId, out var about) =>
            OutgoingActivity.OfCard(RemarkCard.Again(about, ReplyTurn.Draft(state, r.ThreadId)), MyThreadCard.Summary(about)),
        SendMyHistory { ThreadId: var id } when state is { History: { } page } && state.Threads.TryGetValue(id, out var thread) =>
            OutgoingActivity.OfCard(HistoryCard.ForRequester(thread, page), HistoryCard.Summary(thread)),
        AboutOwnThread about when state.Threads.TryGetValue(about.ThreadId, out var thread) => Render(about, thread),
        _ => null,
    };

    private OutgoingActivity? Render(AboutOwnThread message, RequestThread thread) => (message, thread) switch
    {
        (SendNoChannelYet, _) => OutgoingActivity.OfText(Messages.NoChannelYet(thread.Reference)),
        (SendMyThread, _) => OutgoingActivity.OfCard(MyThreadCard.Render(thread, kinds), MyThreadCard.Summary(thread)),
        (SendNoted, { Handover: { } handover, Feedback: { } feedback }) =>
            OutgoingActivity.OfCard(ThanksCard.Render(thread, handover, feedback), ThanksCard.Summary(feedback)),
        (SendThanked, { ThankYou: { } thanks }) => OutgoingActivity.OfCard(ThanksCard.Posted(thread, thanks), thanks.Text),
        (SendThreadNews { About: ChangesRequested }, { Changes: { } wish }) =>
            OutgoingActivity.OfCard(ChangeWishCard.Render(thread, wish), ChangeWishCard.Summary(thread, wish)),
        (SendThreadNews { About: Remarked remark }, _) =>
            OutgoingActivity.OfCard(RemarkCard.Render(thread, remark), RemarkCard.Summary(thread, remark)),
        (SendThreadNews { About: Delivered or AskedAgain }, { Handover: { } handover, Status: ThreadStatus.Delivered }) =>
            OutgoingActivity.OfCard(HelpedCard.Render(thread, handover), HelpedCard.Summary(thread, handover)),
        (SendThreadNews { About: AskedAgain }, _) => null,
        (SendThreadNews news, _) => OutgoingActivity.OfText(Messages.ToRequester(thread, news.About)),
        _ => null,
    };

    /// <summary>What goes to a conversation that the message names.</summary>
    public OutgoingActivity Render(SendNotice message) => OutgoingActivity.OfText(message.Notice switch
    {
        Notice.GoOnInChat => Messages.GroupHint(message.Name ?? ""),
        Notice.OpenChat => Messages.GroupHintWithLink(message.Name ?? "", ChatLink(message.To)),
        Notice.NoPersonId => Messages.NoPersonId,
        Notice.TooFast => Messages.TooFast,
        Notice.ChannelConnected => Messages.ChannelConnected,
        Notice.ChannelConnectedFor => Messages.ChannelConnectedFor(message.Name ?? ""),
        Notice.ChannelConnectedForTheRest => Messages.ChannelConnectedForTheRest,
        Notice.AlreadyConnected => Messages.AlreadyConnected,
        Notice.NoSuchKind => Messages.NoSuchKind(message.Name ?? "", kinds),
        Notice.ChannelStopped => Messages.ChannelStopped,
        Notice.LastChannelStopped => Messages.LastChannelStopped,
        Notice.NotConnected => Messages.NotConnected,
        Notice.NotConnectedYet => Messages.NotConnectedYet,
        Notice.NoSuchChannel => Messages.NoSuchChannel(message.Name ?? ""),
        Notice.NotPostedYet => Messages.NotPostedYet(message.Name ?? ""),
        Notice.AlreadyThere => Messages.AlreadyThere(message.Name ?? ""),
        Notice.Moving => Messages.Moving(message.Name ?? ""),
        Notice.NotMoved => Messages.NotMoved(message.Name ?? ""),
        Notice.OnlyAdministratorsConnect => Messages.OnlyAdministratorsConnect,
        Notice.OnlyChannels => Messages.OnlyChannels,
        Notice.FirstChannelUsed => Messages.FirstChannelUsed,
        Notice.ChannelHelp => Messages.ChannelHelp,
        Notice.DigestElsewhere => Messages.DigestElsewhere,
        Notice.AskGoesOn => Messages.AskGoesOn,
        Notice.AskNeedsChat => Messages.AskNeedsChat,
        Notice.ListElsewhere => Messages.ListElsewhere,
        Notice.DigestScheduled => Messages.DigestScheduled(message.Name ?? ""),
        Notice.DigestPaused => Messages.DigestPaused,
        Notice.DigestResumed => Messages.DigestResumed(message.Name ?? ""),
        Notice.DigestNoSchedule => Messages.DigestNoSchedule,
        Notice.DigestHelp => Messages.DigestHelp,
        Notice.OwnDigestOn => Messages.OwnDigestOn,
        Notice.OwnDigestOff => Messages.OwnDigestOff,
        Notice.OwnDigestHelp => Messages.OwnDigestHelp,
        Notice.NotFromThisCard => Messages.NotFromThisCard,
        Notice.PreviewOnItsWay => Messages.PreviewOnItsWay,
        Notice.Nudged => Messages.Nudged,
        Notice.DecideInChannel => Messages.DecideInChannel,
        Notice.PassedOn => Messages.PassedOn(message.Name ?? ""),
        Notice.NobodyToTell => Messages.NobodyToTell,
        Notice.SaidAlready => Messages.SaidAlready,
        Notice.NotBelowACard => Messages.NotBelowACard,
        Notice.FilesNotPassedOn => Messages.FilesNotPassedOn,
        Notice.RelayOn => Messages.RelayOn,
        Notice.RelayOff => Messages.RelayOff,
        Notice.RelayElsewhere => Messages.RelayElsewhere,
        Notice.OnlyAdministratorsRelay => Messages.OnlyAdministratorsRelay,
        Notice.OnlyMarketingSchedules => Messages.OnlyMarketingSchedules,
        Notice.WhichRequest => Messages.WhichRequest,
        Notice.OnlyAdministratorsHandOver => Messages.OnlyAdministratorsHandOver,
        Notice.HandOverHelp => Messages.HandOverHelp,
        Notice.SamePersonTwice => Messages.SamePersonTwice,
        Notice.NothingToHandOver => Messages.NothingToHandOver,
        Notice.ColleagueUnknown => Messages.ColleagueUnknown,
        Notice.LookingUp => Messages.LookingUp,
        Notice.OwnerLater => Messages.OwnerLater,
        Notice.NoSuchColleague => Messages.NoSuchColleague(message.Name ?? ""),
        Notice.SeveralColleagues => Messages.SeveralColleagues(message.Name ?? ""),
        Notice.RosterClosed => Messages.RosterClosed,
        _ => throw new ArgumentOutOfRangeException(nameof(message), message.Notice, "a notice without a text"),
    });

    /// <summary>Which channels are connected, a line each; the one that takes the rest comes last.</summary>
    public OutgoingActivity Render(TenantHead tenant) => OutgoingActivity.OfText(Messages.Channels(
    [
        .. tenant.Routes.Where(route => !route.IsDefault)
            .GroupBy(route => route.Channel.ConversationId)
            .Select(channel => ((string?)RouteReader.Describe(channel, kinds), channel.First().Channel.Name)),
        .. tenant.Default is { } rest ? [(null, rest.Channel.Name)] : ((string?, string?)[])[],
    ]));

    /// <summary>That somebody's requests are on their way to a colleague.</summary>
    public static OutgoingActivity Render(SendHandingOver message) => OutgoingActivity.OfText(Messages.HandingOver(message.Leaver, message.Colleague));

    /// <summary>Why something was refused, with times as the reader's clock shows them.</summary>
    public static OutgoingActivity Render(SendRejection message) =>
        OutgoingActivity.OfText(Messages.For(message.Why, TimeZoneInfo.FindSystemTimeZoneById(message.TimeZone)));

    /// <summary>Opens the chat with the bot
    /// (<see href="https://learn.microsoft.com/microsoftteams/platform/concepts/build-and-test/deep-link-teams"/>).</summary>
    private static string ChatLink(ConversationReference to) => $"https://teams.microsoft.com/l/chat/0/0?users={to.BotId}";

    private static (RequestThread Thread, Question Question)? Open(RequesterState state, string threadId) =>
        state.Threads.GetValueOrDefault(threadId) is { OpenQuestion: { } question } thread ? (thread, question) : null;
}
