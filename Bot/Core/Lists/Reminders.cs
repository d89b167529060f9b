using BridgeBot.Core.Digest;
using BridgeBot.Core.Threads;

namespace BridgeBot.Core.Lists;

/// <summary>Decides of which threads a channel is reminded, once of each: those that wait for a decision for some working days, and those that
/// are overdue. Pure.</summary>
/// <param name="zone">The channel's time zone.</param>
/// <param name="daysOfKind">Working days that a thread of a kind may wait.</param>
public sealed class Reminders(TimeZoneInfo zone, Func<string, int> daysOfKind)
{
    /// <summary>Local time at which a channel is reminded.</summary>
    private static readonly TimeOnly Morning = new(9, 0);

    /// <summary>Local time at which it is too late to remind a channel: what could not be done in the morning waits for the next one.</summary>
    private static readonly TimeOnly Noon = new(12, 0);

    private static readonly TimeOnly Evening = new(17, 0);

    private readonly WorkingHours _hours = new(Morning, Evening, zone);

    /// <summary>Decides what is new since the last time.</summary>
    /// <param name="open">The channel's open threads.</param>
    /// <param name="state">What it was reminded of before.</param>
    /// <param name="now">UTC instant.</param>
    public ReminderState Decide(IReadOnlyCollection<ListedThread> open, ReminderState state, DateTimeOffset now)
    {
        var known = state.Reminded.ToDictionary(one => one.ThreadId);
        List<Reminded> reminded = [];
        List<string> pending = [.. state.Pending.Where(id => open.Any(thread => thread.Id == id))];
        foreach (var thread in open)
        {
            var before = known.GetValueOrDefault(thread.Id) ?? new(thread.Id, null, null);
            var after = before with
            {
                Round = IsWaitingLong(thread, now) ? thread.Round.From : before.Round,
                Day = IsLate(thread, now) ? thread.DueDay : before.Day,
            };
            reminded.AddRange(after is { Round: null, Day: null } ? [] : [after]);
            pending.AddRange(after == before || pending.Contains(thread.Id) ? [] : [thread.Id]);
        }

        return new(Next(now), reminded, pending);
    }

    /// <summary>Whether it waits for a decision for as long as its kind may.</summary>
    public bool IsWaitingLong(ListedThread thread, DateTimeOffset now)
    {
        if (thread.Status is not ThreadStatus.Submitted)
        {
            return false;
        }

        var waited = thread.Round.Pauses.Aggregate(
            _hours.Between(thread.Round.From, now), (sum, pause) => sum - _hours.Between(pause.From, pause.Until ?? now));
        return waited >= daysOfKind(thread.Kind) * (Evening - Morning);
    }

    /// <summary>Whether it is overdue in the channel's calendar, and nobody waits for the rep.</summary>
    public bool IsLate(ListedThread thread, DateTimeOffset now) => !thread.WaitsForRep && OpenThreads.IsOverdue(thread, Today(now));

    /// <summary>What day it is in the channel.</summary>
    public DateOnly Today(DateTimeOffset now) => DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(now, zone).DateTime);

    /// <summary>Whether it is the morning of a working day.</summary>
    public bool IsMorning(DateTimeOffset now)
    {
        var local = TimeZoneInfo.ConvertTime(now, zone).DateTime;
        return local.DayOfWeek is not (DayOfWeek.Saturday or DayOfWeek.Sunday) && TimeOnly.FromDateTime(local) is var time && time >= Morning && time < Noon;
    }

    /// <summary>Whether it is to be decided anew of what the channel is reminded.</summary>
    /// <remarks>By the day alone: the instant may be the morning of another time zone, if the channel was connected anew.</remarks>
    public bool IsDue(ReminderState state, DateTimeOffset now) => IsMorning(now) && Today(now) >= Today(state.Next);

    /// <summary>The next morning of a working day.</summary>
    public DateTimeOffset Next(DateTimeOffset now)
    {
        for (var day = Today(now); ; day = day.AddDays(1))
        {
            var morning = day.ToDateTime(Morning);
            var at = new DateTimeOffset(morning, zone.GetUtcOffset(morning));
            if (at > now && day.DayOfWeek is not (DayOfWeek.Saturday or DayOfWeek.Sunday))
            {
                return at.ToUniversalTime();
            }
        }
    }
}
