using BridgeBot.Core.Framing.Reading;
using BridgeBot.Core.Framing.Requests;

namespace BridgeBot.Core.Framing.Learned;

/// <summary>What tells the kind of an ask.</summary>
internal static class KindFeatures
{
    /// <summary>The most features of one ask.</summary>
    public const int Most = 512;

    private const double Sure = 3;

    /// <summary>The features of an ask, the same for every kind; <see cref="Hashing.ForChoice"/> tells them apart.</summary>
    public static void Of(Understanding reading, IReadOnlyList<Span> pieces, ref FeatureList into)
    {
        var (evidence, asked, first) = (reading.Evidence, false, true);
        foreach (var piece in pieces)
        {
            var asks = (evidence.TraitsIn(piece) & Traits.Asks) != 0;
            for (var i = piece.Start; i < piece.End; i++)
            {
                var word = evidence.Word(i);
                into.Add('w', word);
                into.Add('b', evidence.Word(i - 1), word);
                into.Add('p', evidence.Stem(i));
                if (asks)
                {
                    into.Add('a', word);
                }
            }

            into.Add('o', evidence.Word(piece.Start), evidence.Word(piece.Start + 1));
            asked |= asks;
            foreach (var hit in Signals.HitsIn(reading.Signals, piece))
            {
                var kind = WordHash.Of(hit.Rule.Kind);
                into.Add('k', kind);
                into.Add('K', kind, asks ? 1u : 0u);
                if (hit.Rule.Weight >= Sure)
                {
                    into.Add('s', kind);
                }

                if (first && asked && hit.Rule.Asset)
                {
                    into.Add('f', kind);
                    first = false;
                }
            }
        }

        into.Add('r', Signals.KindIn(reading.Signals, new(pieces[0].Start, pieces[^1].End)) is { } strongest ? WordHash.Of(strongest) : 0);
        into.Add('e', evidence.Word(pieces[^1].End - 1), asked ? 1u : 0u);
        into.Add('q', asked ? 1u : 0u);
    }
}
