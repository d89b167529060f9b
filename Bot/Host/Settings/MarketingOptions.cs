using BridgeBot.Host.Identity;

namespace BridgeBot.Host.Settings;

/// <summary>Marketing's side; section <c>Marketing</c>.</summary>
public sealed class MarketingOptions
{
    /// <summary>The section's name.</summary>
    public const string Section = "Marketing";

    /// <summary>aadObjectIds of those who may connect a channel. In Development everybody may.</summary>
    public List<string> Administrators { get; set; } = [];

    /// <summary>aadObjectIds of those who may decide in marketing's channel; empty for whoever is in it.</summary>
    public List<string> Members { get; set; } = [];

    /// <summary>Who is mentioned on a new card, so that somebody is notified; empty for nobody.</summary>
    public NotifyOptions Notify { get; set; } = new();

    /// <summary>Why the host must not start with these options; none if it may.</summary>
    internal IEnumerable<string> FaultsAtStart() =>
    [
        .. FaultsOf(nameof(Administrators), Administrators),
        .. FaultsOf(nameof(Members), Members),
        .. Notify.FaultsAtStart(),
    ];

    private static IEnumerable<string> FaultsOf(string setting, IEnumerable<string> ids) => ids.Where(id => !EntraId.IsId(id)).Select(wrong =>
        $"{Section}:{setting} is wrong: \"{wrong}\" is no object id of Microsoft Entra, a GUID without braces.");
}

/// <summary>A person to mention; section <c>Marketing:Notify</c>.</summary>
public sealed class NotifyOptions
{
    /// <summary>The aadObjectId or user principal name, as Teams takes it in a card's mention
    /// (<see href="https://learn.microsoft.com/microsoftteams/platform/task-modules-and-cards/cards/cards-format#microsoft-azure-ad-object-id-and-upn-in-user-mention"/>).</summary>
    public string Id { get; set; } = "";

    /// <summary>The name to show.</summary>
    public string Name { get; set; } = "";

    /// <summary>Why the host must not start with these options; none if it may.</summary>
    internal IEnumerable<string> FaultsAtStart() => (Id, Name) switch
    {
        ("", not "") => ["Marketing:Notify:Id is missing: Marketing:Notify:Name is set without it."],
        (not "", "") => ["Marketing:Notify:Name is missing: Marketing:Notify:Id is set without it."],
        _ => [],
    };
}
