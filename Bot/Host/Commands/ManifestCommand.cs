using System.CommandLine;
using BridgeBot.Host.Manifest;

namespace BridgeBot.Host.Commands;

/// <summary><c>manifest</c>: writes the app package that a Teams administrator uploads.</summary>
internal static class ManifestCommand
{
    public static Command Create()
    {
        var appId = Text("--app-id", "The bot's app ID (Bot:AppId).", "GUID");
        var domain = Text("--domain", "The host's name, as Teams reaches the bot.", "HOST");
        var developer = Text("--developer", "Who gives the app out, for people; your organisation.", "NAME");
        var website = Text("--website", "Where people read about the app, its privacy and its terms (default: the host).", "ADDRESS");
        var output = Text("--output", "The file to write (default: bridgebot.zip).", "FILE", "-o");
        var readsChannels = new Option<bool>("--channel-messages")
        {
            Description = "Ask team owners to let the bot read its channels' messages that do not mention it.",
        };
        var command = new Command("manifest", "Writes the app package for Teams: the manifest with your registration filled in, icons, languages.")
        {
            appId, domain, developer, website, output, readsChannels,
        };

        // What is typed wrong is told by us, in a sentence and with our exit code.
        command.TreatUnmatchedTokensAsErrors = false;
        command.SetAction(async (parsed, cancel) =>
        {
            try
            {
                string? Of(Option<string[]> option) => parsed.GetResult(option) is not { Implicit: false } ? null : parsed.GetValue(option) switch
                {
                    [var one] => one,
                    null or [] => throw new ManifestException($"{option.Name} needs a value."),
                    _ => throw new ManifestException($"{option.Name} was given twice."),
                };

                if (parsed.UnmatchedTokens is [var unknown, ..])
                {
                    throw new ManifestException($"'manifest' does not know \"{unknown}\"; --help lists what it takes.");
                }

                var fields = new PackageFields(
                    Of(appId) ?? throw new ManifestException("--app-id is missing: the bot's app ID."),
                    Of(domain) ?? throw new ManifestException("--domain is missing: the host's name, such as bridgebot.contoso.com."));
                fields = fields with
                {
                    Developer = Of(developer) ?? fields.Developer,
                    Website = Of(website) ?? fields.Website,
                    ReadsChannels = parsed.GetValue(readsChannels),
                };
                await WriteAsync(fields, Of(output) ?? "bridgebot.zip", cancel);
                return 0;
            }
            catch (ManifestException fault)
            {
                await Console.Error.WriteLineAsync(fault.Message);
                return CommandFault.ExitCode;
            }
        });
        return command;
    }

    private static async Task WriteAsync(PackageFields fields, string path, CancellationToken cancel)
    {
        var package = AppPackage.Make(AppPackage.Folder, fields);
        try
        {
            await File.WriteAllBytesAsync(path, package.Zip(), cancel);
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException or ArgumentException)
        {
            throw new ManifestException($"{path} cannot be written: {fault.Message}");
        }

        await Console.Out.WriteLineAsync(
            $"{path} holds {string.Join(", ", package.Files.Select(file => file.Name))}. Upload it in the Teams admin center, under Teams apps, Manage apps.");
    }

    private static Option<string[]> Text(string name, string description, string value, params string[] aliases) =>
        new(name, aliases) { Description = description, HelpName = value, Arity = ArgumentArity.ZeroOrMore };
}
