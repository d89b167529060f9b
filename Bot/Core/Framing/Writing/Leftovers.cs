using System.Collections.Frozen;
using BridgeBot.Core.Framing.Reading;
using BridgeBot.Core.Framing.Requests;

namespace BridgeBot.Core.Framing.Writing;

/// <summary>
/// Finds the few words that mean nothing once their clause has lost its sting: the "it's" of "it's a circus", the
/// "after planting" behind "you shipped in April".
/// </summary>
internal static class Leftovers
{
    private const int FewWords = 3;

    private static readonly FrozenSet<string> Hangers =
        "after before without like with for of on in at to by as than because so and but or while when since again though from".Split(' ').ToFrozenSet();

    /// <summary>For each token of a part, whether it is left over; null if none is.</summary>
    public static bool[]? Of(Understanding reading, Span part)
    {
        bool[]? left = null;
        var (start, goneBefore) = (part.Start, false);
        for (var i = part.Start; i <= part.End; i++)
        {
            if (i < part.End && !IsSeam(reading, i))
            {
                continue;
            }

            var clause = new Span(start, i);
            var (dropped, kept) = Count(reading, clause);
            if (IsLeftOver(reading, clause, dropped, kept, goneBefore))
            {
                left ??= new bool[part.Length];
                Mark(reading, left, part, clause);
            }

            goneBefore = dropped > 0 && kept == 0;
            start = i + 1;
        }

        return left;
    }

    private static bool IsSeam(Understanding reading, int i) =>
        reading.FlagAt[i] < 0 && !reading.Message.Quoted[i] && reading.Message.Tokens[i] is { Kind: TokenKind.Mark, Key: "," or ";" or "–" or "—" or "(" or ")" or ":" };

    private static bool IsLeftOver(Understanding reading, Span clause, int dropped, int kept, bool goneBefore)
    {
        if (kept is 0 or > FewWords || HoldsFact(reading, clause))
        {
            return false;
        }

        return dropped > 0 || (goneBefore && Enumerable.Range(clause.Start, clause.Length)
            .Where(i => reading.Message.Tokens[i].IsWordLike && reading.FlagAt[i] < 0)
            .Take(1).Any(i => Hangers.Contains(reading.Message.Tokens[i].Key)));
    }

    private static (int Dropped, int Kept) Count(Understanding reading, Span clause)
    {
        var (dropped, kept) = (0, 0);
        for (var i = clause.Start; i < clause.End; i++)
        {
            if (reading.FlagAt[i] >= 0 && reading.Manner.Flags[reading.FlagAt[i]].Softer is { } softer)
            {
                // A softer phrase wants its rest; one that only shouts or swears takes nothing with it.
                if (softer.Length > 0)
                {
                    return (0, int.MaxValue);
                }

                dropped += reading.Message.Tokens[i].IsWordLike ? 1 : 0;
            }
            else
            {
                kept += reading.Message.Tokens[i].IsWordLike || reading.Message.Tokens[i].Kind is TokenKind.Code ? 1 : 0;
            }
        }

        // An adjective or an oath alone leaves the sentence whole.
        return (dropped > 1 ? dropped : 0, kept);
    }

    private static bool HoldsFact(Understanding reading, Span clause)
    {
        for (var i = clause.Start; i < clause.End; i++)
        {
            if (reading.FlagAt[i] < 0 && (reading.Message.Tokens[i].Kind is TokenKind.Number or TokenKind.Url || reading.Message.Quoted[i]))
            {
                return true;
            }
        }

        return CustomerSigns.NamesIn(reading, clause).Any() || Signals.HitsIn(reading.Signals, clause).Any(hit => hit.Rule.Asset);
    }

    private static void Mark(Understanding reading, bool[] left, Span part, Span clause)
    {
        for (var i = clause.Start; i < clause.End; i++)
        {
            left[i - part.Start] = reading.FlagAt[i] < 0;
        }
    }
}
