using Microsoft.AspNetCore.Server.Kestrel.Core;

namespace BridgeBot.Host.Channel;

/// <summary>What the web server bears, of anybody: who may call is known only once a request's headers are read.</summary>
internal static class ServerLimits
{
    /// <summary>The connector's requests have some 3 KB of headers, most of it the token.</summary>
    private const int HeaderBytes = 16 * 1024;

    /// <summary>Sets them (<see href="https://learn.microsoft.com/aspnet/core/fundamentals/servers/kestrel/options"/>).</summary>
    public static void Apply(KestrelServerOptions kestrel)
    {
        kestrel.AddServerHeader = false;
        kestrel.Limits.MaxRequestBodySize = MessagesEndpoint.BodyBytes;
        kestrel.Limits.MaxRequestHeadersTotalSize = HeaderBytes;
        kestrel.Limits.RequestHeadersTimeout = TimeSpan.FromSeconds(10);

        // The largest body is there within 15 s, or the request ends; Teams waits no longer for the answer.
        kestrel.Limits.MinRequestBodyDataRate = new(bytesPerSecond: 25 * 1024, gracePeriod: TimeSpan.FromSeconds(5));
    }

    /// <summary>Says on every answer that it is for programs: no browser shows, frames, guesses or keeps it
    /// (<see href="https://cheatsheetseries.owasp.org/cheatsheets/REST_Security_Cheat_Sheet.html#security-headers"/>).</summary>
    public static Task WriteHeadersAsync(HttpContext http, RequestDelegate next)
    {
        var headers = http.Response.Headers;
        headers.XContentTypeOptions = "nosniff";
        headers.ContentSecurityPolicy = "default-src 'none'; frame-ancestors 'none'";
        headers.XFrameOptions = "DENY";
        headers.CacheControl = "no-store";
        headers["Referrer-Policy"] = "no-referrer";
        return next(http);
    }
}
