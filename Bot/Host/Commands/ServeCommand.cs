using System.CommandLine;
using System.Net.Sockets;
using BridgeBot.Host.Settings;
using BridgeBot.Host.Storage;
using Microsoft.AspNetCore.Connections;
using Microsoft.Extensions.Options;

namespace BridgeBot.Host.Commands;

/// <summary><c>serve</c>, the default: runs the bot.</summary>
internal static class ServeCommand
{
    /// <summary>The exit code of a start that a setting prevented.</summary>
    private const int BadSetting = 2;

    private const int UnknownCommand = 1;

    /// <summary>ASP.NET Core's own switches (<see href="https://learn.microsoft.com/aspnet/core/fundamentals/host/web-host"/>);
    /// every other one names a setting by its section.</summary>
    private static readonly string[] HostSwitches = ["urls", "http_ports", "https_ports", "environment"];

    public static Command Create()
    {
        var noPlayground = new Option<bool>("--no-playground")
        {
            Description = "Do not start the two local Teams clients (Development only).",
        };
        var serve = new Command("serve", "Runs the bot (the default). Takes ASP.NET Core's switches too, such as --urls.")
        {
            noPlayground,
        };
        serve.TreatUnmatchedTokensAsErrors = false;
        serve.SetAction((parsed, cancel) => RunAsync(
            [.. parsed.UnmatchedTokens, .. parsed.GetValue(noPlayground) ? ["--Playground:Enabled=false"] : Array.Empty<string>()],
            cancel));
        return serve;
    }

    private static async Task<int> RunAsync(string[] args, CancellationToken cancel)
    {
        if (args is [var first, ..] && !first.StartsWith('-'))
        {
            await Console.Error.WriteLineAsync($"There is no command '{first}'; --help lists them.");
            return UnknownCommand;
        }

        if (Array.Find(args, arg => arg.StartsWith('-') && !IsSwitch(arg)) is { } unknown)
        {
            await Console.Error.WriteLineAsync($"There is no switch '{unknown}'; --help lists them, and a setting is written as --Section:Key=value.");
            return UnknownCommand;
        }

        try
        {
            await using var bot = BotHost.Build(args);
            await bot.StartAsync(cancel);
            await bot.WaitForShutdownAsync(cancel);
            return 0;
        }
        catch (Exception fault) when (InOneLine(fault) is { } why)
        {
            await Console.Error.WriteLineAsync(why);
            return BadSetting;
        }
    }

    /// <summary>A mistyped switch would be taken for a setting, and swallow the word behind it.</summary>
    private static bool IsSwitch(string argument)
    {
        var name = argument.TrimStart('-').Split('=')[0];
        return name.Contains(':') || HostSwitches.Contains(name, StringComparer.OrdinalIgnoreCase);
    }

    /// <summary>What the operator can put right, with the setting's name; null for a fault of ours, which is shown in full.</summary>
    private static string? InOneLine(Exception fault) => fault switch
    {
        SettingFaultException or StoreStartException or OptionsValidationException => fault.Message,
        InvalidDataException => $"{fault.Message} {fault.GetBaseException().Message}",
        IOException { InnerException: AddressInUseException } =>
            $"{fault.Message} Stop the other program, or choose another address with urls (ASPNETCORE_URLS).",
        SocketException => $"The address in urls (ASPNETCORE_URLS) cannot be used: {fault.Message}.",
        InvalidOperationException { Source: "Microsoft.AspNetCore.Server.Kestrel.Core" or "Microsoft.AspNetCore.Server.Kestrel" } =>
            $"The address in urls (ASPNETCORE_URLS) cannot be used: {fault.Message.Split(['\r', '\n'])[0]}",
        _ => null,
    };
}
