using System.Text.Json;
using BridgeBot.Core.Framing;
using BridgeBot.Tests.Browser;

namespace BridgeBot.Tests.Framing;

public sealed class LearnedFlagTests
{
    private const int TellingLength = 12;

    /// <summary>What is shown to the rep as left out is left out of each wording, whether a rule or a model flagged it.</summary>
    [Test]
    public void Frame_Messages_WhatIsSaidToBeLeftOutIsInNoWording()
    {
        var kept = Messages().SelectMany(message =>
        {
            var result = FramingEngine.Frame(message.Text, new(message.Today, message.Locale));
            var asks = result.Asks.Where(ask => result.NeedsReframing && !result.UrgentRelay && !ask.InOwnWords);
            return from flag in result.Tone.Flags.Concat(result.LeftOut)
                   where flag.Length >= TellingLength && flag.Reason is not "shouting" && Once(message.Text, flag.Text)
                   from ask in asks
                   from wording in ask.Alternatives.Append(ask.Framing)
                   where wording.Contains(flag.Text, StringComparison.OrdinalIgnoreCase)
                   select $"{flag.Text} | {wording}";
        }).Take(3).ToList();

        Assert.That(kept, Is.Empty);
    }

    private static bool Once(string text, string part) => text.IndexOf(part, StringComparison.OrdinalIgnoreCase) == text.LastIndexOf(part, StringComparison.OrdinalIgnoreCase);

    private static IEnumerable<(string Text, DateOnly Today, string Locale)> Messages() =>
        File.ReadLines(Path.Combine(Repository.Root, "Tests", "Bench", "Data", "Check", "sales-check.jsonl"))
            .Concat(File.ReadLines(Path.Combine(Repository.Root, "Tests", "Bench", "Data", "Learn", "sales-learn.jsonl")).Where((_, i) => i % 5 == 0))
            .Select(line => JsonDocument.Parse(line).RootElement)
            .Select(json => (json.GetProperty("text").GetString()!, DateOnly.Parse(json.GetProperty("today").GetString()!, null), json.GetProperty("locale").GetString()!));
}
