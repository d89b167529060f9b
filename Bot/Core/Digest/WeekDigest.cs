using System.Text.Json.Serialization;
using BridgeBot.Core.Threads;

namespace BridgeBot.Core.Digest;

/// <summary>What a channel's week was.</summary>
/// <param name="From">UTC instant, included.</param>
/// <param name="To">UTC instant, not included.</param>
/// <param name="Counts">How many threads stand in each status now, of those decided in the period or still open; a status without any is absent.</param>
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
/// <param name="ChangedAt">UTC instant of its newest event; of a decided thread, the decision.</param>
/// <param name="Appreciation">What the rep said has worked well; null if nothing.</param>
/// <param name="Version">The thread's version; an older one never covers a newer one.</param>
public sealed record DigestThread(
    string Reference,
    string Title,
    string Requester,
    ThreadStatus Status,
    DateTimeOffset SubmittedAt,
    DateTimeOffset ChangedAt,
    string? Appreciation,
    int Version)
{
    /// <summary>Whether it is undecided: it waits for marketing, or for the rep's answer.</summary>
    [JsonIgnore]
    public bool IsWaiting => Status is ThreadStatus.Submitted or ThreadStatus.Question;
}

/// <summary>A thank-you, in the rep's words.</summary>
/// <param name="From">The rep's display name.</param>
/// <param name="For">What has worked well.</param>
public sealed record DigestThanks(string From, string For);
