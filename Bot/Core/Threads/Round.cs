namespace BridgeBot.Core.Threads;

/// <summary>How long marketing's decision has been waited for: since the request was asked, or opened again.</summary>
/// <param name="From">UTC instant.</param>
/// <param name="Pauses">When it was the rep's turn, in order.</param>
public sealed record Round(DateTimeOffset From, IReadOnlyList<Pause> Pauses)
{
    /// <summary>It is the rep's turn; if it was that before, since before.</summary>
    public Round PausedAt(DateTimeOffset at) => Pauses is [.., { Until: null }] ? this : this with { Pauses = [.. Pauses, new Pause(at, null)] };

    /// <summary>It is marketing's turn again.</summary>
    public Round ResumedAt(DateTimeOffset at) =>
        Pauses is [.., { Until: null } last] ? this with { Pauses = [.. Pauses.SkipLast(1), last with { Until = at }] } : this;
}

/// <summary>A time in which it was the rep's turn.</summary>
/// <param name="From">UTC instant.</param>
/// <param name="Until">UTC instant; null while it still is.</param>
public sealed record Pause(DateTimeOffset From, DateTimeOffset? Until);
