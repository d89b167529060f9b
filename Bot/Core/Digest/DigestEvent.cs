using BridgeBot.Core.Threads;

namespace BridgeBot.Core.Digest;

/// <summary>
/// Something that a digest counts: a row of the channel's own partition, written once and never changed but where somebody is erased.
/// It says all that a digest needs, so that no thread has to be read for it.
/// </summary>
/// <param name="ThreadId">The thread's id.</param>
/// <param name="Number">The number of the event among those of its thread, from 1 on: their order.</param>
/// <param name="At">UTC instant.</param>
/// <param name="What">What happened.</param>
/// <param name="Title">The request's title at that time.</param>
/// <param name="Kind">The id of its kind.</param>
/// <param name="RequesterId">The random id that stands for who asked.</param>
/// <param name="Requester">Who asked.</param>
public sealed record DigestEvent(
    string ThreadId,
    int Number,
    DateTimeOffset At,
    Happening What,
    string Title,
    string Kind,
    string RequesterId,
    Person Requester)
{
    /// <summary>
    /// UTC instant from which the time to this event counts; null if it does not count. For the first answer that the request ever got
    /// it is when it was asked; for a delivery it is when it was asked, or last reopened.
    /// </summary>
    public DateTimeOffset? Since { get; init; }

    /// <summary>Who of marketing did it or, for thanks, whom they are for; null if nobody did.</summary>
    public Person? Marketer { get; init; }

    /// <summary>What the rep wrote to be shown: the thanks or, with a new request, what has worked well; null if nothing.</summary>
    public string? Words { get; init; }

    /// <summary>The customer, as the rep wrote it; null if there is none.</summary>
    public string? Customer { get; init; }

    /// <summary>What a new request is about (<see cref="Themes.WordsOf"/>); null for everything else.</summary>
    public IReadOnlyList<string>? About { get; init; }
}

/// <summary>What of the life of a thread a digest counts.</summary>
public enum Happening
{
    /// <summary>The rep agreed to post it.</summary>
    Asked,

    /// <summary>Marketing answered without deciding: with a question, a wish for changes, or one of several approvals that it needs.</summary>
    Answered,

    /// <summary>Marketing said yes.</summary>
    Approved,

    /// <summary>Marketing said no.</summary>
    Declined,

    /// <summary>Marketing delivered.</summary>
    Delivered,

    /// <summary>The rep said whether it helped, or was asked twice in vain.</summary>
    Closed,

    /// <summary>The rep took it back.</summary>
    Withdrawn,

    /// <summary>It is to be decided anew: a new round.</summary>
    Reopened,

    /// <summary>The rep said thanks.</summary>
    Thanked,
}
