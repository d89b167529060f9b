namespace BridgeBot.Core.Threads;

/// <summary>What somebody, or the outbox, wants to happen to a thread.</summary>
public abstract record ThreadCommand
{
    /// <summary>From what kind of place it comes.</summary>
    public Origin Where { get; init; }
}

/// <summary>The rep agreed to a preview: a new thread.</summary>
/// <param name="Id">Random, given by the edge.</param>
/// <param name="Reference">Reserved by the edge (see <see cref="RequestThread.Reference"/>).</param>
/// <param name="RequesterId">The requester's partition.</param>
/// <param name="By">Who asks.</param>
/// <param name="Request">What the rep agreed to.</param>
public sealed record Submit(string Id, string Reference, string RequesterId, Person By, Request Request) : ThreadCommand;

/// <summary>The connector accepted the card for the first time.</summary>
public sealed record MarkPosted : ThreadCommand;

/// <summary>The connector refused the card for good.</summary>
/// <param name="Code">The connector's error code, for operators.</param>
public sealed record MarkRefused(string Code) : ThreadCommand;

/// <summary>The connector accepted the card in another channel than the one where it was.</summary>
/// <param name="Number">How often it has moved, this time included.</param>
/// <param name="By">Who moved it; null if its channel was gone.</param>
/// <param name="To">The channel's name; null if it is not known.</param>
public sealed record MarkMoved(int Number, Person? By, string? To) : ThreadCommand;

/// <summary>An administrator or an operator hands it to a colleague of the rep.</summary>
/// <param name="To">The colleague, whose it is from now on.</param>
/// <param name="RequesterId">The colleague's partition.</param>
/// <param name="By">The administrator; null for an operator.</param>
public sealed record PassToColleague(Person To, string RequesterId, Person? By) : ThreadCommand;

/// <summary>The connector refused for good what is for the rep.</summary>
public sealed record MarkUnreached : ThreadCommand;

/// <summary>The rep has left the question whether it helped unanswered for as long as configured.</summary>
public sealed record FollowUp : ThreadCommand;

/// <summary>What a person wants to happen to a thread; a row of <see cref="ThreadPolicy"/> says who may, and when.</summary>
/// <param name="By">Who.</param>
public abstract record PersonCommand(Person By) : ThreadCommand
{
    /// <summary>The thread's version that the card showed when its button was pressed; null if that is not known.</summary>
    public int? Seen { get; init; }

    /// <summary>Whether it comes from somebody in marketing's channel who is not of marketing.</summary>
    public bool IsOutsiders { get; init; }
}

/// <summary>Marketing says yes.</summary>
/// <param name="By">Who pressed.</param>
/// <param name="Owner">Who sees to it; null for who pressed.</param>
/// <param name="Promised">Until when; null to promise nothing.</param>
public sealed record Approve(Person By, Person? Owner = null, PromisedDay? Promised = null) : PersonCommand(By)
{
    /// <summary>What it takes to approve this kind of request.</summary>
    public ApprovalRule Rule { get; init; } = ApprovalRule.Usual;
}

/// <summary>Marketing says no.</summary>
/// <param name="By">Who pressed.</param>
/// <param name="Reason">Why; must not be blank.</param>
/// <param name="Alternative">What would be possible instead; null or blank for nothing.</param>
public sealed record Decline(Person By, string? Reason, string? Alternative = null) : PersonCommand(By);

/// <summary>Marketing wants to know something first.</summary>
/// <param name="By">Who pressed.</param>
/// <param name="Text">The question; must not be blank.</param>
public sealed record Ask(Person By, string? Text) : PersonCommand(By);

/// <summary>The rep answers the open question with a text agreed to in a preview.</summary>
/// <param name="By">Who answers.</param>
/// <param name="Number">The number of the question that the preview was about.</param>
/// <param name="Text">The answer; must not be blank.</param>
public sealed record AnswerQuestion(Person By, int Number, string? Text) : PersonCommand(By);

/// <summary>Marketing wants the request changed before it decides.</summary>
/// <param name="By">Who pressed.</param>
/// <param name="Text">What should change; must not be blank.</param>
public sealed record RequestChanges(Person By, string? Text) : PersonCommand(By);

/// <summary>The rep agreed to another wording in a preview.</summary>
/// <param name="By">Who.</param>
/// <param name="Request">What takes the place of the request.</param>
public sealed record Revise(Person By, Request Request) : PersonCommand(By);

/// <summary>Somebody of marketing begins with it, or takes it over.</summary>
/// <param name="By">Who takes it.</param>
/// <param name="Promised">Until when; null to leave it as it is.</param>
public sealed record Take(Person By, PromisedDay? Promised = null) : PersonCommand(By);

/// <summary>Somebody of marketing hands it to a colleague.</summary>
/// <param name="By">Who hands it over.</param>
/// <param name="Owner">Who sees to it from now on; known to be in marketing's channel.</param>
public sealed record Assign(Person By, Person Owner) : PersonCommand(By)
{
    /// <summary>Whether the colleague may not own it, since they are not of marketing.</summary>
    public bool IsToAnOutsider { get; init; }
}

/// <summary>The owner promises a day, or another one.</summary>
/// <param name="By">Who.</param>
/// <param name="Promised">The day; must not be missing.</param>
/// <param name="Why">Why it is another one; must not be blank if a day was promised before.</param>
public sealed record Promise(Person By, PromisedDay? Promised, string? Why) : PersonCommand(By);

/// <summary>The owner delivers.</summary>
/// <param name="By">Who.</param>
/// <param name="Note">Links or a note; must not be blank.</param>
public sealed record Deliver(Person By, string? Note) : PersonCommand(By);

/// <summary>The rep takes the request back.</summary>
/// <param name="By">Who.</param>
public sealed record Withdraw(Person By) : PersonCommand(By);

/// <summary>The rep asks kindly how it is coming along; the bot words it.</summary>
/// <param name="By">Who.</param>
/// <param name="Rest">How long nothing must have happened before.</param>
public sealed record Nudge(Person By, TimeSpan Rest) : PersonCommand(By);

/// <summary>It is to be decided anew.</summary>
/// <param name="By">Who.</param>
/// <param name="Why">Why; must not be blank.</param>
public sealed record Reopen(Person By, string? Why) : PersonCommand(By);

/// <summary>The rep says whether what was delivered helped.</summary>
/// <param name="By">Who.</param>
/// <param name="Outcome">Whether.</param>
/// <param name="Reaction">What the customer said; null or blank for nothing.</param>
public sealed record TellOutcome(Person By, Outcome Outcome, string? Reaction) : PersonCommand(By);

/// <summary>The rep says thanks, in words typed for marketing.</summary>
/// <param name="By">Who.</param>
/// <param name="Text">The words; must not be blank.</param>
public sealed record Thank(Person By, string? Text) : PersonCommand(By);

/// <summary>Somebody of marketing writes to the rep, below the card.</summary>
/// <param name="By">Who.</param>
/// <param name="Text">The words; must not be blank.</param>
public sealed record Remark(Person By, string? Text) : PersonCommand(By);

/// <summary>The rep writes back, a text agreed to in a preview.</summary>
/// <param name="By">Who.</param>
/// <param name="Text">The words; must not be blank.</param>
public sealed record Reply(Person By, string? Text) : PersonCommand(By);

/// <summary>A day that somebody promises.</summary>
/// <param name="Day">The day, in the calendar of who promises.</param>
/// <param name="Today">What day it is there.</param>
public sealed record PromisedDay(DateOnly Day, DateOnly Today);
