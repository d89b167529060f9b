using BridgeBot.Core.Framing;

namespace BridgeBot.Tests.Framing;

/// <summary>A kinder wording of an answer that asks for nothing, such as the reason of a decline.</summary>
public sealed class SoftenTests
{
    private static readonly FramingContext Context = new(new DateOnly(2026, 3, 11), "en-GB");

    [TestCase("The budget for adverts is spent until April.")]
    [TestCase("Thank you for asking. We have nobody free before 12 May.")]
    [TestCase("")]
    public void Soften_NothingStings_SuggestsNothing(string text) => Assert.That(FramingEngine.Soften(text, Context), Is.Null);

    [TestCase("This is a ridiculous idea. The budget for adverts is spent until 30 April.", "30 April")]
    [TestCase("You people never plan ahead. Acme's 12 slides cost us a week in March.", "12 slides")]
    public void Soften_SomethingStings_KeepsTheFactsAndPassesItsOwnCheck(string text, string fact)
    {
        var softer = FramingEngine.Soften(text, Context);

        Assert.That(softer, Is.Null.Or.Contain(fact));
        Assert.That(softer is null ? [] : FidelityCheck.Problems(text, [fact], softer), Is.Empty);
    }

    [Test]
    public void Soften_WhatStingsBeforeAColon_LeavesNoColonWithoutAnythingBeforeIt() => Assert.That(
        FramingEngine.Soften("Sorry, but that is a ridiculous idea: the budget for Acme is gone until March.", Context),
        Does.StartWith("Sorry, the budget for Acme is gone until March."));
}
