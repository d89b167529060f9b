using System.Text;
using System.Text.Json;
using BridgeBot.Host.Commands;
using Microsoft.Extensions.Time.Testing;

namespace BridgeBot.Tests.Framing;

public sealed class FrameCommandTests
{
    private static async Task<List<JsonElement>> RunAsync(string input)
    {
        using var output = new MemoryStream();
        using var stream = new MemoryStream(Encoding.UTF8.GetBytes(input));
        var clock = new FakeTimeProvider(new DateTimeOffset(2026, 3, 11, 9, 0, 0, TimeSpan.Zero));
        await FrameCommand.RunAsync(stream, output, TextWriter.Null, clock, CancellationToken.None);
        return [.. Encoding.UTF8.GetString(output.ToArray()).Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(line => JsonElement.Parse(line))];
    }

    [Test]
    public async Task Run_PlainLines_AreNumberedAnswers() => Assert.That(
        (await RunAsync("We need a flyer.\r\nthe second\n")).Select(answer => answer.GetProperty("id").GetInt64()), Is.EqualTo(new long[] { 1, 2 }));

    [Test]
    public async Task Run_JsonLine_UsesItsOwnDayAndLocale() => Assert.That(
        (await RunAsync("""{"id":"a7","text":"Slides for Acme are due 03/04","today":"2025-01-01","locale":"en-GB"}"""))[0]
            .GetProperty("asks")[0].GetProperty("deadline").GetString(),
        Is.EqualTo("2025-04-03"));

    [Test]
    public async Task Run_JsonLine_AnswersWithItsId() =>
        Assert.That((await RunAsync("""{"id":"a7","text":"hi"}"""))[0].GetProperty("id").GetString(), Is.EqualTo("a7"));

    [TestCase("""{"id":3}""")]
    [TestCase("""{"id":3,"text":"x","today":"soon"}""")]
    public async Task Run_JsonLineThatCannotBeFramed_IsAnErrorWithItsId(string line)
    {
        var answer = (await RunAsync(line))[0];

        Assert.That((answer.GetProperty("id").GetInt32(), answer.TryGetProperty("error", out _)), Is.EqualTo((3, true)));
    }

    [Test]
    public async Task Run_LineThatOnlyLooksLikeJson_IsPlainText() =>
        Assert.That((await RunAsync("{hello} we need a flyer"))[0].GetProperty("asks").GetArrayLength(), Is.EqualTo(1));

    [Test]
    public async Task Run_OverlongLine_IsAnErrorAndTheNextIsFramed()
    {
        var answers = await RunAsync(new string('x', (2 * FrameCommand.LongestLine) + 5) + "\nWe need a flyer.");

        Assert.That(answers.Select(answer => (answer.GetProperty("id").GetInt64(), answer.TryGetProperty("error", out _))), Is.EqualTo(new[] { (1L, true), (2L, false) }));
    }

    [Test]
    public async Task Run_ManyLines_AnswersEach() =>
        Assert.That(await RunAsync(string.Concat(Enumerable.Repeat("We need a flyer.\n", 20_000))), Has.Count.EqualTo(20_000));

    [Test]
    public async Task Run_OutputIsClosed_EndsQuietly()
    {
        using var input = new MemoryStream(Encoding.UTF8.GetBytes("We need a flyer.\n"));
        await using var output = new BrokenPipe();

        Assert.That(await FrameCommand.RunAsync(input, output, TextWriter.Null, TimeProvider.System, CancellationToken.None), Is.Zero);
    }

    [Test]
    public async Task Run_OtherScripts_StayReadable()
    {
        using var output = new MemoryStream();
        using var stream = new MemoryStream("We need a flyer für Zürich.\n"u8.ToArray());
        await FrameCommand.RunAsync(stream, output, TextWriter.Null, TimeProvider.System, CancellationToken.None);

        Assert.That(Encoding.UTF8.GetString(output.ToArray()), Does.Contain("für Zürich"));
    }

    private sealed class BrokenPipe : MemoryStream
    {
        public override ValueTask WriteAsync(ReadOnlyMemory<byte> buffer, CancellationToken cancellationToken = default) =>
            throw new IOException("Broken pipe");
    }
}
