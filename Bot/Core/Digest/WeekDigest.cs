using System.Text.Json.Serialization;
using BridgeBot.Core.Threads;

namespace BridgeBot.Core.Digest;

/// <summary>What a channel's week was.</summary>
/// <param name="From">UTC instant, included.</param>
/// <param name="To">UTC instant, not included.</param>
/// <param name="Counts">How many threads were approved, declined or withdrawn in the period, and how many wait for marketing
/// (<see cref="ThreadStatus.Submitted"/>) or for the rep (<see cref="ThreadStatus.Question"/>) now; a status without any is absent.</param>
/// <param name="WaitingLongest">Undecided threads, the oldest first; at most five.</param>
/// <param name="Waiting">How many threads are undecided in all.</param>
/// <param name="Thanks">What reps said has worked well, newest first; at most five.</param>
public sealed record WeekDigest(
    DateTimeOffset From,
    DateTimeOffset To,
    IReadOnlyDictionary<ThreadStatus, int> Counts,
    IReadOnlyList<DigestThread> WaitingLongest,
    int Waiting,
    IReadOnlyList<DigestThanks> Thanks);

/// <summary>What the digest knows of a thread: a row of the channel's own partition.</summary>
/// <param name="Reference">What people quote.</param>
/// <param name="Title">Its title.</param>
/// <param name="Requester">The rep's display name.</param>
/// <param name="Status">Where it stands.</param>
/// <param name="SubmittedAt">UTC instant.</param>
/// <param name="ChangedAt">UTC instant of its newest event.</param>
/// <param name="Appreciation">What the rep said has worked well; null if nothing.</param>
/// <param name="Version">The thread's version; an older one never covers a newer one.</param>
/// <param name="DecidedAt">UTC instant of marketing's decision; null before, and in rows that were stored when a decision was the end.</param>
/// <param name="Owner">The display name of who sees to it; null if nobody does.</param>
/// <param name="Promised">The day for which it is promised; null if none was.</param>
/// <param name="Thanks">What the rep said thanks with after the delivery; null if nothing.</param>
/// <param name="ThankedAt">UTC instant of the thanks; null if there are none.</param>
public sealed record DigestThread(
    string Reference,
    string Title,
    string Requester,
    ThreadStatus Status,
    DateTimeOffset SubmittedAt,
    DateTimeOffset ChangedAt,
    string? Appreciation,
    int Version,
    DateTimeOffset? DecidedAt = null,
    string? Owner = null,
    DateOnly? Promised = null,
    string? Thanks = null,
    DateTimeOffset? ThankedAt = null)
{
    /// <summary>Whether it is undecided: it waits for marketing, or for the rep's answer or changes.</summary>
    [JsonIgnore]
    public bool IsWaiting => !ThreadPolicy.IsDecided(Status);

    /// <summary>Whether nobody waits for anything any more; an approval was the end before there were owners.</summary>
    [JsonIgnore]
    public bool IsOver => ThreadPolicy.IsOver(Status) || this is { Status: ThreadStatus.Approved, Owner: null };

    /// <summary>What it counts as: whatever follows an approval was approved, and changes are as good as an answer.</summary>
    [JsonIgnore]
    public ThreadStatus CountsAs => Status switch
    {
        ThreadStatus.InProgress or ThreadStatus.Delivered or ThreadStatus.Closed => ThreadStatus.Approved,
        ThreadStatus.ChangesRequested => ThreadStatus.Question,
        _ => Status,
    };
}

/// <summary>A thank-you, in the rep's words.</summary>
/// <param name="From">The rep's display name.</param>
/// <param name="For">What has worked well.</param>
public sealed record DigestThanks(string From, string For);
