namespace BridgeBot.Host.Turns;

/// <summary>What the HTTP call of an activity is answered with. A message needs none; an invoke shows it to the person who clicked.</summary>
public abstract record TurnAnswer;

/// <summary>Nothing to show.</summary>
public sealed record NoAnswer : TurnAnswer;

/// <summary>The card that replaces the one that was clicked, for the person who clicked.</summary>
/// <param name="CardJson">Adaptive Card JSON.</param>
public sealed record CardAnswer(string CardJson) : TurnAnswer;

/// <summary>A short message to the person who clicked; the card stays.</summary>
/// <param name="Text">Plain text.</param>
public sealed record MessageAnswer(string Text) : TurnAnswer;
