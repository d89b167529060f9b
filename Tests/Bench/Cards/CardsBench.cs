using System.CommandLine;
using BenchmarkDotNet.Configs;
using BenchmarkDotNet.Diagnosers;
using BenchmarkDotNet.Jobs;
using BenchmarkDotNet.Loggers;
using BenchmarkDotNet.Reports;
using BenchmarkDotNet.Running;
using BenchmarkDotNet.Toolchains.InProcess.Emit;
using BridgeBot.Bench.Load;
using Measurement = BridgeBot.Bench.Load.Measurement;

namespace BridgeBot.Bench.Cards;

/// <summary><c>cards</c>: the time and the memory of rendering each card of the product.</summary>
internal static class CardsBench
{
    private const double MostMicroseconds = 20;
    private const double MostKilobytes = 10;

    /// <summary>The command.</summary>
    public static Command Create()
    {
        var only = new Option<string?>("--only") { Description = "Only cards whose name has this in it." };
        var json = new Option<FileInfo?>("--json") { Description = "Where to write it as JSON." };
        var command = new Command("cards", "Renders each card: microseconds and kilobytes.") { only, json };
        command.SetAction(async (parsed, _) =>
        {
            RenderedCards.Only = parsed.GetValue(only) ?? "";
            await Measured(BenchmarkRunner.Run<RenderedCards>(Config())).ShowAsync(parsed.GetValue(json));
        });
        return command;
    }

    /// <summary>In this process: the product's build rules are not for the project that BenchmarkDotNet would make.</summary>
    private static ManualConfig Config() => ManualConfig.CreateEmpty()
        .AddJob(Job.Default.WithToolchain(InProcessEmitToolchain.Instance)
            .WithWarmupCount(3).WithIterationCount(5).WithIterationTime(Perfolizer.Horology.TimeInterval.FromMilliseconds(100)))
        .AddDiagnoser(MemoryDiagnoser.Default)
        .AddColumnProvider(BenchmarkDotNet.Columns.DefaultColumnProviders.Instance)
        .AddLogger(NullLogger.Instance);

    private static Measurement Measured(Summary summary)
    {
        var cards = summary.Reports.Select(report => (
            Name: (string)report.BenchmarkCase.Parameters[nameof(RenderedCards.Card)],
            Microseconds: report.ResultStatistics!.Median / 1000,
            Kilobytes: (report.GcStats.GetBytesAllocatedPerOperation(report.BenchmarkCase) ?? 0) / 1024.0)).ToList();
        return Measurement.Of(
            "cards",
            [
                new($"cards of {cards.Count} that take at most {MostMicroseconds} us", cards.Count(card => card.Microseconds <= MostMicroseconds), "", cards.Count, IsLeast: true),
                new($"cards of {cards.Count} that allocate at most {MostKilobytes} KB", cards.Count(card => card.Kilobytes <= MostKilobytes), "", cards.Count, IsLeast: true),
                new("the middle one's time", cards.Select(card => card.Microseconds).Median(), "us"),
                new("the middle one's memory", cards.Select(card => card.Kilobytes).Median(), "KB"),
                .. cards.Select(card => new Figure(card.Name, card.Microseconds, "us", MostMicroseconds, IsDetail: true)),
                .. cards.Select(card => new Figure($"{card.Name}, allocated", card.Kilobytes, "KB", MostKilobytes, IsDetail: true)),
            ]);
    }
}
