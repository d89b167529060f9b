using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using BridgeBot.Host.Channel;
using BridgeBot.Host.Turns;

namespace BridgeBot.Host.Manifest;

/// <summary>What Teams would refuse of a manifest, and what the bot would not answer.</summary>
internal static partial class ManifestRules
{
    /// <summary>The most characters, by the places that people edit
    /// (<see href="https://learn.microsoft.com/microsoftteams/platform/resources/schema/manifest-schema"/>).</summary>
    private static readonly IReadOnlyList<(string Path, int Most)> Lengths =
    [
        ("name.short", 30),
        ("name.full", 100),
        ("description.short", 80),
        ("description.full", 4000),
        ("developer.name", 32),
        ("developer.websiteUrl", 2048),
        ("developer.privacyUrl", 2048),
        ("developer.termsOfUseUrl", 2048),
        ("bots[].commandLists[].commands[].title", 128),
        ("bots[].commandLists[].commands[].description", 4000),
        ("composeExtensions[].commands[].title", 32),
        ("composeExtensions[].commands[].description", 128),
        ("composeExtensions[].commands[].parameters[].title", 32),
        ("composeExtensions[].commands[].parameters[].description", 128),
        ("validDomains[]", 2048),
    ];

    private static readonly IReadOnlyDictionary<ConversationType, string> Scopes = new Dictionary<ConversationType, string>
    {
        [ConversationType.Personal] = "personal",
        [ConversationType.Channel] = "team",
        [ConversationType.GroupChat] = "groupChat",
    };

    /// <summary>What is wrong, a line each; none if it can be used.</summary>
    /// <param name="manifest">The manifest with its placeholders filled.</param>
    public static IEnumerable<string> Faults(JsonObject manifest)
    {
        foreach (var (path, text) in ManifestJson.Texts(manifest))
        {
            var most = Lengths.FirstOrDefault(limit => limit.Path == Index.Replace(path, "[]")).Most;
            if (most > 0 && text.Length > most)
            {
                yield return $"manifest.json: {path} has {text.Length} characters, of at most {most}.";
            }

            if (text.Contains("${{", StringComparison.Ordinal))
            {
                yield return $"manifest.json: {path} has a placeholder that nothing is filled into: {text}.";
            }
        }

        foreach (var fault in FaultsOfExtension(manifest))
        {
            yield return fault;
        }

        foreach (var (scope, offered) in Scopes.Values.Select(scope => (scope, Offered(manifest, scope))))
        {
            var answered = Answered(scope).ToHashSet();
            foreach (var command in offered.Except(answered))
            {
                yield return $"manifest.json offers the command \"{command}\" in the scope {scope}, where the bot does not answer it.";
            }

            foreach (var command in answered.Except(offered))
            {
                yield return $"manifest.json does not offer the command \"{command}\" in the scope {scope}, where the bot answers it.";
            }
        }
    }

    private static IEnumerable<string> FaultsOfExtension(JsonObject manifest)
    {
        var named = Items(manifest["composeExtensions"]).SelectMany(extension => Items(extension["commands"])).Select(command => ManifestJson.TextAt(command, "id")).ToHashSet();
        return
        [
            .. named.Except(ExtensionReader.Commands).Select(id => $"manifest.json has the message extension's command \"{id}\", which the bot does not answer."),
            .. ExtensionReader.Commands.Except(named).Select(id => $"manifest.json has no command \"{id}\" of the message extension, which the bot answers."),
        ];
    }

    /// <summary>What Teams' menu offers there.</summary>
    public static IEnumerable<string> Offered(JsonObject manifest, string scope) =>
        from bot in Items(manifest["bots"])
        from list in Items(bot["commandLists"])
        where list["scopes"] is JsonArray scopes && scopes.Any(one => one is JsonValue value && value.TryGetValue<string>(out var name) && name == scope)
        from command in Items(list["commands"])
        select ManifestJson.TextAt(command, "title");

    private static IEnumerable<string> Answered(string scope) =>
        from command in TypedCommand.All
        where command.IsOffered && command.Where.Any(place => Scopes[place] == scope)
        select command.Text;

    private static IEnumerable<JsonObject> Items(JsonNode? list) => (list as JsonArray)?.OfType<JsonObject>() ?? [];

    [GeneratedRegex(@"\[\d+\]")]
    private static partial Regex Index { get; }
}
