using System.CommandLine;
using BridgeBot.Bench.Load.Bare;
using BridgeBot.Host;
using BridgeBot.Host.Channel;
using BridgeBot.Host.Storage;
using BridgeBot.Tests.Channel;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging.Abstractions;

namespace BridgeBot.Bench.Load;

/// <summary><c>host</c>: what the load runs start in a process of its own; nobody else needs it.</summary>
internal static class HostCommand
{
    /// <summary>The command.</summary>
    public static Command Create()
    {
        var port = new Option<int>("--port") { Required = true };
        var bare = new Option<bool>("--bare") { Description = "The least that a web server does with an activity." };
        var connector = new Option<string?>("--connector") { Description = "Where every reply goes, whatever the activity says." };
        var metadata = new Option<string?>("--metadata") { Description = "Whose tokens are let in; without it nobody needs one." };
        var command = new Command("host", "A host for the load runs; what else is given are its settings.") { port, bare, connector, metadata };
        (command.Hidden, command.TreatUnmatchedTokensAsErrors) = (true, false);
        command.SetAction(async (parsed, cancel) =>
        {
            var app = parsed.GetValue(bare)
                ? BareHost.Build(parsed.GetValue(port))
                : Bot(parsed.GetValue(port), Address(parsed.GetValue(connector)), Address(parsed.GetValue(metadata)), parsed.UnmatchedTokens);
            await app.StartAsync(cancel);
            await Task.Delay(Timeout.Infinite, cancel);
        });
        return command;
    }

    /// <summary>The host that users start, with a door and a connector that a load run can use; its store is memory, unless one is set.</summary>
    private static WebApplication Bot(int port, Uri? connector, Uri? metadata, IReadOnlyList<string> settings) => BotHost.Build(
        [
            "--urls", $"http://127.0.0.1:{port}", "--environment", "Development", "--Playground:Enabled=false", "--Logging:LogLevel:Default=Warning",
            "--Limits:PersonPerMinute=1000000", "--Limits:TenantPerMinute=1000000", .. settings,
        ],
        null,
        parts =>
        {
            if (settings.Count == 0) parts.AddSingleton<IStore>(new MemoryStore());
            if (connector is not null) parts.AddSingleton(new Connector(Towards.Client(connector), null, TimeProvider.System));
            if (metadata is not null) parts.AddSingleton(Door(metadata));
        });

    private static Uri? Address(string? text) => text is null ? null : new Uri(text);

    private static RequestAuthenticator Door(Uri metadata)
    {
        var registration = new BotOptions { AppId = OpenIdServer.App, AppPassword = "unused", TenantId = Crowd.Tenant(0) };
        for (var i = 0; i < Crowd.Tenants; i++) registration.AllowedTenants.Add(Crowd.Tenant(i));
        return new(registration, BotCloud.Public, new SigningKeys(metadata, TimeProvider.System, NullLogger<SigningKeys>.Instance));
    }
}
