using System.Text.Json.Serialization;

namespace BridgeBot.Core.Threads;

/// <summary>What a channel's lists, its reminders and its digest know of a thread: a row of the channel's own partition. It holds nothing
/// that marketing was not shown.</summary>
/// <param name="Id">The thread.</param>
/// <param name="RequesterId">The partition that the thread is in.</param>
/// <param name="Reference">What people quote.</param>
/// <param name="Title">Its title.</param>
/// <param name="Kind">The id of its kind.</param>
/// <param name="Requester">The rep.</param>
/// <param name="Status">Where it stands.</param>
/// <param name="Version">The thread's version; an older one never covers a newer one.</param>
/// <param name="SubmittedAt">UTC instant.</param>
/// <param name="ChangedAt">UTC instant of its newest event.</param>
public sealed record ListedThread(
    string Id,
    string RequesterId,
    string Reference,
    string Title,
    string Kind,
    Person Requester,
    ThreadStatus Status,
    int Version,
    DateTimeOffset SubmittedAt,
    DateTimeOffset ChangedAt)
{
    /// <summary>The customer; null if there is none.</summary>
    public string? Customer { get; init; }

    /// <summary>The day by which it is needed; null if none was given.</summary>
    public DateOnly? Deadline { get; init; }

    /// <summary>Whether it is a relayed safety, legal or outage complaint.</summary>
    public bool Urgent { get; init; }

    /// <summary>UTC instant of marketing's decision; null before.</summary>
    public DateTimeOffset? DecidedAt { get; init; }

    /// <summary>The day for which it is promised; until one is promised, the day by which it is needed; null if there is neither.</summary>
    [JsonIgnore]
    public DateOnly? DueDay => Work?.Promised ?? Deadline;

    /// <summary>How long marketing's decision has been waited for.</summary>
    public Round Round { get; init; } = new(SubmittedAt, []);

    /// <summary>Who sees to it, and until when; null if nobody does.</summary>
    public Work? Work { get; init; }

    /// <summary>UTC instant of the delivery; null before.</summary>
    public DateTimeOffset? DeliveredAt { get; init; }

    /// <summary>What the rep said has worked well; null if nothing.</summary>
    public string? Appreciation { get; init; }

    /// <summary>What the rep said thanks with after the delivery; null if nothing.</summary>
    public ThankYou? ThankYou { get; init; }

    /// <summary>The id of the post in the channel that shows its card.</summary>
    public string? ActivityId { get; init; }

    /// <summary>Whether it is undecided: it waits for marketing, or for the rep's answer or changes.</summary>
    [JsonIgnore]
    public bool IsWaiting => !ThreadPolicy.IsDecided(Status);

    /// <summary>Whether it is the rep's turn.</summary>
    [JsonIgnore]
    public bool WaitsForRep => Status is ThreadStatus.Question or ThreadStatus.ChangesRequested or ThreadStatus.Delivered;

    /// <summary>Whether nobody waits for anything any more; an approval was the end before there were owners.</summary>
    [JsonIgnore]
    public bool IsOver => ThreadPolicy.IsOver(Status) || this is { Status: ThreadStatus.Approved, Work: null };

    /// <summary>The row of a thread.</summary>
    /// <param name="thread">As it is now.</param>
    /// <param name="activityId">The id of the post that shows its card.</param>
    public static ListedThread Of(RequestThread thread, string activityId) => new(
        thread.Id,
        thread.RequesterId,
        thread.Reference,
        thread.Request.Title,
        thread.Request.Kind,
        thread.Requester,
        thread.Status,
        thread.Version,
        thread.SubmittedAt,
        thread.ChangedAt)
    {
        Customer = thread.Request.Customer,
        Deadline = thread.Request.Deadline,
        Urgent = thread.Request.Urgent,
        DecidedAt = thread.Ruling?.At,
        Round = thread.Round ?? new(thread.SubmittedAt, []),
        Work = thread.Work,
        DeliveredAt = thread.Handover?.At,
        Appreciation = thread.Request.Appreciation,
        ThankYou = thread.ThankYou,
        ActivityId = activityId,
    };
}
