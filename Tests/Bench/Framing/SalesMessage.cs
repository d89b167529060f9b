namespace BridgeBot.Bench.Framing;

/// <summary>A message of a sales rep with what a careful reader finds in it: a line of <c>sales-*.jsonl</c>.</summary>
/// <param name="Id">Its name.</param>
/// <param name="Today">The day it was written.</param>
/// <param name="Locale">Decides numeric dates.</param>
/// <param name="Text">As typed.</param>
/// <param name="Asks">The asks in order; empty for venting.</param>
/// <param name="Negative">What must not survive outside quotations.</param>
/// <param name="AlreadyPositive">Whether it passes through.</param>
/// <param name="UrgentRelay">Whether it is a safety, legal or outage complaint.</param>
/// <param name="Inert">What is written for a machine and must not be carried on; null if there is nothing.</param>
internal sealed record SalesMessage(
    string Id,
    DateOnly Today,
    string Locale,
    string Text,
    IReadOnlyList<SalesAsk> Asks,
    IReadOnlyList<string> Negative,
    bool AlreadyPositive,
    bool UrgentRelay,
    IReadOnlyList<string>? Inert = null);

/// <summary>One ask of a message.</summary>
/// <param name="Kind">Its kind.</param>
/// <param name="Keep">What the framing must hold, in any case of letters.</param>
/// <param name="Deadline">The day; null if there is none.</param>
/// <param name="Customer">As written; null if there is none.</param>
/// <param name="AltKinds">Other kinds to accept.</param>
/// <param name="AltDeadlines">Other days to accept.</param>
/// <param name="AltCustomers">Other customers to accept.</param>
internal sealed record SalesAsk(
    string Kind,
    IReadOnlyList<string> Keep,
    DateOnly? Deadline,
    string? Customer,
    IReadOnlyList<string>? AltKinds = null,
    IReadOnlyList<DateOnly?>? AltDeadlines = null,
    IReadOnlyList<string?>? AltCustomers = null);
