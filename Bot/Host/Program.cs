// BridgeBot's command line. What each command is made of is in Commands/ and BotHost.cs.
using System.CommandLine;
using BridgeBot.Host.Commands;

var serve = ServeCommand.Create();
var root = new RootCommand("BridgeBot: a bridge between Sales and Marketing, in Microsoft Teams.")
{
    serve,
    FrameCommand.Create(),
    OutboxCommand.Create(),
    DataCommand.Create(),
    CheckCommand.Create(),
    PrivacyCommand.Create(),
    ThreadsCommand.Create(),
    ManifestCommand.Create(),
};
root.Action = serve.Action;
foreach (var option in serve.Options)
{
    root.Options.Add(option);
}

root.TreatUnmatchedTokensAsErrors = false;

// Longer than the host takes to finish what is in flight; the library would end the process after two seconds.
return await root.Parse(args).InvokeAsync(new InvocationConfiguration { ProcessTerminationTimeout = TimeSpan.FromSeconds(40) });

/// <summary>The entry point; public so that the tests start the same program as the user.</summary>
public partial class Program;
