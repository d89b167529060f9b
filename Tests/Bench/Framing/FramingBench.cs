using System.CommandLine;
using System.Text.Json;

namespace BridgeBot.Bench.Framing;

/// <summary><c>framing</c>: prints how well the framing engine does on the data it is given, beside the goals.</summary>
internal static class FramingBench
{
    private static readonly JsonSerializerOptions Json = new() { PropertyNamingPolicy = JsonNamingPolicy.CamelCase, WriteIndented = true };

    /// <summary>The command.</summary>
    public static Command Create()
    {
        var data = new Option<DirectoryInfo>("--data") { Description = "The folder with the data sets.", Required = true };
        data.AcceptExistingOnly();
        var json = new Option<FileInfo?>("--json") { Description = "Where to write the table and every failure as JSON." };
        var failures = new Option<int>("--failures") { Description = "How many examples of each failure to print.", DefaultValueFactory = _ => 3 };
        var command = new Command("framing", "Measures the framing engine: facts, tone, asks, dates, speed.") { data, json, failures };
        command.SetAction(parsed =>
        {
            var measures = Run(new(parsed.GetValue(data)!.FullName));
            Console.Out.Write(MeasureTable.Render(measures, parsed.GetValue(failures)));
            if (parsed.GetValue(json) is { } file)
            {
                File.WriteAllText(file.FullName, JsonSerializer.Serialize(measures, Json));
            }
        });
        return command;
    }

    private static List<Measure> Run(DataFolder folder)
    {
        var sales = folder.ReadLines<SalesMessage>("sales-");
        var wikipedia = folder.ReadLines<PoliteText>("politeness-wikipedia-");
        var stackExchange = folder.ReadLines<PoliteText>("politeness-stack-exchange-");
        var dates = folder.ReadArrays<DateCase>("recognizers-datetime-");
        var intents = folder.ReadLines<IntentText>("email-intent-");
        return
        [
            .. sales.Count > 0 ? [.. SalesBench.Run(sales), .. ToneGainBench.Run(sales, folder.ReadText("lexicons/vader_lexicon.txt"))] : NoData("sales messages", "sales-*.jsonl"),
            .. dates.Count > 0 ? DateBench.Run(dates) : NoData("date phrases", "recognizers-datetime-*.json"),
            .. wikipedia.Count > 0 ? ClassifierBench.Politeness("Wikipedia", wikipedia, 0.84, 0.93) : NoData("politeness, Wikipedia", "politeness-wikipedia-*.jsonl"),
            .. stackExchange.Count > 0 ? ClassifierBench.Politeness("Stack Exchange", stackExchange, 0.68, null) : NoData("politeness, Stack Exchange", "politeness-stack-exchange-*.jsonl"),
            .. intents.Count > 0 ? [ClassifierBench.Requests(intents)] : NoData("request or not", "email-intent-*.jsonl"),
            .. sales.Count > 0 ? SpeedBench.Run(sales.Select(message => message.Text)) : [],
            Trial.Thrown(),
        ];
    }

    private static IEnumerable<Measure> NoData(string what, string files) => [Measure.Missing(what, $"no {files} in the folder")];
}
