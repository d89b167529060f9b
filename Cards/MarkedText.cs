using BridgeBot.Cards.Elements;
using BridgeBot.Core.Framing;
using BridgeBot.Core.Intake;

namespace BridgeBot.Cards;

/// <summary>A phrase that lands badly, and why, kindly put.</summary>
internal sealed record FlaggedPhrase(Inert Phrase, string Reason);

/// <summary>The rep's own words for one ask, with the phrases marked that land badly.</summary>
/// <param name="Runs">The words, in order.</param>
/// <param name="Flagged">The marked phrases, in order, each once.</param>
internal sealed record MarkedText(IReadOnlyList<TextRun> Runs, IReadOnlyList<FlaggedPhrase> Flagged)
{
    private const int MostFlagged = 6;
    private const int LongestPhrase = 60;

    /// <summary>Marks the flags of the message that fall into the draft's ask.</summary>
    /// <param name="dialog">Holds the message and its flags.</param>
    /// <param name="draft">The ask.</param>
    /// <param name="most">The most UTF-16 code units to show.</param>
    public static MarkedText Of(Dialog dialog, Draft draft, int most)
    {
        var text = draft.Ask.Text;
        var runs = new List<TextRun>();
        var flagged = new List<FlaggedPhrase>();
        var done = 0;
        foreach (var (start, flag) in Within(dialog, text))
        {
            if (start < done || start + flag.Length > Math.Min(text.Length, most))
            {
                continue;
            }

            Add(runs, new(Inert.Piece(text[done..start])));
            done = start + flag.Length;
            Add(runs, new(Inert.Piece(text[start..done])) { Highlight = true });
            flagged.Add(new(Inert.Of(flag.Text, LongestPhrase), Why(flag.Reason)));
        }

        Add(runs, new(Inert.Piece(text[done..], most - done)));
        return new(runs, [.. flagged.Distinct().Take(MostFlagged)]);
    }

    /// <summary>The flags with their place in the ask; an ask that is not a part of the message word for word is searched.</summary>
    private static IEnumerable<(int Start, ToneFlag Flag)> Within(Dialog dialog, string text)
    {
        var offset = dialog.Original.IndexOf(text, StringComparison.Ordinal);
        return dialog.Flags
            .Where(flag => flag.Length > 0)
            .Select(flag => (
                Start: offset >= 0 ? flag.Start - offset : text.IndexOf(flag.Text, StringComparison.Ordinal),
                Flag: flag))
            .Where(each => each.Start >= 0 && each.Flag.Length <= text.Length - each.Start)
            .OrderBy(each => each.Start);
    }

    private static void Add(List<TextRun> runs, TextRun run)
    {
        if (run.Text.Value.Length > 0)
        {
            runs.Add(run);
        }
    }

    private static string Why(string reason) => reason switch
    {
        "blame" => Phrases.ReasonBlame,
        "generalisation" => Phrases.ReasonGeneralisation,
        "sarcasm" => Phrases.ReasonSarcasm,
        "evaluative" => Phrases.ReasonEvaluative,
        "demand" => Phrases.ReasonDemand,
        "accusing-question" => Phrases.ReasonAccusingQuestion,
        "swearing" => Phrases.ReasonSwearing,
        "shouting" => Phrases.ReasonShouting,
        _ => Phrases.ReasonOther,
    };
}
