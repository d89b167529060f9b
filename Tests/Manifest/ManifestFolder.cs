using System.Text.Json.Nodes;
using BridgeBot.Host.Manifest;
using BridgeBot.Tests.Browser;
using BridgeBot.Tests.Storage;

namespace BridgeBot.Tests.Manifest;

/// <summary>A copy of the manifest's folder, for tests that break it.</summary>
internal sealed class ManifestFolder : IDisposable
{
    public static readonly string Source = System.IO.Path.Combine(Repository.Root, "manifest");

    public static readonly PackageFields Fields = new("8d3f5a12-0c1b-4a5e-9f7d-2b6c4e8a1f90", "bridgebot.contoso.com");

    private readonly TemporaryFolder _folder = new();

    public ManifestFolder()
    {
        foreach (var file in Directory.EnumerateFiles(Source))
        {
            File.Copy(file, _folder.File(System.IO.Path.GetFileName(file)));
        }
    }

    public string Path => _folder.Path;

    public string FileOf(string name) => _folder.File(name);

    /// <summary>Changes the manifest.</summary>
    public void Edit(Action<JsonObject> change)
    {
        var manifest = ManifestJson.Read(FileOf("manifest.json"));
        change(manifest);
        File.WriteAllBytes(FileOf("manifest.json"), ManifestJson.Write(manifest));
    }

    /// <summary>What is wrong with it, a line each.</summary>
    public string[] Faults()
    {
        try
        {
            AppPackage.Make(Path, Fields);
            return [];
        }
        catch (ManifestException fault)
        {
            return fault.Message.Split(Environment.NewLine);
        }
    }

    public void Dispose() => _folder.Dispose();
}
