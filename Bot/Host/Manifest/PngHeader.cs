using System.Buffers.Binary;

namespace BridgeBot.Host.Manifest;

/// <summary>How large a picture is (<see href="https://www.w3.org/TR/png-3/#11IHDR"/>).</summary>
/// <param name="Width">Pixels.</param>
/// <param name="Height">Pixels.</param>
/// <param name="HasAlpha">Whether each pixel says how transparent it is.</param>
internal sealed record PngHeader(int Width, int Height, bool HasAlpha)
{
    private const int Length = 26;

    private static ReadOnlySpan<byte> Signature => [0x89, (byte)'P', (byte)'N', (byte)'G', 0x0D, 0x0A, 0x1A, 0x0A];

    /// <summary>Reads it; null if the file is no PNG.</summary>
    public static PngHeader? Read(ReadOnlySpan<byte> file) =>
        file.Length >= Length && file.StartsWith(Signature) && file[12..16].SequenceEqual("IHDR"u8)
            ? new(BinaryPrimitives.ReadInt32BigEndian(file[16..]), BinaryPrimitives.ReadInt32BigEndian(file[20..]), (file[25] & 4) != 0)
            : null;
}
