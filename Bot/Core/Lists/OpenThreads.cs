using System.Globalization;
using BridgeBot.Core.Threads;

namespace BridgeBot.Core.Lists;

/// <summary>Makes lists of a channel's open threads. Pure.</summary>
public static class OpenThreads
{
    /// <summary>A page of <see cref="ListKind.Open"/>, <see cref="ListKind.Mine"/> or <see cref="ListKind.Overdue"/>, or the
    /// <see cref="ListKind.Board"/>: urgent ones first, then those with the earliest day, then those that were asked first.</summary>
    /// <param name="open">The channel's open threads, in any order.</param>
    /// <param name="list">Which list, and which page of it. One that is not there any more is the last one.</param>
    /// <param name="who">Who wants to see it.</param>
    /// <param name="today">What day it is for them.</param>
    public static ListPage Page(IEnumerable<ListedThread> open, ListRequest list, Person who, DateOnly today)
    {
        if (list.Kind is ListKind.Board)
        {
            var all = open.ToList();
            return new([], all.Count, null) { Board = Board(all, today) };
        }

        var threads = open
            .Where(thread => list.Kind switch
            {
                ListKind.Mine => thread.Work?.Owner.AadObjectId == who.AadObjectId,
                ListKind.Overdue => IsOverdue(thread, today),
                _ => true,
            })
            .OrderByDescending(thread => thread.Urgent)
            .ThenBy(thread => thread.DueDay ?? DateOnly.MaxValue)
            .ThenBy(thread => thread.SubmittedAt)
            .ThenBy(thread => thread.Id, StringComparer.Ordinal)
            .ToList();
        var wanted = list.Trail is [.., var from] && int.TryParse(from, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : 0;
        var before = Math.Min(wanted, Math.Max(threads.Count - 1, 0)) / ListPage.Size * ListPage.Size;
        var next = before + ListPage.Size;
        return new(
            threads.GetRange(before, Math.Min(ListPage.Size, threads.Count - before)),
            threads.Count,
            next < threads.Count ? next.ToString(CultureInfo.InvariantCulture) : null)
        {
            Before = before,
        };
    }

    /// <summary>Whether the day for which it is due is over, and it is not delivered.</summary>
    /// <param name="thread">The thread.</param>
    /// <param name="today">What day it is for whoever looks.</param>
    public static bool IsOverdue(ListedThread thread, DateOnly today) =>
        !thread.IsOver && thread.Status is not ThreadStatus.Delivered && thread.DueDay < today;

    private static IReadOnlyList<BoardRow> Board(List<ListedThread> open, DateOnly today) =>
    [
        .. from thread in open
           group thread by thread.Status into state
           orderby state.Key
           select new BoardRow(state.Key, state.Count(), state.Count(thread => IsOverdue(thread, today)), state.MinBy(thread => thread.Round.From)!),
    ];
}
