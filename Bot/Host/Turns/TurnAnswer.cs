namespace BridgeBot.Host.Turns;

/// <summary>What the HTTP call of an activity is answered with. A message needs none; an invoke shows it to the person who clicked.</summary>
public abstract record TurnAnswer;

/// <summary>Nothing to show.</summary>
public sealed record NoAnswer : TurnAnswer;

/// <summary>The card that replaces the one that was clicked, for the person who clicked.</summary>
/// <param name="CardJson">Adaptive Card JSON.</param>
public sealed record CardAnswer(string CardJson) : TurnAnswer;

/// <summary>What a search has found.</summary>
/// <param name="Cards">In the order in which they are shown; none if nothing was found.</param>
/// <param name="Otherwise">What is said where there are none. Plain text.</param>
public sealed record FoundAnswer(IReadOnlyList<FoundCard> Cards, string Otherwise) : TurnAnswer;

/// <summary>A window of its own.</summary>
/// <param name="Title">Plain text.</param>
/// <param name="CardJson">Adaptive Card JSON.</param>
public sealed record WindowAnswer(string Title, string CardJson) : TurnAnswer;

/// <summary>A result of a search.</summary>
/// <param name="Title">What it is called in the results.</param>
/// <param name="Text">What stands below that.</param>
/// <param name="CardJson">What is put into the chat: Adaptive Card JSON.</param>
public sealed record FoundCard(string Title, string Text, string CardJson);

/// <summary>A short message to the person who clicked; the card stays.</summary>
/// <param name="Text">Plain text.</param>
public sealed record MessageAnswer(string Text) : TurnAnswer;
