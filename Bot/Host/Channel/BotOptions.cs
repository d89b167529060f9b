namespace BridgeBot.Host.Channel;

/// <summary>The bot's registration with Azure Bot Service. Without one, the bot serves the local client only.</summary>
public sealed class BotOptions
{
    /// <summary>The section of the configuration.</summary>
    public const string Section = "Bot";

    /// <summary>The app registration's (client) id; empty for none.</summary>
    public string AppId { get; set; } = "";

    /// <summary>The app registration's client secret.</summary>
    public string AppPassword { get; set; } = "";

    /// <summary>The tenant that the bot serves and is registered in; everybody else's activities are refused.</summary>
    public string TenantId { get; set; } = "";

    /// <summary>Whether activities are taken without a token. <see cref="FaultAtStart"/> keeps that to a developer's own machine.</summary>
    public bool IsAnonymous => AppId.Length == 0;

    /// <summary>Why the host must not start with these options; null if it may. One line, for the console.</summary>
    /// <param name="options">The options.</param>
    /// <param name="isDevelopment">Whether the environment is Development.</param>
    /// <param name="addresses">Every address that the host is to listen on (<see cref="ListeningAddresses"/>).</param>
    public static string? FaultAtStart(BotOptions options, bool isDevelopment, IEnumerable<string> addresses) => options switch
    {
        { IsAnonymous: false, AppPassword.Length: 0 } => "Bot:AppPassword is missing: the client secret of Bot:AppId.",
        { IsAnonymous: false, TenantId.Length: 0 } => "Bot:TenantId is missing: the tenant that the bot serves.",
        { IsAnonymous: false } => null,
        { AppPassword.Length: > 0 } => "Bot:AppId is missing: Bot:AppPassword is set without it.",
        _ when !isDevelopment =>
            "Bot:AppId is missing: outside of Development the bot needs Bot:AppId, Bot:AppPassword and Bot:TenantId.",
        _ => addresses.FirstOrDefault(address => !ListeningAddresses.IsLoopback(address)) is { } open
            ? $"Bot:AppId is missing: without it the bot listens on loopback addresses only, and {open} is not one."
            : null,
    };
}
