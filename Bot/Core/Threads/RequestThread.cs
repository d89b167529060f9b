using System.Text.Json.Serialization;

namespace BridgeBot.Core.Threads;

/// <summary>Where a thread stands. Each status is a row of <see cref="ThreadPolicy"/>.</summary>
public enum ThreadStatus
{
    /// <summary>Waiting for marketing.</summary>
    Submitted,

    /// <summary>Marketing asked something and waits for the rep.</summary>
    Question,

    /// <summary>Marketing said yes.</summary>
    Approved,

    /// <summary>Marketing said no, with a reason.</summary>
    Declined,

    /// <summary>Marketing asked the rep to change it first.</summary>
    ChangesRequested,

    /// <summary>Somebody of marketing works on it.</summary>
    InProgress,

    /// <summary>It is done, and the rep has not said yet whether it helped.</summary>
    Delivered,

    /// <summary>The rep has said whether it helped, or did not answer for long enough.</summary>
    Closed,

    /// <summary>The rep took it back.</summary>
    Withdrawn,
}

/// <summary>Everything that was said about one ask, folded from its events by <see cref="ThreadDecider.Apply"/>.</summary>
/// <param name="Id">Random and unguessable; the key of its rows.</param>
/// <param name="Reference">What people quote: BR- and six symbols without look-alikes.</param>
/// <param name="RequesterId">The random id of the requester's partition.</param>
/// <param name="Requester">Who asked, or the colleague who has it now.</param>
/// <param name="Request">What was asked.</param>
/// <param name="Status">Where it stands.</param>
/// <param name="Version">How many events it has; the card in the channel must show the newest.</param>
/// <param name="SubmittedAt">UTC instant at which the rep agreed to post it.</param>
/// <param name="PostedAt">UTC instant at which the connector accepted the card; null while it waits to be posted.</param>
/// <param name="ChangedAt">UTC instant of the newest event that is about the request: a removed name is not, nor a move to another channel or to
/// a colleague, nor are words about one that is over.</param>
/// <param name="Ruling">Marketing's decision; null while there is none.</param>
/// <param name="Questions">What marketing asked, oldest first, with the answers.</param>
public sealed record RequestThread(
    string Id,
    string Reference,
    string RequesterId,
    Person Requester,
    Request Request,
    ThreadStatus Status,
    int Version,
    DateTimeOffset SubmittedAt,
    DateTimeOffset? PostedAt,
    DateTimeOffset ChangedAt,
    Ruling? Ruling,
    IReadOnlyList<Question> Questions)
{
    /// <summary>How long marketing's decision has been waited for; null in threads that were stored before that was known.</summary>
    public Round? Round { get; init; }

    /// <summary>What marketing wants changed; null unless it waits for that.</summary>
    public ChangeWish? Changes { get; init; }

    /// <summary>How often the rep changed the request after it was posted.</summary>
    public int Revisions { get; init; }

    /// <summary>The version in which the request got its present wording: a click on an older card was not about it.</summary>
    public int WordedIn { get; init; }

    /// <summary>Who has approved it so far, where one approval is not enough; also once it is approved. Empty where one is.</summary>
    public IReadOnlyList<Approval> Approvals { get; init => field = value ?? []; } = [];

    /// <summary>How many approvals it needs, as of the last one.</summary>
    public int ApprovalsNeeded { get; init; }

    /// <summary>Who sees to it, and until when; null before it is approved, and in threads that were stored before there was an owner.</summary>
    public Work? Work { get; init; }

    /// <summary>What marketing delivered; null before.</summary>
    public Handover? Handover { get; init; }

    /// <summary>Whether it helped; null as long as the rep has not said so.</summary>
    public Feedback? Feedback { get; init; }

    /// <summary>The rep's thanks; null if there are none.</summary>
    public ThankYou? ThankYou { get; init; }

    /// <summary>How often its card went to another channel.</summary>
    public int Moves { get; init; }

    /// <summary>Whether Teams did not take what was for the rep, and they have not done anything since.</summary>
    public bool IsRequesterUnreached { get; init; }

    /// <summary>The question that still waits for the rep; null if none does. One that was passed over by a decision waits no more.</summary>
    [JsonIgnore]
    public Question? OpenQuestion => Status is ThreadStatus.Question ? Questions.LastOrDefault(question => question.Answer is null) : null;

    /// <summary>Whether nothing is left to decide, for marketing or for the rep's dialog.</summary>
    [JsonIgnore]
    public bool IsDecided => ThreadPolicy.IsDecided(Status);

    /// <summary>Whether nobody waits for anything any more; only then it leaves the lists of open threads.</summary>
    [JsonIgnore]
    public bool IsOver => ThreadPolicy.IsOver(Status);

    /// <summary>Who sees to it; null if nobody does.</summary>
    [JsonIgnore]
    public Person? Owner => Work?.Owner ?? (Status is ThreadStatus.Approved ? Ruling?.By : null);
}

/// <summary>Marketing's decision.</summary>
/// <param name="By">Who decided.</param>
/// <param name="At">UTC instant.</param>
/// <param name="Reason">Why, in marketing's words; null for an approval.</param>
/// <param name="Alternative">What marketing offers instead; null for nothing.</param>
public sealed record Ruling(Person By, DateTimeOffset At, string? Reason, string? Alternative = null);

/// <summary>Something that marketing asked, and what the rep answered.</summary>
/// <param name="Number">1 for the first question of the thread.</param>
/// <param name="By">Who asked.</param>
/// <param name="At">UTC instant.</param>
/// <param name="Text">The question, in marketing's words.</param>
/// <param name="Answer">The answer that the rep agreed to in a preview; null while it is open.</param>
/// <param name="AnsweredAt">UTC instant of the answer; null while it is open.</param>
public sealed record Question(int Number, Person By, DateTimeOffset At, string Text, string? Answer, DateTimeOffset? AnsweredAt)
{
    /// <summary>Who answered; null while it is open.</summary>
    public Person? AnsweredBy { get; init; }
}
