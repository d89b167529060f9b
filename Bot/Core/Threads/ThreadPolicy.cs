using Status = BridgeBot.Core.Threads.ThreadStatus;

namespace BridgeBot.Core.Threads;

/// <summary>
/// The one table of the life of a thread: which command takes it from where to where, and whose command it is. The decider, the
/// cards' buttons and the README's diagram all read it.
/// </summary>
public static class ThreadPolicy
{
    /// <summary>
    /// The longest reason, question or answer, in UTF-16 code units. A card with the longest framing and five of these
    /// stays below the 28 KB at which older clients stop showing a message
    /// (<see href="https://learn.microsoft.com/microsoftteams/platform/bots/how-to/format-your-bot-messages"/>).
    /// </summary>
    public const int LongestText = 2_000;

    /// <summary>Words change nothing, so they go with any status.</summary>
    private static readonly Status[] Always = Enum.GetValues<Status>();

    /// <summary>The table.</summary>
    public static IReadOnlyList<ThreadRule> Rules { get; } =
    [
        new(typeof(Ask), "ask a question", ThreadRole.Marketing, [Status.Submitted], Status.Question),
        new(typeof(AnswerQuestion), "answer", ThreadRole.Requester, [Status.Question], Status.Submitted),
        new(typeof(RequestChanges), "ask for changes", ThreadRole.Marketing, [Status.Submitted, Status.Question], Status.ChangesRequested),
        new(typeof(Revise), "change it", ThreadRole.Requester, [Status.Submitted, Status.ChangesRequested], Status.Submitted),
        new(typeof(Approve), "approve", ThreadRole.Marketing, [Status.Submitted, Status.Question, Status.ChangesRequested], Status.Approved),
        new(typeof(Approve), "approve as one of several", ThreadRole.Marketing, [Status.Submitted, Status.Question, Status.ChangesRequested], null),
        new(typeof(Decline), "decline", ThreadRole.Marketing, [Status.Submitted, Status.Question, Status.ChangesRequested], Status.Declined),
        new(typeof(Take), "take it", ThreadRole.Marketing, [Status.Approved, Status.InProgress], Status.InProgress),
        new(typeof(Assign), "hand it to a colleague", ThreadRole.Marketing, [Status.Approved, Status.InProgress], null),
        new(typeof(Promise), "promise a day", ThreadRole.Owner, [Status.Approved, Status.InProgress], null),
        new(typeof(Deliver), "deliver", ThreadRole.Owner, [Status.Approved, Status.InProgress], Status.Delivered),
        new(typeof(TellOutcome), "say whether it helped", ThreadRole.Requester, [Status.Delivered, Status.Closed], Status.Closed),
        new(typeof(TellOutcome), "say “not yet”", ThreadRole.Requester, [Status.Delivered, Status.Closed], null),
        new(typeof(Thank), "say thanks", ThreadRole.Requester, [Status.Delivered, Status.Closed], null),
        new(typeof(Nudge), "nudge", ThreadRole.Requester, [Status.Submitted, Status.Approved, Status.InProgress], null),
        new(typeof(Withdraw), "withdraw", ThreadRole.Requester, [Status.Submitted, Status.Question, Status.ChangesRequested, Status.Approved, Status.InProgress], Status.Withdrawn),
        new(typeof(Reopen), "reopen", ThreadRole.Requester, [Status.Declined, Status.Withdrawn, Status.Delivered, Status.Closed], Status.Submitted),
        new(typeof(Reopen), "reopen", ThreadRole.Marketing, [Status.Declined, Status.Approved, Status.InProgress], Status.Submitted),
        new(typeof(Remark), "write to the rep", ThreadRole.Marketing, Always, null),
        new(typeof(Reply), "write back", ThreadRole.Requester, Always, null),
        new(typeof(FollowUp), "ask once more", ThreadRole.Bot, [Status.Delivered], null),
        new(typeof(FollowUp), "wait no longer", ThreadRole.Bot, [Status.Delivered], Status.Closed),
    ];

    /// <summary>Whether a thread in this status takes this command from anybody.</summary>
    /// <typeparam name="TCommand">A <see cref="ThreadCommand"/> of a person.</typeparam>
    public static bool Allows<TCommand>(ThreadStatus status)
        where TCommand : ThreadCommand => Rules.Any(rule => rule.Command == typeof(TCommand) && rule.From.Contains(status));

    /// <summary>The same, from the rep or from marketing.</summary>
    /// <typeparam name="TCommand">A <see cref="ThreadCommand"/> of a person.</typeparam>
    /// <param name="status">Where the thread stands.</param>
    /// <param name="byRequester">True for the rep; false for a member of marketing, who may have to be the owner.</param>
    public static bool Allows<TCommand>(ThreadStatus status, bool byRequester)
        where TCommand : PersonCommand => For(typeof(TCommand), byRequester).Any(rule => rule.From.Contains(status));

    /// <summary>Whether nothing is left to decide in this status.</summary>
    public static bool IsDecided(ThreadStatus status) => status is not (Status.Submitted or Status.Question or Status.ChangesRequested);

    /// <summary>Whether nobody waits for anything any more in this status.</summary>
    public static bool IsOver(ThreadStatus status) => status is Status.Declined or Status.Closed or Status.Withdrawn;

    /// <summary>The rows of a command that are the rep's, or those that are marketing's.</summary>
    internal static IEnumerable<ThreadRule> For(Type command, bool byRequester) =>
        Rules.Where(rule => rule.Command == command && (rule.By is ThreadRole.Requester) == byRequester);
}
