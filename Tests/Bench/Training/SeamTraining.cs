using BridgeBot.Core.Framing.Learned;
using BridgeBot.Core.Framing.Reading;

namespace BridgeBot.Bench.Training;

/// <summary>Learns where a sentence still reads as one: as people typed it it does, and with a few words torn out of it it mostly does not.</summary>
internal sealed class SeamTraining
{
    private const int LongestGap = 8;

    private readonly HashedTrainer _seams = new();

    /// <summary>Learns from messages.</summary>
    public SeamTraining Learn(IReadOnlyList<MarkedMessage> texts)
    {
        _seams.Learn([.. texts.SelectMany(Seams).Select(seam => new HashedExample(seam.Features, seam.Whole))]);
        return this;
    }

    /// <summary>The seams of a text: how each scores, and whether nothing was torn out there.</summary>
    public IEnumerable<(double Score, bool Whole)> Scores(MarkedMessage text) => Seams(text).Select(seam => (_seams.Score(seam.Features), seam.Whole));

    /// <summary>Writes the model.</summary>
    public void Write(string folder) => _seams.Write(Path.Combine(folder, "seams.json"));

    private static IEnumerable<(uint[] Features, bool Whole)> Seams(MarkedMessage text)
    {
        foreach (var sentence in text.Reading.Message.Sentences)
        {
            for (var i = sentence.Start; i <= sentence.End; i++)
            {
                yield return (Features(text, sentence, new(i, i)), true);
                if (Torn(text, sentence, i) is { } gap)
                {
                    yield return (Features(text, sentence, gap), false);
                }
            }
        }
    }

    // How much is torn out varies with the place, and is the same in every run.
    private static Span? Torn(MarkedMessage text, Span sentence, int i)
    {
        var gap = new Span(i, i + 1 + (int)(Hashing.Mix('g', (uint)i, (uint)text.Message.Text.Length) % LongestGap));
        var ends = text.Pieces.Any(pair => pair.Piece.End == gap.End) && text.Pieces.Any(pair => pair.Piece.Start == gap.Start);
        return gap.End <= sentence.End && gap.Length < sentence.Length && !ends ? gap : null;
    }

    private static uint[] Features(MarkedMessage text, Span sentence, Span gap)
    {
        var features = new FeatureList(new uint[SeamFeatures.Most]);
        SeamFeatures.Of(text.Reading.Evidence, sentence, gap, ref features);
        return features.Read.ToArray();
    }
}
