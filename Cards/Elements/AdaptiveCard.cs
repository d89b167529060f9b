using System.Text.Json.Serialization;

namespace BridgeBot.Cards.Elements;

/// <summary>A card, or the part that an Action.ShowCard unfolds.</summary>
[JsonConverter(typeof(CardConverter))]
internal sealed record AdaptiveCard(IReadOnlyList<CardElement> Body)
{
    /// <summary>
    /// Teams shows at most this many buttons on a card
    /// (<see href="https://learn.microsoft.com/microsoftteams/platform/task-modules-and-cards/cards/cards-reference"/>).
    /// </summary>
    public const int MostActions = 6;

    public string? Schema { get; init; }

    public string? Version { get; init; }

    /// <summary>What a client that cannot show version 1.5 shows instead.</summary>
    public Inert? FallbackText { get; init; }

    public TeamsProperties? Msteams { get; init; }

    public IReadOnlyList<CardAction>? Actions { get; init; }

    /// <summary>A whole card of version 1.5.</summary>
    public static AdaptiveCard Of(Inert fallbackText, IReadOnlyList<CardElement> body, IReadOnlyList<CardAction>? actions = null) =>
        new(body)
        {
            Schema = "http://adaptivecards.io/schemas/adaptive-card.json",
            Version = "1.5",
            FallbackText = fallbackText,
            Actions = actions is { Count: > 0 } ? actions : null,
        };
}

/// <summary>What only Teams understands
/// (<see href="https://learn.microsoft.com/microsoftteams/platform/task-modules-and-cards/cards/cards-format"/>).</summary>
/// <param name="Width"><c>Full</c>: as wide as the conversation; null for the usual width, which reads better in one column.</param>
/// <param name="Entities">The mentions; null for none.</param>
internal sealed record TeamsProperties(string? Width, IReadOnlyList<MentionEntity>? Entities)
{
    public static readonly TeamsProperties Wide = new("Full", null);
}

/// <summary>Makes a mention of the text that stands in a TextBlock.</summary>
internal sealed record MentionEntity(string Text, MentionedPerson Mentioned);

/// <summary>Who is mentioned.</summary>
internal sealed record MentionedPerson(string Id, string Name);
