using System.Globalization;
using BridgeBot.Cards.Elements;
using BridgeBot.Core.Digest;
using BridgeBot.Core.Threads;

namespace BridgeBot.Cards;

/// <summary>What a channel's week was, in the order in which one likes to read it: the thanks first, what is left to do last.</summary>
public static class DigestCard
{
    private const int LongestText = 200;
    private const int LongestTitle = 120;
    private const int LongestName = 60;

    private static readonly CultureInfo Culture = CultureInfo.GetCultureInfo(Phrases.FormatCulture);

    /// <summary>Adaptive Card JSON.</summary>
    /// <param name="week">What it says.</param>
    /// <param name="place">Where it is shown.</param>
    public static RenderedCard Render(WeekDigest week, DigestPlace place) => CardJson.Fit(most => AdaptiveCard.Of(
        Inert.Ours(Summary(week)),
        [
            Blocks.Title(Phrases.DigestTitle),
            Blocks.Aside(Phrase.Of(Phrases.DigestPeriod, Moments.Day(week.Period.From), Moments.Day(week.Period.To.AddSeconds(-1)))),
            .. place.Note is { } note ? [Blocks.Aside(note)] : (CardElement[])[],
            Blocks.Text(Line(week)) with { Spacing = Spacing.Medium },
            .. week.IsEmpty ? [] : Filled(week, place, most),
        ]));

    /// <summary>What a notification shows.</summary>
    public static string Summary(WeekDigest week) => week.IsEmpty
        ? Phrases.DigestEmpty
        : Phrase.Of(Phrases.DigestSummary, week.Figures.Asked, week.Figures.Answered, week.Figures.Delivered);

    /// <summary>The first line: something good, if there was anything.</summary>
    private static string Line(WeekDigest week) => week switch
    {
        { IsEmpty: true } => Phrases.DigestEmpty,
        { Thanks.First: [{ To: not null }, ..] } => Phrases.DigestLineThanks,
        { Figures.Delivered: > 0 and var delivered } => Phrase.Of(Phrases.DigestLineDelivered, delivered),
        { Figures.Answered: > 0 and var answered } => Phrase.Of(Phrases.DigestLineAnswered, answered),
        _ => Phrases.DigestLineQuiet,
    };

    private static IEnumerable<CardElement> Filled(WeekDigest week, DigestPlace place, int most) =>
    [
        .. Thanks(week.Thanks, Math.Min(most, LongestText)),
        .. DigestFigures.Of(week),
        .. DigestChart.Of(week, place.Zone, Culture),
        .. Part(
            Phrases.DigestWaitingLongest, week.Waiting, thread => Row(thread, place, most, Owner(thread), Moments.Day(thread.Round.From))),
        .. week.Waiting.All == 0 ? [Blocks.Text(Phrases.DigestNoneWaiting) with { Spacing = Spacing.Medium }] : (CardElement[])[],
        .. Part(Phrases.DigestDue, week.Due, thread => Row(thread, place, most, Owner(thread), Moments.Day(thread.DueDay!.Value))),
        .. ThemesOf(week.Themes),
        .. Part(
            Phrases.DigestLeads, week.Leads,
            thread => Row(thread, place, most, Inert.Ours(Phrases.DigestLeadRow), Moments.Day(thread.DeliveredAt ?? thread.ChangedAt))),
    ];

    private static IEnumerable<CardElement> Thanks(Shortlist<DigestThanks> thanks, int most) => Part(
        Phrases.DigestThanks,
        thanks,
        one => new RichTextBlock(
        [
            new(one.To is { } to ? Inert.Fill(Phrases.DigestThanksTo, Name(one.From), Name(to)) : Inert.Fill(Phrases.DigestThanksFrom, Name(one.From)))
            {
                Weight = TextWeight.Bolder,
            },
            new(Inert.Fill(" {0}", Inert.Line(one.Words, most))),
            .. one.To is null
                ? (TextRun[])[]
                : [new(Inert.Fill(Phrases.DigestThanksAbout, Inert.Line(one.Title, Math.Min(most, LongestTitle)))) { IsSubtle = true }],
        ])
        {
            Spacing = Spacing.Small,
        });

    private static IEnumerable<CardElement> ThemesOf(IReadOnlyList<Theme> themes) => themes.Count == 0
        ? []
        :
        [
            Blocks.Heading(Phrases.DigestThemes),
            new RichTextBlock(
            [
                .. themes.Index().Select(theme => new TextRun(Inert.Fill(
                    theme.Index == 0 ? Phrases.DigestTheme : ", " + Phrases.DigestTheme,
                    Inert.Line(theme.Item.Word, LongestName),
                    Inert.Ours(Phrase.Number(theme.Item.Reps))))),
            ])
            {
                Spacing = Spacing.Small,
            },
            Blocks.Aside(Phrases.DigestThemesHint),
        ];

    /// <summary>A part with a heading; nothing if there is nothing in it.</summary>
    private static IEnumerable<CardElement> Part<T>(string heading, Shortlist<T> list, Func<T, CardElement> row) => list.All == 0
        ? []
        :
        [
            Blocks.Heading(heading),
            .. list.First.Select(row),
            .. list.More == 0 ? (CardElement[])[] : [Blocks.Aside(Phrase.Of(Phrases.DigestMore, list.More))],
        ];

    private static ColumnSet Row(ListedThread thread, DigestPlace place, int most, Inert state, string day) => new(
        [
            new("stretch",
            [
                new RichTextBlock([new(Inert.Line(thread.Title, Math.Min(most, LongestTitle))) { SelectAction = Open(thread, place) }]),
                Blocks.SaidAside(Inert.Fill(Phrases.DigestRow, Inert.Line(thread.Reference), Name(thread.Requester), state)) with
                {
                    Spacing = Spacing.None,
                },
            ]),
            new("auto", [Blocks.Aside(day)]),
        ])
    {
        Spacing = Spacing.Small,
    };

    private static OpenUrlAction? Open(ListedThread thread, DigestPlace place) => thread.ActivityId is { } activity
        ? new(Phrases.DigestOpen, place.Channel.LinkTo(activity))
        : null;

    private static Inert Owner(ListedThread thread) => thread.Work is { Owner: var owner }
        ? Inert.Fill(Phrases.DigestOwner, Name(owner))
        : Inert.Ours(Phrases.DigestNoOwner);

    private static Inert Name(Person person) => Inert.Line(person.Name, LongestName);
}

/// <summary>Where a digest is shown, and when.</summary>
/// <param name="Channel">The channel, where the posts are.</param>
/// <param name="Zone">Whose days they are.</param>
/// <param name="IsLate">Whether it was due long before.</param>
/// <param name="IsPreview">Whether somebody wanted to see it before it is due.</param>
public sealed record DigestPlace(ChannelPlace Channel, TimeZoneInfo Zone, bool IsLate = false, bool IsPreview = false)
{
    /// <summary>What is to be said of it first; null if nothing.</summary>
    internal string? Note => IsPreview ? Phrases.DigestPreview : IsLate ? Phrases.DigestLate : null;
}
