using BridgeBot.Cards;
using BridgeBot.Core.Intake;
using BridgeBot.Host.Channel;
using BridgeBot.Host.Outbox;
using BridgeBot.Host.Storage;
using BridgeBot.Host.Turns;

namespace BridgeBot.Host.Settings;

/// <summary>What the configuration comes to, checked: a setting that is wrong stops the start with its name.</summary>
/// <param name="Turns">What decisions depend on.</param>
/// <param name="Notify">Who is mentioned on a new card; null if nobody is.</param>
/// <param name="Bot">The registration with Azure Bot Service.</param>
/// <param name="Storage">Which store, and where.</param>
/// <param name="Retention">How long what is over is kept.</param>
public sealed record HostSettings(
    TurnSettings Turns, Mention? Notify, BotOptions Bot, StorageOptions Storage, RetentionOptions Retention)
{
    /// <summary>Reads the configuration.</summary>
    /// <exception cref="SettingFaultException">A setting is missing or wrong.</exception>
    public static HostSettings Read(IConfiguration configuration, bool isDevelopment)
    {
        CheckAddresses(configuration);
        CheckLogLevels(configuration);
        var bot = Read(configuration, BotOptions.Section, section => section.Get<BotOptions>());
        if (BotOptions.FaultAtStart(bot, isDevelopment, ListeningAddresses.Of(configuration)) is { } fault)
        {
            throw new SettingFaultException(fault);
        }

        var marketing = Read(configuration, MarketingOptions.Section, section => section.Get<MarketingOptions>());
        var days = Read(configuration, DialogOptions.Section, section => section.Get<DialogOptions>()).ExpiresAfterDays;
        if (days is < 1 or > 90)
        {
            throw new SettingFaultException($"Dialog:ExpiresAfterDays is {days}: it must be from 1 to 90 days.");
        }

        var retention = Read(configuration, RetentionOptions.Section, section => section.Get<RetentionOptions>());
        if (retention.FaultAtStart() is { } wrong)
        {
            throw new SettingFaultException(wrong);
        }

        return new(
            new TurnSettings(Kinds(configuration), TimeSpan.FromDays(days), isDevelopment, marketing.Administrators.ToHashSet(StringComparer.OrdinalIgnoreCase)),
            NotifyOf(marketing.Notify),
            bot,
            ReadStorage(configuration),
            retention);
    }

    /// <summary>Reads which store it is alone; a command needs nothing else.</summary>
    /// <exception cref="SettingFaultException">A setting is wrong.</exception>
    public static StorageOptions ReadStorage(IConfiguration configuration) =>
        Read(configuration, StorageOptions.Section, section => section.Get<StorageOptions>());

    private static void CheckAddresses(IConfiguration configuration)
    {
        if (ListeningAddresses.Of(configuration).FirstOrDefault(address => !ListeningAddresses.IsReadable(address)) is { } wrong)
        {
            throw new SettingFaultException(
                $"urls (ASPNETCORE_URLS) is wrong: \"{wrong}\" is no address such as http://localhost:3978, with a port up to 65535.");
        }
    }

    /// <summary>The levels are read as the logging of .NET reads them, which would end the start with a stack trace
    /// (<see href="https://learn.microsoft.com/dotnet/core/extensions/logging/overview#configure-logging"/>).</summary>
    private static void CheckLogLevels(IConfiguration configuration)
    {
        var logging = configuration.GetSection("Logging");
        var wrong = logging.GetChildren()
            .Select(provider => provider.GetSection("LogLevel"))
            .Prepend(logging.GetSection("LogLevel"))
            .SelectMany(levels => levels.GetChildren())
            .FirstOrDefault(level => level.Value is { Length: > 0 } value && !Enum.TryParse<LogLevel>(value, ignoreCase: true, out _));
        if (wrong is not null)
        {
            throw new SettingFaultException(
                $"{wrong.Path} is \"{wrong.Value}\": it must be one of {string.Join(", ", Enum.GetNames<LogLevel>())}.");
        }
    }

    private static Mention? NotifyOf(NotifyOptions notify) => (notify.Id, notify.Name) switch
    {
        ("", "") => null,
        ("", _) => throw new SettingFaultException("Marketing:Notify:Id is missing: Marketing:Notify:Name is set without it."),
        (_, "") => throw new SettingFaultException("Marketing:Notify:Name is missing: Marketing:Notify:Id is set without it."),
        _ => new Mention(notify.Id, notify.Name),
    };

    private static KindCatalog Kinds(IConfiguration configuration)
    {
        var kinds = Read(configuration, KindOptions.Section, section => section.Get<List<KindOptions>>());
        for (var i = 0; i < kinds.Count; i++)
        {
            if (kinds[i].Id.Length == 0 || kinds[i].Label.Length == 0 || kinds[i].Fields.Exists(field => field.Id.Length == 0 || field.Label.Length == 0))
            {
                throw new SettingFaultException($"Kinds:{i} is not whole: a kind and each of its fields need an Id and a Label.");
            }
        }

        try
        {
            return new KindCatalog(
            [
                .. kinds.Select(kind => new RequestKind(
                    kind.Id, kind.Label, [.. kind.Fields.Select(field => new KindField(field.Id, field.Label, field.Type, field.Required))])),
            ]);
        }
        catch (ArgumentException fault)
        {
            throw new SettingFaultException($"Kinds: {fault.Message.Split(" (Parameter")[0]}.");
        }
    }

    /// <summary>Reads a section; what does not fit its type is named.</summary>
    private static T Read<T>(IConfiguration configuration, string section, Func<IConfigurationSection, T?> read)
        where T : new()
    {
        try
        {
            return read(configuration.GetSection(section)) ?? new T();
        }
        catch (InvalidOperationException fault)
        {
            throw new SettingFaultException($"{section} cannot be read: {fault.Message}");
        }
    }
}
