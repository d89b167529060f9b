using System.Globalization;
using System.Runtime.InteropServices;
using System.Text;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace BridgeBot.Bench.Load;

/// <summary>What a bench found, on which machine and when: a table for people, and JSON for the README.</summary>
/// <param name="Bench">The bench's name, as it is started.</param>
/// <param name="Day">The day, UTC.</param>
/// <param name="Machine">How large the machine was.</param>
/// <param name="Figures">The lines.</param>
internal sealed record Measurement(string Bench, DateOnly Day, string Machine, IReadOnlyList<Figure> Figures)
{
    private static readonly JsonSerializerOptions Json = new()
    {
        PropertyNamingPolicy = JsonNamingPolicy.CamelCase,
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
        WriteIndented = true,
    };

    /// <summary>A measurement of now.</summary>
    public static Measurement Of(string bench, params IReadOnlyList<Figure> figures) => new(
        bench,
        DateOnly.FromDateTime(DateTime.UtcNow),
        string.Create(
            CultureInfo.InvariantCulture,
            $"{Environment.ProcessorCount} cores, {GC.GetGCMemoryInfo().TotalAvailableMemoryBytes / (1L << 30)} GB, {RuntimeInformation.FrameworkDescription}"),
        figures);

    /// <summary>Reads one that was written.</summary>
    public static Measurement Read(FileInfo file) => JsonSerializer.Deserialize<Measurement>(File.ReadAllText(file.FullName), Json)!;

    /// <summary>Prints it, and writes it where it is wanted.</summary>
    public async Task ShowAsync(FileInfo? json)
    {
        await Console.Out.WriteAsync(ToString());
        if (json is not null)
        {
            await File.WriteAllTextAsync(json.FullName, JsonSerializer.Serialize(this, Json) + Environment.NewLine);
        }
    }

    /// <inheritdoc/>
    public override string ToString()
    {
        var width = Figures.Max(figure => figure.What.Length);
        var text = new StringBuilder().AppendLine(CultureInfo.InvariantCulture, $"{Bench}, {Day:yyyy-MM-dd}, {Machine}");
        foreach (var figure in Figures)
        {
            var met = figure.IsMet switch { true => ": yes", false => ": NO", null => "" };
            text.AppendLine($"{figure.What.PadRight(width)}  {figure.Shown,18}  {figure.ShownGoal}{met}".TrimEnd());
        }

        return text.ToString();
    }
}
