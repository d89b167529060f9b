using System.Text.Json.Nodes;

namespace BridgeBot.Host.Manifest;

/// <summary>
/// What people read of a manifest, by its place there: the package's language file, and what a translator begins with
/// (<see href="https://learn.microsoft.com/microsoftteams/platform/concepts/build-and-test/apps-localization"/>).
/// The commands of the chat are not among it, since the bot reads them in English.
/// </summary>
internal static class LanguageFile
{
    private const string Schema = "https://developer.microsoft.com/json-schemas/teams/v{0}/MicrosoftTeams.Localization.schema.json";

    /// <summary>Makes it.</summary>
    /// <param name="manifest">The manifest.</param>
    public static JsonObject Of(JsonObject manifest)
    {
        var file = new JsonObject { ["$schema"] = Schema.Replace("{0}", ManifestJson.TextAt(manifest, "manifestVersion"), StringComparison.Ordinal) };
        foreach (var (path, text) in ManifestJson.Texts(manifest).Where(found => IsRead(found.Path)))
        {
            file[path] = text;
        }

        return file;
    }

    private static bool IsRead(string path) =>
        path.StartsWith("name.", StringComparison.Ordinal)
        || path.StartsWith("description.", StringComparison.Ordinal)
        || (path.StartsWith("bots[", StringComparison.Ordinal) && path.EndsWith("].description", StringComparison.Ordinal))
        || (path.StartsWith("composeExtensions[", StringComparison.Ordinal)
            && (path.EndsWith("].title", StringComparison.Ordinal) || path.EndsWith("].description", StringComparison.Ordinal)));
}
