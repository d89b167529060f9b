namespace BridgeBot.Core.Delivery;

/// <summary>When a send that failed is tried again, and when it is given up. Pure: the randomness is an argument.</summary>
/// <remarks>
/// Teams asks for exponential waits with jitter, and for a wait after 429
/// (<see href="https://learn.microsoft.com/microsoftteams/platform/bots/how-to/rate-limit"/>).
/// </remarks>
public static class RetryPolicy
{
    /// <summary>The wait after the first failure, before jitter.</summary>
    public static readonly TimeSpan Shortest = TimeSpan.FromSeconds(1);

    /// <summary>The longest wait of the policy's own, before jitter.</summary>
    public static readonly TimeSpan Longest = TimeSpan.FromMinutes(5);

    /// <summary>How long it goes on in all, waits before jitter; also the longest wish that is followed.</summary>
    public static readonly TimeSpan GivesUpAfter = TimeSpan.FromHours(24);

    /// <summary>How many failures it takes to give up: the waits between them sum to <see cref="GivesUpAfter"/>.</summary>
    public static readonly int MostAttempts = CountAttempts();

    /// <summary>How long to wait before the next attempt.</summary>
    /// <param name="attempts">How often it has failed, at least 1.</param>
    /// <param name="wish">How long the connector asks to wait: never shorter than that, up to a day; null if it asks nothing.</param>
    /// <param name="jitter">Random, 0 included to 1 not included: the policy's own wait varies from 75 % to 125 %, and a wish is
    /// exceeded by up to a quarter of that wait, so that many sends that were throttled together do not come back together.</param>
    /// <returns>The wait; null to give up.</returns>
    /// <exception cref="ArgumentOutOfRangeException">An argument outside of its range.</exception>
    public static TimeSpan? NextDelay(int attempts, TimeSpan? wish, double jitter)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(attempts, 1);
        ArgumentOutOfRangeException.ThrowIfLessThan(jitter, 0);
        ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual(jitter, 1);
        if (attempts >= MostAttempts)
        {
            return null;
        }

        var own = Wait(attempts);
        var floor = wish > GivesUpAfter ? GivesUpAfter : wish ?? TimeSpan.Zero;
        var varied = own * (0.75 + (jitter / 2));
        return varied >= floor ? varied : floor + (own * (jitter / 4));
    }

    /// <summary>1 s, 2 s, 4 s ... 256 s, then 5 min.</summary>
    private static TimeSpan Wait(int attempts)
    {
        var doublings = Math.Min(attempts - 1, 30);
        var wait = Shortest * (1L << doublings);
        return wait < Longest ? wait : Longest;
    }

    private static int CountAttempts()
    {
        var attempts = 1;
        for (var waited = TimeSpan.Zero; waited < GivesUpAfter; attempts++)
        {
            waited += Wait(attempts);
        }

        return attempts;
    }
}
