using BridgeBot.Cards;
using BridgeBot.Host.Channel;
using BridgeBot.Host.Health;
using BridgeBot.Host.Outbox;
using BridgeBot.Host.Playground;
using BridgeBot.Host.Settings;
using BridgeBot.Host.Storage;
using BridgeBot.Host.Telemetry;
using BridgeBot.Host.Turns;

namespace BridgeBot.Host;

/// <summary>Puts the bot together: what the user starts and what the tests start.</summary>
public static partial class BotHost
{
    /// <summary>Builds the host; it has opened its store, and listens once it is started.</summary>
    /// <param name="args">ASP.NET Core's usual switches (<c>--urls</c>, <c>--environment</c>, <c>--Section:Key</c>).</param>
    /// <param name="clock">The clock; null for the system's.</param>
    /// <param name="replace">Puts other parts in the place of some, to measure the rest; null for none.</param>
    /// <exception cref="SettingFaultException">A setting is missing or wrong.</exception>
    /// <exception cref="StoreStartException">The store cannot be used.</exception>
    public static WebApplication Build(string[] args, TimeProvider? clock = null, Action<IServiceCollection>? replace = null)
    {
        var builder = Builder(args);
        builder.WebHost.ConfigureKestrel(ServerLimits.Apply);

        var settings = HostSettings.Read(builder.Configuration, builder.Environment.IsDevelopment());
        builder.Services
            .AddSingleton(clock ?? TimeProvider.System)
            .AddSingleton(settings.Turns)
            .AddSingleton(settings.Turns.Kinds)
            .AddSingleton(_ => settings.Storage.Open());
        AddChannel(builder.Services, settings, BotCloud.Named(settings.Bot.Cloud)!);
        AddTurns(builder.Services, settings);
        AddOutbox(builder.Services, settings);
        builder.Services.AddTelemetry(settings.Telemetry);
        builder.Services.AddLocalTeamsClients(settings.Playground);
        replace?.Invoke(builder.Services);

        // A start that fails is told in one line by whoever started it; the host would log a stack trace before.
        var hasStarted = false;
        builder.Logging.AddFilter("Microsoft.Extensions.Hosting.Internal.Host", level => hasStarted && level >= LogLevel.Warning);
        var app = builder.Build();
        app.Lifetime.ApplicationStarted.Register(() => hasStarted = true);
        _ = app.Services.GetRequiredService<IStore>();
        if (settings.Turns is { IsDevelopment: false, Administrators.Count: 0 })
        {
            LogNobodyConnects(app.Logger);
        }

        app.Use(ServerLimits.WriteHeadersAsync);
        app.Map("/api/messages", app.Services.GetRequiredService<MessagesEndpoint>().HandleAsync);
        app.MapHealth();
        return app;
    }

    /// <summary>The store that the settings name, as a command reads them that starts no host.</summary>
    /// <param name="args">Settings, as <see cref="Build"/> takes them.</param>
    /// <exception cref="SettingFaultException">A setting is wrong.</exception>
    internal static StorageOptions Storage(string[] args) => HostSettings.ReadStorage(Builder(args).Configuration);

    /// <summary>All settings, as <see cref="Build"/> reads them.</summary>
    /// <exception cref="SettingFaultException">Settings are wrong.</exception>
    internal static HostSettings Settings(string[] args)
    {
        var builder = Builder(args);
        return HostSettings.Read(builder.Configuration, builder.Environment.IsDevelopment());
    }

    /// <summary>The settings are beside the program, wherever it is started from. Slim: without IIS, static files and loggers that nobody reads.</summary>
    private static WebApplicationBuilder Builder(string[] args)
    {
        var builder = WebApplication.CreateSlimBuilder(new WebApplicationOptions { Args = args, ContentRootPath = AppContext.BaseDirectory });
        builder.WebHost.UseKestrelHttpsConfiguration();
        return builder;
    }

    private static void AddChannel(IServiceCollection services, HostSettings settings, BotCloud cloud) => services
        .AddSingleton(_ => new IntakeLimits(settings.Limits))
        .AddSingleton(host => new SigningKeys(
            cloud.Metadata, host.GetRequiredService<TimeProvider>(), host.GetRequiredService<ILogger<SigningKeys>>()))
        .AddSingleton(host => new RequestAuthenticator(settings.Bot, cloud, host.GetRequiredService<SigningKeys>()))
        .AddSingleton(host => new Token(ConnectorCredential.Of(
            settings.Bot, cloud, host.GetRequiredService<TimeProvider>(), host.GetRequiredService<ILogger<ConnectorCredential>>())))
        .AddSingleton(host => new Connector(
            Connector.CreateHttpClient(), host.GetRequiredService<Token>().Credential, host.GetRequiredService<TimeProvider>()))
        .AddSingleton(host => new Roster(Connector.CreateHttpClient(), host.GetRequiredService<Token>().Credential))
        .AddSingleton(host => new Readiness(
            host.GetRequiredService<IStore>(), host.GetRequiredService<Token>().Credential, host.GetRequiredService<TimeProvider>()))
        .AddSingleton(host => new MessagesEndpoint(
            host.GetRequiredService<RequestAuthenticator>(),
            host.GetRequiredService<IntakeLimits>(),
            host.GetRequiredService<TurnRunner>().RunAsync,
            new Apology(Messages.TryAgain, Messages.SendAgain, Messages.TooLong, host.GetRequiredService<Connector>()),
            host.GetRequiredService<Measures>(),
            host.GetRequiredService<ILogger<MessagesEndpoint>>()));

    private static void AddTurns(IServiceCollection services, HostSettings settings) => services
        .AddSingleton<People>()
        .AddSingleton<WakeUps>()
        .AddSingleton(new AnswerRenderer(settings.Turns.Kinds, settings.Notify))
        .AddSingleton<TurnCommit>()
        .AddSingleton<TurnRunner>();

    private static void AddOutbox(IServiceCollection services, HostSettings settings) => services
        .AddSingleton<SendRecord>()
        .AddSingleton<ChatRenderer>()
        .AddSingleton<ColleagueSearch>()
        .AddSingleton(host => new ThreadCardSender(
            host.GetRequiredService<IStore>(),
            host.GetRequiredService<SendRecord>(),
            host.GetRequiredService<Connector>(),
            host.GetRequiredService<TurnRunner>(),
            host.GetRequiredService<ColleagueSearch>(),
            settings.Turns.Kinds,
            settings.Notify,
            host.GetRequiredService<ILogger<ThreadCardSender>>()))
        .AddSingleton<ThreadPassing>()
        .AddSingleton(settings.Retention)
        .AddSingleton<Retention>()
        .AddSingleton<ReminderSender>()
        .AddSingleton(settings.Digest)
        .AddSingleton<DigestSender>()
        .AddSingleton<DigestWatch>()
        .AddSingleton<Delivery>()
        .AddSingleton<PartitionDrain>()
        .AddHostedService<OutboxWorker>()
        .AddHostedService<Sweeper>();

    /// <summary>The one credential of the host, if it has any: a container holds no null.</summary>
    private sealed record Token(ConnectorCredential? Credential);

    [LoggerMessage(LogLevel.Warning, "Marketing:Administrators is empty: nobody can connect a channel, and until one is connected no request is posted")]
    private static partial void LogNobodyConnects(ILogger log);
}
