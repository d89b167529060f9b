namespace BridgeBot.Host.Identity;

/// <summary>The ids of tenants, apps and people in Microsoft Entra.</summary>
internal static class EntraId
{
    /// <summary>Whether a text is an id as tokens and activities write it: 32 hexadecimal digits in five groups, without braces. Another
    /// spelling of the same id would pass here and then match nobody.</summary>
    public static bool IsId(string text) => Guid.TryParseExact(text, "D", out _);
}
