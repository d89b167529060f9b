using Microsoft.Extensions.Options;

namespace BridgeBot.Host.Playground;

/// <summary>Adds the local Teams clients to a host.</summary>
internal static class PlaygroundRegistration
{
    /// <summary>The clients start in Development once the host listens, and end with it.</summary>
    public static IServiceCollection AddLocalTeamsClients(this IServiceCollection services, PlaygroundOptions options) => services
        .AddSingleton(Options.Create(options))
        .AddHostedService<LocalTeamsClients>();
}
