using System.CommandLine;
using System.Diagnostics;
using BridgeBot.Bench.Load;
using BridgeBot.Core.Framing;
using BridgeBot.Tests.Browser;

namespace BridgeBot.Bench.Framing;

/// <summary><c>speed</c>: how fast one core frames messages, and whether a longer one takes as much longer as it is longer.</summary>
internal static class SpeedCommand
{
    private const int Rounds = 7;

    /// <summary>UTF-16 code units. Above 12,000 the engine takes a message for one ask, which costs less.</summary>
    private static readonly int[] Lengths = [10, 30, 100, 300, 1_000, 3_000, 10_000, 30_000, 100_000];

    /// <summary>How long a length is measured in a round.</summary>
    private static readonly TimeSpan Part = TimeSpan.FromMilliseconds(100);

    /// <summary>The command.</summary>
    public static Command Create()
    {
        var json = new Option<FileInfo?>("--json") { Description = "Where to write it as JSON." };
        var command = new Command("speed", "Messages framed a second, and the time against the length.") { json };
        command.SetAction(async (parsed, _) => await Run().ShowAsync(parsed.GetValue(json)));
        return command;
    }

    private static Measurement Run()
    {
        var texts = new DataFolder(Path.Combine(Repository.Root, "Tests", "Bench", "Data", "Check")).ReadLines<SalesMessage>("sales-").Select(message => message.Text).ToList();
        var times = TimesOf([.. Lengths.Select(length => Cut(texts, length))]);
        var perUnit = times.Select((time, i) => time * 1000 / Lengths[i]).ToList();
        return Measurement.Of(
            "speed",
            [
                .. SpeedBench.Run(texts).Select(measure => new Figure(measure.What["speed: ".Length..], measure.Value ?? 0, "", measure.Goal, !measure.Lower)),
                .. Lengths.Select((length, i) => new Figure(FormattableString.Invariant($"a message of {length:N0} characters"), times[i], "us")),
                Growth(perUnit, 1_000, 10_000),
                Growth(perUnit, 30_000, 100_000),
            ]);
    }

    private static Figure Growth(List<double> perUnit, int from, int to) => new(
        FormattableString.Invariant($"time a character at {to:N0} / at {from:N0}"), perUnit[Array.IndexOf(Lengths, to)] / perUnit[Array.IndexOf(Lengths, from)], "", 1.25);

    /// <summary>Microseconds for each text: the median of some rounds through all of them, so that whatever else the machine does meets all alike.</summary>
    private static List<double> TimesOf(string[] texts)
    {
        var rounds = Enumerable.Range(0, Rounds + 1).Select(_ => texts.Select(TimeOf).ToList()).Skip(1).ToList();
        return [.. texts.Select((_, i) => rounds.Select(round => round[i]).Median())];
    }

    private static double TimeOf(string text)
    {
        var (times, clock) = (0, Stopwatch.StartNew());
        do
        {
            FramingEngine.Frame(text, Trial.Anywhere);
            times++;
        }
        while (clock.Elapsed < Part);

        return clock.Elapsed.TotalMicroseconds / times;
    }

    private static string Cut(List<string> texts, int length)
    {
        var all = string.Join(' ', texts);
        return string.Join(' ', Enumerable.Repeat(all, (length / all.Length) + 1))[..length];
    }
}
