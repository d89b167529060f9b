using System.Security.Cryptography;

namespace BridgeBot.Host.Turns;

/// <summary>Chance, at the edge: ids that nobody can guess and references that people can read out.</summary>
internal static class Fresh
{
    /// <summary>No 0/O, 1/I/L, U/V: symbols that are easily taken for one another.</summary>
    private const string Symbols = "23456789ABCDEFGHJKMNPQRSTWXYZ";

    /// <summary>128 random bits in hexadecimal: unguessable, safe in a key.</summary>
    public static string Id() => RandomNumberGenerator.GetHexString(32, lowercase: true);

    /// <summary>BR- and six symbols: about 590 million, reserved by insert-if-absent.</summary>
    public static string Reference()
    {
        Span<byte> random = stackalloc byte[sizeof(ulong)];
        RandomNumberGenerator.Fill(random);
        return string.Create(9, BitConverter.ToUInt64(random), static (text, number) =>
        {
            "BR-".CopyTo(text);
            for (var i = 3; i < text.Length; i++)
            {
                text[i] = Symbols[(int)(number % (ulong)Symbols.Length)];
                number /= (ulong)Symbols.Length;
            }
        });
    }
}
