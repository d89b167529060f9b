namespace BridgeBot.Core.Framing;

/// <summary>What the engine must know about the writer, beside the text.</summary>
/// <param name="Today">The day in the rep's own time zone; relative dates resolve against it.</param>
/// <param name="Locale">A BCP 47 tag such as <c>en-GB</c>; decides whether 03/04 is 3 April. Unknown or empty reads as <c>en-US</c>.</param>
public sealed record FramingContext(DateOnly Today, string Locale);
