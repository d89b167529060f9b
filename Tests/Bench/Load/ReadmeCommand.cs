using System.CommandLine;
using System.Globalization;
using System.Text;
using BridgeBot.Tests.Browser;

namespace BridgeBot.Bench.Load;

/// <summary><c>readme</c>: writes the README's page of measurements from what the benches wrote.</summary>
internal static class ReadmeCommand
{
    private const string From = "<!-- bench -->";
    private const string To = "<!-- /bench -->";

    /// <summary>The command.</summary>
    public static Command Create()
    {
        var command = new Command("readme", "Writes the README's measurements from the JSON in Tests/Bench/Results.");
        command.SetAction(_ =>
        {
            var path = Path.Combine(Repository.Root, "README.md");
            var readme = File.ReadAllText(path);
            var (from, to) = (readme.IndexOf(From, StringComparison.Ordinal), readme.IndexOf(To, StringComparison.Ordinal));
            File.WriteAllText(path, $"{readme[..(from + From.Length)]}\n{Page()}{readme[to..]}");
        });
        return command;
    }

    private static string Page()
    {
        var page = new StringBuilder();
        foreach (var file in new DirectoryInfo(Path.Combine(Repository.Root, "Tests", "Bench", "Results")).GetFiles("*.json").OrderBy(file => file.Name, StringComparer.Ordinal))
        {
            var found = Measurement.Read(file);
            page.Append(CultureInfo.InvariantCulture, $"\n**`{found.Bench}`** on {found.Day:d MMMM yyyy}: {found.Machine}\n\n");
            page.Append("| | Measured | Goal | |\n| --- | --- | --- | --- |\n");
            foreach (var figure in found.Figures.Where(figure => !figure.IsDetail))
            {
                var met = figure.IsMet switch { true => "met", false => "missed", null => "" };
                page.Append(CultureInfo.InvariantCulture, $"| {figure.What} | {figure.Shown} | {figure.ShownGoal} | {met} |\n");
            }
        }

        return page.Append('\n').ToString();
    }
}
