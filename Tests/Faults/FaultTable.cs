using System.Globalization;
using System.Text;

namespace BridgeBot.Tests.Faults;

/// <summary>A report as a table.</summary>
internal static class FaultTable
{
    private const int Examples = 5;
    private const int Longest = 2_000;

    /// <summary>Growth by which a process that ran as long as this is still flat: a collection of garbage more or less.</summary>
    private const double FlatEnough = 1.15;
    private static readonly TimeSpan LongEnough = TimeSpan.FromMinutes(10);

    /// <summary>The table, then some examples of what was counted.</summary>
    public static string Render(FaultReport report)
    {
        var lines = Lines(report);
        var width = lines.Max(line => line.What.Length);
        var text = new StringBuilder().AppendLine(
            CultureInfo.InvariantCulture,
            $"{report.Plan.Requests} requests, {report.Plan.Kills} kills, {report.Plan.Provider}, seed {report.Plan.Seed}");
        foreach (var line in lines)
        {
            var goal = line.Goal is { } wanted ? $"{wanted:0.###}" : "";
            var met = line.Goal is null ? "" : line.Value <= line.Goal ? "yes" : "NO";
            text.AppendLine(
                string.Create(CultureInfo.InvariantCulture, $"{line.What.PadRight(width)}  {line.Value,8:0.###}  {goal,4}  {met,-3}  {line.Note}").TrimEnd());
        }

        foreach (var line in lines.Where(line => line.Examples.Count > 0))
        {
            text.AppendLine().AppendLine(line.What);
            foreach (var example in line.Examples.Take(Examples)) text.Append("  ").AppendLine(example.Length > Longest ? example[..Longest] + "…" : example);
        }

        return text.ToString();
    }

    /// <summary>The lines of the table.</summary>
    public static IReadOnlyList<FaultLine> Lines(FaultReport report)
    {
        var unexplained = report.Duplicates.Where(duplicate => !duplicate.IsExplained).ToList();
        var lost = report.Duplicates.Where(duplicate => duplicate.First.AnswerWasLost).ToList();
        var killed = report.Duplicates.Where(duplicate => duplicate.Window is not null).ToList();
        var faults = report.Met.Where(met => met.Key is not Fault.None).OrderBy(met => met.Key).ToList();
        var windows = killed.Select(duplicate => duplicate.Window!.Value.TotalMilliseconds).Order().ToList();
        var waits = report.Requests.Select(request => request.Took.TotalSeconds).Order().ToList();
        return
        [
            Count("lost requests", 0, report.LostRequests),
            Count("lost decisions", 0, report.LostDecisions),
            Count("decisions applied twice", 0, report.DecidedTwice),
            Count("cards that do not show the final state", 0, report.StaleCards),
            Count("messages out of order", 0, report.OutOfOrder),
            Count("duplicates without a cause", 0, unexplained.Select(duplicate => duplicate.ToString())),
            Count("duplicates after a lost answer", null, lost.Select(duplicate => duplicate.ToString())) with { Examples = [] },
            Count("duplicates after a kill between send and record", null, killed.Select(duplicate => duplicate.ToString())) with { Examples = [] },
            new("half of those windows, at most", windows.Count == 0 ? 0 : windows[windows.Count / 2], null, "ms from the send to the kill", []),
            new("all of those windows, at most", windows.LastOrDefault(), null, "ms", []),
            Count("dead letters", 0, report.DeadLetters),
            Count("hosts that ended by themselves", 0, report.Ended),
            new("kills", report.Kills.Count, null, "", []),
            new("until a killed host answers, at most", report.Kills.Select(kill => kill.Away.TotalSeconds).DefaultIfEmpty().Max(), null, "s", []),
            new("from a decision to its last word, half of them", waits[waits.Count / 2], null, "s", []),
            new("from a decision to its last word, at most", waits[^1], null, "s: a message in hand when its host was killed waits for its lease", []),
            new("faults of the connector", faults.Sum(met => met.Value), null, string.Join(", ", faults.Select(met => $"{met.Value} {met.Key}")), []),
            new("activities delivered again", report.DeliveredAgain, null, "", []),
            new("memory of the process that ran longest, at the end", report.Memory.Last / 1048576.0, null, "MiB", []),
            new(
                "the same, in proportion to its second quarter",
                report.Memory.Last / (double)Math.Max(1, report.Memory.Warm),
                report.Memory.Length < LongEnough ? null : FlatEnough,
                $"it ran for {report.Memory.Length.TotalSeconds:0} s",
                []),
            new("duration", report.Took.TotalSeconds, null, "s", []),
        ];
    }

    private static FaultLine Count(string what, double? goal, IEnumerable<string> found)
    {
        var all = found.ToList();
        return new(what, all.Count, goal, "", all);
    }
}
