namespace BridgeBot.Host.Playground;

/// <summary>Where a client on this machine reaches the bot.</summary>
internal static class BotAddress
{
    /// <summary>Picks an address that the server listens on.</summary>
    /// <param name="listening">As Kestrel reports them, such as <c>http://[::]:3978</c>.</param>
    /// <returns>The endpoint for activities on loopback; null if there is no plain HTTP.</returns>
    public static Uri? EndpointOf(IEnumerable<string> listening) => listening
        .Where(address => address.StartsWith("http://", StringComparison.OrdinalIgnoreCase))
        .Select(address => BindingAddress.Parse(address))
        .Select(binding => new UriBuilder("http", HostFor(binding.Host), binding.Port, binding.PathBase + "/api/messages").Uri)
        .FirstOrDefault();

    private static string HostFor(string bound) => bound switch
    {
        "localhost" or "*" or "+" or "0.0.0.0" or "[::]" => "127.0.0.1",
        _ => bound,
    };
}
