using System.Buffers.Binary;
using System.IO.Compression;
using System.Text;

namespace BridgeBot.Cards.Elements;

/// <summary>A small picture of a few colours as a PNG file (<see href="https://www.w3.org/TR/png-3/"/>).</summary>
/// <param name="width">Pixels.</param>
/// <param name="height">Pixels.</param>
/// <param name="palette">The colours as 0xRRGGBB; the first one is transparent.</param>
internal sealed class Png(int width, int height, IReadOnlyList<int> palette)
{
    private const byte IndexedColour = 3;

    private static readonly byte[] Signature = [0x89, (byte)'P', (byte)'N', (byte)'G', (byte)'\r', (byte)'\n', 0x1A, (byte)'\n'];

    private readonly byte[] _pixels = new byte[width * height];

    /// <summary>Paints a rectangle; what of it is outside of the picture is left out.</summary>
    public void Fill(int left, int top, int wide, int high, byte colour)
    {
        for (var y = Math.Max(top, 0); y < Math.Min(top + high, height); y++)
        {
            for (var x = Math.Max(left, 0); x < Math.Min(left + wide, width); x++)
            {
                _pixels[(y * width) + x] = colour;
            }
        }
    }

    /// <summary>The file as an address that needs no download.</summary>
    public string ToDataUri() => $"data:image/png;base64,{Convert.ToBase64String(ToFile())}";

    /// <summary>The file.</summary>
    public byte[] ToFile()
    {
        var header = new byte[13];
        BinaryPrimitives.WriteInt32BigEndian(header, width);
        BinaryPrimitives.WriteInt32BigEndian(header.AsSpan(4), height);
        (header[8], header[9]) = (8, IndexedColour);
        using var file = new MemoryStream();
        file.Write(Signature);
        Write(file, "IHDR", header);
        Write(file, "PLTE", [.. palette.SelectMany(colour => new[] { (byte)(colour >> 16), (byte)(colour >> 8), (byte)colour })]);
        Write(file, "tRNS", [0]);
        Write(file, "IDAT", Compressed());
        Write(file, "IEND", []);
        return file.ToArray();
    }

    /// <summary>Each line begins with its filter: none.</summary>
    private byte[] Compressed()
    {
        using var compressed = new MemoryStream();
        using (var zlib = new ZLibStream(compressed, CompressionLevel.SmallestSize))
        {
            for (var y = 0; y < height; y++)
            {
                zlib.WriteByte(0);
                zlib.Write(_pixels.AsSpan(y * width, width));
            }
        }

        return compressed.ToArray();
    }

    private static void Write(Stream file, string type, byte[] data)
    {
        Span<byte> number = stackalloc byte[4];
        BinaryPrimitives.WriteInt32BigEndian(number, data.Length);
        file.Write(number);
        byte[] summed = [.. Encoding.ASCII.GetBytes(type), .. data];
        file.Write(summed);
        BinaryPrimitives.WriteUInt32BigEndian(number, Crc(summed));
        file.Write(number);
    }

    private static uint Crc(byte[] bytes)
    {
        var crc = uint.MaxValue;
        foreach (var one in bytes)
        {
            crc ^= one;
            for (var bit = 0; bit < 8; bit++)
            {
                crc = (crc & 1) == 0 ? crc >> 1 : (crc >> 1) ^ 0xEDB88320;
            }
        }

        return ~crc;
    }
}
