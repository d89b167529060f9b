using System.IO.Compression;
using System.Text;
using System.Text.Json.Nodes;
using BridgeBot.Host.Channel;
using BridgeBot.Host.Manifest;
using BridgeBot.Host.Turns;

namespace BridgeBot.Tests.Manifest;

/// <summary>The app package, and what keeps it from being made.</summary>
internal sealed class AppPackageTests
{
    private static AppPackage Make(PackageFields? fields = null) => AppPackage.Make(ManifestFolder.Source, fields ?? ManifestFolder.Fields);

    private static JsonObject ManifestOf(AppPackage package) => (JsonObject)JsonNode.Parse(package.Files[0].Content)!;

    [Test]
    public void Make_ForARegistration_FillsInEveryPlaceholder()
    {
        var manifest = ManifestOf(Make(ManifestFolder.Fields with { Developer = "Contoso \"Ltd\"", Website = "https://contoso.com/bots" }));
        Assert.That(
            (manifest["id"]!.ToString(), manifest["bots"]![0]!["botId"]!.ToString(), manifest["validDomains"]!.ToJsonString(), manifest["developer"]!["name"]!.ToString()),
            Is.EqualTo((ManifestFolder.Fields.AppId, ManifestFolder.Fields.AppId, "[\"bridgebot.contoso.com\"]", "Contoso \"Ltd\"")));
        Assert.That(manifest.ToJsonString(), Does.Not.Contain("${{"));
    }

    [TestCase(false)]
    [TestCase(true)]
    public void Make_ForARegistration_AsksForTheChannelsMessagesOnlyWhereThatIsWanted(bool wanted)
    {
        var manifest = ManifestOf(Make(ManifestFolder.Fields with { ReadsChannels = wanted }));
        Assert.That((manifest.ContainsKey("authorization"), manifest.ContainsKey("webApplicationInfo")), Is.EqualTo((wanted, wanted)));
    }

    /// <summary>What Teams sends for each command of the message extension is read as one.</summary>
    [Test]
    public void Make_EachCommandOfTheMessageExtension_IsReadByTheBot()
    {
        var commands = (JsonArray)ManifestOf(Make())["composeExtensions"]![0]!["commands"]!;
        Assert.That(
            commands.Select(command => Read($"{command!["id"]}", $"{command["type"]}" == "query" ? "query" : "fetchTask").GetType()),
            Is.EqualTo([typeof(Searched), typeof(AskOpened)]));
        Assert.That(Read("find", "query"), Is.TypeOf<Ignored>());
    }

    private static Inbound Read(string command, string invoke)
    {
        var json = Encoding.UTF8.GetBytes($$$"""
            {"type":"invoke","name":"composeExtension/{{{invoke}}}","id":"1","serviceUrl":"https://smba.trafficmanager.net/emea/","from":{"id":"29:sam"},
             "conversation":{"id":"a:chat","conversationType":"personal","tenantId":"T"},"value":{"commandId":"{{{command}}}"}}
            """);
        return ActivityParser.TryParse(json, out var activity, out var fault) ? ActivityReader.Read(activity, json) : throw new AssertionException(fault);
    }

    [Test]
    public void Make_TheLanguageFile_HoldsWhatPeopleReadAndNoCommand()
    {
        var texts = (JsonObject)JsonNode.Parse(Make().Files.Single(file => file.Name == "en.json").Content)!;
        Assert.That(texts["name.short"]!.ToString(), Is.EqualTo("BridgeBot"));
        Assert.That(texts.Select(text => text.Key), Has.Some.EqualTo("bots[0].commandLists[0].commands[0].description"));
        Assert.That(texts.Select(text => text.Key), Has.Some.EqualTo("composeExtensions[0].commands[0].parameters[0].description"));
        Assert.That(texts.Select(text => text.Key), Has.None.Match("^bots.*title$"));
    }

    [Test]
    public void Zip_MadeTwice_IsTheSameBytes()
    {
        var first = Make().Zip();
        Assert.That(Make().Zip(), Is.EqualTo(first));
    }

