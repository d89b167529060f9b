using System.Net;

namespace BridgeBot.Host.Channel;

/// <summary>
/// The addresses that the configuration makes the host listen on
/// (<see href="https://learn.microsoft.com/aspnet/core/fundamentals/servers/kestrel/endpoints"/>): known before anything is opened.
/// </summary>
public static class ListeningAddresses
{
    /// <summary>Reads them, by ASP.NET Core's precedence; none means its own default, which is loopback.</summary>
    public static IReadOnlyList<string> Of(IConfiguration configuration)
    {
        var section = configuration.GetSection("Kestrel:Endpoints");
        string[] endpoints = [.. section.GetChildren().Select(endpoint => endpoint["Url"]).OfType<string>()];
        string[] urls = endpoints.Length > 0 ? endpoints : Split(configuration["urls"]);
        return urls.Length > 0
            ? urls
            : [
                .. Split(configuration["http_ports"]).Select(port => $"http://*:{port}"),
                .. Split(configuration["https_ports"]).Select(port => $"https://*:{port}"),
            ];
    }

    /// <summary>Whether the server can make sense of an address; it may still be in use, or none of this machine's.</summary>
    public static bool IsReadable(string address)
    {
        try
        {
            var binding = BindingAddress.Parse(address);
            return binding.Scheme.ToUpperInvariant() is "HTTP" or "HTTPS"
                && (binding.IsUnixPipe || binding.IsNamedPipe || (IsHost(binding.Host) && binding is { Port: >= 0 and <= 65535, PathBase: "" }));
        }
        catch (FormatException)
        {
            return false;
        }

        // A port that is no number is read as a part of the host.
        static bool IsHost(string host) => host.StartsWith('[') || !host.Contains(':', StringComparison.Ordinal);
    }

    /// <summary>Whether only this machine reaches an address; no for what is not understood.</summary>
    public static bool IsLoopback(string address)
    {
        try
        {
            return IsLoopbackHost(BindingAddress.Parse(address).Host);
        }
        catch (FormatException)
        {
            return false;
        }
    }

    /// <summary>Whether a host's name or address, as in a URL, is this machine.</summary>
    internal static bool IsLoopbackHost(string host) =>
        host.Equals("localhost", StringComparison.OrdinalIgnoreCase)
        || (IPAddress.TryParse(host, out var ip) && IPAddress.IsLoopback(ip));

    private static string[] Split(string? list) =>
        (list ?? "").Split(';', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
}
