using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using Cronos;

namespace BridgeBot.Core.Digest;

/// <summary>When digests are due: a cron expression of five fields, read in the zone of whoever gets them.</summary>
public sealed record DigestSchedule
{
    /// <summary>How long a digest waits, from when it is due, for rows of its period that are still being written.</summary>
    public static readonly TimeSpan Patience = TimeSpan.FromMinutes(5);

    /// <summary>A shorter period is no digest's: less than a day, on which the clocks may be put forward.</summary>
    private static readonly TimeSpan ShortestPeriod = TimeSpan.FromHours(20);

    /// <summary>A month; <c>L</c> is its last day in each.</summary>
    private static readonly TimeSpan LongestPeriod = TimeSpan.FromDays(31);

    private readonly CronExpression _expression;

    private DigestSchedule(string cron, CronExpression expression) => (Cron, _expression) = (cron, expression);

    /// <summary>The expression: minute, hour, day of the month, month, day of the week
    /// (<see href="https://github.com/HangfireIO/Cronos#cron-format"/>).</summary>
    public string Cron { get; }

    /// <summary>Once a week.</summary>
    /// <param name="day">The day.</param>
    /// <param name="time">Local time; seconds are ignored.</param>
    public static DigestSchedule Weekly(DayOfWeek day, TimeOnly time) =>
        Parse(string.Create(CultureInfo.InvariantCulture, $"{time.Minute} {time.Hour} * * {(int)day}"));

    /// <summary>Reads an expression.</summary>
    /// <exception cref="FormatException">It is none, or comes never.</exception>
    public static DigestSchedule Parse(string cron) =>
        TryParse(cron, out var schedule) ? schedule : throw new FormatException($"'{cron}' is no schedule");

    /// <summary>Reads an expression; false if it is none, or comes never.</summary>
    public static bool TryParse(string cron, [NotNullWhen(true)] out DigestSchedule? schedule)
    {
        schedule = CronExpression.TryParse(cron, out var expression) && expression.GetNextOccurrence(DateTime.UnixEpoch) is not null
            ? new(cron, expression)
            : null;
        return schedule is not null;
    }

    /// <summary>Whether digests would come more than once a day.</summary>
    public bool IsTooOften => FirstPeriods().Any(period => period < ShortestPeriod);

    /// <summary>Whether digests would come less than once a month: what they count is not kept for ever.</summary>
    public bool IsTooSeldom => FirstPeriods().Any(period => period > LongestPeriod);

    /// <summary>Those of a year show it, whichever it is.</summary>
    private IEnumerable<TimeSpan> FirstPeriods()
    {
        var due = NextDue(DateTimeOffset.UnixEpoch, TimeZoneInfo.Utc);
        for (var yearLater = due.AddYears(1); due < yearLater;)
        {
            var next = NextDue(due, TimeZoneInfo.Utc);
            yield return next - due;
            due = next;
        }
    }

    /// <summary>
    /// The first instant after <paramref name="from"/> at which a digest is due. A time that the clocks leave out is due when they have
    /// been put forward; one that comes twice is due the first time.
    /// </summary>
    /// <param name="from">Any offset; not included.</param>
    /// <param name="zone">Whose clocks count.</param>
    /// <exception cref="InvalidOperationException">There is none any more: the calendar ends.</exception>
    public DateTimeOffset NextDue(DateTimeOffset from, TimeZoneInfo zone) =>
        _expression.GetNextOccurrence(from, zone) ?? throw new InvalidOperationException($"{Cron} does not come any more");

    /// <summary>The last instant up to <paramref name="until"/> at which a digest was due.</summary>
    /// <param name="until">Any offset; included.</param>
    /// <param name="zone">Whose clocks count.</param>
    /// <exception cref="InvalidOperationException">There was none: the calendar begins.</exception>
    public DateTimeOffset LatestDue(DateTimeOffset until, TimeZoneInfo zone)
    {
        // Forwards from an earlier one: backwards, a time that the clocks leave out would be another instant than forwards.
        var due = NextDue(Previous(Previous(until, zone).AddTicks(-1), zone).AddDays(-1), zone);
        while (NextDue(due, zone) is var next && next <= until)
        {
            due = next;
        }

        return due;
    }

    /// <summary>What a digest that is due covers: from when the one before it was due.</summary>
    /// <param name="due">When it is due.</param>
    /// <param name="zone">Whose clocks count.</param>
    public DigestPeriod PeriodOf(DateTimeOffset due, TimeZoneInfo zone) =>
        new(LatestDue(due.AddTicks(-1), zone).ToUniversalTime(), due.ToUniversalTime());

    private DateTimeOffset Previous(DateTimeOffset until, TimeZoneInfo zone) =>
        _expression.GetPreviousOccurrence(until, zone, inclusive: true) ?? throw new InvalidOperationException($"{Cron} has never come");
}
