using BridgeBot.Cards;
using BridgeBot.Core.Intake;

namespace BridgeBot.Host.Turns;

/// <summary>Turns what the person who clicked shall see into the answer of the HTTP call.</summary>
/// <param name="kinds">The configured kinds.</param>
/// <param name="notify">Who is mentioned on the cards in the channel; null if nobody is.</param>
public sealed class AnswerRenderer(KindCatalog kinds, Mention? notify)
{
    /// <summary>Renders.</summary>
    /// <param name="reply">What to show.</param>
    /// <param name="timeZone">The IANA time zone of the person who clicked; null reads as UTC.</param>
    public TurnAnswer Render(ClickReply reply, string? timeZone) => reply switch
    {
        // An Action.Execute wants an answer; the answer to a message is not shown to anybody.
        NoReply => new MessageAnswer(Messages.Noted),
        WelcomeReply => new CardAnswer(WelcomeCard.Render()),
        StepReply step => new CardAnswer(StepCard.Render(step.Dialog, kinds)),
        SettledReply settled => new CardAnswer(SettledCard.Render(kinds.Find(settled.Kind), settled.Was, settled.Posted)),
        NoteReply note => new MessageAnswer(Messages.For(note.Note)),
        ThreadReply thread => new CardAnswer(ThreadCard.Render(thread.Thread, kinds, notify)),
        DeclineReply decline => new CardAnswer(DeclineCard.Render(decline.Thread, decline.Reason, decline.Softer, decline.Alternative)),
        PointerReply { MovedTo: { } channel } pointer => new CardAnswer(PointerCard.Moved(pointer.Thread.Reference, pointer.Thread.Request.Title, channel.Name)),
        PointerReply pointer => new CardAnswer(PointerCard.Render(pointer.Thread.Reference, pointer.Thread.Request.Title)),
        QuestionReply question => new CardAnswer(QuestionCard.Render(question.Thread, question.Question, question.Answer)),
        AnswerReply answer => new CardAnswer(AnswerPreviewCard.Render(answer.Thread, answer.Question, answer.Text)),
        AnsweredReply answered => new CardAnswer(
            SettledCard.Render(Messages.AnswerSent(answered.Thread.Reference), answered.Text)),
        ReplyBoxReply box => new CardAnswer(RemarkCard.Again(box.Thread, box.Text)),
        ReplyPreviewReply preview => new CardAnswer(ReplyPreviewCard.Render(preview.Thread, preview.Text)),
        RepliedReply replied => new CardAnswer(SettledCard.Render(Messages.ReplySent(replied.Thread.Reference), replied.Text)),
        StatusReply status => new CardAnswer(StatusCard.Render(status.Open, status.Skip, status.Dialog, kinds)),
        MyThreadReply mine => new CardAnswer(MyThreadCard.Render(mine.Thread, kinds)),
        HistoryReply history => new CardAnswer(HistoryCard.InPlace(history.Thread, history.Page)),
        MyHistoryReply history => new CardAnswer(HistoryCard.ForRequester(history.Thread, history.Page)),
        OutcomeReply { Thread: { Handover: { } handover, Feedback: { } feedback } thread } =>
            new CardAnswer(ThanksCard.Render(thread, handover, feedback)),
        ThankedReply { Thread: { ThankYou: { } thanks } thread } => new CardAnswer(ThanksCard.Posted(thread, thanks)),
        RefusedReply refused => new MessageAnswer(Messages.For(refused.Why, TimeZoneInfo.FindSystemTimeZoneById(timeZone ?? "UTC"))),
        NoticeReply { Notice: Notice.DecideInChannel } => new MessageAnswer(Messages.DecideInChannel),
        NoticeReply { Notice: Notice.LookingUp } => new MessageAnswer(Messages.LookingUp),
        NoticeReply { Notice: Notice.Nudged } => new MessageAnswer(Messages.Nudged),
        NoticeReply { Notice: Notice.AskGoesOn } => new MessageAnswer(Messages.AskGoesOn),
        NoticeReply { Notice: Notice.AskNeedsChat } => new MessageAnswer(Messages.AskNeedsChat),
        NoticeReply { Notice: Notice.ListElsewhere } => new MessageAnswer(Messages.ListElsewhere),
        NoticeReply { Notice: Notice.NoPersonId } => new MessageAnswer(Messages.NoPersonId),
        NoticeReply { Notice: Notice.TooFast } => new MessageAnswer(Messages.TooFast),
        NoticeReply => new MessageAnswer(Messages.NotFromThisCard),
        _ => throw new ArgumentOutOfRangeException(nameof(reply), reply.GetType().Name, "a reply without a picture"),
    };
}
