namespace BridgeBot.Core.Lists;

/// <summary>A list that somebody of marketing wants to see.</summary>
/// <param name="Kind">Which.</param>
/// <param name="Text">What is looked for; empty for the others.</param>
/// <param name="Trail">Where each page after the first begins, as the page before it said; empty for the first page.</param>
public sealed record ListRequest(ListKind Kind, string Text, IReadOnlyList<string> Trail)
{
    /// <summary>The first page.</summary>
    public static ListRequest First(ListKind kind, string text = "") => new(kind, text, []);
}

/// <summary>The lists.</summary>
public enum ListKind
{
    /// <summary>Everything that somebody waits for.</summary>
    Open,

    /// <summary>What the person who asks sees to.</summary>
    Mine,

    /// <summary>What is not delivered, although its day is over.</summary>
    Overdue,

    /// <summary>How many there are in each state.</summary>
    Board,

    /// <summary>What has certain words in it, open or over.</summary>
    Find,
}
