using BridgeBot.Core.Threads;

namespace BridgeBot.Core.Digest;

/// <summary>What a channel's week was: all that its digest says.</summary>
/// <param name="Period">What it covers.</param>
/// <param name="Figures">What happened.</param>
/// <param name="Before">The stored totals of the periods before, the newest first; at most seven, so that with this one they are eight.</param>
/// <param name="Thanks">Thanks, the newest first.</param>
/// <param name="Waiting">What waits for marketing, the oldest first.</param>
/// <param name="Due">What is promised for the seven days from the digest's own day on, or was for a day before, the earliest first.</param>
/// <param name="Themes">What is asked again and again, in this period and the one before.</param>
/// <param name="Leads">Leads that were handed over, and whose rep has not said yet what came of them, the oldest first.</param>
public sealed record WeekDigest(
    DigestPeriod Period,
    Figures Figures,
    IReadOnlyList<DigestTotals> Before,
    Shortlist<DigestThanks> Thanks,
    Shortlist<ListedThread> Waiting,
    Shortlist<ListedThread> Due,
    IReadOnlyList<Theme> Themes,
    Shortlist<ListedThread> Leads)
{
    /// <summary>How many periods before make up what is usual.</summary>
    private const int Usual = 4;

    /// <summary>Whether nothing happened, and nothing waits.</summary>
    public bool IsEmpty => (Thanks.All, Waiting.All, Due.All, Leads.All) == (0, 0, 0, 0)
        && Figures is { Asked: 0, Answered: 0, Approved: 0, Declined: 0, Delivered: 0, Closed: 0 };

    /// <summary>The average of a figure over the four periods before, or as many as there are; null if there are none.</summary>
    /// <param name="figure">Which; periods for which it is null are left out.</param>
    public double? UsualOf(Func<Figures, double?> figure)
    {
        List<double> before = [.. Before.Take(Usual).Select(totals => figure(totals.Figures)).OfType<double>()];
        return before.Count == 0 ? null : before.Average();
    }
}

/// <summary>The first of many.</summary>
/// <param name="First">Those that are named.</param>
/// <param name="All">How many there are in all.</param>
public sealed record Shortlist<T>(IReadOnlyList<T> First, int All)
{
    /// <summary>How many are not named.</summary>
    public int More => All - First.Count;
}

/// <summary>Makes shortlists.</summary>
public static class Shortlist
{
    /// <summary>Names the first of many.</summary>
    /// <param name="all">All of them, in order.</param>
    /// <param name="most">At most so many are named.</param>
    public static Shortlist<T> Of<T>(IReadOnlyCollection<T> all, int most) => new([.. all.Take(most)], all.Count);
}

/// <summary>A thank-you, in the rep's words.</summary>
/// <param name="From">The rep.</param>
/// <param name="To">Whom it is for; null if it is for nobody in particular: the rep said in a request what has worked well.</param>
/// <param name="Words">What the rep said.</param>
/// <param name="Title">The request.</param>
public sealed record DigestThanks(Person From, Person? To, string Words, string Title);
