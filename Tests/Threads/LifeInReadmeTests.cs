using System.Globalization;
using System.Text;
using BridgeBot.Core.Threads;
using BridgeBot.Tests.Browser;

namespace BridgeBot.Tests.Threads;

/// <summary>The README's diagram of the life of a request, and its table of who may do what, are those of <see cref="ThreadPolicy"/>.</summary>
public sealed class LifeInReadmeTests
{
    private const string Heading = "## The life of a request";

    private static readonly (ThreadRole Role, string Name)[] People =
        [(ThreadRole.Requester, "rep"), (ThreadRole.Marketing, "marketing"), (ThreadRole.Owner, "owner"), (ThreadRole.Bot, "bot")];

    [Test]
    public void Readme_LifeOfARequest_IsTheTable()
    {
        var readme = File.ReadAllText(Path.Combine(Repository.Root, "README.md"));

        var section = readme[readme.IndexOf(Heading, StringComparison.Ordinal)..];

        Assert.That(section, Does.StartWith(Page()), "the README's section, to be replaced by what was expected");
    }

    private static string Page()
    {
        var page = new StringBuilder(Heading).Append("\n\n```mermaid\nstateDiagram-v2\n    [*] --> Submitted : post (rep)\n");
        foreach (var status in Enum.GetValues<ThreadStatus>().Where(status => Name(status) != $"{status}"))
        {
            page.Append(CultureInfo.InvariantCulture, $"    state \"{Name(status)}\" as {status}\n");
        }

        var moves =
            from rule in ThreadPolicy.Rules
            from start in rule.From
            group $"{rule.Name} ({NameOf(rule.By)})" by (From: start, To: rule.To ?? start);
        foreach (var move in moves)
        {
            page.Append(CultureInfo.InvariantCulture, $"    {move.Key.From} --> {move.Key.To} : {string.Join(", ", move)}\n");
        }

        page.Append("```\n\n| State | The rep may | Anybody of marketing may | The owner may |\n| --- | --- | --- | --- |\n");
        foreach (var status in Enum.GetValues<ThreadStatus>())
        {
            page.Append(CultureInfo.InvariantCulture, $"| {Name(status)} ");
            foreach (var (role, _) in People.SkipLast(1))
            {
                page.Append(CultureInfo.InvariantCulture, $"| {Cell(status, role)} ");
            }

            page.Append("|\n");
        }

        return page.ToString();
    }

    private static string Cell(ThreadStatus status, ThreadRole role) =>
        string.Join(", ", ThreadPolicy.Rules.Where(rule => rule.By == role && rule.From.Contains(status)).Select(rule => rule.Name));

    private static string NameOf(ThreadRole role) => People.Single(person => person.Role == role).Name;

    private static string Name(ThreadStatus status) => status switch
    {
        ThreadStatus.ChangesRequested => "Changes requested",
        ThreadStatus.InProgress => "In progress",
        _ => $"{status}",
    };
}
