namespace BridgeBot.Bench.Load;

/// <summary>Sends what is for Microsoft's connector to one on this machine, on pooled connections as the bot's own.</summary>
internal sealed class Towards(Uri connector) : DelegatingHandler(new SocketsHttpHandler { AllowAutoRedirect = false, UseCookies = false })
{
    /// <summary>A client that reaches that connector alone.</summary>
    public static HttpClient Client(Uri connector) => new(new Towards(connector)) { Timeout = Timeout.InfiniteTimeSpan };

    protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        request.RequestUri = new Uri(connector, request.RequestUri!.PathAndQuery);
        return base.SendAsync(request, cancellationToken);
    }
}
