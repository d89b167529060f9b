using BridgeBot.Cards;
using BridgeBot.Core.Intake;
using BridgeBot.Core.Threads;

namespace BridgeBot.Host.Turns;

/// <summary>What a turn knows of one requester: the dialog and the open threads, read in one range.</summary>
/// <param name="Id">Random; stands for the person in keys and buttons.</param>
/// <param name="Head">Who the requester is; null before the first turn.</param>
/// <param name="HeadETag">Replaced by every commit, so that turns of one partition never overtake each other; null before the first.</param>
/// <param name="Dialog">The open dialog; null if there is none.</param>
/// <param name="Threads">The threads that a turn may change: the open ones, and a closed one if a click named it.</param>
/// <param name="Answers">Answers in preview, by thread id.</param>
public sealed record RequesterState(
    string Id,
    RequesterHead? Head,
    string? HeadETag,
    Dialog? Dialog,
    IReadOnlyDictionary<string, RequestThread> Threads,
    IReadOnlyDictionary<string, AnswerDraft> Answers)
{
    /// <summary>Whether the card of the dialog's current step still waits to be delivered, so that the rep has not seen it.</summary>
    public bool StepIsOnItsWay { get; init; }

    /// <summary>The page of a thread's history that was asked for; null if none was.</summary>
    public HistoryPage? History { get; init; }

    /// <summary>The threads that somebody still waits for, the oldest first.</summary>
    public IReadOnlyList<RequestThread> OpenThreads =>
        [.. Threads.Values.Where(thread => !thread.IsOver).OrderBy(thread => thread.SubmittedAt)];
}

/// <summary>One requester.</summary>
/// <param name="TenantId">The tenant that the person belongs to; a click from another one is refused.</param>
/// <param name="Person">The person.</param>
/// <param name="Chat">The personal chat; null until the bot was installed or written to there.</param>
/// <param name="Installed">Whether the bot is installed in the personal chat: one welcome an install.</param>
/// <param name="Locale">The person's locale, as of the last activity.</param>
/// <param name="TimeZone">The person's IANA time zone, as of the last activity.</param>
/// <param name="NextNumber">The number of the next outbox row: messages go out in the order of their numbers.</param>
/// <param name="ErasedAt">UTC instant at which an operator began to erase the person; null if nobody did. From then on the threads
/// are marketing's alone: nothing that the person does is decided here, and nothing is sent to them.</param>
public sealed record RequesterHead(
    string TenantId,
    Person Person,
    ConversationReference? Chat,
    bool Installed,
    string Locale,
    string TimeZone,
    long NextNumber,
    DateTimeOffset? ErasedAt = null)
{
    /// <summary>UTC instant since which the person wants a digest of their own; null if they want none.</summary>
    public DateTimeOffset? DigestSince { get; init; }
}

/// <summary>An answer that the rep sees in a preview; what is sent is this text, never what a button carries.</summary>
/// <param name="Number">The number of the question.</param>
/// <param name="Text">The answer.</param>
public sealed record AnswerDraft(int Number, string Text);
