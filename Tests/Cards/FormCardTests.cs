using System.Text.Json.Nodes;
using BridgeBot.Cards;
using BridgeBot.Core.Intake;

namespace BridgeBot.Tests.Cards;

public sealed class FormCardTests
{
    private static readonly Dialog Dialog = CardSamples.Dialog(CardTexts.Normal);

    [Test]
    public void Render_SomethingIsMissing_SaysWhereATypedMessageGoes() => Assert.That(
        FormCard.Render(Dialog, CardSamples.Kinds).ToString(),
        Does.Contain($"goes into “{IntakeDialog.AsksFor(Dialog, CardSamples.Kinds)!.Label}”"));

    [TestCase("in_field_customer", IntakeLimits.Line)]
    [TestCase("in_field_worked", IntakeLimits.Paragraph)]
    public void Render_AField_TakesNoMoreThanIsKept(string input, int most)
    {
        var body = JsonNode.Parse(FormCard.Render(Dialog, CardSamples.Kinds).Utf8.Span)!["body"]!.AsArray();

        Assert.That((int)body.Single(element => (string?)element!["id"] == input)!["maxLength"]!, Is.EqualTo(most));
    }

    [Test]
    public void Render_NothingIsMissing_SaysHowToNameAField()
    {
        var values = CardSamples.Kinds.Find("presentation").Fields.ToDictionary(field => field.Id, _ => "2026-12-04");
        var filled = Dialog with { Drafts = [Dialog.Draft! with { Values = values }] };

        Assert.That(FormCard.Render(filled, CardSamples.Kinds).ToString(), Does.Contain("Name the field"));
    }
}
