using System.Text.Json;

namespace BridgeBot.Bench.Framing;

/// <summary>The folder with the data sets. A set is found by how its file's name starts, so that a judged part is read like the development part.</summary>
/// <param name="path">The folder.</param>
internal sealed class DataFolder(string path)
{
    /// <summary>snake_case names, as the files have them.</summary>
    public static readonly JsonSerializerOptions Json = new() { PropertyNamingPolicy = JsonNamingPolicy.SnakeCaseLower };

    /// <summary>Microsoft's specifications have the names of the properties as they are.</summary>
    private static readonly JsonSerializerOptions PlainJson = new() { ReadCommentHandling = JsonCommentHandling.Skip, AllowTrailingCommas = true };

    /// <summary>The files whose name starts and ends like this, in the order of their names.</summary>
    public IReadOnlyList<string> Find(string prefix, string extension) =>
        [.. Directory.EnumerateFiles(path, $"{prefix}*{extension}").Order(StringComparer.Ordinal)];

    /// <summary>The objects of a JSON Lines set, all its files together; empty if there is none.</summary>
    public IReadOnlyList<T> ReadLines<T>(string prefix) =>
        [.. from file in Find(prefix, ".jsonl")
            from line in File.ReadLines(file)
            where !string.IsNullOrWhiteSpace(line)
            select JsonSerializer.Deserialize<T>(line, Json)!];

    /// <summary>The objects of a set of JSON arrays, all its files together; empty if there is none.</summary>
    public IReadOnlyList<T> ReadArrays<T>(string prefix) =>
        [.. from file in Find(prefix, ".json")
            from item in JsonSerializer.Deserialize<List<T>>(File.ReadAllText(file), PlainJson)!
            select item];

    /// <summary>The lines of a file; empty if there is none.</summary>
    public IEnumerable<string> ReadText(string name) =>
        Path.Combine(path, name) is var file && File.Exists(file) ? File.ReadLines(file) : [];
}
