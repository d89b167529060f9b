using System.Reflection;
using BridgeBot.Cards;
using BridgeBot.Core.Intake;

namespace BridgeBot.Tests.Architecture;

/// <summary>Host -> Cards -> Core, and within Core and Host the ways that the folders may use each other.</summary>
public sealed class ImportTests
{
    private static readonly Assembly Core = typeof(IntakeDialog).Assembly;
    private static readonly Assembly Cards = typeof(Verbs).Assembly;
    private static readonly Assembly Host = typeof(Program).Assembly;

    private static readonly ImportRules CoreRules = new(Core, "BridgeBot.Core", new Dictionary<string, string[]>
    {
        ["Intake"] = ["Threads", "Framing"],
        ["Digest"] = ["Threads"],
        ["Lists"] = ["Threads", "Digest"],
    });

    /// <summary>The commands start what they name, so they may use whatever the composition may.</summary>
    private static readonly ImportRules HostRules = new(Host, "BridgeBot.Host", new Dictionary<string, string[]>
    {
        ["Channel"] = ["Turns", "Identity", "Telemetry"],
        ["Turns"] = ["Storage", "Telemetry"],
        ["Outbox"] = ["Storage", "Channel", "Turns", "Telemetry"],
        ["Digest"] = ["Storage"],
        ["Storage"] = ["Identity"],
        ["Health"] = ["Channel", "Turns", "Storage"],
        ["Privacy"] = ["Storage", "Turns"],
        ["Manifest"] = ["Channel", "Turns"],
        ["Settings"] = ["Channel", "Identity", "Turns", "Storage", "Outbox", "Playground", "Telemetry"],
        ["Commands"] = ["Health", "Channel", "Turns", "Storage", "Outbox", "Privacy", "Digest", "Playground", "Settings", "Manifest"],
    });

    /// <summary>What of the channel is the connector: the types that somebody who sends needs.</summary>
    private static readonly string[] ConnectorTypes =
        ["Connector", "Roster", "RosterAnswer", "RosterFound", "RosterLater", "RosterClosed", "Member", "OutgoingActivity", "SendResult", "SendAccepted", "SendLater", "SendNotYet", "SendRefused"];

    [Test]
    public void Core_EachFolder_UsesOnlyWhatItMay() => Assert.That(CoreRules.Violations(), Is.Empty);

    [Test]
    public void Host_EachFolder_UsesOnlyWhatItMay() => Assert.That(HostRules.Violations(), Is.Empty);

    [Test]
    public void Violations_RuleIsTakenAway_FindsTheUse() =>
        Assert.That(
            (CoreRules with { Allowed = new Dictionary<string, string[]>() }).Violations(),
            Does.Contain("BridgeBot.Core.Intake.IntakeDialog uses BridgeBot.Core.Threads.Request"));

    [Test]
    public void Violations_UseInAMethodBodyAlone_IsFound() =>
        Assert.That(
            (CoreRules with { Allowed = new Dictionary<string, string[]>() }).Violations(),
            Does.Contain("BridgeBot.Core.Intake.FieldText uses BridgeBot.Core.Framing.FramingEngine"));

    [TestCase("Channel")]
    [TestCase("Storage")]
    [TestCase("Digest")]
    public void Host_FolderThatShowsNothing_DoesNotUseCards(string folder) =>
        Assert.That(
            from type in HostRules.TypesOf(folder)
            from used in TypeUses.Of(type)
            where used.Assembly == Cards && used != typeof(RenderedCard) // bytes, to whoever sends them
            select $"{type.FullName} uses {used.FullName}",
            Is.Empty);

    [Test]
    public void Outbox_OfTheChannel_UsesOnlyTheConnector() =>
        Assert.That(
            from type in HostRules.TypesOf("Outbox")
            from used in TypeUses.Of(type)
            where used.Namespace == "BridgeBot.Host.Channel" && !ConnectorTypes.Contains(used.Name)
            select $"{type.FullName} uses {used.FullName}",
            Is.Empty);

    /// <summary>And Cronos, which is pure: it takes the instant and the zone as arguments.</summary>
    [Test]
    public void Core_References_OnlyTheBaseLibrary() =>
        Assert.That(Core.GetReferencedAssemblies().Select(name => name.Name), Has.All.StartsWith("System.").Or.EqualTo("Cronos"));

    [Test]
    public void Core_References_NothingOfTheNetwork() =>
        Assert.That(Core.GetReferencedAssemblies().Select(name => name.Name), Has.None.StartsWith("System.Net"));

    [Test]
    public void Cards_References_OnlyCoreAndTheBaseLibrary() =>
        Assert.That(
            Cards.GetReferencedAssemblies().Select(name => name.Name).Where(name => name != Core.GetName().Name),
            Has.All.StartsWith("System."));
}
