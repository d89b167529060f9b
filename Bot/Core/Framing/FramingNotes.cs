namespace BridgeBot.Core.Framing;

/// <summary>What the rep filled in after the message was read; it takes part in the framing of one ask.</summary>
/// <param name="Kind">The kind, if the rep corrected it; null leaves it.</param>
/// <param name="Customer">The customer, if given or corrected; null leaves it.</param>
/// <param name="Deadline">The day, if given or corrected; null leaves it.</param>
/// <param name="Appreciation">What has worked well lately, in the rep's words; the only source of praise. Null: none.</param>
/// <param name="Details">Further facts that the rep gave, as label and value; each value is kept in the framing or
/// shown beside it, never rephrased.</param>
public sealed record FramingNotes(
    string? Kind,
    string? Customer,
    DateOnly? Deadline,
    string? Appreciation,
    IReadOnlyList<KeyValuePair<string, string>> Details);
