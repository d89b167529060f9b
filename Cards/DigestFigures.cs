using System.Globalization;
using BridgeBot.Cards.Elements;
using BridgeBot.Core.Digest;

namespace BridgeBot.Cards;

/// <summary>A digest's figures, each with its change against what is usual.</summary>
internal static class DigestFigures
{
    private static readonly CultureInfo Culture = CultureInfo.GetCultureInfo(Phrases.FormatCulture);

    public static IEnumerable<CardElement> Of(WeekDigest week) =>
    [
        Tiles(
            Tile(week, Phrases.DigestCountAsked, figures => figures.Asked),
            Tile(week, Phrases.DigestCountAnswered, figures => figures.Answered),
            Tile(week, Phrases.DigestCountDelivered, figures => figures.Delivered)) with { Spacing = Spacing.Large },
        Tiles(
            Tile(week, Phrases.DigestCountApproved, figures => figures.Approved),
            Tile(week, Phrases.DigestCountDeclined, figures => figures.Declined),
            Tile(week, Phrases.DigestCountClosed, figures => figures.Closed)),
        .. week.Before.Count == 0 ? (CardElement[])[] : [Blocks.Aside(Phrases.DigestCompared)],
        .. Median(week, figures => figures.HoursToAnswer, Phrases.DigestToAnswer),
        .. Median(week, figures => figures.HoursToDelivery, Phrases.DigestToDelivery),
    ];

    private static ColumnSet Tiles(params IReadOnlyList<Column> tiles) => new(tiles) { Spacing = Spacing.Small };

    private static Column Tile(WeekDigest week, string label, Func<Figures, double?> figure) => new(
        "stretch",
        [
            Centred(Phrase.Of("{0}", figure(week.Figures))) with { Size = TextSize.ExtraLarge, Weight = TextWeight.Bolder },
            Centred(label) with { Spacing = Spacing.None },
            .. week.UsualOf(figure) is { } usual
                ? (CardElement[])[Blocks.Aside(Change(figure(week.Figures)!.Value - usual)) with { HorizontalAlignment = HorizontalAlignment.Center, Spacing = Spacing.None }]
                : [],
        ])
    {
        Style = ContainerStyle.Emphasis,
    };

    private static TextBlock Centred(string text) => new(text) { HorizontalAlignment = HorizontalAlignment.Center };

    private static string Change(double change) => Math.Round(change, MidpointRounding.AwayFromZero) switch
    {
        > 0 and var more => Phrase.Of(Phrases.DigestMoreThanUsual, more),
        < 0 and var fewer => Phrase.Of(Phrases.DigestFewerThanUsual, -fewer),
        _ => Phrases.DigestAsUsual,
    };

    private static IEnumerable<CardElement> Median(WeekDigest week, Func<Figures, double?> figure, string phrase)
    {
        if (figure(week.Figures) is { } hours)
        {
            var usually = week.UsualOf(figure) is { } usual ? " " + Phrase.Of(Phrases.DigestUsually, Hours(usual)) : "";
            yield return Blocks.Text(Phrase.Of(phrase, Hours(hours)) + usually) with { Spacing = Spacing.Small };
        }
    }

    /// <summary>To a tenth below ten.</summary>
    private static string Hours(double hours) => (hours < 10 ? Math.Round(hours, 1, MidpointRounding.AwayFromZero) : Math.Round(hours)).ToString(Culture);
}
