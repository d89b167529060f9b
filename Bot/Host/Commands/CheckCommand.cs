using System.CommandLine;
using Azure.Identity;
using BridgeBot.Host.Channel;
using BridgeBot.Host.Manifest;
using BridgeBot.Host.Settings;
using BridgeBot.Host.Storage;
using BridgeBot.Host.Turns;
using Microsoft.Extensions.Logging.Abstractions;

namespace BridgeBot.Host.Commands;

/// <summary><c>check</c>: whether the bot would run with these settings, and if not, what is wrong and where to mend it. Nothing is posted, and
/// nothing is changed beside running bots; only a table that is missing is made, as a start makes it.</summary>
internal sealed class CheckCommand(HostSettings settings, TextWriter output)
{
    /// <summary>For each thing that is asked for over the network.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(20);

    private readonly BotCloud _cloud = BotCloud.Named(settings.Bot.Cloud)!;
    private readonly ConnectorCredential? _credential = ConnectorCredential.Of(
        settings.Bot, BotCloud.Named(settings.Bot.Cloud)!, TimeProvider.System, NullLogger<ConnectorCredential>.Instance);
    private bool _isWrong;

    public static Command Create() => StoreCommand.CreateWithSettings(
        "check",
        "Looks whether the bot would run: settings, store, token, keys, marketing's channel, manifest. Safe beside running bots.",
        null,
        (args, _, cancel) => RunAsync(args, Console.Out, cancel));

    /// <summary>Says what is right and what is wrong, a line each.</summary>
    /// <returns>The exit code.</returns>
    public static async Task<int> RunAsync(string[] args, TextWriter output, CancellationToken cancel)
    {
        HostSettings settings;
        try
        {
            settings = BotHost.Settings(args);
        }
        catch (SettingFaultException fault)
        {
            foreach (var line in fault.Message.Split(Environment.NewLine))
            {
                await output.WriteLineAsync($"WRONG  settings  {line}");
            }

            await output.WriteLineAsync(
                $"Settings are read from {Path.Combine(AppContext.BaseDirectory, "appsettings.json")}, from environment variables such as Bot__AppId, and from switches.");
            return CommandFault.ExitCode;
        }

        return await new CheckCommand(settings, output).RunAsync(cancel);
    }

    private async Task<int> RunAsync(CancellationToken cancel)
    {
        await SayAsync("settings", "they can be used");
        await CheckTokenAsync(cancel);
        await CheckStoreAsync(cancel);
        await CheckKeysAsync(cancel);
        await CheckManifestAsync();
        await output.WriteLineAsync(_isWrong ? "Something is wrong: see above." : "The bot can run.");
        return _isWrong ? CommandFault.ExitCode : 0;
    }

    private async Task CheckStoreAsync(CancellationToken cancel)
    {
        var storage = settings.Storage;
        if (!storage.IsTable && !File.Exists(storage.Path))
        {
            await (Directory.Exists(Path.GetDirectoryName(Path.GetFullPath(storage.Path)))
                ? SayAsync("store", $"there is no file {storage.Path} yet; the first start makes it")
                : WrongAsync("store", $"Storage:Path is \"{storage.Path}\": its folder does not exist."));
            return;
        }

        try
        {
            var store = storage.IsTable ? storage.Open() : storage.OpenExisting(alone: false);
            await using (store as IAsyncDisposable)
            {
                await SayAsync("store", storage.IsTable ? $"the table {storage.Table} can be used" : $"the file {storage.Path} can be used");
                await CheckChannelsAsync(store, cancel);
            }
        }
        catch (Exception fault) when (fault is StoreStartException or StoreUnavailableException)
        {
            await WrongAsync("store", fault.Message);
        }
    }

    private async Task CheckChannelsAsync(IStore store, CancellationToken cancel)
    {
        foreach (var tenant in settings.Bot.IsAnonymous ? [] : settings.Bot.ServedTenants)
        {
            var head = await store.ReadAsync(Keys.Tenant(tenant), Keys.Head, cancel);
            var known = head is null ? null : StateJson.Read<TenantHead>(head.Body);
            var channels = (known?.Channels ?? []).ToList();
            await (known?.Default switch
            {
                null when settings.Turns.Administrators.Count == 0 => WrongAsync(
                    "channel", $"none is connected in the tenant {tenant}, and nobody may: Marketing:Administrators is empty."),
                null => SayAsync("channel", $"none is connected in the tenant {tenant} yet{(channels.Count > 0 ? " for what has none of its own" : "")}: an administrator types \"@BridgeBot use this channel\" in marketing's channel"),
                _ => Task.CompletedTask,
            });
            foreach (var channel in channels)
            {
                await CheckChannelAsync(tenant, channel, cancel);
            }
        }
    }

