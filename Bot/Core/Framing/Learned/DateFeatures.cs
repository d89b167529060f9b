using BridgeBot.Core.Framing.Calendar;
using BridgeBot.Core.Framing.Reading;
using BridgeBot.Core.Framing.Requests;

namespace BridgeBot.Core.Framing.Learned;

/// <summary>What tells whether a date is the day by which an ask is needed.</summary>
internal static class DateFeatures
{
    /// <summary>The most features of one date.</summary>
    public const int Most = 96;

    /// <summary>The features of a date.</summary>
    /// <param name="reading">The message.</param>
    /// <param name="date">The date.</param>
    /// <param name="pieces">The pieces of the ask.</param>
    /// <param name="today">The day on which it was written.</param>
    /// <param name="into">Where the features go.</param>
    public static void Of(Understanding reading, FoundDate date, IReadOnlyList<Span> pieces, DateOnly today, ref FeatureList into)
    {
        var (evidence, message, words) = (reading.Evidence, reading.Message, date.Words);
        var ahead = date.Days.Day.DayNumber - today.DayNumber;
        var distance = ahead < 0 ? 0u : ahead == 0 ? 1u : ahead < 8 ? 2u : ahead < 60 ? 3u : ahead < 200 ? 4u : 5u;
        var (before, before2, before3) = (evidence.Word(words.Start - 1), evidence.Word(words.Start - 2), evidence.Word(words.Start - 3));
        var after = evidence.Word(words.End);
        var place = Place(pieces, words);
        var period = date.Days.Last is { } last ? (uint)Math.Min(3, (last.DayNumber - date.Days.First.DayNumber) / 8) + 1 : 0u;
        var told = (uint)DeadlineSigns.RoleOf(message, words);
        into.Add('1', evidence.Shape(words.Start - 2, 2), distance);
        into.Add('2', evidence.Shape(words.Start - 3, 3));
        into.Add('3', evidence.Shape(words.Start - 4, 4));
        into.Add('4', evidence.Shape(words.End, 2), evidence.Shape(words.Start - 1, 1));
        into.Add('d', distance);
        into.Add('D', distance, period);
        into.Add('T', told, distance);
        into.Add('b', before);
        into.Add('B', before2, before);
        into.Add('c', before3, before2);
        into.Add('e', before2);
        into.Add('E', before3);
        into.Add('a', after);
        into.Add('A', after, evidence.Word(words.End + 1));
        into.Add('f', WordHash.Of(message.Tokens[words.Start].Key));
        into.Add('l', (uint)Math.Min(4, words.Length), message.Tokens[words.Start].Kind is TokenKind.Number ? 1u : 0u);
        into.Add('p', place, distance);
        into.Add('P', place, told);
        into.Add('n', (uint)Math.Min(3, reading.Dates.Count), (uint)Math.Min(3, reading.Dates.TakeWhile(other => other.Words.Start < words.Start).Count()));
        into.Add('x', date.Days.Passing ? 1u : 0u, date.Days.Due is null ? 0u : 1u);
        into.Add('q', message.Quoted[words.Start] ? 1u : 0u);
        foreach (var (piece, _) in reading.Pieces)
        {
            if (piece.Contains(words.Start))
            {
                into.Add('t', evidence.TraitsIn(piece), distance);
                for (var i = piece.Start; i < piece.End; i++)
                {
                    into.Add('w', evidence.Word(i));
                }
            }
        }
    }

    private static uint Place(IReadOnlyList<Span> pieces, Span words)
    {
        foreach (var piece in pieces)
        {
            if (piece.Contains(words.Start))
            {
                return 2;
            }
        }

        return words.Start < pieces[0].Start ? 0u : 1u;
    }
}
