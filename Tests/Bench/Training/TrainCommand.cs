using System.CommandLine;
using System.Text.Json;
using BridgeBot.Bench.Framing;

namespace BridgeBot.Bench.Training;

/// <summary><c>train-tone</c>: learns the weights of the tone's model and says by cross-validation how good they are.</summary>
internal static class TrainCommand
{
    private const int Folds = 10;
    private static readonly JsonSerializerOptions Json = new() { PropertyNamingPolicy = JsonNamingPolicy.CamelCase, WriteIndented = true };

    /// <summary>The command that learns polite from impolite.</summary>
    public static Command Tone()
    {
        var data = new Option<DirectoryInfo>("--data") { Description = "The folder with the data sets.", Required = true };
        data.AcceptExistingOnly();
        var into = new Option<FileInfo?>("--out") { Description = "Where to write the weights; without it they are only measured." };
        var command = new Command("train-tone", "Learns polite from impolite, from the politeness sets.") { data, into };
        command.SetAction(parsed =>
        {
            var folder = new DataFolder(parsed.GetValue(data)!.FullName);
            Example[] examples = [.. InFixedOrder([.. Read(folder, "wikipedia", weight: 2), .. Read(folder, "stack-exchange", weight: 1)])];
            Console.Out.Write(MeasureTable.Render([.. CrossValidate(examples)], examples: 0));
            if (parsed.GetValue(into) is { } file)
            {
                File.WriteAllText(file.FullName, JsonSerializer.Serialize(new LogisticTrainer().Learn(examples).Weights(), Json) + "\n");
            }
        });
        return command;
    }

    // The middle quartiles teach as well, by how far from the middle they are; the judged ones are the outer two.
    // The scores are standard scores: twice that spreads the targets from about 0.05 to 0.95.
    private static IEnumerable<Example> Read(DataFolder folder, string set, double weight) =>
        folder.ReadLines<PoliteText>($"politeness-{set}-").Select(text =>
            Example.Of(set, text.Text, 1 / (1 + Math.Exp(-2 * text.Score)), text.Quartile is "polite" or "impolite", weight));

    // Sets and labels stand in blocks in the files, and what comes last would count most: a hash of the text mixes them.
    private static IEnumerable<Example> InFixedOrder(IEnumerable<Example> examples) =>
        examples.OrderBy(example => example.Text.Aggregate(2166136261, (hash, c) => (hash ^ c) * 16777619)).ThenBy(example => example.Text, StringComparer.Ordinal);

    private static IEnumerable<Measure> CrossValidate(Example[] examples)
    {
        var scored = Enumerable.Range(0, Folds).SelectMany(fold =>
        {
            var trainer = new LogisticTrainer().Learn([.. examples.Where((_, i) => i % Folds != fold)]);
            return examples.Where((example, i) => i % Folds == fold && example.Judged).Select(example => (example, Score: trainer.Score(example)));
        });
        foreach (var set in scored.GroupBy(pair => pair.example.Set))
        {
            var pairs = set.Select(pair => (pair.Score, Positive: pair.example.Target > 0.5)).ToList();
            yield return Measure.Share($"{set.Key}: accuracy", null, pairs.Select(pair => pair.Score > 0 == pair.Positive ? null : ""), $"threshold 0, {Folds}-fold cross-validation");
            yield return new($"{set.Key}: accuracy, fitted threshold", Ranking.BestAccuracy(pairs).Accuracy, pairs.Count, null, "", []);
            yield return new($"{set.Key}: area under the curve", Ranking.Area(pairs), pairs.Count, null, "", []);
        }
    }
}
