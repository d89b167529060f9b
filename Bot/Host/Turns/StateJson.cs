using System.Buffers;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;
using BridgeBot.Core.Digest;
using BridgeBot.Core.Intake;
using BridgeBot.Core.Lists;
using BridgeBot.Core.Threads;

namespace BridgeBot.Host.Turns;

/// <summary>
/// How rows are written: JSON by source generation, enums by name so that a later version can add members. A property that an older row
/// does not have is set to null, whatever its initializer says, so a list of a row turns null into an empty one. Letters of every script
/// stand as they are: escaped, they would take six times the room of a row.
/// </summary>
[JsonSourceGenerationOptions(
    IgnoreReadOnlyProperties = true,
    UseStringEnumConverter = true,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull)]
[JsonSerializable(typeof(RequesterHead))]
[JsonSerializable(typeof(TenantHead))]
[JsonSerializable(typeof(Dialog))]
[JsonSerializable(typeof(RequestThread))]
[JsonSerializable(typeof(AnswerDraft))]
[JsonSerializable(typeof(ThreadEvent))]
[JsonSerializable(typeof(OutboxRow))]
[JsonSerializable(typeof(DeadLetter))]
[JsonSerializable(typeof(DueBody))]
[JsonSerializable(typeof(CardRow))]
[JsonSerializable(typeof(ListedThread))]
[JsonSerializable(typeof(ListedMark))]
[JsonSerializable(typeof(HandedRow))]
[JsonSerializable(typeof(ReminderState))]
[JsonSerializable(typeof(DigestEvent))]
[JsonSerializable(typeof(DigestTotals))]
[JsonSerializable(typeof(DigestMark))]
[JsonSerializable(typeof(SeenRow))]
[JsonSerializable(typeof(PersonRow))]
[JsonSerializable(typeof(ReferenceRow))]
public sealed partial class StateJson : JsonSerializerContext
{
    /// <summary>Writes a row's body.</summary>
    public static string Write<T>(T value)
    {
        var written = new ArrayBufferWriter<byte>(1024);

        // The writer has the encoder: options with one would go another way than the generated code.
        using var json = new Utf8JsonWriter(written, new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping, SkipValidation = true });
        JsonSerializer.Serialize(json, value, Info<T>());
        json.Flush();
        return Encoding.UTF8.GetString(written.WrittenSpan);
    }

    /// <summary>Reads a row's body.</summary>
    /// <exception cref="JsonException">The row was not written by this program.</exception>
    public static T Read<T>(string body) => JsonSerializer.Deserialize(body, Info<T>()) ?? throw new JsonException("null row");

    /// <summary>Reads a row's body; null if another program wrote it, or a later version of this one.</summary>
    public static T? TryRead<T>(string body)
        where T : class
    {
        try
        {
            return Read<T>(body);
        }
        catch (Exception fault) when (fault is JsonException or NotSupportedException)
        {
            return null;
        }
    }

    private static JsonTypeInfo<T> Info<T>() => (JsonTypeInfo<T>)Default.GetTypeInfo(typeof(T))!;
}

/// <summary>That something was decided before, and until when that is remembered.</summary>
/// <param name="Until">UTC instant.</param>
/// <param name="Settled">The answer that the state no longer tells: the dialog has gone on, or is over; null if it does.</param>
public sealed record SeenRow(DateTimeOffset Until, SettledAsk? Settled = null);

/// <summary>An ask that was dealt with by a button of the dialog.</summary>
/// <param name="Kind">The id of its kind.</param>
/// <param name="Was">What became of it; <see cref="DraftOutcome.Open"/> if the whole dialog was dropped.</param>
/// <param name="ThreadId">The thread that has its words; null if nothing was posted.</param>
public sealed record SettledAsk(string Kind, DraftOutcome Was, string? ThreadId);

/// <summary>Which requester stands for a person.</summary>
public sealed record PersonRow(string RequesterId);

/// <summary>Whose a reference is.</summary>
public sealed record ReferenceRow(string RequesterId, string ThreadId);
