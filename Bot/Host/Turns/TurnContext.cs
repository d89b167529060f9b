using System.Collections.Frozen;
using BridgeBot.Core.Digest;
using BridgeBot.Core.Intake;
using BridgeBot.Core.Threads;

namespace BridgeBot.Host.Turns;

/// <summary>What a decision may depend on beside state and input: clock, chance and settings, all as values.</summary>
/// <param name="Now">UTC instant of this attempt.</param>
/// <param name="NewId">A random id for what begins: a requester, a dialog, a thread.</param>
/// <param name="NewReference">A reference that nobody has, if this attempt's commit succeeds.</param>
/// <param name="Settings">What the operator configured.</param>
public sealed record TurnContext(DateTimeOffset Now, string NewId, string NewReference, TurnSettings Settings)
{
    /// <summary>From what kind of place a person does it.</summary>
    public Origin Where { get; init; }
}

/// <summary>What the operator configured, as far as decisions depend on it.</summary>
/// <param name="Kinds">The kinds of asks.</param>
/// <param name="DialogAge">How long a half-finished dialog is kept after its last step.</param>
/// <param name="AskAgainAfter">How long after a delivery the rep is asked once more whether it helped.</param>
/// <param name="NudgeRest">How long nothing must have happened to a request before its rep may nudge.</param>
/// <param name="IsDevelopment">Whether the first channel is used until one is connected, and everybody may connect one.</param>
/// <param name="Administrators">aadObjectIds of those who may connect a channel.</param>
public sealed record TurnSettings(
    KindCatalog Kinds, TimeSpan DialogAge, TimeSpan AskAgainAfter, TimeSpan NudgeRest, bool IsDevelopment, IReadOnlySet<string> Administrators)
{
    /// <summary>aadObjectIds of marketing; empty for whoever is in its channel.</summary>
    public IReadOnlySet<string> Members { get; init; } = FrozenSet<string>.Empty;

    /// <summary>Who belongs to marketing, and who administers.</summary>
    public Membership Membership => new(Members, Administrators, IsDevelopment);

    /// <summary>When digests come, unless a channel has said otherwise.</summary>
    public DigestSchedule Digest { get; init; } = DigestSchedule.Weekly(DayOfWeek.Monday, new(9, 0));
}
