using BridgeBot.Core.Framing.Reading;
using BridgeBot.Core.Framing.Requests;

namespace BridgeBot.Core.Framing.Learned;

/// <summary>A piece of a sentence, before which one ask may end and another start.</summary>
/// <param name="Piece">The piece.</param>
/// <param name="Traits">What it holds.</param>
/// <param name="Rest">What it and the rest of its sentence hold.</param>
/// <param name="Opens">0 within a sentence; 1 at the start of one; more at an item of a list.</param>
/// <param name="Kind">What kind it tells; null if none.</param>
internal readonly record struct SeamPiece(Span Piece, Traits Traits, Traits Rest, uint Opens, string? Kind)
{
    /// <summary>Whether it starts an item of a list.</summary>
    public bool IsItem => Opens > 1;

    /// <summary>Reads a piece.</summary>
    public static SeamPiece Read(Understanding reading, Span piece, Span sentence) => new(
        piece,
        reading.Evidence.TraitsIn(piece),
        reading.Evidence.TraitsIn(new(piece.Start, sentence.End)),
        piece.Start == sentence.Start ? 1 + (uint)ListReader.MarkAt(reading.Message, piece.Start, sentence) : 0,
        Signals.KindIn(reading.Signals, piece));
}
