namespace BridgeBot.Core.Threads;

/// <summary>What a rep agreed to in a preview. Nothing else that the rep typed ever reaches marketing.</summary>
/// <param name="Kind">The id of the kind, as in the configuration: <c>presentation</c>, <c>collateral</c>...</param>
/// <param name="Title">One short line, such as "Presentation for Acme".</param>
/// <param name="Text">The framing that the rep agreed to, word for word.</param>
/// <param name="Customer">The customer as the rep wrote it; null if there is none.</param>
/// <param name="Deadline">The day by which it is needed, in the rep's calendar; null if none was given.</param>
/// <param name="Details">The other fields that the rep filled in, in the order of the form: label and value.</param>
/// <param name="Appreciation">What the rep said has worked well, in the rep's words; null if nothing was said.</param>
/// <param name="Urgent">A relayed safety, legal or outage complaint: shown first and never softened.</param>
public sealed record Request(
    string Kind,
    string Title,
    string Text,
    string? Customer,
    DateOnly? Deadline,
    IReadOnlyList<RequestDetail> Details,
    string? Appreciation,
    bool Urgent);

/// <summary>One filled-in field of a request.</summary>
/// <param name="Label">The field's label, as the rep saw it.</param>
/// <param name="Value">What the rep filled in.</param>
public sealed record RequestDetail(string Label, string Value);
