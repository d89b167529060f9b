using System.Buffers;
using BridgeBot.Core.Framing.Manners;

namespace BridgeBot.Core.Framing.Writing;

/// <summary>Knows a framing when it comes back, so that framing it again changes nothing.</summary>
internal static class OwnPhrases
{
    /// <summary>A shorter phrase may be anybody's; in blanks.</summary>
    private const int LeastBlanks = 2;

    private static readonly SearchValues<string> Phrases = SearchValues.Create(
        [
            .. KindPhrases.All.SelectMany(phrases => phrases.Closings)
                .Concat(ToneRules.All.Select(rule => rule.Softer).Where(softer => softer.Count(c => c == ' ') >= LeastBlanks))
                .Concat(WordingRules.All.Select(rule => rule.Better).Where(better => !better.Contains('*') && better.Count(c => c == ' ') >= LeastBlanks))
                .Distinct(),
        ],
        StringComparison.OrdinalIgnoreCase);

    /// <summary>Whether a text holds a phrase that the writer writes.</summary>
    public static bool AreIn(string text) => text.AsSpan().ContainsAny(Phrases);
}