    private async Task CheckChannelAsync(string tenant, ConversationReference channel, CancellationToken cancel)
    {
        if (!Uri.TryCreate(channel.ServiceUrl, UriKind.Absolute, out var address) || !ConnectorHosts.Of(_cloud, settings.Bot).Trusts(address))
        {
            await WrongAsync("channel", $"the one of the tenant {tenant} is at {channel.ServiceUrl}, which is no connector's. Check Bot:Cloud, or name the host in Bot:ServiceHosts.");
            return;
        }

        using var http = Connector.CreateHttpClient();
        var (isRight, text) = Verdict(await new Roster(http, _credential).LookAsync(channel, cancel));
        text = $"{channel.Name ?? channel.ConversationId}, connected in the tenant {tenant}: {text}";
        await (isRight ? SayAsync("channel", text) : WrongAsync("channel", text));
    }

    /// <summary>What it means that Teams answered so when it was asked for a channel's members.</summary>
    internal static (bool IsRight, string Text) Verdict(RosterAnswer answer) => answer switch
    {
        RosterFound => (true, "Teams lets the bot see it"),
        RosterClosed closed => (false, $"Teams does not let the bot see it ({closed.Code}). Add the app to the channel's team again, or connect another channel."),
        RosterLater later => (false, $"Teams could not be asked about it ({later.Code}). Look at the line \"token\", and try again in a minute."),
        _ => throw new InvalidOperationException(answer.GetType().Name),
    };

    private async Task CheckTokenAsync(CancellationToken cancel)
    {
        if (_credential is null)
        {
            await SayAsync("token", "none is needed: without Bot:AppId the bot serves the local client of a development machine");
            return;
        }

        using var patience = CancellationTokenSource.CreateLinkedTokenSource(cancel);
        patience.CancelAfter(Patience);
        try
        {
            await _credential.TokenAsync(patience.Token);
            await SayAsync("token", "Microsoft Entra gives the bot one");
        }
        catch (AuthenticationFailedException fault)
        {
            // Its own refusals have a number; without one it was not reached.
            var advice = fault.Message.Contains("AADSTS", StringComparison.Ordinal)
                ? "Check Bot:AppId, Bot:TenantId and what proves them (Bot:Credential)."
                : $"Let the bot reach {_cloud.Authority.Host}; a managed identity has to be assigned to this machine.";
            await WrongAsync("token", $"Microsoft Entra gives the bot none. {advice} ({ConnectorCredential.OneLine(fault)})");
        }
        catch (OperationCanceledException) when (!cancel.IsCancellationRequested)
        {
            await WrongAsync("token", $"{_cloud.Authority.Host} does not answer. Let the bot reach it.");
        }
    }

    private async Task CheckKeysAsync(CancellationToken cancel)
    {
        if (settings.Bot.IsAnonymous)
        {
            return;
        }

        var keys = await new SigningKeys(_cloud.Metadata, TimeProvider.System, NullLogger<SigningKeys>.Instance).ForAsync(null, cancel);
        await (keys.Count > 0
            ? SayAsync("keys", $"{_cloud.Metadata.Host} publishes {keys.Count}")
            : WrongAsync("keys", $"those of the Bot Connector cannot be read from {_cloud.Metadata}. Let the bot reach it; until it does, it can let nobody in."));
    }

    /// <summary>Whether the app package could be written; the host's name is the administrator's to give.</summary>
    private async Task CheckManifestAsync()
    {
        var app = settings.Bot.IsAnonymous ? Guid.AllBitsSet : Guid.Parse(settings.Bot.AppId);
        try
        {
            AppPackage.Make(AppPackage.Folder, new(app.ToString(), "bridgebot.example.com"));
            await SayAsync("manifest", "the command manifest can write the app package");
        }
        catch (ManifestException fault)
        {
            foreach (var line in fault.Message.Split(Environment.NewLine))
            {
                await WrongAsync("manifest", $"{line} It is in {AppPackage.Folder}.");
            }
        }
    }

    private Task SayAsync(string what, string text) => output.WriteLineAsync($"ok     {what,-8}  {text}");

    private Task WrongAsync(string what, string text)
    {
        _isWrong = true;
        return output.WriteLineAsync($"WRONG  {what,-8}  {text}");
    }
}
