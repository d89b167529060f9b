namespace BridgeBot.Host.Health;

/// <summary>One part of the bot, and how it is.</summary>
/// <param name="Name">store, token or backlog.</param>
/// <param name="State">How it is.</param>
/// <param name="Reason">In words, for an operator; no setting's value.</param>
internal sealed record ReadyPart(string Name, ReadyState State, string Reason);
