using System.Globalization;
using System.Text;
using BridgeBot.Core.Threads;
using BridgeBot.Tests.Browser;

namespace BridgeBot.Tests.Threads;

/// <summary>The README's table of who may do what is that of <see cref="ThreadPolicy"/> and <see cref="DeedPolicy"/>.</summary>
public sealed class WhoMayInReadmeTests
{
    private const string Heading = "## Who may do what";

    private static readonly ThreadRole[] Roles = [ThreadRole.Requester, ThreadRole.Marketing, ThreadRole.Owner, ThreadRole.Administrator];

    [Test]
    public void Readme_WhoMayDoWhat_IsTheTables()
    {
        var readme = File.ReadAllText(Path.Combine(Repository.Root, "README.md"));

        var section = readme[readme.IndexOf(Heading, StringComparison.Ordinal)..];

        Assert.That(section, Does.StartWith(Page()), "the README's section, to be replaced by what was expected");
    }

    private static string Page()
    {
        var page = new StringBuilder(Heading).Append("\n\n| | Requester | Marketing | Owner | Administrator |\n| --- | --- | --- | --- | --- |\n");
        var deeds = ThreadPolicy.Rules.Where(rule => rule.By is not ThreadRole.Bot).Select(rule => (rule.Name, rule.By))
            .Concat(DeedPolicy.Rules.Select(rule => (rule.Name, rule.By)));
        foreach (var deed in deeds.GroupBy(deed => deed.Name, deed => deed.By))
        {
            page.Append(CultureInfo.InvariantCulture, $"| {deed.Key} ");
            foreach (var role in Roles)
            {
                page.Append(deed.Contains(role) ? "| yes " : "| ");
            }

            page.Append("|\n");
        }

        return page.ToString();
    }
}
