using BridgeBot.Core.Framing.Learned;
using BridgeBot.Core.Framing.Reading;

namespace BridgeBot.Bench.Training;

/// <summary>Learns which pieces of a message have a sting, and which of their words.</summary>
internal sealed class FlagTraining
{
    private const int Folds = 5;

    private HashedTrainer _pieces = new();
    private HashedTrainer _words = new();

    /// <summary>Learns both models; the second sees what the first says of pieces that it did not learn from.</summary>
    public FlagTraining Learn(IReadOnlyList<MarkedMessage> texts)
    {
        _pieces = LearnPieces(texts);
        List<HashedExample> words = [];
        for (var fold = 0; fold < Folds; fold++)
        {
            var others = LearnPieces([.. texts.Where((_, i) => i % Folds != fold)]);
            words.AddRange(texts.Where((_, i) => i % Folds == fold).SelectMany(text => Words(text, others)));
        }

        _words = new HashedTrainer().Learn(words);
        return this;
    }

    /// <summary>Writes both.</summary>
    public void Write(string folder)
    {
        _pieces.Write(Path.Combine(folder, "pieces.json"));
        _words.Write(Path.Combine(folder, "words.json"));
    }

    /// <summary>The score of each word of a text.</summary>
    public double[] Scores(MarkedMessage text)
    {
        var scores = Enumerable.Repeat(-9.0, text.Reading.Message.Tokens.Length).ToArray();
        foreach (var (piece, _) in text.Pieces)
        {
            var sting = _pieces.Score(Piece(text, piece));
            for (var i = piece.Start; i < piece.End; i++)
            {
                scores[i] = _words.Score(Word(text, piece, sting, i));
            }
        }

        return scores;
    }

    private static HashedTrainer LearnPieces(IReadOnlyList<MarkedMessage> texts) => new HashedTrainer().Learn(
        [.. texts.SelectMany(text => text.Pieces.Select(pair => pair.Piece).Select(piece => new HashedExample(Piece(text, piece), text.IsStung(piece), text.Weight(piece))))]);

    private static IEnumerable<HashedExample> Words(MarkedMessage text, HashedTrainer pieces) =>
        from piece in text.Pieces.Select(pair => pair.Piece)
        let sting = pieces.Score(Piece(text, piece))
        from i in Enumerable.Range(piece.Start, piece.Length)
        where text.Reading.Message.Tokens[i].Kind is not (TokenKind.Mark or TokenKind.Break)
        select new HashedExample(Word(text, piece, sting, i), text.Stung[i], text.Weight(new(i, i + 1)));

    private static uint[] Piece(MarkedMessage text, Span piece)
    {
        var features = new FeatureList(new uint[FlagFeatures.Most]);
        FlagFeatures.OfPiece(text.Reading.Evidence, piece, ref features);
        return features.Read.ToArray();
    }

    private static uint[] Word(MarkedMessage text, Span piece, double sting, int i)
    {
        var features = new FeatureList(new uint[FlagFeatures.Most]);
        FlagFeatures.OfWord(text.Reading.Evidence, piece, sting, i, ref features);
        return features.Read.ToArray();
    }
}
