using System.ComponentModel;
using System.Diagnostics;
using System.Text.Json;
using System.Text.Json.Nodes;
using BridgeBot.Host.Manifest;
using BridgeBot.Tests.Browser;
using BridgeBot.Tests.Cards;

namespace BridgeBot.Tests.Manifest;

/// <summary>The package beside Microsoft's own schemas (npm: @microsoft/app-manifest).</summary>
internal sealed class SchemaTests
{
    private const string Schemas = "@microsoft/app-manifest/build/json-schemas/teams";

    [TestCase(false)]
    [TestCase(true)]
    public async Task Validate_ThePackage_HasNoFault(bool readsChannels)
    {
        var files = AppPackage.Make(ManifestFolder.Source, ManifestFolder.Fields with { ReadsChannels = readsChannels }).Files;
        Assert.That(await FaultsAsync(files[0].Content, files.Single(file => file.Name == "en.json").Content), Is.Empty);
    }

    [Test]
    public async Task Validate_APackageThatIsWrong_HasFaults()
    {
        var files = AppPackage.Make(ManifestFolder.Source, ManifestFolder.Fields).Files;
        var manifest = (JsonObject)JsonNode.Parse(files[0].Content)!;
        manifest["accentColor"] = "purple";
        manifest["bots"]![0]!["scopes"]![0] = "everybody";
        var faults = await FaultsAsync(ManifestJson.Write(manifest), """{"name.short":"BridgeBot","bots[0]":"x"}"""u8.ToArray());
        Assert.That(faults, Has.Some.Contains("/accentColor").And.Some.Contains("/bots/0/scopes/0").And.Some.Contains("Localization."));
    }

    [Test]
    public void Manifest_OfThePackage_IsInTheNewestReleasedSchema()
    {
        var file = NpmPackages.File($"{Schemas}/v1.0/MicrosoftTeams.schema.json");
        var newest = Directory.EnumerateDirectories(Path.GetDirectoryName(Path.GetDirectoryName(file)!)!)
            .Select(folder => Version.TryParse(Path.GetFileName(folder)[1..], out var version) ? version : new(0, 0)).Max();
        var manifest = ManifestJson.Read(Path.Combine(ManifestFolder.Source, "manifest.json"));
        Assert.That(
            (manifest["manifestVersion"]!.ToString(), manifest["$schema"]!.ToString()),
            Is.EqualTo(($"{newest}", $"https://developer.microsoft.com/json-schemas/teams/v{newest}/MicrosoftTeams.schema.json")));
    }

    private static async Task<string[]> FaultsAsync(byte[] manifest, byte[] language)
    {
        NpmPackages.File($"{Schemas}/v1.0/MicrosoftTeams.schema.json");
        var start = new ProcessStartInfo("node", Path.Combine(Repository.Root, "Tests", "Manifest", "validate-manifest.mjs"))
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            StandardInputEncoding = new System.Text.UTF8Encoding(false),
        };
        using var node = Start(start);
        await node.StandardInput.WriteAsync(new JsonObject { ["manifest"] = JsonNode.Parse(manifest), ["language"] = JsonNode.Parse(language) }.ToJsonString());
        node.StandardInput.Close();
        return JsonSerializer.Deserialize<string[]>(await node.StandardOutput.ReadToEndAsync())!;
    }

    private static Process Start(ProcessStartInfo start)
    {
        try
        {
            return Process.Start(start)!;
        }
        catch (Win32Exception)
        {
            MissingTool.Report("node is not on the PATH");
            throw;
        }
    }
}
