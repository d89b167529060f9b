using Microsoft.Extensions.Options;

namespace BridgeBot.Host.Playground;

/// <summary>Adds the local Teams clients to a host.</summary>
internal static class PlaygroundRegistration
{
    /// <summary>The clients start in Development once the host listens, and end with it.</summary>
    public static IServiceCollection AddLocalTeamsClients(this IServiceCollection services, IConfiguration configuration)
    {
        services.AddOptions<PlaygroundOptions>()
            .Configure(options => Bind(configuration.GetSection(PlaygroundOptions.Section), options))
            .ValidateDataAnnotations()
            .ValidateOnStart();
        return services.AddHostedService<LocalTeamsClients>();
    }

    /// <summary>A value of the wrong type is a fault of the options like one out of range.</summary>
    private static void Bind(IConfigurationSection section, PlaygroundOptions options)
    {
        try
        {
            section.Bind(options);
        }
        catch (InvalidOperationException fault)
        {
            throw new OptionsValidationException(section.Path, typeof(PlaygroundOptions), [fault.Message]);
        }
    }
}
