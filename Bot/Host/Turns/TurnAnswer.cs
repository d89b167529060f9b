using BridgeBot.Cards;

namespace BridgeBot.Host.Turns;

/// <summary>What the HTTP call of an activity is answered with. A message needs none; an invoke shows it to the person who clicked.</summary>
public abstract record TurnAnswer;

/// <summary>Nothing to show.</summary>
public sealed record NoAnswer : TurnAnswer;

/// <summary>The card that replaces the one that was clicked, for the person who clicked.</summary>
/// <param name="Card">The card.</param>
public sealed record CardAnswer(RenderedCard Card) : TurnAnswer;

/// <summary>What a search has found.</summary>
/// <param name="Cards">In the order in which they are shown; none if nothing was found.</param>
/// <param name="Otherwise">What is said where there are none. Plain text.</param>
public sealed record FoundAnswer(IReadOnlyList<FoundCard> Cards, string Otherwise) : TurnAnswer;

/// <summary>A window of its own.</summary>
/// <param name="Title">Plain text.</param>
/// <param name="Card">What is in it.</param>
public sealed record WindowAnswer(string Title, RenderedCard Card) : TurnAnswer;

/// <summary>A result of a search.</summary>
/// <param name="Title">What it is called in the results.</param>
/// <param name="Text">What stands below that.</param>
/// <param name="Card">What is put into the chat.</param>
public sealed record FoundCard(string Title, string Text, RenderedCard Card);

/// <summary>A short message to the person who clicked; the card stays.</summary>
/// <param name="Text">Plain text.</param>
public sealed record MessageAnswer(string Text) : TurnAnswer;
