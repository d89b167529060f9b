using System.CommandLine;
using BridgeBot.Host.Storage;

namespace BridgeBot.Host.Commands;

/// <summary>A command of an operator's that works on the store. What is typed behind it are its words, and settings as
/// <c>serve</c> takes them.</summary>
internal static class StoreCommand
{
    /// <summary>A command.</summary>
    /// <param name="name">What is typed.</param>
    /// <param name="description">What it does, for --help.</param>
    /// <param name="word">What the word behind it is, or the words, with a space between them; null if it takes none.</param>
    /// <param name="run">Carries it out with that word (empty if it takes none; several with a space between them) and gives the exit code.</param>
    public static Command Create(
        string name, string description, string? word, Func<StorageOptions, string, CancellationToken, Task<int>> run) =>
        CreateWithSettings(name, description, word, (settings, typed, cancel) => run(BotHost.Storage(settings), typed, cancel));

    /// <summary>The same, for a command that needs other settings too.</summary>
    public static Command CreateWithSettings(
        string name, string description, string? word, Func<string[], string, CancellationToken, Task<int>> run)
    {
        // Taken as they come: the parser would hand a setting over as the word.
        var words = new Argument<string[]>(word ?? "settings")
        {
            Arity = ArgumentArity.ZeroOrMore,
            HelpName = word is null ? "--Section:Key=value" : $"{word}> <--Section:Key=value",
            Description = "Settings are written as for serve, such as --Storage:Path=bridgebot.db.",
        };
        var command = new Command(name, description) { words };
        command.SetAction((parsed, cancel) => RunAsync(name, word, parsed.GetValue(words) ?? [], run, cancel));
        return command;
    }

    /// <summary>A command that only names others.</summary>
    public static Command Group(string name, string description, params ReadOnlySpan<Command> commands)
    {
        var group = new Command(name, description) { TreatUnmatchedTokensAsErrors = false };
        foreach (var command in commands)
        {
            group.Subcommands.Add(command);
        }

        group.SetAction(async (_, _) => await WrongUseAsync($"Say what: {string.Join(", ", group.Subcommands.Select(one => $"{name} {one.Name}"))}. --help tells more."));
        return group;
    }

    private static async Task<int> RunAsync(
        string name, string? word, string[] typed, Func<string[], string, CancellationToken, Task<int>> run, CancellationToken cancel)
    {
        List<string> words = [];
        List<string> settings = [];
        foreach (var text in typed)
        {
            // As the configuration reads it: behind a switch without '=' comes its value.
            var isValue = settings is [.., var last] && last.StartsWith('-') && !last.Contains('=');
            if (text.StartsWith('-') && !CommandFault.IsSetting(text))
            {
                return await WrongUseAsync($"There is no switch '{text}'; a setting is written as --Section:Key=value.");
            }

            (isValue || text.StartsWith('-') ? settings : words).Add(text);
        }

        if (words.Count != (word?.Split(' ').Length ?? 0))
        {
            return await WrongUseAsync(word is null ? $"'{name}' takes settings only, not '{words[0]}'." : $"'{name}' takes one {word.Replace(" ", " and one ", StringComparison.Ordinal)}.");
        }

        try
        {
            return await run([.. settings], string.Join(' ', words), cancel);
        }
        catch (OperationCanceledException) when (cancel.IsCancellationRequested)
        {
            return await WrongUseAsync("Stopped.");
        }
        catch (Exception fault) when (CommandFault.InOneLine(fault) is { } why)
        {
            return await WrongUseAsync(why);
        }
    }

    private static async Task<int> WrongUseAsync(string why)
    {
        await Console.Error.WriteLineAsync(why);
        return CommandFault.ExitCode;
    }
}
