namespace BridgeBot.Core.Framing;

/// <summary>What the engine made of one message.</summary>
/// <param name="NeedsReframing">False if the message was courteous and constructive already: it passes through unchanged.</param>
/// <param name="UrgentRelay">A relayed safety, legal or outage complaint: never softened, said first.</param>
/// <param name="Tone">The score and what was flagged.</param>
/// <param name="Dates">Every date and period that was found, in order.</param>
/// <param name="Asks">The separate asks, in order; empty if the message asks for nothing.</param>
public sealed record FramingResult(
    bool NeedsReframing,
    bool UrgentRelay,
    Tone Tone,
    IReadOnlyList<DatePhrase> Dates,
    IReadOnlyList<Ask> Asks)
{
    /// <summary>Phrases that the framings leave out although the tone does not hang on them, in order: nothing goes in silence.</summary>
    public IReadOnlyList<ToneFlag> LeftOut { get; init; } = [];
}

/// <summary>How a message would land.</summary>
/// <param name="Score">-1 (hurts) to 1 (warm).</param>
/// <param name="Flags">What pulls it down, in order; deleting a flagged span raises the score.</param>
public sealed record Tone(double Score, IReadOnlyList<ToneFlag> Flags);

/// <summary>A phrase that lands badly.</summary>
/// <param name="Start">Offset in UTF-16 code units of the input.</param>
/// <param name="Length">Length in UTF-16 code units.</param>
/// <param name="Text">The phrase as typed.</param>
/// <param name="Reason">The id of the reason: <c>blame</c>, <c>generalisation</c>, <c>sarcasm</c>, <c>evaluative</c>,
/// <c>demand</c>, <c>accusing-question</c>, <c>swearing</c>, <c>shouting</c>.</param>
public sealed record ToneFlag(int Start, int Length, string Text, string Reason);

/// <summary>A date or a period in the text, resolved against the rep's own today.</summary>
/// <param name="Start">Offset in UTF-16 code units of the input.</param>
/// <param name="Length">Length in UTF-16 code units.</param>
/// <param name="Text">The phrase as typed.</param>
/// <param name="Date">The day, or the first day of the period.</param>
/// <param name="End">The last day of the period; null for a single day.</param>
public sealed record DatePhrase(int Start, int Length, string Text, DateOnly Date, DateOnly? End);

/// <summary>One thing that marketing is asked for.</summary>
/// <param name="Kind">The id of the kind.</param>
/// <param name="Text">The rep's own words for it: private to the rep.</param>
/// <param name="Customer">The customer as written; null if there is none.</param>
/// <param name="Deadline">The day by which it is needed; null if none was given.</param>
/// <param name="Facts">Substrings of the message that every framing of this ask keeps.</param>
/// <param name="Framing">The suggestion.</param>
/// <param name="Alternatives">Other wordings, each with every fact.</param>
public sealed record Ask(
    string Kind,
    string Text,
    string? Customer,
    DateOnly? Deadline,
    IReadOnlyList<string> Facts,
    string Framing,
    IReadOnlyList<string> Alternatives)
{
    /// <summary>True if no framing passed the fidelity check: <see cref="Framing"/> is then the rep's own words, unchanged, and
    /// is to be offered as such.</summary>
    public bool InOwnWords { get; init; }
}
