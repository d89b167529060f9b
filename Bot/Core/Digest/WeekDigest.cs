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
    IReadOnlyList<ListedThread> WaitingLongest,
    int Waiting,
    IReadOnlyList<DigestThanks> Thanks);

/// <summary>A thank-you, in the rep's words.</summary>
/// <param name="From">The rep's display name.</param>
/// <param name="For">What has worked well.</param>
public sealed record DigestThanks(string From, string For);
