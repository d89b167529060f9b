using BridgeBot.Core.Threads;

namespace BridgeBot.Host.Turns;

/// <summary>That a thread went to a colleague of its rep: a card that marketing has open may still name the rep's partition.</summary>
/// <param name="RequesterId">The colleague's partition.</param>
/// <param name="At">UTC instant.</param>
/// <param name="Thread">The thread as it was, until it has arrived there; null afterwards.</param>
/// <param name="By">The administrator who wanted it, until then; null for an operator, and afterwards.</param>
/// <param name="Where">From what kind of place.</param>
public sealed record HandedRow(string RequesterId, DateTimeOffset At, RequestThread? Thread, Person? By = null, Origin Where = Origin.CommandLine);
