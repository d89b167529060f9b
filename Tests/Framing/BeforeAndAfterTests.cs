using System.Text;
using BridgeBot.Core.Framing;
using BridgeBot.Tests.Browser;

namespace BridgeBot.Tests.Framing;

/// <summary>The README's page of before and after is what the engine does today.</summary>
public sealed class BeforeAndAfterTests
{
    private const string Heading = "## Before and after";

    private static readonly FramingContext Context = new(new DateOnly(2026, 3, 11), "en-GB");

    private static readonly string[] Messages =
    [
        "Why does nobody ever put the torque values in the DriveLine brochure? It's useless without them. Harlow Fans asked again today.",
        "Why can't we advertise in Packaging Today, Brightwell Foods reads it!",
        "Great, another newsletter. Corvane Labs wants a two-page datasheet for the HX-40 by 24 April.",
        "You never listen to the field. We lost the Denholm tender because there is still no case study for rail.",
        "I need slides for Acme by Friday and a one-pager for Bolt!!!",
        "Fix the damn typo on page 3 of the price list.",
        "The leads from the Hanover fair are useless, half of them have no phone number. Can we agree on one form for the stand?",
        "Marketing lives in its own bubble. Come with me to Portway Logistics on 12 May, they have questions about the tracker.",
        "Their lawyers wrote: our page shows the Ferrowave logo without a contract. They want it removed by 5pm tomorrow. Who on earth put it there?",
        "Thanks for the spring webinar! Could we get the recording for Quayside Marine by Thursday?",
    ];

    [Test]
    public void Readme_BeforeAndAfter_IsWhatTheEngineSays()
    {
        var readme = File.ReadAllText(Path.Combine(Repository.Root, "README.md"));

        var section = readme[readme.IndexOf(Heading, StringComparison.Ordinal)..];

        Assert.That(section, Does.StartWith(Page()), "the README's section, to be replaced by what was expected");
    }

    [TestCaseSource(nameof(Messages))]
    public void Frame_MessageOfTheReadme_PassesItsOwnCheck(string message)
    {
        var result = FramingEngine.Frame(message, Context);

        Assert.That(result.Asks.SelectMany(ask => FidelityCheck.Problems(message, ask.Facts, ask.Framing, result.UrgentRelay)), Is.Empty);
    }

    private static string Page()
    {
        var page = new StringBuilder(Heading).Append("\n\nOn Wednesday 11 March 2026; what the engine says today is a test.\n\n| The rep typed | Marketing reads |\n| --- | --- |\n");
        foreach (var message in Messages)
        {
            page.Append("| ").Append(message).Append(" | ").AppendJoin("<br>", FramingEngine.Frame(message, Context).Asks.Select(ask => ask.Framing)).Append(" |\n");
        }

        return page.ToString();
    }
}
