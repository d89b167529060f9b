namespace BridgeBot.Host.Settings;

/// <summary>The walk through a request; section <c>Dialog</c>.</summary>
public sealed class DialogOptions
{
    /// <summary>The section's name.</summary>
    public const string Section = "Dialog";

    /// <summary>Days after which a half-finished dialog is dropped, counted from its last step; 1 to 90.</summary>
    public int ExpiresAfterDays { get; set; } = 7;

    /// <summary>Why the host must not start with these options; none if it may.</summary>
    internal IEnumerable<string> FaultsAtStart() =>
        ExpiresAfterDays is < 1 or > 90 ? [$"Dialog:ExpiresAfterDays is {ExpiresAfterDays}: it must be from 1 to 90 days."] : [];
}
