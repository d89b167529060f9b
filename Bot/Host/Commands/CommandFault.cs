using System.Net.Sockets;
using BridgeBot.Host.Settings;
using BridgeBot.Host.Storage;
using Microsoft.AspNetCore.Connections;

namespace BridgeBot.Host.Commands;

/// <summary>What keeps a command from its work and whoever typed it can put right.</summary>
internal static class CommandFault
{
    /// <summary>The exit code of wrong use, a wrong setting or a store that fails.</summary>
    public const int ExitCode = 2;

    /// <summary>ASP.NET Core's own switches (<see href="https://learn.microsoft.com/aspnet/core/fundamentals/host/web-host"/>);
    /// every other one names a setting by its section.</summary>
    private static readonly string[] HostSwitches = ["urls", "http_ports", "https_ports", "environment"];

    /// <summary>Whether a switch is a setting; a mistyped one would be taken for it, and swallow the word behind it.</summary>
    public static bool IsSetting(string argument)
    {
        var name = argument.TrimStart('-').Split('=')[0];
        return name.Contains(':') || HostSwitches.Contains(name, StringComparer.OrdinalIgnoreCase);
    }

    /// <summary>What the operator can put right, with the setting's name; null for a fault of ours, which is shown in full.</summary>
    public static string? InOneLine(Exception fault) => fault switch
    {
        SettingFaultException or StoreStartException or StoreUnavailableException or DataFileException => fault.Message,
        InvalidDataException => $"{fault.Message} {fault.GetBaseException().Message}",
        IOException { InnerException: AddressInUseException } =>
            $"{fault.Message} Stop the other program, or choose another address with urls (ASPNETCORE_URLS).",
        SocketException => $"The address in urls (ASPNETCORE_URLS) cannot be used: {fault.Message}.",
        InvalidOperationException { Source: "Microsoft.AspNetCore.Server.Kestrel.Core" or "Microsoft.AspNetCore.Server.Kestrel" } =>
            $"The address in urls (ASPNETCORE_URLS) cannot be used: {fault.Message.Split(['\r', '\n'])[0]}",
        _ => null,
    };
}
