using BridgeBot.Cards.Elements;
using BridgeBot.Core.Lists;

namespace BridgeBot.Cards;

/// <summary>The states on marketing's board.</summary>
internal static class BoardParts
{
    private const string CountWidth = "48px";

    public static ColumnSet Row(BoardRow state, bool separator, ChannelPlace place, int most) => new(
        [
            new(CountWidth,
            [
                new TextBlock(Phrase.Of("{0}", state.Count))
                {
                    Size = TextSize.ExtraLarge,
                    Weight = TextWeight.Bolder,
                    Color = ThreadParts.Color(state.Status),
                    HorizontalAlignment = HorizontalAlignment.Center,
                },
            ]),
            new("stretch",
            [
                new RichTextBlock(
                [
                    new(Inert.Ours(ThreadParts.Status(state.Status))) { Weight = TextWeight.Bolder },
                    .. state.Overdue == 0
                        ? (TextRun[])[]
                        : [new(Inert.Ours("  ·  " + Phrase.Of(Phrases.ListBoardOverdue, state.Overdue))) { Color = TextColor.Attention }],
                ]),
                new RichTextBlock(
                [
                    new(Inert.Ours(Phrases.ListBoardOldest + " ")) { IsSubtle = true, Size = TextSize.Small },
                    ListRow.Title(state.Oldest, place, most) with { Weight = null, Size = TextSize.Small },
                ])
                {
                    Spacing = Spacing.None,
                },
            ]),
            new("auto", [Blocks.Aside(Moments.Day(state.Oldest.Round.From))]),
        ])
    {
        Separator = separator ? true : null,
        Spacing = Spacing.Medium,
    };
}
