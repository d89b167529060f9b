namespace BridgeBot.Core.Lists;

/// <summary>What a channel was reminded of: a row of its partition.</summary>
/// <param name="Next">UTC instant at which to look again.</param>
/// <param name="Reminded">What the open threads were named for.</param>
/// <param name="Pending">The ids of the threads that the next card names: decided, and not sent yet.</param>
public sealed record ReminderState(DateTimeOffset Next, IReadOnlyList<Reminded> Reminded, IReadOnlyList<string> Pending);

/// <summary>What a thread was named for.</summary>
/// <param name="ThreadId">The thread.</param>
/// <param name="Round">UTC instant at which the decision began to be waited for that it was named for; null if it was not.</param>
/// <param name="Day">The day that was over; null if it was not named for that.</param>
public sealed record Reminded(string ThreadId, DateTimeOffset? Round, DateOnly? Day);
