using BridgeBot.Cards.Elements;
using BridgeBot.Core.Intake;

namespace BridgeBot.Cards;

/// <summary>"I understood three asks", with a line for each.</summary>
public static class UnderstoodCard
{
    private const int MostShown = 10;
    private const int LongestAsk = 140;

    /// <summary>Adaptive Card JSON.</summary>
    public static RenderedCard Render(Dialog dialog, KindCatalog kinds) => CardJson.Fit(most => AdaptiveCard.Of(
        Inert.Ours(Summary(dialog)),
        [
            Blocks.Title(Summary(dialog)),
            .. dialog.Drafts.Take(MostShown).Select((draft, index) => Line(index + 1, draft, kinds, Math.Min(most, LongestAsk))),
            .. More(dialog),
            Blocks.Text(dialog.Drafts.Count == 1 ? Phrases.UnderstoodNextOne : Phrases.UnderstoodNextMany) with
            {
                Spacing = Spacing.Medium,
            },
            Blocks.Aside(Phrases.CommandsHint),
        ]));

    /// <summary>What a notification shows.</summary>
    public static string Summary(Dialog dialog) => dialog.Drafts.Count == 1
        ? Phrases.UnderstoodOne
        : Phrase.Of(Phrases.UnderstoodMany, Phrase.Number(dialog.Drafts.Count));

    private static IEnumerable<TextBlock> More(Dialog dialog) => dialog.Drafts.Count > MostShown
        ? [Blocks.Aside(Phrase.Of(Phrases.StatusMore, dialog.Drafts.Count - MostShown))]
        : [];

    private static ColumnSet Line(int number, Draft draft, KindCatalog kinds, int most) => new(
        [
            new("24px", [new TextBlock(Phrase.Of("{0}", number)) { Weight = TextWeight.Bolder, Color = TextColor.Accent }]),
            new("stretch", [Heading(draft, kinds), Blocks.SaidAside(Inert.Line(draft.Ask.Text, most)) with { Spacing = Spacing.None }]),
        ]);

    private static RichTextBlock Heading(Draft draft, KindCatalog kinds)
    {
        List<TextRun> runs = [new(Inert.Line(kinds.Find(draft.Kind).Label)) { Weight = TextWeight.Bolder }];
        if (draft.Ask.Customer is { } customer)
        {
            runs.Add(new(Inert.Fill(" " + Phrases.ForCustomer, Inert.Line(customer, LongestAsk))));
        }

        if (draft.Ask.Deadline is { } day)
        {
            runs.Add(new(Inert.Ours(" " + Phrase.Of(Phrases.ByDay, Moments.Day(day)))));
        }

        return new(runs);
    }
}
