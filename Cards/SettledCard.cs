using BridgeBot.Cards.Elements;
using BridgeBot.Core.Intake;

namespace BridgeBot.Cards;

/// <summary>What a card of the dialog becomes once it is answered: compact, and nothing left to press.</summary>
public static class SettledCard
{
    private const int LongestText = 600;

    /// <summary>Adaptive Card JSON: what became of an ask.</summary>
    /// <param name="kind">The ask's kind.</param>
    /// <param name="was">Posted or skipped; open if the whole dialog was dropped.</param>
    /// <param name="posted">What was posted; empty for anything else.</param>
    public static RenderedCard Render(RequestKind kind, DraftOutcome was, string posted)
    {
        var label = kind.Label;
        return was switch
        {
            DraftOutcome.Posted => Render(Phrase.Of(Phrases.SettledPosted, label), posted),
            DraftOutcome.Skipped => Render(Phrase.Of(Phrases.SettledSkipped, label), ""),
            _ => Render(Phrases.SettledDropped, ""),
        };
    }

    /// <summary>Adaptive Card JSON.</summary>
    /// <param name="title">What came of it; may hold user text.</param>
    /// <param name="text">Details; may hold user text, may be empty.</param>
    public static RenderedCard Render(string title, string text) => CardJson.Of(AdaptiveCard.Of(
        Inert.Line(title),
        [
            new RichTextBlock([new(Inert.Line(title)) { Weight = TextWeight.Bolder }]),
            .. string.IsNullOrWhiteSpace(text) ? (CardElement[])[] : [Blocks.SaidAside(Inert.Of(text, LongestText))],
        ]));
}
