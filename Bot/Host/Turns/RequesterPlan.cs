using BridgeBot.Core.Threads;

namespace BridgeBot.Host.Turns;

/// <summary>What a turn comes to: the state afterwards, what is kept, what must happen, and what the person who clicked sees.</summary>
/// <param name="After">The state afterwards; equal to the state before if nothing changes, and then nothing is committed.</param>
/// <param name="Events">What happened to threads, to be kept.</param>
/// <param name="Messages">What must happen, in order.</param>
/// <param name="Reply">What the person who clicked sees.</param>
public sealed record RequesterPlan(
    RequesterState After, IReadOnlyList<KeptEvent> Events, IReadOnlyList<Outgoing> Messages, ClickReply Reply)
{
    /// <summary>Nothing changes.</summary>
    public static RequesterPlan Unchanged(RequesterState state, ClickReply reply) => new(state, [], [], reply);
}

/// <summary>An event of a thread under its number.</summary>
/// <param name="ThreadId">The thread.</param>
/// <param name="Number">The thread's version after it.</param>
/// <param name="Event">What happened.</param>
public sealed record KeptEvent(string ThreadId, int Number, ThreadEvent Event);

/// <summary>The same for a tenant.</summary>
public sealed record TenantPlan(TenantHead After, IReadOnlyList<Outgoing> Messages);
