using System.Text.Json.Serialization;

namespace BridgeBot.Core.Threads;

/// <summary>Something that happened to a thread. Events are kept; the thread is folded from them.</summary>
/// <param name="At">UTC instant.</param>
[JsonPolymorphic(TypeDiscriminatorPropertyName = "event")]
[JsonDerivedType(typeof(Submitted), "submitted")]
[JsonDerivedType(typeof(Posted), "posted")]
[JsonDerivedType(typeof(PostRefused), "postRefused")]
[JsonDerivedType(typeof(Approved), "approved")]
[JsonDerivedType(typeof(Declined), "declined")]
[JsonDerivedType(typeof(QuestionAsked), "questionAsked")]
[JsonDerivedType(typeof(QuestionAnswered), "questionAnswered")]
public abstract record ThreadEvent(DateTimeOffset At);

/// <summary>The rep agreed to post it.</summary>
public sealed record Submitted(DateTimeOffset At, string Id, string Reference, string RequesterId, Person By, Request Request) : ThreadEvent(At);

/// <summary>The connector accepted the card.</summary>
public sealed record Posted(DateTimeOffset At) : ThreadEvent(At);

/// <summary>The connector refused the card for good; the thread waits until an operator or another channel helps.</summary>
public sealed record PostRefused(DateTimeOffset At, string Code) : ThreadEvent(At);

/// <summary>Marketing said yes.</summary>
public sealed record Approved(DateTimeOffset At, Person By) : ThreadEvent(At);

/// <summary>Marketing said no.</summary>
public sealed record Declined(DateTimeOffset At, Person By, string Reason) : ThreadEvent(At);

/// <summary>Marketing asked something.</summary>
public sealed record QuestionAsked(DateTimeOffset At, Person By, int Number, string Text) : ThreadEvent(At);

/// <summary>The rep answered.</summary>
public sealed record QuestionAnswered(DateTimeOffset At, Person By, int Number, string Text) : ThreadEvent(At);
