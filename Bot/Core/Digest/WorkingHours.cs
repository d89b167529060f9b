namespace BridgeBot.Core.Digest;

/// <summary>
/// Time as an office counts it: Monday to Friday, from one hour to another, in its own zone. Public holidays count as any day. What begins
/// in the evening or on a Saturday begins to count when the next working day does; parts of hours count.
/// </summary>
/// <param name="From">Local time at which a day begins.</param>
/// <param name="To">Local time at which it ends; later than <paramref name="From"/>.</param>
/// <param name="Zone">The zone.</param>
public sealed record WorkingHours(TimeOnly From, TimeOnly To, TimeZoneInfo Zone)
{
    /// <summary>The working time between two instants; none if the second is not later.</summary>
    /// <param name="start">Any offset.</param>
    /// <param name="end">Any offset.</param>
    public TimeSpan Between(DateTimeOffset start, DateTimeOffset end)
    {
        var sum = TimeSpan.Zero;
        var last = DayOf(end);
        for (var day = DayOf(start); day <= last; day = day.AddDays(1))
        {
            if (day.DayOfWeek is DayOfWeek.Saturday or DayOfWeek.Sunday)
            {
                continue;
            }

            var (opens, closes) = (Instant(day, From), Instant(day, To));
            var (begin, finish) = (opens > start ? opens : start, closes < end ? closes : end);
            sum += finish > begin ? finish - begin : TimeSpan.Zero;
        }

        return sum;
    }

    private DateOnly DayOf(DateTimeOffset instant) => DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(instant, Zone).DateTime);

    /// <summary>A time that the clocks leave out is as if they had not been put forward.</summary>
    private DateTimeOffset Instant(DateOnly day, TimeOnly time)
    {
        var local = day.ToDateTime(time);
        return new(local, Zone.IsInvalidTime(local) ? Zone.GetUtcOffset(local.AddDays(-1)) : Zone.GetUtcOffset(local));
    }
}
