using System.Net.Http.Headers;
using System.Text.Json;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace BridgeBot.Bench.Load.Bare;

/// <summary>The yardstick: reads an activity, sends one reply, answers. It authenticates nobody and keeps nothing.</summary>
internal static class BareHost
{
    private static readonly HttpClient Http = new(new SocketsHttpHandler { AllowAutoRedirect = false, UseCookies = false });

    public static WebApplication Build(int port)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls($"http://127.0.0.1:{port}");
        var app = builder.Build();
        app.MapMethods("/api/messages", ["HEAD"], () => Results.Ok());
        app.MapPost("/api/messages", AnswerAsync);
        return app;
    }

    private static async Task AnswerAsync(HttpContext http)
    {
        var activity = (await JsonSerializer.DeserializeAsync(http.Request.Body, BareJson.Default.BareActivity))!;
        var reply = JsonSerializer.SerializeToUtf8Bytes(
            new BareActivity("message", null, activity.ServiceUrl, activity.Recipient, activity.Conversation, activity.From, "hello"),
            BareJson.Default.BareActivity);
        using var request = new HttpRequestMessage(
            HttpMethod.Post, $"{activity.ServiceUrl.TrimEnd('/')}/v3/conversations/{Uri.EscapeDataString(activity.Conversation.Id)}/activities");
        request.Content = new ByteArrayContent(reply) { Headers = { ContentType = new MediaTypeHeaderValue("application/json") } };
        using var answer = await Http.SendAsync(request);
        answer.EnsureSuccessStatusCode();
    }
}
