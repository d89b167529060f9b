using BridgeBot.Core.Threads;

namespace BridgeBot.Core.Digest;

/// <summary>Counts a channel's week. Pure: the period is an argument.</summary>
public static class DigestCounter
{
    /// <summary>How many threads, and how many thanks, a digest names.</summary>
    public const int Named = 5;

    /// <summary>
    /// Whether a period's digest needs a thread: whoever reads the threads can drop the others at once, or a long history
    /// would be held in memory.
    /// </summary>
    /// <param name="thread">The thread as it is now.</param>
    /// <param name="from">UTC instant, included.</param>
    /// <param name="to">UTC instant, not included.</param>
    public static bool Needs(ListedThread thread, DateTimeOffset from, DateTimeOffset to) =>
        Counts(thread, from, to) || IsIn(thread.SubmittedAt, from, to) || IsIn(thread.ThankYou?.At, from, to);

    /// <summary>
    /// Sums a period up. A decided thread counts if it was decided in the period, whenever it was asked; an undecided one if
    /// it was asked before <paramref name="to"/>. Each counts once (whatever follows an approval was approved, and changes are as good as an answer); one that was decided
    /// after the period is for the next digest. Waiting are all undecided ones among those that count, also those whose
    /// question waits for the rep. Thanks are those that reps said in the period for what was delivered, and the appreciations of
    /// the threads asked in the period, whatever became of them; the same words of the same rep are named once.
    /// </summary>
    /// <param name="threads">The channel's threads in any order, each once; those that it does not need are ignored.</param>
    /// <param name="from">UTC instant, included.</param>
    /// <param name="to">UTC instant, not included.</param>
    public static WeekDigest Summarize(IEnumerable<ListedThread> threads, DateTimeOffset from, DateTimeOffset to)
    {
        var needed = threads.Where(thread => Needs(thread, from, to)).ToList();
        var counting = needed.Where(thread => Counts(thread, from, to)).ToList();
        var waiting = counting
            .Where(thread => thread.IsWaiting)
            .OrderBy(thread => thread.SubmittedAt)
            .ThenBy(thread => thread.Reference, StringComparer.Ordinal)
            .ToList();
        var thanks = needed
            .SelectMany(thread => Thanks(thread, from, to).Select(thanks => (thread.Reference, thanks.At, thanks.Words)))
            .OrderByDescending(thanks => thanks.At)
            .ThenBy(thanks => thanks.Reference, StringComparer.Ordinal)
            .Select(thanks => thanks.Words)
            .Distinct();

        return new WeekDigest(
            from,
            to,
            counting.CountBy(thread => CountsAs(thread.Status)).ToDictionary(),
            [.. waiting.Take(Named)],
            waiting.Count,
            [.. thanks.Take(Named)]);
    }

    private static IEnumerable<(DateTimeOffset At, DigestThanks Words)> Thanks(ListedThread thread, DateTimeOffset from, DateTimeOffset to)
    {
        if (IsIn(thread.SubmittedAt, from, to) && !string.IsNullOrWhiteSpace(thread.Appreciation))
        {
            yield return (thread.SubmittedAt, new DigestThanks(thread.Requester.Name, thread.Appreciation));
        }

        if (thread.ThankYou is { } thanks && IsIn(thanks.At, from, to))
        {
            yield return (thanks.At, new DigestThanks(thread.Requester.Name, thanks.Text));
        }
    }

    private static ThreadStatus CountsAs(ThreadStatus status) => status switch
    {
        ThreadStatus.InProgress or ThreadStatus.Delivered or ThreadStatus.Closed => ThreadStatus.Approved,
        ThreadStatus.ChangesRequested => ThreadStatus.Question,
        _ => status,
    };

    private static bool Counts(ListedThread thread, DateTimeOffset from, DateTimeOffset to) =>
        thread.IsWaiting ? thread.SubmittedAt < to : IsIn(thread.DecidedAt ?? thread.ChangedAt, from, to);

    private static bool IsIn(DateTimeOffset? instant, DateTimeOffset from, DateTimeOffset to) => from <= instant && instant < to;
}
