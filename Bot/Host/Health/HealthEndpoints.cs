using System.Buffers;
using System.Text.Json;

namespace BridgeBot.Host.Health;

/// <summary>What a load balancer or an orchestrator asks.</summary>
internal static class HealthEndpoints
{
    /// <summary><c>/healthz</c>: the process answers. <c>/readyz</c>: 200 if what comes in can be taken in, else 503, and how each part is.</summary>
    public static void MapHealth(this WebApplication app)
    {
        app.MapGet("/healthz", static http => WriteAsync(http, [], ReadyState.Ready));
        app.MapGet("/readyz", static async http =>
        {
            var parts = await http.RequestServices.GetRequiredService<Readiness>().LookAsync(http.RequestAborted);
            await WriteAsync(http, parts, parts.Max(part => part.State));
        });
    }

    private static async Task WriteAsync(HttpContext http, IReadOnlyList<ReadyPart> parts, ReadyState state)
    {
        var buffer = new ArrayBufferWriter<byte>();
        await using (var json = new Utf8JsonWriter(buffer))
        {
            json.WriteStartObject();
            json.WriteString("status", Name(state));
            foreach (var part in parts)
            {
                json.WriteStartObject(part.Name);
                json.WriteString("status", Name(part.State));
                json.WriteString("reason", part.Reason);
                json.WriteEndObject();
            }

            json.WriteEndObject();
        }

        http.Response.StatusCode = state is ReadyState.Unready ? StatusCodes.Status503ServiceUnavailable : StatusCodes.Status200OK;
        http.Response.ContentType = "application/json; charset=utf-8";
        await http.Response.Body.WriteAsync(buffer.WrittenMemory);
    }

    private static string Name(ReadyState state) => state switch
    {
        ReadyState.Ready => "ready",
        ReadyState.Degraded => "degraded",
        _ => "unready",
    };
}
