using System.Text.Json;
using BridgeBot.Core.Framing;
using BridgeBot.Core.Intake;

namespace BridgeBot.Tests.Intake;

/// <summary>A half-finished dialog survives a restart: what is written is what is read.</summary>
public sealed class DialogJsonTests
{
    private static readonly Dialog Written = Walk
        .Through(new FramingResult(false, true, new(0, []), [], [Walk.Deck, Walk.Price]))
        .Type("My own wording").Dialog;

    private static readonly Dialog Read = JsonSerializer.Deserialize<Dialog>(JsonSerializer.Serialize(Written))!;

    [Test]
    public void Read_WrittenDialog_IsTheSame() =>
        Assert.That(JsonSerializer.Serialize(Read), Is.EqualTo(JsonSerializer.Serialize(Written)));

    [Test]
    public void Read_WrittenDialog_WouldPostTheSame() =>
        Assert.That(
            IntakeDialog.RequestOf(Read, Read.Draft!, Walk.Kinds).ToString(),
            Is.EqualTo(IntakeDialog.RequestOf(Written, Written.Draft!, Walk.Kinds).ToString()));

    [Test]
    public void Read_OwnWording_IsStillKnownAsOwn() => Assert.That(Read.Draft!.ShowsOwnWording, Is.True);
}
