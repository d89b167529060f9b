using System.CommandLine;

namespace BridgeBot.Host.Commands;

/// <summary><c>serve</c>, the default: runs the bot.</summary>
internal static class ServeCommand
{
    private const int UnknownCommand = 1;

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

        if (Array.Find(args, arg => arg.StartsWith('-') && !CommandFault.IsSetting(arg)) is { } unknown)
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
        catch (Exception fault) when (CommandFault.InOneLine(fault) is { } why)
        {
            await Console.Error.WriteLineAsync(why);
            return CommandFault.ExitCode;
        }
    }
}
