using BridgeBot.Cards;
using BridgeBot.Core.Intake;
using BridgeBot.Core.Threads;

namespace BridgeBot.Host.Turns;

/// <summary>What the person who clicked gets to see at once. Rendered after the commit.</summary>
public abstract record ClickReply;

/// <summary>Nothing to show; what follows comes as messages.</summary>
public sealed record NoReply : ClickReply;

/// <summary>The welcome card, as it was: its examples can be tried again.</summary>
public sealed record WelcomeReply : ClickReply;

/// <summary>The card of the dialog's current step, in place of the one that was clicked.</summary>
public sealed record StepReply(Dialog Dialog) : ClickReply;

/// <summary>The clicked card without its buttons: this ask is dealt with.</summary>
/// <param name="Kind">The id of its kind.</param>
/// <param name="Was">What became of it; <see cref="DraftOutcome.Open"/> if the whole dialog was dropped.</param>
/// <param name="Posted">What was posted; empty for anything else.</param>
public sealed record SettledReply(string Kind, DraftOutcome Was, string Posted) : ClickReply;

/// <summary>A short message of the dialog.</summary>
public sealed record NoteReply(SayNote Note) : ClickReply;

/// <summary>The thread's card as it is now.</summary>
public sealed record ThreadReply(RequestThread Thread) : ClickReply;

/// <summary>Marketing's words of a decline beside a kinder wording.</summary>
/// <param name="Thread">The thread.</param>
/// <param name="Reason">As written.</param>
/// <param name="Softer">The suggestion.</param>
/// <param name="Alternative">What is offered instead; null for nothing.</param>
public sealed record DeclineReply(RequestThread Thread, string Reason, string Softer, string? Alternative) : ClickReply;

/// <summary>The clicked card is a duplicate, or the request has moved: it says where the real one is.</summary>
/// <param name="Thread">The thread.</param>
/// <param name="MovedTo">The channel to which it moved; null for a duplicate.</param>
public sealed record PointerReply(RequestThread Thread, ConversationReference? MovedTo = null) : ClickReply;

/// <summary>The question with its reply box, filled in with what was in the preview.</summary>
/// <param name="Thread">The thread.</param>
/// <param name="Question">The question.</param>
/// <param name="Answer">What was typed before; null if nothing was.</param>
public sealed record QuestionReply(RequestThread Thread, Question Question, string? Answer) : ClickReply;

/// <summary>The preview of an answer.</summary>
public sealed record AnswerReply(RequestThread Thread, Question Question, string Text) : ClickReply;

/// <summary>The answer was sent.</summary>
public sealed record AnsweredReply(RequestThread Thread, string Text) : ClickReply;

/// <summary>The box to write back in, with what was written so far.</summary>
public sealed record ReplyBoxReply(RequestThread Thread, string? Text) : ClickReply;

/// <summary>The preview of what the rep writes back.</summary>
public sealed record ReplyPreviewReply(RequestThread Thread, string Text) : ClickReply;

/// <summary>What the rep wrote back was sent.</summary>
public sealed record RepliedReply(RequestThread Thread, string Text) : ClickReply;

/// <summary>The rep's open threads.</summary>
/// <param name="Open">All of them.</param>
/// <param name="Skip">How many stand on earlier pages.</param>
/// <param name="Dialog">The open dialog; null if there is none.</param>
public sealed record StatusReply(IReadOnlyList<RequestThread> Open, int Skip, Dialog? Dialog) : ClickReply;

/// <summary>A thread as its rep sees it.</summary>
public sealed record MyThreadReply(RequestThread Thread) : ClickReply;

/// <summary>What happened to a thread, for marketing.</summary>
public sealed record HistoryReply(RequestThread Thread, HistoryPage Page) : ClickReply;

/// <summary>What happened to a thread, for its rep.</summary>
public sealed record MyHistoryReply(RequestThread Thread, HistoryPage Page) : ClickReply;

/// <summary>What the rep said of a delivery is noted; thanks may follow.</summary>
public sealed record OutcomeReply(RequestThread Thread) : ClickReply;

/// <summary>The rep's thanks were posted.</summary>
public sealed record ThankedReply(RequestThread Thread) : ClickReply;

/// <summary>Why the click did nothing.</summary>
public sealed record RefusedReply(Rejection Why) : ClickReply;

/// <summary>A fixed message.</summary>
public sealed record NoticeReply(Notice Notice) : ClickReply;
