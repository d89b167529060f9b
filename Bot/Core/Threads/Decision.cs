using System.Text.Json.Serialization;

namespace BridgeBot.Core.Threads;

/// <summary>What came of a command: either everything that follows, or why nothing does.</summary>
public abstract record Decision;

/// <summary>The command was accepted.</summary>
/// <param name="Thread">The thread after the events.</param>
/// <param name="Events">What happened, in order; empty if the command had been carried out before.</param>
/// <param name="Effects">What people must see because of it, in order.</param>
public sealed record Accepted(RequestThread Thread, IReadOnlyList<ThreadEvent> Events, IReadOnlyList<ThreadEffect> Effects) : Decision;

/// <summary>The command was refused; nothing changes.</summary>
/// <param name="Why">The reason, for a person.</param>
public sealed record Rejected(Rejection Why) : Decision;

/// <summary>Something that must reach people. What it looks like is decided when it is sent, from the state as it is then.</summary>
public abstract record ThreadEffect;

/// <summary>The card in the channel must show the thread's newest version.</summary>
public sealed record ShowCard : ThreadEffect;

/// <summary>A reply below the card records what happened.</summary>
public sealed record ReplyBelowCard(ThreadEvent About) : ThreadEffect;

/// <summary>The rep hears about it in the personal chat.</summary>
public sealed record TellRequester(ThreadEvent About) : ThreadEffect;

/// <summary>Why a command was refused.</summary>
[JsonPolymorphic(TypeDiscriminatorPropertyName = "rejection")]
[JsonDerivedType(typeof(NoSuchThread), "noSuchThread")]
[JsonDerivedType(typeof(AlreadyDecided), "alreadyDecided")]
[JsonDerivedType(typeof(QuestionStillOpen), "questionStillOpen")]
[JsonDerivedType(typeof(NothingToAnswer), "nothingToAnswer")]
[JsonDerivedType(typeof(NotYourOwn), "notYourOwn")]
[JsonDerivedType(typeof(OnlyTheRequester), "onlyTheRequester")]
[JsonDerivedType(typeof(TextMissing), "textMissing")]
[JsonDerivedType(typeof(TextTooLong), "textTooLong")]
[JsonDerivedType(typeof(TakenBack), "takenBack")]
[JsonDerivedType(typeof(OldWording), "oldWording")]
[JsonDerivedType(typeof(NotNow), "notNow")]
[JsonDerivedType(typeof(NotTheOwner), "notTheOwner")]
[JsonDerivedType(typeof(TooSoon), "tooSoon")]
[JsonDerivedType(typeof(DayIsPast), "dayIsPast")]
[JsonDerivedType(typeof(NotADay), "notADay")]
[JsonDerivedType(typeof(NotOfMarketing), "notOfMarketing")]
[JsonDerivedType(typeof(NotAnApprover), "notAnApprover")]
[JsonDerivedType(typeof(ApprovedBefore), "approvedBefore")]
[JsonDerivedType(typeof(CannotOwn), "cannotOwn")]
[JsonDerivedType(typeof(NobodyNamed), "nobodyNamed")]
public abstract record Rejection;

/// <summary>No such thread, or none that this person may know of.</summary>
public sealed record NoSuchThread : Rejection;

/// <summary>Somebody was first.</summary>
/// <param name="Status">What was decided.</param>
/// <param name="Ruling">By whom and when.</param>
public sealed record AlreadyDecided(ThreadStatus Status, Ruling Ruling) : Rejection;

/// <summary>Marketing's question still waits for the rep; a second one would be lost below it.</summary>
public sealed record QuestionStillOpen(Question Question) : Rejection;

/// <summary>The question was answered before, or there is none.</summary>
public sealed record NothingToAnswer : Rejection;

/// <summary>A requester cannot decide on their own request.</summary>
public sealed record NotYourOwn : Rejection;

/// <summary>Only the requester can do that.</summary>
public sealed record OnlyTheRequester : Rejection;

/// <summary>A reason, question or answer is missing.</summary>
public sealed record TextMissing : Rejection;

/// <summary>A reason, question or answer is too long for a card.</summary>
/// <param name="Limit">UTF-16 code units.</param>
public sealed record TextTooLong(int Limit) : Rejection;

/// <summary>The rep took the request back meanwhile.</summary>
/// <param name="By">The rep.</param>
/// <param name="At">UTC instant.</param>
public sealed record TakenBack(Person By, DateTimeOffset At) : Rejection;

/// <summary>The card that was clicked shows the request as it was before the rep changed it.</summary>
public sealed record OldWording : Rejection;

/// <summary>It does not go with where the thread stands.</summary>
/// <param name="Status">Where it stands.</param>
public sealed record NotNow(ThreadStatus Status) : Rejection;

/// <summary>Only the owner can do that; anybody of marketing can become the owner.</summary>
public sealed record NotTheOwner(Person Owner) : Rejection;

/// <summary>Something happened a short while ago, so it is too soon for a nudge.</summary>
/// <param name="Next">UTC instant from which on one is possible.</param>
public sealed record TooSoon(DateTimeOffset Next) : Rejection;

/// <summary>A day that is over cannot be promised.</summary>
public sealed record DayIsPast(DateOnly Day) : Rejection;

/// <summary>What was typed for a day is none.</summary>
/// <param name="Text">What was typed.</param>
public sealed record NotADay(string Text) : Rejection;

/// <summary>Only marketing's own members can do that, and they are configured.</summary>
public sealed record NotOfMarketing : Rejection;

/// <summary>Others approve this kind of request.</summary>
public sealed record NotAnApprover : Rejection;

/// <summary>They have approved it; it takes others as well.</summary>
/// <param name="Missing">How many more it takes.</param>
public sealed record ApprovedBefore(int Missing) : Rejection;

/// <summary>A colleague cannot see to it: they asked for it themselves, or are not of marketing.</summary>
public sealed record CannotOwn(Person Owner) : Rejection;

/// <summary>It was to be handed over, and nobody was named.</summary>
public sealed record NobodyNamed : Rejection;
