using System.Diagnostics;
using BridgeBot.Core.Framing;

namespace BridgeBot.Bench.Framing;

/// <summary>How many messages a second one core frames, against the least that any reader of words does, in the same run.</summary>
internal static class SpeedBench
{
    private const int Words = 30;
    private const int Runs = 7;
    private static readonly TimeSpan RunLength = TimeSpan.FromMilliseconds(500);
    private static readonly FramingContext Context = new(new DateOnly(2026, 3, 11), "en-GB");

    /// <summary>The measures on messages of 30 words, cut from these texts.</summary>
    public static IEnumerable<Measure> Run(IEnumerable<string> texts)
    {
        string[] messages = [.. texts.SelectMany(text => text.Split(' ', StringSplitOptions.RemoveEmptyEntries).Chunk(Words)).Where(chunk => chunk.Length == Words).Select(chunk => string.Join(' ', chunk))];
        messages = [.. messages.Where(message => Trial.Frame(message, Context) != Trial.Nothing)];
        if (messages.Length == 0)
        {
            yield break;
        }

        var known = messages.SelectMany(message => message.Split(' ')).ToHashSet(StringComparer.Ordinal);
        Func<string, int> frame = message => FramingEngine.Frame(message, Context).Asks.Count;
        Func<string, int> split = message => message.ToLowerInvariant().Split(' ').Count(known.Contains);

        // Alternating, so that whatever else the machine does meets both alike. The first run of each warms up.
        var rates = Enumerable.Range(0, Runs + 1).Select(_ => (Framed: Rate(messages, frame), Split: Rate(messages, split))).Skip(1).ToList();
        var framed = Median(rates.Select(rate => rate.Framed));
        yield return new("speed: messages of 30 words a second, one core", framed, messages.Length, 20_000, $"median of {Runs} runs", []);
        yield return new(
            "speed: yardstick, lower case, split and look up each word", Median(rates.Select(rate => rate.Split)), messages.Length, null,
            FormattableString.Invariant($"the engine takes {Median(rates.Select(rate => rate.Split / rate.Framed)):0} times as long"), []);
        yield return new("speed: bytes allocated a message", Allocated(messages, frame), messages.Length, 20 * 1024, "", [], Lower: true);
    }

    private static double Rate(string[] messages, Func<string, int> work)
    {
        var (done, sum, clock) = (0L, 0L, Stopwatch.StartNew());
        while (clock.Elapsed < RunLength)
        {
            foreach (var message in messages)
            {
                sum += work(message);
            }

            done += messages.Length;
        }

        GC.KeepAlive(sum);
        return done / clock.Elapsed.TotalSeconds;
    }

    private static double Allocated(string[] messages, Func<string, int> work)
    {
        var before = GC.GetAllocatedBytesForCurrentThread();
        foreach (var message in messages)
        {
            work(message);
        }

        return (GC.GetAllocatedBytesForCurrentThread() - before) / (double)messages.Length;
    }

    private static double Median(IEnumerable<double> values)
    {
        double[] sorted = [.. values.Order()];
        return sorted[sorted.Length / 2];
    }
}
