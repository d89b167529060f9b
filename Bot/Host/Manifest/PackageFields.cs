using System.Text.RegularExpressions;

namespace BridgeBot.Host.Manifest;

/// <summary>What an administrator fills into the manifest.</summary>
/// <param name="AppId">The bot's registration: a GUID.</param>
/// <param name="Domain">The host's name, as Teams reaches the bot.</param>
internal sealed partial record PackageFields(string AppId, string Domain)
{
    /// <summary>Characters of a developer's name that Teams allows.</summary>
    private const int LongestDeveloper = 32;

    /// <summary>Who gives the app out: the organisation, for people.</summary>
    public string Developer { get; init; } = "BridgeBot";

    /// <summary>An address that tells people about the app, its privacy and its terms; empty for the host itself.</summary>
    public string Website { get; init; } = "";

    /// <summary>Whether team owners are asked to let the bot read its channels' messages without a mention.</summary>
    public bool ReadsChannels { get; init; }

    /// <summary>What stands for what in the manifest.</summary>
    public IReadOnlyList<(string Placeholder, string Value)> Values =>
    [
        ("${{APP_ID}}", AppId.ToLowerInvariant()),
        ("${{DOMAIN}}", Domain.ToLowerInvariant()),
        ("${{DEVELOPER}}", Developer),
        ("${{WEBSITE}}", Website.Length > 0 ? Website : $"https://{Domain.ToLowerInvariant()}"),
    ];

    /// <summary>What is wrong with them, a line each; none if they can be used.</summary>
    public IEnumerable<string> Faults()
    {
        if (!Guid.TryParseExact(AppId, "D", out var id) || id == Guid.Empty)
        {
            yield return $"--app-id is \"{AppId}\": it must be the bot's app ID, a GUID such as 8d3f5a12-0c1b-4a5e-9f7d-2b6c4e8a1f90.";
        }

        if (!HostName.IsMatch(Domain))
        {
            yield return $"--domain is \"{Domain}\": it must be the host's name alone, such as bridgebot.contoso.com, without https:// and without a path.";
        }

        if (Developer.Trim().Length is 0 or > LongestDeveloper)
        {
            yield return $"--developer is \"{Developer}\": it must have 1 to {LongestDeveloper} characters.";
        }

        if (Website.Length > 0 && !(Uri.TryCreate(Website, UriKind.Absolute, out var address) && address.Scheme == Uri.UriSchemeHttps))
        {
            yield return $"--website is \"{Website}\": it must be an address that begins with https://.";
        }
    }

    /// <summary>Labels of letters, digits and hyphens, two or more (<see href="https://www.rfc-editor.org/rfc/rfc1123#section-2.1"/>).</summary>
    [GeneratedRegex(
        @"^(?=.{1,253}\z)([a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?\.)+[a-z]([a-z0-9-]{0,61}[a-z0-9])\z", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex HostName { get; }
}
