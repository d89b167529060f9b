namespace BridgeBot.Core.Threads;

/// <summary>Who sees to an approved thread.</summary>
/// <param name="Owner">Who.</param>
/// <param name="Promised">The day for which it is promised, in marketing's calendar; null if none was promised.</param>
public sealed record Work(Person Owner, DateOnly? Promised);
