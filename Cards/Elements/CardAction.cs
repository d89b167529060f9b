using System.Text.Json.Serialization;

namespace BridgeBot.Cards.Elements;

/// <summary>A button.</summary>
[JsonPolymorphic(TypeDiscriminatorPropertyName = "type")]
[JsonDerivedType(typeof(ExecuteAction), "Action.Execute")]
[JsonDerivedType(typeof(SubmitAction), "Action.Submit")]
[JsonDerivedType(typeof(ShowCardAction), "Action.ShowCard")]
[JsonDerivedType(typeof(OpenUrlAction), "Action.OpenUrl")]
internal abstract record CardAction(string Title)
{
    public ActionStyle? Style { get; init; }
}

/// <summary>Sends an invoke; clients older than cards 1.4 send <see cref="Fallback"/> instead.</summary>
internal sealed record ExecuteAction(string Title, string Verb, IReadOnlyDictionary<string, string> Data) : CardAction(Title)
{
    /// <summary><c>none</c> for a button that must work while a required input is empty.</summary>
    public AssociatedInputs? AssociatedInputs { get; init; }

    /// <summary>The same as a message with a value; it has no verb of its own, so the data carries it.</summary>
    public CardAction Fallback => new SubmitAction(Title, new Dictionary<string, string>(Data) { [Verbs.Verb] = Verb })
    {
        Style = Style,
        AssociatedInputs = AssociatedInputs,
    };
}

/// <summary>Sends a message that has only a value.</summary>
internal sealed record SubmitAction(string Title, IReadOnlyDictionary<string, string> Data) : CardAction(Title)
{
    public AssociatedInputs? AssociatedInputs { get; init; }
}

/// <summary>Unfolds a card below the buttons.</summary>
internal sealed record ShowCardAction(string Title, AdaptiveCard Card) : CardAction(Title);

/// <summary>Opens a page in the browser.</summary>
/// <param name="Title">Names where it leads.</param>
/// <param name="Url">An https address.</param>
internal sealed record OpenUrlAction(string Title, string Url) : CardAction(Title);
