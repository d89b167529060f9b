using BridgeBot.Cards.Elements;

namespace BridgeBot.Cards;

/// <summary>What a card becomes that was posted twice, or whose request has moved: it points to the other one.</summary>
public static class PointerCard
{
    /// <summary>Adaptive Card JSON.</summary>
    /// <param name="reference">What people quote.</param>
    /// <param name="title">The request's title.</param>
    public static RenderedCard Render(string reference, string title)
    {
        var text = Inert.Fill(Phrases.PointerText, Inert.Line(reference), Inert.Line(title));
        return CardJson.Of(AdaptiveCard.Of(text, [Blocks.Heading(Phrases.PointerTitle), Blocks.SaidAside(text)]));
    }

    /// <summary>What stays where a request was before it moved to another channel: Adaptive Card JSON.</summary>
    /// <param name="reference">What people quote.</param>
    /// <param name="title">The request's title.</param>
    /// <param name="where">The other channel's name; null if it is not known.</param>
    public static RenderedCard Moved(string reference, string title, string? where)
    {
        var text = Inert.Fill(
            where is null ? Phrases.PointerMovedUnnamed : Phrases.PointerMoved, Inert.Line(reference), Inert.Line(title), Inert.Line(where));
        return CardJson.Of(AdaptiveCard.Of(text, [Blocks.Heading(Phrases.PointerMovedTitle), Blocks.SaidAside(text)]));
    }
}
