using BridgeBot.Core.Framing.Manners;
using BridgeBot.Core.Framing.Reading;
using BridgeBot.Core.Framing.Requests;

namespace BridgeBot.Core.Framing.Learned;

/// <summary>Tells whether a message asks for anything, and cuts it into its asks.</summary>
internal static class AskModel
{
    /// <summary>Better to leave a request alone that could be warmer than to touch one that is warm.</summary>
    private const double LeastPositive = -1.2;

    /// <summary>By how much the rules see of a danger: nothing, a hint, or enough.</summary>
    private static readonly double[] LeastUrgent = [1, -2, -8];

    /// <summary>Where the rules see a request for a thing, the model must be rather sure that there is none.</summary>
    private const double LeastWhereTold = -2.5;

    /// <summary>The numbers of asks that are told apart; the last stands for it and more.</summary>
    public const int Counts = 1 << CountBits;

    private const int CountBits = 2;

    /// <summary>The most pieces of a message that can be cut into asks.</summary>
    public const int MostPieces = 128;

    /// <summary>How many ways to cut a message are followed beside each other.</summary>
    private const int Beam = 6;

    /// <summary>What costs an ask that asks for nothing and names nothing that can be asked for.</summary>
    private const double Idle = 2;

    /// <summary>The number of asks is told by many features that say the same, so its odds are too sure of themselves.</summary>
    private const double Calm = 2;
    private const double SurelyOne = -0.05;

    /// <summary>The examples have more messages with several asks than people send.</summary>
    private const double Reluctance = 0.5;

    /// <summary>What speaks for another ask at the second and each further item of a list, against one within an item, and for as many
    /// asks as are announced.</summary>
    private const double AtItem = 2;
    private const double WithinItem = -1;
    private const double AsAnnounced = 2;
    private const Traits Asking = Traits.Asks | Traits.Complains | Traits.Asset | Traits.Thing;

    private static readonly Lazy<HashedModel> Count = HashedModel.Named("ask-counts.json");
    private static readonly Lazy<HashedModel> Any = HashedModel.Named("any-ask.json");
    private static readonly Lazy<HashedModel> Urgent = HashedModel.Named("urgent.json");
    private static readonly Lazy<HashedModel> Positive = HashedModel.Named("positive.json");
    private static readonly Lazy<HashedModel> Another = HashedModel.Named("another-ask.json");

    /// <summary>Whether a message asks for something.</summary>
    public static bool Asks(Understanding reading)
    {
        var traits = reading.Evidence.TraitsIn(new(0, reading.Evidence.Length));
        if ((traits & (Traits.Asset | Traits.Name | Traits.Number | Traits.Date)) == 0 && reading.Manner.Flags.Count == 0)
        {
            // It names nothing of this trade: what is known of requests of any kind tells more. "Are you there?" is small talk.
            return (traits & Traits.Asks) != 0 && RequestModel.Score(reading) > 0;
        }

        var plain = ((traits & Traits.Asks) != 0 && (traits & (Traits.Asset | Traits.Name | Traits.Number)) != 0) || ((traits & Traits.Complains) != 0 && (traits & Traits.Asset) != 0);
        return Any.Value.Score(reading.Features) > (plain ? LeastWhereTold : 0);
    }

    /// <summary>Whether a message is courteous and constructive already.</summary>
    public static bool IsPositive(Understanding reading)
    {
        if (reading.Manner.Flags.Count > 1 || reading.Manner.Flags.Any(flag => flag.Reason is not ToneReasons.Shouting))
        {
            // An exclamation mark too many may be joy; blame is none.
            return false;
        }

        var features = new FeatureList(stackalloc uint[AskFeatures.Most]);
        AskFeatures.OfTone(reading, ref features);
        return Positive.Value.Score(reading.Features, features.Read) > LeastPositive;
    }

    /// <summary>Whether a message relays what must not wait: a danger, a breach of the law, an outage. Where a rule says so, the model
    /// must be sure of the opposite: better to say at once what could wait than the other way round.</summary>
    public static bool IsUrgent(Understanding reading)
    {
        var told = AskReader.Urgency(reading);
        var features = new FeatureList(stackalloc uint[1]);
        features.Add('U', (uint)Math.Min(4, told));
        return Urgent.Value.Score(reading.Features, features.Read) > LeastUrgent[Math.Min(told, LeastUrgent.Length - 1)];
    }

    /// <summary>The pieces of each ask, in order; none is left out.</summary>
    /// <param name="reading">The message.</param>
    /// <param name="pieces">Its pieces with the sentence of each.</param>
    public static List<List<Span>> Split(Understanding reading, IReadOnlyList<(Span Piece, Span Sentence)> pieces) =>
        Split(reading, pieces, Count.Value.Score, Another.Value.Score);

