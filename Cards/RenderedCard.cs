using System.Text;

namespace BridgeBot.Cards;

/// <summary>A card as it goes out. Its JSON stays UTF-8 from here to the socket: as a string it would be written, and be in memory, once more.</summary>
/// <param name="utf8">Adaptive Card JSON.</param>
public sealed class RenderedCard(ReadOnlyMemory<byte> utf8)
{
    /// <summary>Adaptive Card JSON, UTF-8.</summary>
    public ReadOnlyMemory<byte> Utf8 { get; } = utf8;

    /// <summary>The JSON as a text.</summary>
    public override string ToString() => Encoding.UTF8.GetString(Utf8.Span);
}
