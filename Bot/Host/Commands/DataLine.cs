using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using BridgeBot.Host.Storage;
using BridgeBot.Host.Turns;

namespace BridgeBot.Host.Commands;

/// <summary>
/// A line of a data file. The first says what the file is (<c>format</c>, <c>version</c>); then comes a line a row, in ordinal order of
/// partition and key (<c>partition</c>, <c>key</c>, <c>body</c>, <c>sum</c>); the last says that nothing is missing (<c>rows</c>).
/// </summary>
/// <param name="Format">What it is a file of.</param>
/// <param name="Version">Of the format.</param>
/// <param name="Partition">A row's partition.</param>
/// <param name="Key">A row's key.</param>
/// <param name="Body">A row's body, exactly.</param>
/// <param name="Sum">Shows that the row is as it was written.</param>
/// <param name="Rows">How many rows there are.</param>
internal sealed record DataLine(
    string? Format = null, int? Version = null, string? Partition = null, string? Key = null, string? Body = null, string? Sum = null, long? Rows = null)
{
    /// <summary>Raised when an older bot could not read what is written now.</summary>
    public const int NewestVersion = 1;

    /// <summary>What every file begins with.</summary>
    public static readonly DataLine First = new(Format: "bridgebot-data", Version: NewestVersion);

    /// <summary>A row.</summary>
    public static DataLine Of(StoredRow row) =>
        new(Partition: row.Partition, Key: row.Key, Body: row.Body, Sum: SumOf(row.Partition, row.Key, row.Body));

    /// <summary>What every finished file ends with.</summary>
    public static DataLine Last(long rows) => new(Rows: rows);

    /// <summary>Reads a line; null if it is none.</summary>
    public static DataLine? Read(ReadOnlySpan<byte> line)
    {
        try
        {
            return JsonSerializer.Deserialize(line, DataJson.Readable.DataLine);
        }
        catch (JsonException)
        {
            return null;
        }
    }

    /// <summary>As UTF-8, with its line end.</summary>
    public byte[] Write() => [.. JsonSerializer.SerializeToUtf8Bytes(this, DataJson.Readable.DataLine), (byte)'\n'];

    /// <summary>The row of this line; null if it holds none, or not as it was written. Its ETag is empty.</summary>
    public StoredRow? ToRow() => this is { Partition: { } partition, Key: { } key, Body: { } body } && Sum == SumOf(partition, key, body)
        ? new(partition, key, body, "")
        : null;

    private static string SumOf(string partition, string key, string body) => Keys.Hash(partition, key, body)[..8];
}

/// <summary>Serialisation without reflection; letters of any script as they are.</summary>
[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase)]
[JsonSerializable(typeof(DataLine))]
internal sealed partial class DataJson : JsonSerializerContext
{
    public static readonly DataJson Readable = new(new JsonSerializerOptions
    {
        PropertyNamingPolicy = JsonNamingPolicy.CamelCase,
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    });
}
