using BridgeBot.Cards;
using BridgeBot.Core.Digest;
using BridgeBot.Core.Intake;
using BridgeBot.Host.Channel;
using BridgeBot.Host.Outbox;
using BridgeBot.Host.Playground;
using BridgeBot.Host.Storage;
using BridgeBot.Host.Telemetry;
using BridgeBot.Host.Turns;

namespace BridgeBot.Host.Settings;

/// <summary>What the configuration comes to, checked: a setting that is wrong stops the start with its name.</summary>
/// <param name="Turns">What decisions depend on.</param>
/// <param name="Notify">Who is mentioned on a new card; null if nobody is.</param>
/// <param name="Bot">The registration with Azure Bot Service.</param>
/// <param name="Limits">How much is taken in.</param>
/// <param name="Storage">Which store, and where.</param>
/// <param name="Retention">How long what is over is kept.</param>
/// <param name="Telemetry">Where traces and metrics go.</param>
/// <param name="Playground">The local Teams clients.</param>
public sealed record HostSettings(
    TurnSettings Turns,
    Mention? Notify,
    BotOptions Bot,
    LimitOptions Limits,
    StorageOptions Storage,
    RetentionOptions Retention,
    TelemetryOptions Telemetry,
    PlaygroundOptions Playground)
{
    /// <summary>When digests come, and what they say.</summary>
    public DigestOptions Digest { get; init; } = new();

    /// <summary>Reads the configuration.</summary>
    /// <exception cref="SettingFaultException">Settings are missing or wrong: all of them.</exception>
    public static HostSettings Read(IConfiguration configuration, bool isDevelopment)
    {
        List<string> faults = [.. FaultsOfAddresses(configuration), .. FaultsOfLogLevels(configuration)];
        var bot = Read(configuration, BotOptions.Section, faults, section => section.Get<BotOptions>());
        faults.AddRange(bot.FaultsAtStart(isDevelopment, ListeningAddresses.Of(configuration).Where(ListeningAddresses.IsReadable)));
        var limits = Read(configuration, LimitOptions.Section, faults, section => section.Get<LimitOptions>());
        faults.AddRange(limits.FaultsAtStart());
        var marketing = Read(configuration, MarketingOptions.Section, faults, section => section.Get<MarketingOptions>());
        faults.AddRange(marketing.FaultsAtStart());
        var dialog = Read(configuration, DialogOptions.Section, faults, section => section.Get<DialogOptions>());
        faults.AddRange(dialog.FaultsAtStart());
        var threads = Read(configuration, ThreadOptions.Section, faults, section => section.Get<ThreadOptions>());
        faults.AddRange(threads.FaultsAtStart());
        var retention = Read(configuration, RetentionOptions.Section, faults, section => section.Get<RetentionOptions>());
        faults.AddRange(retention.FaultsAtStart());
        var storage = Read(configuration, StorageOptions.Section, faults, section => section.Get<StorageOptions>());
        faults.AddRange(storage.FaultsAtStart());
        var telemetry = Read(configuration, TelemetryOptions.Section, faults, section => section.Get<TelemetryOptions>());
        faults.AddRange(telemetry.FaultsAtStart());
        var playground = Read(configuration, PlaygroundOptions.Section, faults, section => section.Get<PlaygroundOptions>());
        faults.AddRange(playground.FaultsAtStart());
        var digest = Read(configuration, DigestOptions.Section, faults, section => section.Get<DigestOptions>());
        faults.AddRange(digest.FaultsAtStart());
        var kinds = Kinds(configuration, marketing.Members, faults);
        if (faults.Count > 0)
        {
            throw new SettingFaultException(faults);
        }

        return new(
            new TurnSettings(
                kinds!,
                TimeSpan.FromDays(dialog.ExpiresAfterDays),
                TimeSpan.FromDays(threads.AskAgainAfterDays),
                TimeSpan.FromDays(threads.NudgeAfterDays),
                isDevelopment,
                marketing.Administrators.ToHashSet(StringComparer.OrdinalIgnoreCase))
            {
                Members = marketing.Members.ToHashSet(StringComparer.OrdinalIgnoreCase),
                Digest = DigestSchedule.Parse(digest.Schedule),
            },
            marketing.Notify.Id.Length > 0 ? new Mention(marketing.Notify.Id, marketing.Notify.Name) : null,
            bot,
            limits,
            storage,
            retention,
            telemetry,
            playground)
        {
            Digest = digest,
        };
    }

    /// <summary>Reads which store it is alone; a command needs nothing else.</summary>
    /// <exception cref="SettingFaultException">A setting is wrong.</exception>
    public static StorageOptions ReadStorage(IConfiguration configuration)
    {
        List<string> faults = [];
        var storage = Read(configuration, StorageOptions.Section, faults, section => section.Get<StorageOptions>());
        faults.AddRange(storage.FaultsAtStart());
        return faults.Count > 0 ? throw new SettingFaultException(faults) : storage;
    }

    private static IEnumerable<string> FaultsOfAddresses(IConfiguration configuration) => ListeningAddresses.Of(configuration)
        .Where(address => !ListeningAddresses.IsReadable(address))
        .Select(wrong => $"urls (ASPNETCORE_URLS) is wrong: \"{wrong}\" is no address such as http://localhost:3978, with a port up to 65535.");

    /// <summary>The levels are read as the logging of .NET reads them, which would end the start with a stack trace
    /// (<see href="https://learn.microsoft.com/dotnet/core/extensions/logging/overview#configure-logging"/>).</summary>
    private static IEnumerable<string> FaultsOfLogLevels(IConfiguration configuration)
    {
        var logging = configuration.GetSection("Logging");
        return logging.GetChildren()
            .Select(provider => provider.GetSection("LogLevel"))
            .Prepend(logging.GetSection("LogLevel"))
            .SelectMany(levels => levels.GetChildren())
            .Where(level => level.Value is { Length: > 0 } value && !Enum.TryParse<LogLevel>(value, ignoreCase: true, out _))
            .Select(wrong => $"{wrong.Path} is \"{wrong.Value}\": it must be one of {string.Join(", ", Enum.GetNames<LogLevel>())}.");
    }

    /// <summary>Null, and a fault, if they are no catalog.</summary>
    private static KindCatalog? Kinds(IConfiguration configuration, IReadOnlyCollection<string> members, List<string> faults)
    {
        var before = faults.Count;
        var kinds = Read(configuration, KindOptions.Section, faults, section => section.Get<List<KindOptions>>());
        for (var i = 0; i < kinds.Count; i++)
        {
            if (kinds[i].Id.Length == 0 || kinds[i].Label.Length == 0 || kinds[i].Fields.Exists(field => field.Id.Length == 0 || field.Label.Length == 0))
            {
                faults.Add($"Kinds:{i} is not whole: a kind and each of its fields need an Id and a Label.");
            }

            faults.AddRange(kinds[i].FaultsOfApproval($"Kinds:{i}", members));
        }

        faults.AddRange(kinds.Index().Where(kind => kind.Item.RemindAfterDays is < 1 or > 30)
            .Select(kind => $"Kinds:{kind.Index}:RemindAfterDays is {kind.Item.RemindAfterDays}: it must be from 1 to 30 working days."));
        if (faults.Count > before)
        {
            return null;
        }

        try
        {
            return new KindCatalog(
            [
                .. kinds.Select(kind => new RequestKind(
                    kind.Id, kind.Label, [.. kind.Fields.Select(field => new KindField(field.Id, field.Label, field.Type, field.Required))])
                {
                    Approvals = kind.Rule(),
                    RemindAfterDays = kind.RemindAfterDays,
                }),
            ]);
        }
        catch (ArgumentException fault)
        {
            faults.Add($"Kinds: {fault.Message.Split(" (Parameter")[0]}.");
            return null;
        }
    }

    /// <summary>Reads a section. What does not fit its type is named, and the section's defaults stand in for it.</summary>
    private static T Read<T>(IConfiguration configuration, string section, List<string> faults, Func<IConfigurationSection, T?> read)
        where T : new()
    {
        try
        {
            return read(configuration.GetSection(section)) ?? new T();
        }
        catch (InvalidOperationException fault)
        {
            faults.Add($"{section} cannot be read: {fault.Message.ReplaceLineEndings(" ")}");
            return new T();
        }
    }
}
