using BridgeBot.Core.Framing.Manners;
using BridgeBot.Core.Framing.Reading;
using BridgeBot.Core.Framing.Requests;

namespace BridgeBot.Core.Framing.Learned;

/// <summary>Tells whether a message asks for anything, and cuts it into its asks.</summary>
internal static class AskModel
{
    /// <summary>Better to leave a request alone that could be warmer than to touch one that is warm.</summary>
    private const double LeastPositive = -1.2;
    private const double LeastAnother = 1;

    /// <summary>By how much the rules see of a danger: nothing, a hint, or enough.</summary>
    private static readonly double[] LeastUrgent = [1, -1, -5];

    /// <summary>Where the rules see a request for a thing, the model must be rather sure that there is none.</summary>
    private const double LeastWhereTold = -1.5;
    private const double ShareOfSeveral = 0.3;

    private static readonly Lazy<HashedModel> Several = HashedModel.Named("several-asks.json");
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
        var features = new FeatureList(stackalloc uint[AskFeatures.Most]);
        AskFeatures.OfMessage(reading, ref features);
        return Any.Value.Score(features.Read) > (plain ? LeastWhereTold : 0);
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
        return Positive.Value.Score(features.Read) > LeastPositive;
    }

    /// <summary>Whether a message relays what must not wait: a danger, a breach of the law, an outage. Where a rule says so, the model
    /// must be sure of the opposite: better to say at once what could wait than the other way round.</summary>
    public static bool IsUrgent(Understanding reading)
    {
        var features = new FeatureList(stackalloc uint[AskFeatures.Most]);
        AskFeatures.OfMessage(reading, ref features);
        var told = AskReader.Urgency(reading);
        features.Add('U', (uint)Math.Min(4, told));
        return Urgent.Value.Score(features.Read) > LeastUrgent[Math.Min(told, LeastUrgent.Length - 1)];
    }

    /// <summary>The pieces of each ask, in order; none is left out.</summary>
    /// <param name="reading">The message.</param>
    /// <param name="pieces">Its pieces with the sentence of each.</param>
    public static List<List<Span>> Split(Understanding reading, IReadOnlyList<(Span Piece, Span Sentence)> pieces) =>
        Split(reading, pieces, AreSeveral(reading, Several.Value.Score), Another.Value.Score);

    /// <summary>How surely a message has several asks.</summary>
    public static double AreSeveral(Understanding reading, Judge judge)
    {
        var features = new FeatureList(stackalloc uint[AskFeatures.Most]);
        AskFeatures.OfSeveral(reading, ref features);
        return judge(features.Read);
    }

    /// <summary>The same with another judge of what starts an ask; training brings its own.</summary>
    public static List<List<Span>> Split(Understanding reading, IReadOnlyList<(Span Piece, Span Sentence)> pieces, double several, Judge judge)
    {
        List<List<Span>> asks = [];
        Span<uint> room = stackalloc uint[AskFeatures.Most];
        var ask = default(AskSoFar);
        foreach (var (piece, sentence) in pieces)
        {
            if (asks.Count == 0)
            {
                asks.Add([piece]);
                ask = AskSoFar.First(reading, piece);
                continue;
            }

            var features = new FeatureList(room);
            AskFeatures.OfPiece(reading, piece, sentence, ask, ref features);
            if (judge(features.Read) + (ShareOfSeveral * several) > LeastAnother)
            {
                asks.Add([piece]);
                ask = ask.Next(reading, piece);
            }
            else
            {
                asks[^1].Add(piece);
                ask = ask.With(reading, piece);
            }
        }

        return asks;
    }

    /// <summary>The logarithm of the odds of a yes, for something with these features.</summary>
    public delegate double Judge(ReadOnlySpan<uint> features);
}
