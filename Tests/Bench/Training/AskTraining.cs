using BridgeBot.Core.Framing.Learned;
using BridgeBot.Core.Framing.Requests;

namespace BridgeBot.Bench.Training;

/// <summary>Learns whether a message asks for anything, and where another ask starts.</summary>
internal sealed class AskTraining
{
    private readonly HashedTrainer _any = new();
    private readonly HashedTrainer _another = new();
    private readonly HashedTrainer _urgent = new();
    private readonly HashedTrainer _positive = new();
    private readonly HashedTrainer _counts = new(buckets: HashedTrainer.ManyBuckets);

    /// <summary>Learns from messages.</summary>
    public AskTraining Learn(IReadOnlyList<MarkedMessage> texts)
    {
        _any.Learn([.. texts.Select(text => new HashedExample(text.Reading.Features.ToArray(), text.Message.Asks.Count > 0, text.Message.Asks.Count > 0 ? 1 : 3))]);
        _counts.Learn([.. from text in texts
                          where text.Message.Asks.Count > 0
                          let features = OfCount(text)
                          from count in Enumerable.Range(0, AskModel.Counts)
                          select new HashedExample(ForCount(text, features, count), count == Math.Min(text.Message.Asks.Count, AskModel.Counts) - 1)]);
        _positive.Learn([.. texts.Select(text => new HashedExample(OfTone(text), text.Message.AlreadyPositive, text.Message.AlreadyPositive ? 2 : 1))]);
        _urgent.Learn([.. texts.Select(text => new HashedExample(OfUrgency(text), text.Message.UrgentRelay, text.Message.UrgentRelay ? 3 : 1))]);
        _another.Learn([.. texts.Where(text => text.Message.Asks.Count > 0).SelectMany(OfPieces)]);
        return this;
    }

    /// <summary>How many asks are found in a message.</summary>
    public int Count(MarkedMessage text) => _any.Score(text.Reading.Features.ToArray()) <= 0 ? 0
        : AskModel.Split(text.Reading, text.Pieces, features => _counts.Score(features.ToArray()), features => _another.Score(features.ToArray())).Count;

    /// <summary>Writes the models.</summary>
    public void Write(string folder)
    {
        _any.Write(Path.Combine(folder, "any-ask.json"));
        _counts.Write(Path.Combine(folder, "ask-counts.json"));
        _positive.Write(Path.Combine(folder, "positive.json"));
        _urgent.Write(Path.Combine(folder, "urgent.json"));
        _another.Write(Path.Combine(folder, "another-ask.json"));
    }

    private static uint[] ForCount(MarkedMessage text, uint[] features, int count)
    {
        var own = new uint[text.Reading.Features.Length + features.Length];
        AskModel.ForCount(text.Reading.Features, features, count, own);
        return own;
    }

    /// <summary>How surely a message is courteous already.</summary>
    public double Positive(MarkedMessage text) => _positive.Score(OfTone(text));

    /// <summary>Whether a message is urgent.</summary>
    public bool IsUrgent(MarkedMessage text) => _urgent.Score(OfUrgency(text)) > 0;

    private static uint[] OfCount(MarkedMessage text)
    {
        var features = new FeatureList(new uint[AskFeatures.Most]);
        AskFeatures.OfCount(text.Reading, ref features);
        return features.Read.ToArray();
    }

    private static uint[] OfTone(MarkedMessage text)
    {
        var features = new FeatureList(new uint[AskFeatures.Most]);
        AskFeatures.OfTone(text.Reading, ref features);
        return [.. text.Reading.Features, .. features.Read];
    }

    private static uint[] OfUrgency(MarkedMessage text)
    {
        var features = new FeatureList(new uint[1]);
        features.Add('U', (uint)Math.Min(4, AskReader.Urgency(text.Reading)));
        return [.. text.Reading.Features, .. features.Read];
    }

    private static IEnumerable<HashedExample> OfPieces(MarkedMessage text)
    {
        var starts = AskAlignment.Starts(text);
        SeamPiece[] at = [.. text.Pieces.Select(pair => SeamPiece.Read(text.Reading, pair.Piece, pair.Sentence))];
        var ask = AskSoFar.First(text.Reading.Message, at[0]);
        for (var i = 1; i < at.Length; i++)
        {
            var features = new FeatureList(new uint[AskFeatures.Most]);
            AskFeatures.OfPiece(text.Reading, at[i], ref features);
            AskFeatures.OfStart(text.Reading, at[i], ask, ref features);
            var starting = starts.Contains(i);
            yield return new(features.Read.ToArray(), starting, starting ? 3 : 1);
            ask = starting ? ask.Next(at[i]) : ask.With(at[i]);
        }
    }
}
