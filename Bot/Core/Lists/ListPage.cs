using BridgeBot.Core.Threads;

namespace BridgeBot.Core.Lists;

/// <summary>A page of a list.</summary>
/// <param name="Threads">What stands on it.</param>
/// <param name="Total">How many there are on all pages; null if that was not counted.</param>
/// <param name="Next">Where the next page begins; null if this is the last one.</param>
public sealed record ListPage(IReadOnlyList<ListedThread> Threads, int? Total, string? Next)
{
    /// <summary>The most threads on a page.</summary>
    public const int Size = 6;

    /// <summary>How many stand before this page; 0 where that was not counted.</summary>
    public int Before { get; init; }

    /// <summary>The states that have threads, for the board alone.</summary>
    public IReadOnlyList<BoardRow> Board { get; init; } = [];

    /// <summary>Whether more was there to look through than is looked through for one page.</summary>
    public bool IsCutShort { get; init; }
}

/// <summary>A state on the board.</summary>
/// <param name="Status">The state.</param>
/// <param name="Count">How many threads are in it.</param>
/// <param name="Overdue">How many of them are overdue.</param>
/// <param name="Oldest">The one that was asked first.</param>
public sealed record BoardRow(ThreadStatus Status, int Count, int Overdue, ListedThread Oldest);
