namespace BridgeBot.Core.Threads;

/// <summary>What the rep says of what was delivered.</summary>
/// <param name="Outcome">Whether it helped.</param>
/// <param name="Reaction">What the customer said, in the rep's words; null if nothing was said.</param>
/// <param name="At">UTC instant.</param>
public sealed record Feedback(Outcome Outcome, string? Reaction, DateTimeOffset At);

/// <summary>Whether what was delivered helped.</summary>
public enum Outcome
{
    /// <summary>The deal was won.</summary>
    Won,

    /// <summary>The deal moved forward.</summary>
    MovedForward,

    /// <summary>It is too early to say: ask again later.</summary>
    NotYet,

    /// <summary>It did not help.</summary>
    No,
}
