using BridgeBot.Bench.Framing;
using BridgeBot.Core.Framing.Learned;
using BridgeBot.Core.Framing.Reading;

namespace BridgeBot.Bench.Training;

/// <summary>Tells which pieces of a message are which ask, from the phrases that each ask keeps: nobody marked where they start.</summary>
internal static class AskAlignment
{
    /// <summary>The indices of the pieces that start the second and the further asks.</summary>
    public static IReadOnlySet<int> Starts(MarkedMessage text)
    {
        var (asks, pieces) = (text.Message.Asks, text.Pieces);
        if (asks.Count < 2 || pieces.Count < asks.Count)
        {
            return new HashSet<int>();
        }

        // best[i, k]: the most that the first i pieces hold of what their asks keep, the last of them belonging to ask k.
        var best = new double[pieces.Count + 1, asks.Count];
        var came = new bool[pieces.Count + 1, asks.Count];
        for (var k = 1; k < asks.Count; k++)
        {
            best[0, k] = double.NegativeInfinity;
        }

        for (var i = 1; i <= pieces.Count; i++)
        {
            for (var k = 0; k < asks.Count; k++)
            {
                var stays = best[i - 1, k];
                var starts = k > 0 && i > 1 ? best[i - 1, k - 1] + Start(text, i - 1) : double.NegativeInfinity;
                came[i, k] = starts > stays;
                best[i, k] = Math.Max(stays, starts) + Held(text, pieces[i - 1].Piece, asks[k]);
            }
        }

        HashSet<int> found = [];
        for (var (i, k) = (pieces.Count, asks.Count - 1); i > 0; i--)
        {
            if (came[i, k])
            {
                found.Add(i - 1);
                k--;
            }
        }

        return found;
    }

    // Asks start with a sentence, or with what asks or names a thing.
    private static double Start(MarkedMessage text, int i)
    {
        var (piece, sentence) = text.Pieces[i];
        var traits = text.Reading.Evidence.TraitsIn(piece);
        return (piece.Start == sentence.Start ? 0.3 : 0) + ((traits & Traits.Asks) != 0 ? 0.1 : 0) + ((traits & Traits.Asset) != 0 ? 0.1 : 0);
    }

    // What only one ask keeps tells more than a customer's name that all of them do.
    private static double Held(MarkedMessage text, Span piece, SalesAsk ask)
    {
        var words = text.Reading.Message.Slice(piece);
        return ask.Keep.Where(keep => WordEdges.Keeps(words, keep, words))
            .Sum(keep => text.Message.Asks.Count(other => other.Keep.Contains(keep)) == 1 ? 1.0 : 0.2);
    }
}