    [Test]
    public void Zip_OfThePackage_HoldsItsFilesAndNothingElse()
    {
        using var zip = new ZipArchive(new MemoryStream(Make().Zip()));
        Assert.That(zip.Entries.Select(entry => entry.FullName), Is.EqualTo(new[] { "manifest.json", "color.png", "outline.png", "en.json" }));
        Assert.That(zip.Entries.Select(entry => entry.LastWriteTime.DateTime), Has.All.EqualTo(new DateTime(1980, 1, 1, 0, 0, 0, DateTimeKind.Unspecified)));
    }

    [TestCase("", "a.contoso.com", "--app-id")]
    [TestCase("bridgebot", "a.contoso.com", "--app-id")]
    [TestCase("{8d3f5a12-0c1b-4a5e-9f7d-2b6c4e8a1f90}", "a.contoso.com", "--app-id")]
    [TestCase("00000000-0000-0000-0000-000000000000", "a.contoso.com", "--app-id")]
    [TestCase("8d3f5a12-0c1b-4a5e-9f7d-2b6c4e8a1f90", "", "--domain")]
    [TestCase("8d3f5a12-0c1b-4a5e-9f7d-2b6c4e8a1f90", "https://a.contoso.com", "--domain")]
    [TestCase("8d3f5a12-0c1b-4a5e-9f7d-2b6c4e8a1f90", "a.contoso.com/api/messages", "--domain")]
    [TestCase("8d3f5a12-0c1b-4a5e-9f7d-2b6c4e8a1f90", "a.contoso.com:443", "--domain")]
    [TestCase("8d3f5a12-0c1b-4a5e-9f7d-2b6c4e8a1f90", "*.contoso.com", "--domain")]
    [TestCase("8d3f5a12-0c1b-4a5e-9f7d-2b6c4e8a1f90", "localhost", "--domain")]
    [TestCase("8d3f5a12-0c1b-4a5e-9f7d-2b6c4e8a1f90", "10.0.0.1", "--domain")]
    [TestCase("8d3f5a12-0c1b-4a5e-9f7d-2b6c4e8a1f90", "-a.contoso.com", "--domain")]
    [TestCase("8d3f5a12-0c1b-4a5e-9f7d-2b6c4e8a1f90", "a..com", "--domain")]
    [TestCase("8d3f5a12-0c1b-4a5e-9f7d-2b6c4e8a1f90", "a.contoso.com\n", "--domain")]
    public void Make_WithAWrongField_NamesTheSwitchOnce(string app, string domain, string named)
    {
        var fault = Assert.Throws<ManifestException>(() => Make(new(app, domain)))!;
        Assert.That((fault.Message.StartsWith(named, StringComparison.Ordinal), fault.Message.Split("--").Length), Is.EqualTo((true, 2)));
    }

    [TestCase("", "https://contoso.com", "--developer")]
    [TestCase("a developer whose name is far too long", "https://contoso.com", "--developer")]
    [TestCase("Contoso", "http://contoso.com", "--website")]
    [TestCase("Contoso", "javascript:alert(1)", "--website")]
    public void Make_WithAWrongDeveloper_NamesTheSwitch(string developer, string website, string named) =>
        Assert.That(
            () => Make(ManifestFolder.Fields with { Developer = developer, Website = website }),
            Throws.TypeOf<ManifestException>().With.Message.StartsWith(named));

