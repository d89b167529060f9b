using System.Buffers;
using System.CommandLine;
using System.Globalization;
using System.IO.Pipelines;
using System.Text;
using System.Text.Json;
using BridgeBot.Core.Framing;

namespace BridgeBot.Host.Commands;

/// <summary>
/// <c>frame</c>: reads messages, one a line, as plain text or as JSON Lines <c>{"id","text","today","locale"}</c>, and
/// writes one JSON object a line. It uses the bot's own engine and holds one line at a time.
/// </summary>
internal static class FrameCommand
{
    /// <summary>A longer line is answered with an error and skipped, so that memory stays bounded; in bytes.</summary>
    public const int LongestLine = 1024 * 1024;

    public static Command Create()
    {
        var frame = new Command("frame", "Reads messages from standard input, one a line (text or JSON Lines), and writes how they would be framed.");
        frame.SetAction((_, cancel) => RunAsync(
            Console.OpenStandardInput(), Console.OpenStandardOutput(), Console.Error, TimeProvider.System, cancel));
        return frame;
    }

    /// <summary>Frames each line until the input ends.</summary>
    /// <param name="input">The lines, UTF-8.</param>
    /// <param name="output">Where the answers go, UTF-8, one line each.</param>
    /// <param name="errors">Where a broken run is explained.</param>
    /// <param name="clock">Gives the local day of a line that names none.</param>
    /// <param name="cancel">Stops between two lines.</param>
    /// <returns>The exit code: 0, or 1 if the input could not be read.</returns>
    public static async Task<int> RunAsync(Stream input, Stream output, TextWriter errors, TimeProvider clock, CancellationToken cancel)
    {
        var reader = PipeReader.Create(input, new(bufferSize: 64 * 1024, leaveOpen: true));
        var writer = PipeWriter.Create(output, new(leaveOpen: true));
        try
        {
            await FrameLinesAsync(reader, writer, clock, cancel);
            await writer.CompleteAsync();
            return 0;
        }
        catch (OperationCanceledException)
        {
            return 0;
        }
        catch (UnreadableInputException broken)
        {
            await errors.WriteLineAsync($"frame: standard input cannot be read: {broken.Message}");
            return 1;
        }
        catch (IOException)
        {
            // The reader of our output went away, as `head` does: nobody is left to tell.
            return 0;
        }
    }

    private static async ValueTask<ReadResult> ReadAsync(PipeReader reader, CancellationToken cancel)
    {
        try
        {
            return await reader.ReadAsync(cancel);
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
        {
            throw new UnreadableInputException(fault);
        }
    }

    private static async Task FrameLinesAsync(PipeReader reader, PipeWriter writer, TimeProvider clock, CancellationToken cancel)
    {
        using var json = new Utf8JsonWriter(writer, new JsonWriterOptions { Encoder = FrameJson.Readable.Options.Encoder });
        var (number, skipping) = (0L, false);
        while (true)
        {
            var read = await ReadAsync(reader, cancel);
            var buffer = read.Buffer;
            while (TryTakeLine(ref buffer, read.IsCompleted, out var line))
            {
                number++;
                if (skipping)
                {
                    skipping = false;
                    continue;
                }

                Write(json, writer, line, number, clock);
            }

            if (buffer.Length > LongestLine)
            {
                if (!skipping)
                {
                    Answer(json, writer, new FrameError(Number(number + 1), $"the line is longer than {LongestLine} bytes"));
                }

                skipping = true;
                buffer = buffer.Slice(buffer.End);
            }

            reader.AdvanceTo(buffer.Start, buffer.End);
            if ((await writer.FlushAsync(cancel)).IsCompleted || read.IsCompleted)
            {
                return;
            }
        }
    }

    private static bool TryTakeLine(ref ReadOnlySequence<byte> buffer, bool last, out ReadOnlySequence<byte> line)
    {
        if (buffer.PositionOf((byte)'\n') is { } end)
        {
            line = buffer.Slice(0, end);
            buffer = buffer.Slice(buffer.GetPosition(1, end));
            return true;
        }

        line = buffer;
        if (!last || buffer.IsEmpty)
        {
            return false;
        }

        buffer = buffer.Slice(buffer.End);
        return true;
    }

    private static void Write(Utf8JsonWriter json, PipeWriter writer, ReadOnlySequence<byte> line, long number, TimeProvider clock)
    {
        // A replacement character for what is no UTF-8: never an exception.
        var text = Encoding.UTF8.GetString(line).TrimEnd('\r');
        if (number == 1)
        {
            text = text.TrimStart('\uFEFF');
        }

        var id = Number(number);
        if (text.AsSpan().TrimStart() is ['{', ..] && ReadRequest(text) is { } request)
        {
            id = request.Id is { ValueKind: not (JsonValueKind.Null or JsonValueKind.Undefined) } given ? given : id;
            if (request.Text is null)
            {
                Answer(json, writer, new FrameError(id, "\"text\" is missing"));
                return;
            }

            if (Today(request.Today, clock) is not { } today)
            {
                Answer(json, writer, new FrameError(id, "\"today\" is not a date such as 2026-03-11"));
                return;
            }

            Answer(json, writer, id, FramingEngine.Frame(request.Text, new(today, request.Locale ?? "en-US")));
            return;
        }

        Answer(json, writer, id, FramingEngine.Frame(text, new(Today(null, clock)!.Value, "en-US")));
    }

    /// <summary>The line as a request; null if it is no JSON object of that form, so it is read as plain text.</summary>
    private static FrameRequest? ReadRequest(string line)
    {
        try
        {
            return JsonSerializer.Deserialize(line, FrameJson.Readable.FrameRequest);
        }
        catch (JsonException)
        {
            return null;
        }
    }

    private static DateOnly? Today(string? given, TimeProvider clock) =>
        given is null ? DateOnly.FromDateTime(clock.GetLocalNow().DateTime)
        : DateOnly.TryParseExact(given, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? day : null;

    private static JsonElement Number(long number) => JsonSerializer.SerializeToElement(number, FrameJson.Readable.Int64);

    private static void Answer(Utf8JsonWriter json, PipeWriter writer, JsonElement id, FramingResult result) =>
        Answer(json, writer, new FrameAnswer(
            id, result.NeedsReframing, result.UrgentRelay, result.Tone, result.LeftOut, result.Dates,
            [.. result.Asks.Select(ask => new FrameAsk(ask.Kind, ask.Text, ask.Customer, ask.Deadline, ask.Facts, ask.Framing, ask.Alternatives))]));

    private static void Answer<T>(Utf8JsonWriter json, PipeWriter writer, T answer)
    {
        JsonSerializer.Serialize(json, answer, typeof(T), FrameJson.Readable);
        json.Flush();
        json.Reset();
        writer.Write("\n"u8);
    }

    /// <summary>The input, not the output, is at fault.</summary>
    private sealed class UnreadableInputException(Exception fault) : Exception(fault.Message, fault);
}
