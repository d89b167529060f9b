using BridgeBot.Host.Playground;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace BridgeBot.Tests.Playground;

/// <summary>A web host that has nothing but the local Teams clients, on free ports.</summary>
internal sealed class DevelopmentHost : IAsyncDisposable
{
    private readonly WebApplication app;

    private DevelopmentHost(WebApplication app, CollectedLog log, PlaygroundOptions options)
    {
        this.app = app;
        Log = log;
        Options = options;
    }

    public CollectedLog Log { get; }

    public PlaygroundOptions Options { get; }

    public LocalTeamsClients Clients => app.Services.GetRequiredService<LocalTeamsClients>();

    public static async Task<DevelopmentHost> StartAsync(
        PlaygroundOptions options, string? searchPath = null, string environment = "Development")
    {
        var log = new CollectedLog();
        var builder = WebApplication.CreateSlimBuilder(new WebApplicationOptions { EnvironmentName = environment });
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        builder.Logging.ClearProviders().AddProvider(log);
        builder.Services.AddSingleton(services => new LocalTeamsClients(
            services.GetRequiredService<IServer>(),
            services.GetRequiredService<IHostApplicationLifetime>(),
            services.GetRequiredService<IHostEnvironment>(),
            Microsoft.Extensions.Options.Options.Create(options),
            services.GetRequiredService<ILogger<LocalTeamsClients>>())
        {
            SearchPath = searchPath ?? Environment.GetEnvironmentVariable("PATH") ?? "",
        });
        builder.Services.AddHostedService(services => services.GetRequiredService<LocalTeamsClients>());
        var app = builder.Build();
        await app.StartAsync();
        return new DevelopmentHost(app, log, options);
    }

    public Task StopAsync() => app.StopAsync();

    public ValueTask DisposeAsync() => app.DisposeAsync();
}
