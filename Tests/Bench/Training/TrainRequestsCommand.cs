using System.CommandLine;
using BridgeBot.Bench.Framing;
using BridgeBot.Core.Framing.Learned;
using BridgeBot.Core.Framing.Reading;
using BridgeBot.Core.Framing.Requests;

namespace BridgeBot.Bench.Training;

/// <summary><c>train-requests</c>: learns whether a text asks for something, and says by cross-validation how surely.</summary>
internal static class TrainRequestsCommand
{
    private const int Rounds = 3;
    private const double Pace = 0.03;
    private const int Folds = 10;

    /// <summary>The command.</summary>
    public static Command Create()
    {
        var data = new Option<DirectoryInfo>("--data") { Description = "The folder with email-intent-*.jsonl.", Required = true };
        data.AcceptExistingOnly();
        var into = new Option<FileInfo?>("--out") { Description = "Where to write the weights; without it they are only measured." };
        var command = new Command("train-requests", "Learns whether a text asks for something, from sentences of e-mails.") { data, into };
        command.SetAction(parsed =>
        {
            HashedExample[] examples = [.. new DataFolder(parsed.GetValue(data)!.FullName).ReadLines<IntentText>("email-intent-")
                .OrderBy(text => WordHash.Of(text.Text)).Select(Example)];
            Console.Out.Write(MeasureTable.Render([CrossValidate(examples)], examples: 0));
            if (parsed.GetValue(into) is { } file)
            {
                new HashedTrainer(Rounds, Pace).Learn(examples).Write(file.FullName);
            }
        });
        return command;
    }

    private static HashedExample Example(IntentText text)
    {
        var features = new FeatureList(new uint[RequestFeatures.Most]);
        RequestFeatures.Of(Understanding.ByRules(text.Text, Trial.Anywhere), ref features);
        return new(features.Read.ToArray(), text.Request);
    }

    private static Measure CrossValidate(HashedExample[] examples) => Measure.Share(
        "request or not: accuracy", null,
        Enumerable.Range(0, Folds).SelectMany(fold =>
        {
            var trained = new HashedTrainer(Rounds, Pace).Learn([.. examples.Where((_, i) => i % Folds != fold)]);
            return examples.Where((_, i) => i % Folds == fold).Select(example => trained.Score(example.Features) > 0 == example.Yes ? null : "");
        }),
        $"threshold 0, {Folds}-fold cross-validation");
}
