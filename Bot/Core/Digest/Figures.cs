namespace BridgeBot.Core.Digest;

/// <summary>
/// What happened in a period. Each figure counts requests, not events: one that was approved, reopened and approved again is approved
/// once. A request that was asked in one period and approved in the next counts as asked in the first and as approved in the second.
/// </summary>
/// <remarks>
/// <para>
/// A reopened request is the same one in another round. It is not asked again; what marketing answers, decides and delivers in the new round
/// counts in the period in which that happens, and what was counted before stays. Its first answer was in the first round, unless it got
/// none there; the time to its delivery begins with the last reopening. A request that its rep changed goes on as it was, with its time.
/// </para>
/// <para>
/// Times are working hours (<see cref="WorkingHours"/>), also those in which it was the rep's turn. The median of an even number of
/// times is half way between the two in the middle. What happened to a request that
/// moved to another channel is counted where its card was by then.
/// </para>
/// </remarks>
/// <param name="Asked">Requests that a rep agreed to post in the period, whenever their card could be posted. Reopening is not asking.</param>
/// <param name="Answered">Requests that marketing answered in the period: with a question, a wish for changes, a yes (also one of several that it
/// needs) or a no; what is written below the card is none. Also those
/// that were answered before, if they were answered again.</param>
/// <param name="Approved">Requests whose last decision in the period was a yes, also if they were reopened since.</param>
/// <param name="Declined">Requests whose last decision in the period was a no, also if they were reopened since.</param>
/// <param name="Delivered">Requests for which marketing delivered in the period.</param>
/// <param name="Closed">Requests whose rep said in the period whether it helped, or was asked twice in vain. One that was declined or
/// withdrawn is not counted here.</param>
/// <param name="HoursToAnswer">Median of the working hours from asking to the first answer that a request ever got, over the first
/// answers of the period; null if there were none. An answer after reopening is not a first one.</param>
/// <param name="HoursToDelivery">Median of the working hours from asking, or from the last reopening, to the delivery, over the
/// deliveries of the period; null if there were none.</param>
public sealed record Figures(
    int Asked, int Answered, int Approved, int Declined, int Delivered, int Closed, double? HoursToAnswer, double? HoursToDelivery)
{
    /// <summary>Whether anything was counted fewer times than in an earlier count of the same period.</summary>
    /// <param name="before">The earlier count.</param>
    internal bool HasLessThan(Figures before) =>
        Asked < before.Asked || Answered < before.Answered || Approved < before.Approved
        || Declined < before.Declined || Delivered < before.Delivered || Closed < before.Closed;
}

/// <summary>
/// What has become of the requests asked in a period, by its end: each of them is in exactly one of these states, so that
/// <c>Asked = Answered + Waiting + Withdrawn</c> and <c>Answered = Talking + Approved + Declined + Delivered + Closed</c>.
/// </summary>
/// <param name="Waiting">Not answered yet. A reopened request waits again, until it is answered again.</param>
/// <param name="Talking">Answered with a question, a wish for changes or one of several approvals, and not decided; also after the rep's own answer.</param>
/// <param name="Approved">Approved, and not delivered yet.</param>
/// <param name="Declined">Declined.</param>
/// <param name="Delivered">Delivered, and the rep has not said yet whether it helped.</param>
/// <param name="Closed">Closed after a delivery.</param>
/// <param name="Withdrawn">Taken back by the rep, whether it had been answered or not.</param>
public sealed record Cohort(int Waiting, int Talking, int Approved, int Declined, int Delivered, int Closed, int Withdrawn)
{
    /// <summary>All requests asked in the period.</summary>
    public int Asked => Answered + Waiting + Withdrawn;

    /// <summary>Those that marketing has answered.</summary>
    public int Answered => Talking + Approved + Declined + Delivered + Closed;
}

/// <summary>The figures of a period as they are stored once its digest was counted; the next digest counts them again.</summary>
/// <param name="Period">Which.</param>
/// <param name="Figures">What happened.</param>
public sealed record DigestTotals(DigestPeriod Period, Figures Figures)
{
    /// <summary>
    /// The totals once the period was counted again: what came late is in them. A count that has less of anything than the stored one
    /// is not taken: rows were removed meanwhile, by retention or since another schedule needed them no more, and what was counted stays.
    /// </summary>
    /// <param name="again">What the rows come to now.</param>
    public DigestTotals Recounted(Figures again) => again.HasLessThan(Figures) ? this : this with { Figures = again };
}
