using System.Text.Json.Serialization;

namespace BridgeBot.Core.Threads;

/// <summary>Something that happened to a thread. Events are kept; the thread is folded from them.</summary>
/// <param name="At">UTC instant.</param>
[JsonPolymorphic(TypeDiscriminatorPropertyName = "event")]
[JsonDerivedType(typeof(Submitted), "submitted")]
[JsonDerivedType(typeof(Posted), "posted")]
[JsonDerivedType(typeof(PostRefused), "postRefused")]
[JsonDerivedType(typeof(ApprovalGiven), "approvalGiven")]
[JsonDerivedType(typeof(Approved), "approved")]
[JsonDerivedType(typeof(Declined), "declined")]
[JsonDerivedType(typeof(QuestionAsked), "questionAsked")]
[JsonDerivedType(typeof(QuestionAnswered), "questionAnswered")]
[JsonDerivedType(typeof(ChangesRequested), "changesRequested")]
[JsonDerivedType(typeof(Revised), "revised")]
[JsonDerivedType(typeof(Taken), "taken")]
[JsonDerivedType(typeof(Assigned), "assigned")]
[JsonDerivedType(typeof(PromiseChanged), "promiseChanged")]
[JsonDerivedType(typeof(Delivered), "delivered")]
[JsonDerivedType(typeof(Withdrawn), "withdrawn")]
[JsonDerivedType(typeof(Nudged), "nudged")]
[JsonDerivedType(typeof(Reopened), "reopened")]
[JsonDerivedType(typeof(OutcomeTold), "outcomeTold")]
[JsonDerivedType(typeof(Thanked), "thanked")]
[JsonDerivedType(typeof(Remarked), "remarked")]
[JsonDerivedType(typeof(Replied), "replied")]
[JsonDerivedType(typeof(AskedAgain), "askedAgain")]
[JsonDerivedType(typeof(ClosedUnanswered), "closedUnanswered")]
[JsonDerivedType(typeof(Moved), "moved")]
[JsonDerivedType(typeof(HandedOver), "handedOver")]
[JsonDerivedType(typeof(NameRemoved), "nameRemoved")]
[JsonDerivedType(typeof(RequesterUnreached), "requesterUnreached")]
public abstract record ThreadEvent(DateTimeOffset At)
{
    /// <summary>From what kind of place.</summary>
    public Origin Where { get; init; }
}

/// <summary>The rep agreed to post it.</summary>
public sealed record Submitted(DateTimeOffset At, string Id, string Reference, string RequesterId, Person By, Request Request) : ThreadEvent(At);

/// <summary>The connector accepted the card.</summary>
public sealed record Posted(DateTimeOffset At) : ThreadEvent(At);

/// <summary>The connector refused the card for good; the thread waits until an operator or another channel helps.</summary>
public sealed record PostRefused(DateTimeOffset At, string Code) : ThreadEvent(At);

/// <summary>One of several that are needed said yes.</summary>
public sealed record ApprovalGiven(DateTimeOffset At, Person By, int Number, int Needed, DateOnly? Promised) : ThreadEvent(At);

/// <summary>Teams does not take what is for the rep: they have blocked or removed the bot, or left. It happens again only after they did something.</summary>
public sealed record RequesterUnreached(DateTimeOffset At) : ThreadEvent(At);

/// <summary>Marketing said yes. The owner is null in events that were stored before there was one: then it is who said yes.</summary>
public sealed record Approved(DateTimeOffset At, Person By, Person? Owner = null, DateOnly? Promised = null) : ThreadEvent(At);

/// <summary>Marketing said no.</summary>
public sealed record Declined(DateTimeOffset At, Person By, string Reason, string? Alternative = null) : ThreadEvent(At);

/// <summary>Marketing asked something.</summary>
public sealed record QuestionAsked(DateTimeOffset At, Person By, int Number, string Text) : ThreadEvent(At);

/// <summary>The rep answered.</summary>
public sealed record QuestionAnswered(DateTimeOffset At, Person By, int Number, string Text) : ThreadEvent(At);

/// <summary>Marketing asked the rep to change the request.</summary>
public sealed record ChangesRequested(DateTimeOffset At, Person By, string Text) : ThreadEvent(At);

/// <summary>The rep changed the request.</summary>
public sealed record Revised(DateTimeOffset At, Person By, Request Request) : ThreadEvent(At);

/// <summary>Somebody of marketing began with it, or took it over. The day is null if none was promised with it.</summary>
public sealed record Taken(DateTimeOffset At, Person By, DateOnly? Promised) : ThreadEvent(At);

/// <summary>Somebody of marketing handed it to a colleague.</summary>
public sealed record Assigned(DateTimeOffset At, Person By, Person Owner) : ThreadEvent(At);

/// <summary>The owner promised another day. The reason is null if no day was promised before.</summary>
public sealed record PromiseChanged(DateTimeOffset At, Person By, DateOnly Promised, string? Why) : ThreadEvent(At);

/// <summary>Marketing delivered.</summary>
public sealed record Delivered(DateTimeOffset At, Person By, string Note) : ThreadEvent(At);

/// <summary>The rep took it back.</summary>
public sealed record Withdrawn(DateTimeOffset At, Person By) : ThreadEvent(At);

/// <summary>The rep asked kindly how it is coming along.</summary>
public sealed record Nudged(DateTimeOffset At, Person By) : ThreadEvent(At);

/// <summary>It is to be decided anew.</summary>
public sealed record Reopened(DateTimeOffset At, Person By, string Why) : ThreadEvent(At);

/// <summary>The rep said whether it helped. The reaction is the customer's; null if nothing was said of it.</summary>
public sealed record OutcomeTold(DateTimeOffset At, Person By, Outcome Outcome, string? Reaction) : ThreadEvent(At);

/// <summary>The rep said thanks.</summary>
public sealed record Thanked(DateTimeOffset At, Person By, string Text) : ThreadEvent(At);

/// <summary>Somebody of marketing wrote to the rep, below the card.</summary>
public sealed record Remarked(DateTimeOffset At, Person By, string Text) : ThreadEvent(At);

/// <summary>The rep wrote back.</summary>
public sealed record Replied(DateTimeOffset At, Person By, string Text) : ThreadEvent(At);

/// <summary>The rep was asked a second time whether it helped.</summary>
public sealed record AskedAgain(DateTimeOffset At) : ThreadEvent(At);

/// <summary>The rep did not say whether it helped, and is not asked any more.</summary>
public sealed record ClosedUnanswered(DateTimeOffset At) : ThreadEvent(At);

/// <summary>The card went to another channel. The person is null if its channel was gone, the name if it is not known.</summary>
public sealed record Moved(DateTimeOffset At, Person? By, string? To) : ThreadEvent(At);

/// <summary>It went from one rep to a colleague. The person is null if an operator did it.</summary>
public sealed record HandedOver(DateTimeOffset At, Person From, Person To, string RequesterId, Person? By = null) : ThreadEvent(At);

/// <summary>Somebody was erased: what names them in the thread and in its events was overwritten, and the card must show that.</summary>
public sealed record NameRemoved(DateTimeOffset At) : ThreadEvent(At);
