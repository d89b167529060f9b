using BridgeBot.Cards.Elements;
using BridgeBot.Core.Digest;
using BridgeBot.Core.Threads;

namespace BridgeBot.Cards;

/// <summary>What a channel's week was.</summary>
public static class DigestCard
{
    private const int LongestText = 200;

    /// <summary>Adaptive Card JSON.</summary>
    public static string Render(WeekDigest week) => CardJson.Fit(most => AdaptiveCard.Of(
        Inert.Ours(Summary(week)),
        [
            Blocks.Title(Phrases.DigestTitle),
            Blocks.Aside(Phrase.Of(Phrases.DigestPeriod, Moments.Day(week.From), Moments.Day(week.To.AddSeconds(-1)))),
            .. IsEmpty(week) ? [Blocks.Text(Phrases.DigestEmpty)] : Filled(week, Math.Min(most, LongestText)),
        ]));

    /// <summary>What a notification shows.</summary>
    public static string Summary(WeekDigest week) => IsEmpty(week)
        ? Phrases.DigestEmpty
        : Phrase.Of(Phrases.DigestSummary, week.Waiting, Count(week, ThreadStatus.Approved), Count(week, ThreadStatus.Declined));

    private static bool IsEmpty(WeekDigest week) => week.Waiting == 0 && week.Thanks.Count == 0 && week.Counts.Values.Sum() == 0;

    private static int Count(WeekDigest week, ThreadStatus status) => week.Counts.GetValueOrDefault(status);

    private static IEnumerable<CardElement> Filled(WeekDigest week, int most) =>
    [
        new ColumnSet(
        [
            Tile(week, ThreadStatus.Submitted, Phrases.DigestCountSubmitted),
            Tile(week, ThreadStatus.Question, Phrases.DigestCountQuestion),
            Tile(week, ThreadStatus.Approved, Phrases.DigestCountApproved),
            Tile(week, ThreadStatus.Declined, Phrases.DigestCountDeclined),
        ])
        {
            Spacing = Spacing.Medium,
        },
        .. Waiting(week, most),
        .. Thanks(week, most),
    ];

    private static Column Tile(WeekDigest week, ThreadStatus status, string label) => new(
        "stretch",
        [
            new TextBlock(Phrase.Of("{0}", Count(week, status)))
            {
                Size = TextSize.ExtraLarge,
                Weight = TextWeight.Bolder,
                Color = ThreadParts.Color(status),
                HorizontalAlignment = HorizontalAlignment.Center,
            },
            Blocks.Aside(label) with { HorizontalAlignment = HorizontalAlignment.Center, Spacing = Spacing.None },
        ])
    {
        Style = ContainerStyle.Emphasis,
    };

    private static IEnumerable<CardElement> Waiting(WeekDigest week, int most)
    {
        if (week.Waiting == 0)
        {
            yield return Blocks.Text(Phrases.DigestNoneWaiting) with { Spacing = Spacing.Medium };
            yield break;
        }

        yield return Blocks.Heading(Phrases.DigestWaitingLongest);
        foreach (var thread in week.WaitingLongest)
        {
            yield return Row(thread, most);
        }

        if (week.Waiting > week.WaitingLongest.Count)
        {
            yield return Blocks.Aside(Phrase.Of(Phrases.DigestWaitingMore, week.Waiting - week.WaitingLongest.Count));
        }
    }

    private static ColumnSet Row(ListedThread thread, int most) => new(
        [
            new("stretch",
            [
                new RichTextBlock([new(Inert.Line(thread.Title, most))]),
                Blocks.SaidAside(Inert.Fill(Phrases.DigestRow, Inert.Line(thread.Reference), ThreadParts.Name(thread.Requester))) with
                {
                    Spacing = Spacing.None,
                },
            ]),
            new("auto", [Blocks.Aside(Moments.Day(thread.SubmittedAt))]),
        ])
    {
        Spacing = Spacing.Small,
    };

    private static IEnumerable<CardElement> Thanks(WeekDigest week, int most) => week.Thanks.Count == 0
        ? []
        :
        [
            Blocks.Heading(Phrases.DigestThanks),
            .. week.Thanks.Select(thanks => new RichTextBlock(
            [
                new(Inert.Fill(Phrases.DigestThanksFrom, Inert.Line(thanks.From))) { Weight = TextWeight.Bolder },
                new(Inert.Fill(" {0}", Inert.Line(thanks.For, most))),
            ])),
        ];
}
