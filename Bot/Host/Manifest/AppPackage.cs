using System.IO.Compression;
using System.Text.Json.Nodes;

namespace BridgeBot.Host.Manifest;

/// <summary>The app as Teams takes it: a zip file with the manifest, two icons and the language files
/// (<see href="https://learn.microsoft.com/microsoftteams/platform/concepts/build-and-test/apps-package"/>).</summary>
/// <param name="Files">The files by name, the manifest first.</param>
internal sealed record AppPackage(IReadOnlyList<(string Name, byte[] Content)> Files)
{
    private const string ManifestName = "manifest.json";

    /// <summary>Whatever the day is: the same input gives the same bytes. The first day that a zip file knows.</summary>
    private static readonly DateTimeOffset Made = new(1980, 1, 1, 0, 0, 0, TimeSpan.Zero);

    /// <summary>Where the manifest and its icons are: beside the program.</summary>
    public static string Folder => Path.Combine(AppContext.BaseDirectory, "manifest");

    /// <summary>Fills in the manifest and looks whether Teams would take it.</summary>
    /// <param name="folder">Holds manifest.json and what it names.</param>
    /// <param name="fields">What is filled in.</param>
    /// <exception cref="ManifestException">It would not, with everything that is wrong.</exception>
    public static AppPackage Make(string folder, PackageFields fields)
    {
        List<string> faults = [.. fields.Faults()];
        var manifest = (JsonObject)ManifestJson.Fill(ManifestJson.Read(Path.Combine(folder, ManifestName)), fields.Values)!;
        if (!fields.ReadsChannels)
        {
            // Consent is asked for what is used: without the permission, Teams sends the bot what mentions it.
            manifest.Remove("authorization");
            manifest.Remove("webApplicationInfo");
        }

        // A wrong field is told once, by its switch.
        faults.AddRange(faults.Count == 0 ? ManifestRules.Faults(manifest) : []);
        List<(string Name, byte[] Content)> files =
        [
            (ManifestName, ManifestJson.Write(manifest)),
            .. Icon(folder, manifest, "color", 192, false, faults),
            .. Icon(folder, manifest, "outline", 32, true, faults),
            .. Languages(folder, manifest, faults),
        ];
        return faults.Count == 0 ? new(files) : throw new ManifestException(faults);
    }

    /// <summary>The zip file.</summary>
    public byte[] Zip()
    {
        using var bytes = new MemoryStream();
        using (var zip = new ZipArchive(bytes, ZipArchiveMode.Create, leaveOpen: true))
        {
            foreach (var (name, content) in Files)
            {
                var entry = zip.CreateEntry(name, CompressionLevel.Optimal);
                entry.LastWriteTime = Made;
                using var stream = entry.Open();
                stream.Write(content);
            }
        }

        return bytes.ToArray();
    }

    private static IEnumerable<(string Name, byte[] Content)> Icon(
        string folder, JsonObject manifest, string which, int size, bool transparent, List<string> faults)
    {
        var name = manifest["icons"] is JsonObject icons ? ManifestJson.TextAt(icons, which) : "";
        if (ReadFile(folder, name, $"icons.{which}", faults) is not { } content)
        {
            return [];
        }

        var header = PngHeader.Read(content);
        if (header is null || (header.Width, header.Height) != (size, size))
        {
            faults.Add($"{name} must be a PNG file of {size} by {size} pixels{(header is null ? "" : $", and has {header.Width} by {header.Height}")}.");
        }
        else if (transparent && !header.HasAlpha)
        {
            faults.Add($"{name} must be transparent, and has no alpha channel.");
        }

        return [(name, content)];
    }

    /// <summary>The default language's file is made of the manifest itself; translations lie beside it.</summary>
    private static IEnumerable<(string Name, byte[] Content)> Languages(string folder, JsonObject manifest, List<string> faults)
    {
        var (texts, languages) = (LanguageFile.Of(manifest), manifest["localizationInfo"] as JsonObject);
        if (languages is null || ManifestJson.TextAt(languages, "defaultLanguageFile") is not { Length: > 0 } ours)
        {
            faults.Add("manifest.json: localizationInfo.defaultLanguageFile is missing.");
            return [];
        }

        List<(string, byte[])> files = [(ours, ManifestJson.Write(texts))];
        foreach (var language in (languages["additionalLanguages"] as JsonArray)?.OfType<JsonObject>() ?? [])
        {
            var name = ManifestJson.TextAt(language, "file");
            if (ReadFile(folder, name, "localizationInfo.additionalLanguages", faults) is not null)
            {
                var translation = ManifestJson.Read(Path.Combine(folder, name));
                files.Add((name, ManifestJson.Write(translation)));
                faults.AddRange(translation.Select(text => text.Key).Where(key => !texts.ContainsKey(key))
                    .Select(key => $"{name} translates \"{key}\", which is nothing that manifest.json shows."));
            }
        }

        return files;
    }

    private static byte[]? ReadFile(string folder, string name, string place, List<string> faults)
    {
        if (name.Length == 0 || Path.GetFileName(name) != name || !File.Exists(Path.Combine(folder, name)))
        {
            faults.Add($"manifest.json: {place} is \"{name}\", which is no file beside it.");
            return null;
        }

        return File.ReadAllBytes(Path.Combine(folder, name));
    }
}
