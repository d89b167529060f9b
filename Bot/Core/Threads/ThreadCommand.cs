namespace BridgeBot.Core.Threads;

/// <summary>What somebody, or the outbox, wants to happen to a thread.</summary>
public abstract record ThreadCommand;

/// <summary>The rep agreed to a preview: a new thread.</summary>
/// <param name="Id">Random, given by the edge.</param>
/// <param name="Reference">Reserved by the edge (see <see cref="RequestThread.Reference"/>).</param>
/// <param name="RequesterId">The requester's partition.</param>
/// <param name="By">Who asks.</param>
/// <param name="Request">What the rep agreed to.</param>
public sealed record Submit(string Id, string Reference, string RequesterId, Person By, Request Request) : ThreadCommand;

/// <summary>Marketing says yes.</summary>
/// <param name="By">Who pressed.</param>
public sealed record Approve(Person By) : ThreadCommand;

/// <summary>Marketing says no.</summary>
/// <param name="By">Who pressed.</param>
/// <param name="Reason">Why; must not be blank.</param>
public sealed record Decline(Person By, string? Reason) : ThreadCommand;

/// <summary>Marketing wants to know something first.</summary>
/// <param name="By">Who pressed.</param>
/// <param name="Text">The question; must not be blank.</param>
public sealed record Ask(Person By, string? Text) : ThreadCommand;

/// <summary>The rep answers the open question with a text agreed to in a preview.</summary>
/// <param name="By">Who answers.</param>
/// <param name="Number">The number of the question that the preview was about.</param>
/// <param name="Text">The answer; must not be blank.</param>
public sealed record AnswerQuestion(Person By, int Number, string? Text) : ThreadCommand;

/// <summary>The connector accepted the card for the first time.</summary>
public sealed record MarkPosted : ThreadCommand;

/// <summary>The connector refused the card for good.</summary>
/// <param name="Code">The connector's error code, for operators.</param>
public sealed record MarkRefused(string Code) : ThreadCommand;
