namespace BridgeBot.Cards.Elements;

/// <summary>A button.</summary>
internal abstract record CardAction(string Title)
{
    public ActionStyle? Style { get; init; }
}

/// <summary>Sends an invoke; clients older than cards 1.4 send the same as a message.</summary>
/// <param name="Title">What it says.</param>
/// <param name="Verb">What it does.</param>
/// <param name="Data">What it carries, each name once.</param>
internal sealed record ExecuteAction(string Title, string Verb, IReadOnlyList<(string Name, string Value)> Data) : CardAction(Title)
{
    /// <summary><c>none</c> for a button that must work while a required input is empty.</summary>
    public AssociatedInputs? AssociatedInputs { get; init; }

    /// <summary>The button, with one thing more to carry.</summary>
    public ExecuteAction With(string name, string value) => this with { Data = [.. Data, (name, value)] };
}

/// <summary>Sends a message that has only a value.</summary>
internal sealed record SubmitAction(string Title, IReadOnlyList<(string Name, string Value)> Data) : CardAction(Title);

/// <summary>Unfolds a card below the buttons.</summary>
internal sealed record ShowCardAction(string Title, AdaptiveCard Card) : CardAction(Title);

/// <summary>Opens a page in the browser.</summary>
/// <param name="Title">Names where it leads.</param>
/// <param name="Url">An https address.</param>
internal sealed record OpenUrlAction(string Title, string Url) : CardAction(Title);
