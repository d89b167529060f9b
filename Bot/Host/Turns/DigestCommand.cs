using System.Globalization;
using System.Text.RegularExpressions;
using BridgeBot.Core.Digest;

namespace BridgeBot.Host.Turns;

/// <summary>What somebody typed about the digest.</summary>
public abstract partial record DigestCommand
{
    /// <summary>Reads <c>digest now</c> and the like; null if the text is nothing of the kind.</summary>
    public static DigestCommand? Read(string text)
    {
        if (CronPattern().Match(text) is { Success: true } cron)
        {
            return DigestSchedule.TryParse(cron.Groups["cron"].Value, out var schedule) && schedule is { IsTooOften: false, IsTooSeldom: false }
                ? new DigestBy(schedule.Cron)
                : new DigestNoSchedule();
        }

        var match = Pattern().Match(text);
        return match.Success
            ? match.Groups["what"].Value.ToLowerInvariant() switch
            {
                "now" => new DigestNow(),
                "pause" => new DigestPause(),
                "resume" => new DigestResume(),
                "on" => new DigestOn(),
                "off" => new DigestOff(),
                var what => ReadWhen(what) ?? (DigestCommand)new DigestUnclear(),
            }
            : null;
    }

    private static DigestAt? ReadWhen(string text)
    {
        var when = WhenPattern().Match(text);
        if (!when.Success || !TimeOnly.TryParseExact(
            when.Groups["time"].Value.Replace('.', ':'), ["H:mm", "%H"], CultureInfo.InvariantCulture, DateTimeStyles.None, out var time))
        {
            return null;
        }

        return new(
            Enum.GetValues<DayOfWeek>().Single(day => $"{day}".StartsWith(when.Groups["day"].Value, StringComparison.OrdinalIgnoreCase)), time);
    }

    /// <summary>Two words at most follow: a rep may begin a message with the word "digest".</summary>
    [GeneratedRegex(@"^\s*digest\s+(?<what>\S+?(?:\s+(?:at\s+)?\S+?)?)[\s.!?]*$", RegexOptions.IgnoreCase)]
    private static partial Regex Pattern();

    /// <summary>A cron expression, or what was meant to be one: the first three fields are no words.</summary>
    [GeneratedRegex(@"^\s*digest\s+(?<cron>[\d*]\S*\s+[\d*]\S*\s+(?:[\d*?]\S*|L(?:W|-\d+)?)(?:\s+\S+?){1,4})[\s.!]*$", RegexOptions.IgnoreCase)]
    private static partial Regex CronPattern();

    [GeneratedRegex(@"^(?<day>mon|tue|wed|thu|fri|sat|sun)[a-z]*\s+(?:at\s+)?(?<time>\d{1,2}(?:[:.]\d{2})?)$")]
    private static partial Regex WhenPattern();
}

/// <summary>How is this week?</summary>
public sealed record DigestNow : DigestCommand;

/// <summary>No digest, for now.</summary>
public sealed record DigestPause : DigestCommand;

/// <summary>The digest again.</summary>
public sealed record DigestResume : DigestCommand;

/// <summary>Once a week, then.</summary>
/// <param name="Day">The day.</param>
/// <param name="Time">In the time zone of who typed it.</param>
public sealed record DigestAt(DayOfWeek Day, TimeOnly Time) : DigestCommand;

/// <summary>By a cron expression, then.</summary>
/// <param name="Cron">A <see cref="DigestSchedule.Cron"/>, in the time zone of who typed it.</param>
public sealed record DigestBy(string Cron) : DigestCommand;

/// <summary>By something that is no cron expression, comes never, or comes more than once a day.</summary>
public sealed record DigestNoSchedule : DigestCommand;

/// <summary>I want a digest of my own.</summary>
public sealed record DigestOn : DigestCommand;

/// <summary>I want none any more.</summary>
public sealed record DigestOff : DigestCommand;

/// <summary>Something else about the digest.</summary>
public sealed record DigestUnclear : DigestCommand;
