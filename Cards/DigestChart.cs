using System.Globalization;
using BridgeBot.Cards.Elements;
using BridgeBot.Core.Digest;

namespace BridgeBot.Cards;

/// <summary>How many requests were answered in each of the last weeks: Teams' own chart, and a picture for clients without charts.</summary>
internal static class DigestChart
{
    public static IEnumerable<CardElement> Of(WeekDigest week, TimeZoneInfo zone, CultureInfo culture)
    {
        if (week.Before.Count == 0)
        {
            yield break;
        }

        List<ChartBar> bars =
        [
            .. week.Before.Reverse().Append(new(week.Period, week.Figures)).Select(totals => new ChartBar(
                TimeZoneInfo.ConvertTime(totals.Period.From, zone).ToString(Phrases.DigestChartDay, culture), totals.Figures.Answered)),
        ];
        var words = Phrase.Of(
            Phrases.DigestChartWords, string.Join(", ", bars.Select(bar => Phrase.Of(Phrases.DigestChartBar, bar.X, bar.Y))));
        yield return new VerticalBarChart(
            Phrases.DigestChart,
            bars,
            new Container(
            [
                Blocks.Heading(Phrases.DigestChart),
                new Image(BarPicture.Draw([.. bars.Select(bar => bar.Y)]).ToDataUri(), words) { Spacing = Spacing.Small },
                Blocks.Aside(Phrase.Of(Phrases.DigestChartWeeks, bars[0].X, bars[^1].X)),
            ]))
        {
            Spacing = Spacing.Medium,
        };
    }
}