    private static readonly Dictionary<string, (string Says, Action<ManifestFolder> Break)> Broken = new()
    {
        ["no manifest"] = ("cannot be read", folder => File.Delete(folder.FileOf("manifest.json"))),
        ["no JSON"] = ("cannot be read", folder => File.WriteAllText(folder.FileOf("manifest.json"), "{")),
        ["the same name twice"] = ("cannot be read", folder => File.WriteAllText(folder.FileOf("manifest.json"), """{"id":"1","id":"2"}""")),
        ["a list"] = ("no JSON object", folder => File.WriteAllText(folder.FileOf("manifest.json"), "[]")),
        ["a name that is too long"] = ("name.short has 31 characters, of at most 30", folder => folder.Edit(manifest => manifest["name"]!["short"] = new string('x', 31))),
        ["a description that is too long"] = ("description.short has 81", folder => folder.Edit(manifest => manifest["description"]!["short"] = new string('x', 81))),
        ["a placeholder that nobody knows"] = ("nothing is filled into", folder => folder.Edit(manifest => manifest["name"]!["full"] = "${{NAME}}")),
        ["a command that the bot does not answer"] = (
            "offers the command \"dance\" in the scope personal",
            folder => folder.Edit(manifest => ((JsonArray)manifest["bots"]![0]!["commandLists"]![0]!["commands"]!).Add(new JsonObject { ["title"] = "dance" }))),
        ["a command that is missing"] = (
            "does not offer the command \"use this channel\" in the scope team",
            folder => folder.Edit(manifest =>
            {
                var commands = (JsonArray)manifest["bots"]![0]!["commandLists"]![1]!["commands"]!;
                commands.Remove(commands.First(command => (string?)command!["title"] == "use this channel"));
            })),
        ["a command of the extension that the bot does not answer"] = (
            "the message extension's command \"find\"", folder => folder.Edit(manifest => manifest["composeExtensions"]![0]!["commands"]![0]!["id"] = "find")),
        ["no extension"] = ("no command \"ask\" of the message extension", folder => folder.Edit(manifest => manifest.Remove("composeExtensions"))),
        ["no bot"] = ("does not offer the command \"help\" in the scope groupChat", folder => folder.Edit(manifest => manifest["bots"] = 7)),
        ["an icon that is missing"] = ("icons.color is \"color.png\", which is no file", folder => File.Delete(folder.FileOf("color.png"))),
        ["an icon elsewhere"] = ("icons.color is \"../color.png\"", folder => folder.Edit(manifest => manifest["icons"]!["color"] = "../color.png")),
        ["an icon that is no picture"] = ("color.png must be a PNG file of 192 by 192 pixels.", folder => File.WriteAllText(folder.FileOf("color.png"), "<svg/>")),
        ["an icon of another size"] = ("outline.png must be a PNG file of 32 by 32 pixels, and has 192 by 192", folder => File.Copy(folder.FileOf("color.png"), folder.FileOf("outline.png"), true)),
        ["an outline that is not transparent"] = ("no alpha channel", folder => WriteOpaque(folder.FileOf("outline.png"))),
        ["no icons"] = ("icons.outline is \"\"", folder => folder.Edit(manifest => manifest.Remove("icons"))),
        ["no language"] = ("localizationInfo.defaultLanguageFile is missing", folder => folder.Edit(manifest => manifest.Remove("localizationInfo"))),
        ["a translation that is missing"] = ("\"de.json\", which is no file", Translate),
        ["a translation of nothing"] = ("translates \"name.long\"", folder =>
        {
            Translate(folder);
            File.WriteAllText(folder.FileOf("de.json"), """{"$schema":"x","name.short":"BridgeBot","name.long":"x"}""");
        }
        ),
        ["a translation of a command"] = ("translates \"bots[0].commandLists[0].commands[0].title\"", folder =>
        {
            Translate(folder);
            File.WriteAllText(folder.FileOf("de.json"), """{"bots[0].commandLists[0].commands[0].title":"Stand"}""");
        }
        ),
    };

    private static IEnumerable<string> BrokenNames() => Broken.Keys;

    [TestCaseSource(nameof(BrokenNames))]
    public void Make_OfABrokenFolder_SaysWhatIsWrong(string what)
    {
        using var folder = new ManifestFolder();
        Broken[what].Break(folder);
        Assert.That(folder.Faults(), Has.Some.Contains(Broken[what].Says));
    }

    [Test]
    public void Make_WithATranslation_PacksIt()
    {
        using var folder = new ManifestFolder();
        Translate(folder);
        File.WriteAllText(folder.FileOf("de.json"), """{"name.short":"BridgeBot","bots[0].commandLists[0].commands[0].description":"Was offen ist"}""", Encoding.UTF8);
        Assert.That(AppPackage.Make(folder.Path, ManifestFolder.Fields).Files.Select(file => file.Name), Does.Contain("de.json"));
    }

    private static void Translate(ManifestFolder folder) => folder.Edit(manifest =>
        manifest["localizationInfo"]!["additionalLanguages"] = new JsonArray(new JsonObject { ["languageTag"] = "de", ["file"] = "de.json" }));

    private static void WriteOpaque(string file)
    {
        var bytes = File.ReadAllBytes(file);
        bytes[25] = 2; // the colour type of IHDR: colours without alpha
        File.WriteAllBytes(file, bytes);
    }
}
