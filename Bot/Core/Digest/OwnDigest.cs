using BridgeBot.Core.Threads;

namespace BridgeBot.Core.Digest;

/// <summary>What a rep's digest says: of their own requests, and of what others got.</summary>
/// <param name="NeedsThem">Requests for which marketing waits for the rep's answer or changes, the oldest first.</param>
/// <param name="DidItHelp">What was delivered to them and still wants to know whether it helped, the oldest first.</param>
/// <param name="UnderWay">Their other open requests, the oldest first.</param>
/// <param name="ForOthers">What was delivered in the period to others for the rep's own customers, the newest first.</param>
public sealed record OwnDigest(
    Shortlist<RequestThread> NeedsThem,
    Shortlist<RequestThread> DidItHelp,
    Shortlist<RequestThread> UnderWay,
    Shortlist<DigestEvent> ForOthers)
{
    /// <summary>How many of each kind a digest names.</summary>
    public const int Named = 8;

    /// <summary>Whether there is nothing to say.</summary>
    public bool IsEmpty => (NeedsThem.All, DidItHelp.All, UnderWay.All, ForOthers.All) == (0, 0, 0, 0);

    /// <summary>Sums up.</summary>
    /// <param name="open">The rep's open threads, the oldest first.</param>
    /// <param name="customers">The rep's customers, as they wrote them.</param>
    /// <param name="events">Event rows of the channels in any order.</param>
    /// <param name="requesterId">The random id that stands for the rep.</param>
    /// <param name="period">What of them counts.</param>
    public static OwnDigest Of(
        IReadOnlyCollection<RequestThread> open,
        IEnumerable<string> customers,
        IEnumerable<DigestEvent> events,
        string requesterId,
        DigestPeriod period)
    {
        var known = customers.Select(Plain).Where(customer => customer.Length > 0).ToHashSet(StringComparer.Ordinal);
        return new(
            Shortlist.Of<RequestThread>([.. open.Where(NeedsRep)], Named),
            Shortlist.Of<RequestThread>([.. open.Where(thread => thread.Status is ThreadStatus.Delivered)], Named),
            Shortlist.Of<RequestThread>([.. open.Where(thread => !NeedsRep(thread) && thread.Status is not ThreadStatus.Delivered)], Named),
            Shortlist.Of<DigestEvent>(
                [
                    .. events
                        .Where(one => one.What is Happening.Delivered && period.Contains(one.At) && one.RequesterId != requesterId)
                        .Where(one => one.Customer is { } customer && known.Contains(Plain(customer)))
                        .OrderByDescending(one => one.At)
                        .DistinctBy(one => one.ThreadId),
                ],
                Named));
    }

    private static bool NeedsRep(RequestThread thread) => thread.Status is ThreadStatus.Question or ThreadStatus.ChangesRequested;

    /// <summary>A customer's name as far as it tells customers apart: "Acme Ltd." and "acme ltd" are one.</summary>
    private static string Plain(string customer) => string.Concat(customer.Where(char.IsLetterOrDigit)).ToLowerInvariant();
}
