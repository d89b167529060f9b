using BridgeBot.Core.Digest;

namespace BridgeBot.Host.Outbox;

/// <summary>The digest; section <c>Digest</c>.</summary>
public sealed class DigestOptions
{
    /// <summary>The section's name.</summary>
    public const string Section = "Digest";

    /// <summary>When digests come, as a cron expression of five fields in the channel's or the rep's own time zone; a channel can say otherwise.</summary>
    public string Schedule { get; set; } = "0 9 * * MON";

    /// <summary>Local time at which a working day begins.</summary>
    public TimeOnly WorkFrom { get; set; } = new(9, 0);

    /// <summary>Local time at which it ends.</summary>
    public TimeOnly WorkTo { get; set; } = new(17, 0);

    /// <summary>Hours after which a digest that was missed is not sent any more; 1 to 168.</summary>
    public int LatestHours { get; set; } = 48;

    /// <summary>Whether a digest in which nothing happened is sent, and says so.</summary>
    public bool SendWhenEmpty { get; set; } = true;

    /// <summary>How late a digest may be.</summary>
    internal TimeSpan Latest => TimeSpan.FromHours(LatestHours);

    /// <summary>The working hours of somebody's zone.</summary>
    internal WorkingHours HoursIn(TimeZoneInfo zone) => new(WorkFrom, WorkTo, zone);

    /// <summary>Why the host must not start with these options; none if it may.</summary>
    internal IEnumerable<string> FaultsAtStart()
    {
        if (!DigestSchedule.TryParse(Schedule, out var schedule))
        {
            yield return $"Digest:Schedule is \"{Schedule}\": it must be a cron expression of five fields, such as \"0 9 * * MON\".";
        }
        else if (schedule.IsTooOften)
        {
            yield return $"Digest:Schedule is \"{Schedule}\": digests must not come more than once a day.";
        }
        else if (schedule.IsTooSeldom)
        {
            yield return $"Digest:Schedule is \"{Schedule}\": digests must come at least once a month; the last day of each is \"0 9 L * *\".";
        }

        if (WorkFrom >= WorkTo)
        {
            yield return $"Digest:WorkFrom is {WorkFrom:HH:mm}: it must be before Digest:WorkTo, which is {WorkTo:HH:mm}.";
        }

        if (LatestHours is < 1 or > 168)
        {
            yield return $"Digest:LatestHours is {LatestHours}: it must be from 1 to 168 hours.";
        }
    }
}
