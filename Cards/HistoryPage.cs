using BridgeBot.Core.Threads;

namespace BridgeBot.Cards;

/// <summary>A stretch of what happened to a thread.</summary>
/// <param name="Events">What happened, the oldest first.</param>
/// <param name="First">The number of the oldest of them: a thread's events are numbered from 1.</param>
/// <param name="Last">The number of the newest of them.</param>
public sealed record HistoryPage(IReadOnlyList<ThreadEvent> Events, int First, int Last)
{
    /// <summary>How many events a page has at most: with the longest texts, cut to what fits, it is still a card that every client shows.</summary>
    public const int Length = 10;

    /// <summary>The numbers of a page's events.</summary>
    /// <param name="thread">The thread.</param>
    /// <param name="until">The number of the newest event to show; null, or one that there is not, for the newest of all.</param>
    public static (int First, int Last) Span(RequestThread thread, int? until)
    {
        var last = until is >= 1 && until < thread.Version ? until.Value : thread.Version;
        return (Math.Max(1, last - Length + 1), last);
    }
}
