namespace BridgeBot.Host.Channel;

/// <summary>The hosts that the bot's token may be sent to: it is as good as the bot's password, and whoever can make the bot believe in a
/// serviceUrl of theirs would collect it.</summary>
/// <param name="hosts">Names in full, or <c>*.name</c> for everything below a name.</param>
internal sealed class ConnectorHosts(IEnumerable<string> hosts)
{
    private readonly string[] _hosts = [.. hosts.Select(host => host.Trim())];

    /// <summary>The cloud's own and those of the settings.</summary>
    public static ConnectorHosts Of(BotCloud cloud, BotOptions options) => new(cloud.ConnectorHosts.Concat(options.ServiceHosts));

    /// <summary>Whether a host of the settings can be meant: a name with a dot in it, whole, or behind <c>*.</c>; no address, port or path.</summary>
    public static bool IsHost(string host)
    {
        var name = host.Trim();
        name = name.StartsWith("*.", StringComparison.Ordinal) ? name[2..] : name;
        return name.Trim('.') == name && name.Contains('.', StringComparison.Ordinal) && Uri.CheckHostName(name) == UriHostNameType.Dns;
    }

    /// <summary>Whether an address is one of a connector: https on its own port, on a host of the list.</summary>
    public bool Trusts(Uri address) =>
        address is { Scheme: "https", IsDefaultPort: true, UserInfo: "" } && Array.Exists(_hosts, host => Matches(host, address.IdnHost));

    private static bool Matches(string host, string name) => host.StartsWith('*')
        ? name.Length > host.Length - 1 && name.EndsWith(host[1..], StringComparison.OrdinalIgnoreCase)
        : name.Equals(host, StringComparison.OrdinalIgnoreCase);
}
