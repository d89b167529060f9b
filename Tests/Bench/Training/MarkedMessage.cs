using BridgeBot.Bench.Framing;
using BridgeBot.Core.Framing.Reading;
using BridgeBot.Core.Framing.Requests;

namespace BridgeBot.Bench.Training;

/// <summary>A message with the words that people marked as stinging.</summary>
internal sealed class MarkedMessage
{
    private readonly bool[] _kept;

    /// <summary>Reads a message as the engine does.</summary>
    public MarkedMessage(SalesMessage message)
    {
        Message = message;
        Reading = Understanding.ByRules(message.Text, new(message.Today, message.Locale));
        Stung = Marked(message.Negative);
        _kept = Marked(message.Asks.SelectMany(ask => ask.Keep));
        Pieces = PieceReader.InSentences(Reading.Message);
    }

    /// <summary>The message.</summary>
    public SalesMessage Message { get; }

    /// <summary>What the rules read of it.</summary>
    public Understanding Reading { get; }

    /// <summary>Its pieces with the sentence of each.</summary>
    public IReadOnlyList<(Span Piece, Span Sentence)> Pieces { get; }

    /// <summary>For each token, whether it was marked.</summary>
    public bool[] Stung { get; }

    /// <summary>Each expected ask with its pieces; empty where there are fewer pieces than asks.</summary>
    public IEnumerable<(SalesAsk Expected, IReadOnlyList<Span> Pieces)> Asks
    {
        get
        {
            var starts = AskAlignment.Starts(this);
            if (Message.Asks.Count == 0 || starts.Count != Message.Asks.Count - 1)
            {
                yield break;
            }

            var from = 0;
            for (var k = 0; k < Message.Asks.Count; k++)
            {
                var end = starts.Where(start => start > from).DefaultIfEmpty(Pieces.Count).Min();
                yield return (Message.Asks[k], [.. Pieces.Skip(from).Take(end - from).Select(pair => pair.Piece)]);
                from = end;
            }
        }
    }

    /// <summary>A name as a customer is written.</summary>
    public string NameOf(Span name) => Reading.Message.Slice(name) is var text && (text.EndsWith("'s", StringComparison.Ordinal) || text.EndsWith("’s", StringComparison.Ordinal)) ? text[..^2] : text;

    /// <summary>How much it matters that some words are left: what an ask keeps must not go, what nobody marked may.</summary>
    public double Weight(Span words) => IsStung(words) ? 1 : _kept.AsSpan(words.Start, words.Length).Contains(true) ? 1.5 : 0.6;

    private bool[] Marked(IEnumerable<string> phrases)
    {
        var marked = new bool[Reading.Message.Tokens.Length];
        foreach (var phrase in phrases)
        {
            for (var at = Message.Text.IndexOf(phrase, StringComparison.OrdinalIgnoreCase); at >= 0; at = Message.Text.IndexOf(phrase, at + 1, StringComparison.OrdinalIgnoreCase))
            {
                for (var i = 0; i < marked.Length; i++)
                {
                    marked[i] |= Reading.Message.Tokens[i].Start < at + phrase.Length && Reading.Message.Tokens[i].End > at;
                }
            }
        }

        return marked;
    }

    /// <summary>Whether a piece holds a marked word.</summary>
    public bool IsStung(Span piece) => Stung.AsSpan(piece.Start, piece.Length).Contains(true);
}
