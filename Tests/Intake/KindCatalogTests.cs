using BridgeBot.Core.Intake;

namespace BridgeBot.Tests.Intake;

public sealed class KindCatalogTests
{
    private static readonly RequestKind Other = new("other", "Request", []);

    [Test]
    public void New_WithoutOther_Throws() =>
        Assert.That(() => new KindCatalog([new("event", "Event", [])]), Throws.ArgumentException);

    [Test]
    public void New_KindTwice_Throws() => Assert.That(() => new KindCatalog([Other, Other]), Throws.ArgumentException);

    [Test]
    public void New_FieldTwice_Throws()
    {
        var field = new KindField("value", "Value", FieldType.Text, false);

        Assert.That(() => new KindCatalog([Other with { Fields = [field, field] }]), Throws.ArgumentException);
    }

    [Test]
    public void New_FieldCalledKind_Throws() =>
        Assert.That(
            () => new KindCatalog([Other with { Fields = [new("kind", "Kind", FieldType.Text, false)] }]), Throws.ArgumentException);

    [Test]
    public void Find_UnknownId_IsOther() => Assert.That(new KindCatalog([Other]).Find("karaoke"), Is.SameAs(Other));

    [Test]
    public void Find_AnyCase_IsTheKind() => Assert.That(new KindCatalog([Other]).Find("OTHER"), Is.SameAs(Other));
}
