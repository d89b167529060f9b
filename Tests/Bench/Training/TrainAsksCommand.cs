using System.CommandLine;
using BridgeBot.Bench.Framing;
using BridgeBot.Core.Framing.Reading;

namespace BridgeBot.Bench.Training;

/// <summary><c>train-asks</c>: learns from sales messages what the rules alone do not know, and says by cross-validation how good it is.</summary>
internal static class TrainAsksCommand
{
    private const int Folds = 10;

    /// <summary>The command.</summary>
    public static Command Create()
    {
        var data = new Option<DirectoryInfo>("--data") { Description = "The folder with sales-*.jsonl.", Required = true };
        data.AcceptExistingOnly();
        var into = new Option<DirectoryInfo?>("--out") { Description = "Where to write the weights; without it they are only measured." };
        var command = new Command("train-asks", "Learns flags, asks, kinds, customers and deadlines from sales messages.") { data, into };
        command.SetAction(parsed =>
        {
            MarkedMessage[] texts = [.. new DataFolder(parsed.GetValue(data)!.FullName).ReadLines<SalesMessage>("sales-").Select(message => new MarkedMessage(message))];
            if (parsed.GetValue(into) is { } folder)
            {
                new FlagTraining().Learn(texts).Write(folder.FullName);
                new AskTraining().Learn(texts).Write(folder.FullName);
                new PartTraining().Learn(texts).Write(folder.FullName);
                new SeamTraining().Learn(texts).Write(folder.FullName);
            }
            else
            {
                Console.Out.Write(MeasureTable.Render([.. Flags(texts), Seams(texts), .. Asks(texts), .. Parts(texts)], examples: 3));
            }
        });
        return command;
    }

    // Each text is judged by what was learned from the texts of the other folds.
    private static List<(MarkedMessage Text, T Learned)> CrossValidate<T>(MarkedMessage[] texts, Func<MarkedMessage[], T> learn) =>
        [.. Enumerable.Range(0, Folds).SelectMany(fold =>
        {
            var learned = learn([.. texts.Where((_, i) => i % Folds != fold)]);
            return texts.Where((_, i) => i % Folds == fold).Select(text => (text, learned));
        })];

    private static IEnumerable<Measure> Flags(MarkedMessage[] texts)
    {
        var scored = CrossValidate(texts, others => new FlagTraining().Learn(others)).Select(pair => (pair.Text, Scores: pair.Learned.Scores(pair.Text))).ToList();
        var words = scored.SelectMany(pair => pair.Text.Reading.Message.Tokens.Select((token, i) => (token, Stung: pair.Text.Stung[i], Score: pair.Scores[i])))
            .Where(word => word.token.Kind is TokenKind.Word).ToList();
        yield return new("stinging words: area under the curve", Ranking.Area([.. words.Select(word => (word.Score, word.Stung))]), words.Count, null, $"{Folds}-fold cross-validation", []);
    }

    private static Measure Seams(MarkedMessage[] texts)
    {
        var seams = CrossValidate(texts, others => new SeamTraining().Learn(others)).SelectMany(pair => pair.Learned.Scores(pair.Text)).ToList();
        return new("whole or torn sentence: area under the curve", Ranking.Area([.. seams]), seams.Count, null, $"{Folds}-fold cross-validation", []);
    }

    private static IEnumerable<Measure> Asks(MarkedMessage[] texts)
    {
        var counted = CrossValidate(texts, others => new AskTraining().Learn(others)).Select(pair => (pair.Text, Found: pair.Learned.Count(pair.Text), pair.Learned)).ToList();
        foreach (var (name, least, most) in ((string, int, int)[])[("all", 0, 99), ("none", 0, 0), ("one", 1, 1), ("several", 2, 99)])
        {
            yield return Measure.Share($"number of asks: messages with {name}", null, counted.Where(pair => pair.Text.Message.Asks.Count >= least && pair.Text.Message.Asks.Count <= most)
                .Select(pair => pair.Found == pair.Text.Message.Asks.Count ? null : $"{pair.Text.Message.Asks.Count}, found {pair.Found} | {pair.Text.Message.Text}"));
        }

        yield return Measure.Share("urgent or not", null, counted.Select(pair => pair.Learned.IsUrgent(pair.Text) == pair.Text.Message.UrgentRelay ? null : pair.Text.Message.Text));
        yield return new("courteous already: area under the curve", Ranking.Area([.. counted.Select(pair => (pair.Learned.Positive(pair.Text), pair.Text.Message.AlreadyPositive))]), counted.Count, null, "", []);
    }

    private static IEnumerable<Measure> Parts(MarkedMessage[] texts)
    {
        var asks = CrossValidate(texts, others => new PartTraining().Learn(others))
            .SelectMany(pair => pair.Text.Asks.Select(ask => (pair.Text, ask.Expected, ask.Pieces, pair.Learned))).ToList();
        string? Same<T>(T found, T expected, IEnumerable<T>? others, MarkedMessage text) =>
            Equals(found, expected) || others?.Contains(found) == true ? null : $"{expected}, found {found} | {text.Message.Text}";
        yield return Measure.Share("kind, where the cut is right", null, asks.Select(ask =>
            Same(ask.Learned.Kind(ask.Text, ask.Pieces), ask.Expected.Kind, ask.Expected.AltKinds, ask.Text)));
        yield return Measure.Share("customer, where the cut is right", null, asks.Select(ask =>
            Same(ask.Learned.Customer(ask.Text, ask.Pieces), ask.Expected.Customer, ask.Expected.AltCustomers, ask.Text)));
        yield return Measure.Share("deadline, where the cut is right", null, asks.Select(ask =>
            Same(ask.Learned.Deadline(ask.Text, ask.Pieces), ask.Expected.Deadline, ask.Expected.AltDeadlines, ask.Text)));
    }
}
