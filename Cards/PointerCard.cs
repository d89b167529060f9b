using BridgeBot.Cards.Elements;

namespace BridgeBot.Cards;

/// <summary>What a card that was posted twice becomes: it points to the other one.</summary>
public static class PointerCard
{
    /// <summary>Adaptive Card JSON.</summary>
    /// <param name="reference">What people quote.</param>
    /// <param name="title">The request's title.</param>
    public static string Render(string reference, string title)
    {
        var text = Inert.Fill(Phrases.PointerText, Inert.Line(reference), Inert.Line(title));
        return CardJson.Of(AdaptiveCard.Of(text, [Blocks.Heading(Phrases.PointerTitle), Blocks.SaidAside(text)]));
    }
}
