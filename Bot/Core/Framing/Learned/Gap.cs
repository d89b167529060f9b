using System.Collections.Frozen;
using BridgeBot.Core.Framing.Reading;
using BridgeBot.Core.Framing.Requests;

namespace BridgeBot.Core.Framing.Learned;

/// <summary>
/// Which words go with those that sting, so that a sentence is left: taken out of the middle they leave none. So up to an end of the
/// piece, with as many more words as the rest takes to read as one, if no fact stands in the way; else only a word that is bad by itself.
/// </summary>
internal static class Gap
{
    private const int FewestAtEnd = 2;
    private const int FewestAtStart = 3;

    /// <summary>The most words that go with those on either side.</summary>
    private const int MostMore = 8;
    private const double LeastOfSeam = 0;
    private const double CostOfWord = 0.4;

    private static readonly FrozenSet<string> Hangers = "a an the and but so or our your their his her its this that these those is are was were".Split(' ').ToFrozenSet();

    /// <summary>What goes; null if nothing can.</summary>
    /// <param name="reading">The message.</param>
    /// <param name="piece">The piece, without its closing mark.</param>
    /// <param name="sentence">The sentence of the piece.</param>
    /// <param name="words">What stings.</param>
    public static Span? Around(Understanding reading, Span piece, Span sentence, Span words)
    {
        Span? best = null;
        var most = LeastOfSeam;
        void Try(Span gap)
        {
            if (!IsSaid(reading, piece, gap))
            {
                return;
            }

            var score = SeamModel.Score(reading.Evidence, sentence, gap) - (CostOfWord * (gap.Length - words.Length));
            if (score > most)
            {
                (best, most) = (gap, score);
            }
        }

        var asked = Enumerable.Range(piece.Start, words.Start - piece.Start).Any(reading.Evidence.IsFact);
        if (piece.End - words.Start >= FewestAtEnd && piece.End - words.End <= MostMore && IsFree(reading, new(words.End, piece.End)) && (asked || (reading.Evidence.TraitsIn(piece) & Traits.Asks) == 0))
        {
            for (var start = words.Start; start >= Math.Max(piece.Start, words.Start - MostMore) && IsFree(reading, new(start, words.Start)); start--)
            {
                Try(new(start, Math.Max(words.End, piece.End)));
            }
        }

        if (words.End - piece.Start >= FewestAtStart && words.Start - piece.Start <= MostMore && IsFree(reading, new(piece.Start, words.Start)))
        {
            for (var end = words.End; end <= Math.Min(piece.End, words.End + MostMore) && IsFree(reading, new(words.End, end)); end++)
            {
                Try(new(piece.Start, end));
            }
        }

        if (words.Length == 1 && (reading.Evidence.TraitsIn(words) & Traits.Bad) != 0)
        {
            Try(words);
        }

        return best;
    }

    // "Acme" alone, of "Acme never reads it", says nothing.
    private static bool IsSaid(Understanding reading, Span piece, Span gap)
    {
        var (facts, others) = (0, 0);
        for (var i = piece.Start; i < piece.End; i++)
        {
            if (!gap.Contains(i) && reading.FlagAt[i] < 0 && reading.Message.Tokens[i].IsWordLike)
            {
                facts += reading.Evidence.IsFact(i) ? 1 : 0;
                others += reading.Evidence.IsFact(i) || Hangers.Contains(reading.Message.Tokens[i].Key) ? 0 : 1;
            }
        }

        return facts == 0 || others > 0;
    }

    private static bool IsFree(Understanding reading, Span words) =>
        (reading.Evidence.TraitsIn(words) & FlagModel.Facts) == 0 && Enumerable.Range(words.Start, Math.Max(0, words.Length)).All(i => reading.FlagAt[i] < 0);
}
