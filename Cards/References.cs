namespace BridgeBot.Cards;

/// <summary>References in text of ours.</summary>
internal static class References
{
    /// <summary>The reference, if it has only letters, digits and hyphens, as ours have; markdown could be made of others.</summary>
    public static string Plain(string reference) => reference.All(c => char.IsAsciiLetterOrDigit(c) || c == '-') ? reference : "?";
}
