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
}

/// <summary>Everything that was said about one ask, folded from its events by <see cref="ThreadDecider.Apply"/>.</summary>
/// <param name="Id">Random and unguessable; the key of its rows.</param>
/// <param name="Reference">What people quote: BR- and six symbols without look-alikes.</param>
/// <param name="RequesterId">The random id of the requester's partition.</param>
/// <param name="Requester">Who asked.</param>
/// <param name="Request">What was asked.</param>
/// <param name="Status">Where it stands.</param>
/// <param name="Version">How many events it has; the card in the channel must show the newest.</param>
/// <param name="SubmittedAt">UTC instant at which the rep agreed to post it.</param>
/// <param name="PostedAt">UTC instant at which the connector accepted the card; null while it waits to be posted.</param>
/// <param name="ChangedAt">UTC instant of the newest event.</param>
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
    /// <summary>The question that still waits for the rep; null if none does.</summary>
    [JsonIgnore]
    public Question? OpenQuestion => Questions.LastOrDefault(question => question.Answer is null);

    /// <summary>Whether marketing has decided; a decided thread is closed for the dialog and for lists of open threads.</summary>
    [JsonIgnore]
    public bool IsDecided => Status is ThreadStatus.Approved or ThreadStatus.Declined;
}

/// <summary>Marketing's decision.</summary>
/// <param name="By">Who decided.</param>
/// <param name="At">UTC instant.</param>
/// <param name="Reason">Why, in marketing's words; null for an approval.</param>
public sealed record Ruling(Person By, DateTimeOffset At, string? Reason);

/// <summary>Something that marketing asked, and what the rep answered.</summary>
/// <param name="Number">1 for the first question of the thread.</param>
/// <param name="By">Who asked.</param>
/// <param name="At">UTC instant.</param>
/// <param name="Text">The question, in marketing's words.</param>
/// <param name="Answer">The answer that the rep agreed to in a preview; null while it is open.</param>
/// <param name="AnsweredAt">UTC instant of the answer; null while it is open.</param>
public sealed record Question(int Number, Person By, DateTimeOffset At, string Text, string? Answer, DateTimeOffset? AnsweredAt);
