using System.ComponentModel;
using System.Diagnostics;
using System.Text.Json;
using System.Text.Json.Nodes;
using BridgeBot.Tests.Browser;

namespace BridgeBot.Tests.Cards;

/// <summary>Every card goes through the official parser (npm: adaptivecards), in one run of Node.js.</summary>
public sealed class OfficialParserTests
{
    private const string Broken = """{"type":"AdaptiveCard","version":"1.5","body":[{"type":"TextBlok"}],"actions":[{"type":"Action.Run"}]}""";

    /// <summary>The official renderer has no charts; what it shows instead is looked at as part of the card.</summary>
    private const string ChartsAreTeamsOwn = "Unknown element type \"Chart.VerticalBar\". Fallback will be used if present.";

    private Dictionary<string, string[]> faults = [];

    /// <summary>Teams shows its people picker in cards of version 1.5 as well
    /// (<see href="https://learn.microsoft.com/microsoftteams/platform/task-modules-and-cards/cards/people-picker"/>).</summary>
    private const string PeoplePicker = "Property \"choices.data\" is supported in version 1.6, but you are using version 1.5.";

    [OneTimeSetUp]
    public async Task ParseAll()
    {
        NpmPackages.File("adaptivecards/dist/adaptivecards.js");
        faults = await ParseAsync([.. CardFixture.All, new CardFixture("broken", Broken)]);
    }

    [TestCaseSource(nameof(Names))]
    public void Parse_EveryCard_HasNoFault(string name) => Assert.That(faults[name].Except([ChartsAreTeamsOwn, PeoplePicker]), Is.Empty);

    [Test]
    public void Parse_BrokenCard_HasFaults() => Assert.That(faults["broken"], Is.Not.Empty);

    private static IEnumerable<string> Names() => CardFixture.All.Select(card => card.Name);

    private static async Task<Dictionary<string, string[]>> ParseAsync(IReadOnlyList<CardFixture> cards)
    {
        var start = new ProcessStartInfo("node", Path.Combine(Repository.Root, "Tests", "Cards", "parse-cards.mjs"))
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            StandardInputEncoding = new System.Text.UTF8Encoding(false),
            StandardOutputEncoding = System.Text.Encoding.UTF8,
        };
        using var node = Start(start);
        var output = node.StandardOutput.ReadToEndAsync();
        foreach (var card in cards)
        {
            var line = new JsonObject { ["name"] = card.Name, ["card"] = JsonNode.Parse(card.Json) };
            await node.StandardInput.WriteLineAsync(line.ToJsonString());
        }

        node.StandardInput.Close();
        return (await output)
            .Split('\n', StringSplitOptions.RemoveEmptyEntries)
            .Select(line => JsonSerializer.Deserialize<Result>(line, JsonSerializerOptions.Web)!)
            .ToDictionary(result => result.Name, result => result.Faults);
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

    private sealed record Result(string Name, string[] Faults);
}
