using System.Globalization;
using System.Text.RegularExpressions;

namespace BridgeBot.Host.Channel;

/// <summary>The sender's language and clock, as the client sent them; checked, since they are handed on to the platform.</summary>
/// <param name="Locale">BCP 47; en-US if none, or an unknown one, was sent.</param>
/// <param name="TimeZone">IANA; UTC if none, or an unknown one, was sent.</param>
internal sealed partial record SenderSettings(string Locale, string TimeZone)
{
    public static SenderSettings Of(Activity activity)
    {
        var client = activity.Entities.Items().FirstOrDefault(entity => entity.IsText("type", "clientInfo"));
        return new(
            LocaleOf(activity.Locale) ?? LocaleOf(client.TextAt("locale")) ?? "en-US",
            ZoneOf(activity.LocalTimezone) ?? ZoneOf(client.TextAt("timezone")) ?? "UTC");
    }

    private static string? LocaleOf(string? name)
    {
        if (name is null || !LocaleForm.IsMatch(name))
        {
            return null;
        }

        try
        {
            return CultureInfo.GetCultureInfo(name, predefinedOnly: true).Name;
        }
        catch (CultureNotFoundException)
        {
            return null;
        }
    }

    /// <summary>The form is checked first: on Linux a zone's id is looked up as a file's name. A Windows id has its IANA one.</summary>
    private static string? ZoneOf(string? id)
    {
        if (id is null || !ZoneForm.IsMatch(id) || !TimeZoneInfo.TryFindSystemTimeZoneById(id, out var zone))
        {
            return null;
        }

        return zone.HasIanaId ? id : TimeZoneInfo.TryConvertWindowsIdToIanaId(id, out var iana) ? iana : null;
    }

    [GeneratedRegex("^[a-zA-Z]{2,8}(-[a-zA-Z0-9]{1,8}){0,4}$")]
    private static partial Regex LocaleForm { get; }

    [GeneratedRegex("^[a-zA-Z][a-zA-Z0-9_+-]{0,40}(/[a-zA-Z0-9_+-]{1,40}){0,3}$|^[a-zA-Z][a-zA-Z0-9 .()+-]{0,60}$")]
    private static partial Regex ZoneForm { get; }
}
