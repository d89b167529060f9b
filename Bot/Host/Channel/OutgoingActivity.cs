using BridgeBot.Cards;

namespace BridgeBot.Host.Channel;

/// <summary>A message on its way out: text or one card, never both, since Teams splits them and answers without an id.</summary>
/// <param name="Text">Plain text; null for a card.</param>
/// <param name="Card">The card; null for a text.</param>
/// <param name="Summary">What a notification shows for a card; null for a text.</param>
public sealed record OutgoingActivity(string? Text, RenderedCard? Card, string? Summary)
{
    /// <summary>A plain text message.</summary>
    public static OutgoingActivity OfText(string text) => new(text, null, null);

    /// <summary>A card.</summary>
    public static OutgoingActivity OfCard(RenderedCard card, string summary) => new(null, card, summary);
}
