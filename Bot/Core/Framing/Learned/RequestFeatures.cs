using BridgeBot.Core.Framing.Reading;
using BridgeBot.Core.Framing.Requests;

namespace BridgeBot.Core.Framing.Learned;

/// <summary>What tells whether a text asks its reader for something.</summary>
internal static class RequestFeatures
{
    /// <summary>The most features of one text.</summary>
    public const int Most = 2048;

    /// <summary>The features of a text.</summary>
    public static void Of(Understanding reading, ref FeatureList into)
    {
        var (evidence, tokens, traits) = (reading.Evidence, reading.Message.Tokens, Traits.None);
        uint Word(int i) => i < 0 ? 1 : i >= tokens.Length ? 2 : tokens[i].Kind is TokenKind.Number ? 3 : WordHash.Of(tokens[i].Key);
        for (var i = 0; i <= tokens.Length; i++)
        {
            var (word, before) = (Word(i), Word(i - 1));
            into.Add('w', word);
            into.Add('b', before, word);
            into.Add('c', Hashing.Mix('2', Word(i - 2), before), word);
            into.Add('s', Word(i - 2), word);
            into.Add('3', evidence.Shape(i - 2, 3));
            into.Add('4', evidence.Shape(i - 3, 4));
            traits |= evidence.TraitsAt(i);
        }

        foreach (var (piece, _) in PieceReader.InSentences(reading.Message))
        {
            var (first, second) = (Word(piece.Start), Word(piece.Start + 1));
            into.Add('o', first);
            into.Add('O', first, second);
            into.Add('h', evidence.Shape(piece.Start, 2));
            into.Add('H', evidence.Shape(piece.Start, 3));
            into.Add('k', evidence.Shape(piece.Start, 4));
            into.Add('p', Hashing.Mix('2', first, second), Word(piece.Start + 2));
        }

        into.Add('t', traits);
        into.Add('W', (uint)Math.Min(6, Math.Round(reading.Manner.Warmth * 3)));
        into.Add('N', tokens.Any(token => token.Kind is TokenKind.Url) ? 1u : 0u, tokens.Any(token => token.Key is "i" or "me" or "my") ? 1u : 0u);
        into.Add('l', (uint)Math.Min(6, tokens.Length / 8));
    }
}