    /// <summary>The same with other judges of how many asks there are and of what starts one; training brings its own. Of the ways to
    /// cut the message the likeliest is taken: how likely each seam is, and how likely so many asks are.</summary>
    public static List<List<Span>> Split(Understanding reading, IReadOnlyList<(Span Piece, Span Sentence)> pieces, Judge counts, Judge seams)
    {
        Span<double> likely = stackalloc double[Counts];
        Likely(reading, counts, likely);
        if (likely[0] > SurelyOne || pieces.Count == 1)
        {
            return [[.. pieces.Select(pair => pair.Piece)]];
        }

        SeamPiece[] at = [.. pieces.Select(pair => SeamPiece.Read(reading, pair.Piece, pair.Sentence))];
        var (beam, longer) = (new Cut[Beam * 2], new Cut[Beam * 2]);
        (beam[0], var count) = (new(0, 0, AskSoFar.First(reading.Message, at[0])), 1);
        Span<uint> room = stackalloc uint[AskFeatures.Most];
        var (bias, firstItem) = (seams([]), Array.FindIndex(at, piece => piece.IsItem));
        for (var i = 1; i < at.Length; i++)
        {
            var own = new FeatureList(room);
            AskFeatures.OfPiece(reading, at[i], ref own);
            var alone = seams(own.Read) - Reluctance;
            for (var k = 0; k < count; k++)
            {
                var cut = beam[k];
                var beside = new FeatureList(room);
                AskFeatures.OfStart(reading, at[i], cut.Ask, ref beside);
                var odds = alone + seams(beside.Read) - bias + (cut.Ask.Items < 2 || i <= firstItem ? 0 : at[i].IsItem ? AtItem : WithinItem);
                longer[2 * k] = new(cut.Starts, cut.Score + LogOfOdds(-odds), cut.Ask.With(at[i]));
                longer[(2 * k) + 1] = new(cut.Starts | (UInt128.One << i), cut.Score + LogOfOdds(odds) - Cost(cut.Ask), cut.Ask.Next(at[i]));
            }

            longer.AsSpan(0, 2 * count).Sort((a, b) => b.Score.CompareTo(a.Score));
            (beam, longer, count) = (longer, beam, Math.Min(2 * count, Beam));
        }

        var (best, most) = (default(UInt128), double.NegativeInfinity);
        foreach (var cut in beam.AsSpan(0, count))
        {
            var score = cut.Score + likely[Math.Min(cut.Ask.Before, Counts - 1)] + (cut.Ask.Before + 1 == cut.Ask.Announced ? AsAnnounced : 0) - Cost(cut.Ask);
            (best, most) = score > most ? (cut.Starts, score) : (best, most);
        }

        return Pieces(best, pieces);
    }

    private static double Cost(in AskSoFar ask) => (ask.Traits & Asking) == 0 ? Idle : 0;

    private static void Likely(Understanding reading, Judge judge, Span<double> likely)
    {
        var features = new FeatureList(stackalloc uint[AskFeatures.Most]);
        AskFeatures.OfCount(reading, ref features);
        Span<uint> own = stackalloc uint[reading.Features.Length + features.Count];
        var sum = 0.0;
        for (var k = 0; k < Counts; k++)
        {
            ForCount(reading.Features, features.Read, k, own);
            likely[k] = judge(own) / Calm;
            sum += Math.Exp(likely[k]);
        }

        for (var k = 0; k < Counts; k++)
        {
            likely[k] -= Math.Log(sum);
        }
    }

    /// <summary>The features as they speak for one number of asks.</summary>
    public static void ForCount(ReadOnlySpan<uint> ofMessage, ReadOnlySpan<uint> ofCount, int count, Span<uint> into)
    {
        for (var i = 0; i < into.Length; i++)
        {
            into[i] = Hashing.ForChoice(i < ofMessage.Length ? ofMessage[i] : ofCount[i - ofMessage.Length], count, CountBits);
        }
    }

    private static List<List<Span>> Pieces(UInt128 starts, IReadOnlyList<(Span Piece, Span Sentence)> pieces)
    {
        List<List<Span>> asks = [[]];
        for (var i = 0; i < pieces.Count; i++)
        {
            if ((starts >> i & UInt128.One) != 0)
            {
                asks.Add([]);
            }

            asks[^1].Add(pieces[i].Piece);
        }

        return asks;
    }

    private static double LogOfOdds(double odds) => odds < 0 ? odds - Math.Log(1 + Math.Exp(odds)) : -Math.Log(1 + Math.Exp(-odds));

    /// <summary>A message cut as far as a piece.</summary>
    /// <param name="Starts">A bit for each piece that starts another ask.</param>
    /// <param name="Score">How likely it is: a logarithm.</param>
    /// <param name="Ask">The last ask.</param>
    private readonly record struct Cut(UInt128 Starts, double Score, AskSoFar Ask);

    /// <summary>The logarithm of the odds of a yes, for something with these features.</summary>
    public delegate double Judge(ReadOnlySpan<uint> features);
}
