using System.CommandLine;
using System.Text.Json;
using BridgeBot.Host.Storage;
using BridgeBot.Tests.Faults;
using BridgeBot.Tests.Storage;

namespace BridgeBot.Bench.Faults;

/// <summary><c>faults</c>: kills the bot and lets its connector fail, and prints what was lost or done twice.</summary>
internal static class FaultBench
{
    private static readonly JsonSerializerOptions Json = new() { PropertyNamingPolicy = JsonNamingPolicy.CamelCase, WriteIndented = true };

    /// <summary>The command.</summary>
    public static Command Create()
    {
        var requests = new Option<int>("--requests") { Description = "How many requests, each with two approvals at once.", DefaultValueFactory = _ => 1_000 };
        var kills = new Option<int>("--kills") { Description = "How often a host is killed.", DefaultValueFactory = _ => 50 };
        var store = new Option<string>("--store") { Description = "The store: one host on a file, two on a table.", DefaultValueFactory = _ => "sqlite" };
        store.AcceptOnlyFromAmong("sqlite", "azurite");
        var seed = new Option<int>("--seed") { Description = "Of everything that is random.", DefaultValueFactory = _ => Random.Shared.Next() };
        var calm = new Option<bool>("--calm") { Description = "The connector has a good day; with --kills 0, only two approvers meet on each card." };
        var json = new Option<FileInfo?>("--json") { Description = "Where to write the table and every example as JSON." };
        var command = new Command("faults", "Kills the bot, lets its connector fail, and counts what was lost or done twice.") { requests, kills, store, seed, calm, json };
        command.SetAction(async (parsed, _) =>
        {
            var onFile = parsed.GetValue(store) == "sqlite";
            var plan = new FaultPlan(
                parsed.GetValue(requests), parsed.GetValue(kills), onFile ? StorageOptions.Sqlite : StorageOptions.AzureTable, parsed.GetValue(seed), parsed.GetValue(calm));
            await Console.Error.WriteLineAsync($"Seed {plan.Seed}");
            await using var azurite = onFile ? null : await AzuriteServer.StartAsync();
            var report = await FaultRun.RunAsync(plan, azurite);
            await Console.Out.WriteAsync(FaultTable.Render(report));
            if (parsed.GetValue(json) is { } file)
            {
                await File.WriteAllTextAsync(file.FullName, JsonSerializer.Serialize(FaultTable.Lines(report), Json));
            }

            return FaultTable.Lines(report).Any(line => line.Value > line.Goal) ? 1 : 0;
        });
        return command;
    }
}
