using System.Collections.Frozen;

namespace BridgeBot.Core.Framing.Reading;

/// <summary>Cuts sentences into pieces that stand or go as a whole: at commas, dashes and brackets, and before "and", "but", "because".</summary>
internal static class PieceReader
{
    private static readonly FrozenSet<string> Joints = "and but so because since while which who as or like if though although unless instead when".Split(' ').ToFrozenSet();

    private static readonly FrozenSet<string> Openings =
        "and but so also oh ok okay well then plus again first firstly second secondly third thirdly fourth fifth finally lastly last next now right anyway please yes no hi hello hey".Split(' ').ToFrozenSet();

    private static readonly FrozenSet<string> Likers = "would id wed theyd i we they you customers to also really don't dont".Split(' ').ToFrozenSet();

    /// <summary>The pieces, in order, with the sentence of each; every token of a sentence is in one.</summary>
    public static List<(Span Piece, Span Sentence)> InSentences(Message message)
    {
        List<(Span, Span)> pieces = new(message.Sentences.Count * 2);
        foreach (var sentence in message.Sentences)
        {
            var start = sentence.Start;
            for (var i = sentence.Start + 1; i < sentence.End; i++)
            {
                if (!message.Quoted[i] && !IsOpening(message, new(start, i)) && (IsSeam(message.Tokens[i - 1], message.Quoted[i - 1]) || IsJoint(message.Tokens, i) || message.Tokens[i].Key is "("))
                {
                    pieces.Add((new(start, i), sentence));
                    start = i;
                }
            }

            pieces.Add((new(start, sentence.End), sentence));
        }

        return pieces;
    }

    // "Second," and "1)" and "Oh," open what follows and say nothing by themselves.
    private static bool IsOpening(Message message, Span words)
    {
        for (var i = words.Start; i < words.End; i++)
        {
            if (message.Tokens[i].IsWordLike && !message.IsItemNumber(i) && !Openings.Contains(message.Tokens[i].Key))
            {
                return false;
            }
        }

        return true;
    }

    // "We would like a flyer" is no comparison.
    private static bool IsJoint(Token[] tokens, int i) =>
        Joints.Contains(tokens[i].Key) && !(tokens[i].Key is "like" && i > 0 && (Likers.Contains(tokens[i - 1].Key) || tokens[i - 1].Key.EndsWith("'d", StringComparison.Ordinal)));

    private static bool IsSeam(Token token, bool quoted) =>
        !quoted && token is { Kind: TokenKind.Mark, Key: "," or ";" or "–" or "—" or "-" or ")" or ":" };
}
