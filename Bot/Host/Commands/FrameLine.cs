using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using BridgeBot.Core.Framing;

namespace BridgeBot.Host.Commands;

/// <summary>One line of JSON Lines that <c>frame</c> reads; all but the text is optional.</summary>
internal sealed record FrameRequest(JsonElement? Id, string? Text, string? Today, string? Locale);

/// <summary>One line that <c>frame</c> writes.</summary>
internal sealed record FrameAnswer(
    JsonElement Id, bool NeedsReframing, bool UrgentRelay, Tone Tone, IReadOnlyList<ToneFlag> LeftOut, IReadOnlyList<DatePhrase> Dates, IReadOnlyList<FrameAsk> Asks);

/// <summary>One ask of a line that <c>frame</c> writes.</summary>
internal sealed record FrameAsk(
    string Kind, string Text, string? Customer, DateOnly? Deadline, IReadOnlyList<string> Facts, string Framing, IReadOnlyList<string> Alternatives);

/// <summary>What <c>frame</c> writes for a line that it could not read.</summary>
internal sealed record FrameError(JsonElement Id, string Error);

/// <summary>Serialisation without reflection, so that the command starts fast.</summary>
[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase)]
[JsonSerializable(typeof(FrameRequest))]
[JsonSerializable(typeof(FrameAnswer))]
[JsonSerializable(typeof(FrameError))]
[JsonSerializable(typeof(long))]
internal sealed partial class FrameJson : JsonSerializerContext
{
    /// <summary>Letters of any script as they are: the output is a stream for programs, not a page.</summary>
    public static readonly FrameJson Readable = new(new JsonSerializerOptions { PropertyNamingPolicy = JsonNamingPolicy.CamelCase, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping });
}
