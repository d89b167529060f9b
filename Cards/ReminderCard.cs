using BridgeBot.Cards.Elements;
using BridgeBot.Core.Threads;

namespace BridgeBot.Cards;

/// <summary>Reminds marketing's channel, in one card, of what waits for a decision and of what is overdue.</summary>
public static class ReminderCard
{
    private const int MostShown = 5;
    private const int LongestTitle = 120;

    /// <summary>Adaptive Card JSON.</summary>
    /// <param name="waiting">What waits for a decision.</param>
    /// <param name="overdue">What is overdue.</param>
    /// <param name="today">What day it is in the channel.</param>
    /// <param name="place">The channel.</param>
    public static RenderedCard Render(
        IReadOnlyList<ListedThread> waiting, IReadOnlyList<ListedThread> overdue, DateOnly today, ChannelPlace place) => CardJson.Fit(most =>
        AdaptiveCard.Of(
            Inert.Ours(Summary(waiting, overdue)),
            [
                Blocks.Title(Phrases.ReminderTitle),
                .. Part(Phrases.ReminderWaiting, waiting, today, place, most),
                .. Part(Phrases.ReminderOverdue, overdue, today, place, most),
                Blocks.Aside(Phrases.ReminderHint) with { Spacing = Spacing.Medium },
            ]));

    /// <summary>What a notification shows.</summary>
    public static string Summary(IReadOnlyList<ListedThread> waiting, IReadOnlyList<ListedThread> overdue) =>
        Phrase.Of(Phrases.ReminderSummary, waiting.Count, overdue.Count);

    private static IEnumerable<CardElement> Part(
        string heading, IReadOnlyList<ListedThread> threads, DateOnly today, ChannelPlace place, int most) => threads.Count == 0
        ? []
        :
        [
            Blocks.Heading(heading),
            .. threads.Take(MostShown).Select((thread, index) => ListRow.Of(thread, index > 0, today, place, Math.Min(most, LongestTitle))),
            .. threads.Count > MostShown ? (CardElement[])[Blocks.Aside(Phrase.Of(Phrases.StatusMore, threads.Count - MostShown))] : [],
        ];
}
