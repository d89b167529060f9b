using System.Collections.Frozen;
using BridgeBot.Core.Framing.Calendar;
using BridgeBot.Core.Framing.Reading;

namespace BridgeBot.Core.Framing.Requests;

/// <summary>Tells which of the dates is the one by which something is needed.</summary>
internal static class DeadlineReader
{
    private const int Reach = 4;

    /// <summary>A year that is only named is no deadline; in days.</summary>
    private const int LongestPeriod = 92;
    private static readonly FrozenSet<string> Due = "by before until due deadline needed need closes close bis live within latest".Split(' ').ToFrozenSet();
    private static readonly FrozenSet<string> Told = "since ordered signed sent asked requested promised shipped released launched started from answered effective last expired i'll".Split(' ').ToFrozenSet();

    /// <summary>The deadline; null if there is none. A date after "by" is surer than one that is only named; a past one is none.</summary>
    public static FoundDate? Read(Understanding reading, IReadOnlyList<Span> parts, FramingContext context)
    {
        FoundDate? named = null;
        foreach (var part in parts)
        {
            foreach (var date in DatesIn(reading, part))
            {
                if (date.Days.Passing || (date.Days.Last ?? date.Days.First) < context.Today || IsTold(reading.Message, date.Words.Start, part.Start, Told)
)
                {
                    continue;
                }

                if (IsTold(reading.Message, date.Words.Start, part.Start, Due))
                {
                    return date;
                }

                // "this month" that has begun is when something happens, not when it is needed.
                named ??= date.Days.Due is null && date.Days.Last is { } last && (date.Days.First < context.Today || last.DayNumber - date.Days.First.DayNumber > LongestPeriod) ? null : date;
            }
        }

        return named;
    }

    private static IEnumerable<FoundDate> DatesIn(Understanding reading, Span part)
    {
        var (low, high) = (0, reading.Dates.Count);
        while (low < high)
        {
            var middle = (low + high) / 2;
            (low, high) = reading.Dates[middle].Words.Start < part.Start ? (middle + 1, high) : (low, middle);
        }

        for (; low < reading.Dates.Count && reading.Dates[low].Words.Start < part.End; low++)
        {
            yield return reading.Dates[low];
        }
    }

    private static bool IsTold(Message message, int at, int start, FrozenSet<string> words)
    {
        for (var i = at - 1; i >= start && i >= at - Reach; i--)
        {
            if (message.Tokens[i].Kind is TokenKind.Mark)
            {
                return false;
            }

            if (words.Contains(message.Tokens[i].Key))
            {
                return true;
            }
        }

        return false;
    }
}
