using System.Collections.Frozen;

namespace BridgeBot.Core.Framing.Reading;

/// <summary>Cuts sentences into pieces that stand or go as a whole: at commas, dashes and brackets, and before "and", "but", "because".</summary>
internal static class PieceReader
{
    private static readonly FrozenSet<string> Joints = "and but so because since while which who as or like if though although unless instead when".Split(' ').ToFrozenSet();

    /// <summary>The pieces, in order, with the sentence of each; every token of a sentence is in one.</summary>
    public static List<(Span Piece, Span Sentence)> InSentences(Message message)
    {
        List<(Span, Span)> pieces = new(message.Sentences.Count * 2);
        foreach (var sentence in message.Sentences)
        {
            var start = sentence.Start;
            for (var i = sentence.Start + 1; i < sentence.End; i++)
            {
                if (!message.Quoted[i] && (IsSeam(message.Tokens[i - 1], message.Quoted[i - 1]) || Joints.Contains(message.Tokens[i].Key) || message.Tokens[i].Key is "("))
                {
                    pieces.Add((new(start, i), sentence));
                    start = i;
                }
            }

            pieces.Add((new(start, sentence.End), sentence));
        }

        return pieces;
    }

    private static bool IsSeam(Token token, bool quoted) =>
        !quoted && token is { Kind: TokenKind.Mark, Key: "," or ";" or "–" or "—" or "-" or ")" or ":" };
}
