using BridgeBot.Cards.Elements;
using BridgeBot.Core.Lists;
using BridgeBot.Core.Threads;

namespace BridgeBot.Cards;

/// <summary>A page of one of marketing's lists.</summary>
public static class ListCard
{
    private const int LongestTitle = 120;
    private const int LongestWords = 80;

    /// <summary>Adaptive Card JSON.</summary>
    /// <param name="list">Which list.</param>
    /// <param name="page">What is on the page.</param>
    /// <param name="who">Who looks at it.</param>
    /// <param name="today">What day it is for them.</param>
    /// <param name="place">The channel whose threads these are.</param>
    public static RenderedCard Render(ListRequest list, ListPage page, Person who, DateOnly today, ChannelPlace place) => CardJson.Fit(most =>
        AdaptiveCard.Of(
            Inert.Ours(Summary(list, page, who)),
            [
                Blocks.Title(Title(list, who)),
                .. IsEmpty(page) ? (IEnumerable<CardElement>)[Blocks.Text(Empty(list.Kind))] : Counted(list, page, who),
                .. page.Board.Select((state, index) => BoardParts.Row(state, index > 0, place, Math.Min(most, LongestTitle))),
                .. page.Threads.Select((thread, index) => ListRow.Of(thread, index > 0, today, place, Math.Min(most, LongestTitle))),
                .. page.IsCutShort ? (CardElement[])[Blocks.Aside(Phrases.ListCutShort)] : [],
            ],
            Buttons(list, page)));

    /// <summary>What a notification shows.</summary>
    public static string Summary(ListRequest list, ListPage page, Person who) => (list.Kind, page.Total) switch
    {
        _ when IsEmpty(page) => Empty(list.Kind),
        (ListKind.Find, _) => Phrases.ListFindSummary,
        (ListKind.Mine, var total) => Inert.Fill(Phrases.ListMineSummary, ThreadParts.Name(who), Inert.Ours(Phrase.Of("{0}", total))).Value,
        (ListKind.Overdue, var total) => Phrase.Of(Phrases.ListOverdueSummary, total),
        (_, var total) => Phrase.Of(Phrases.ListOpenSummary, total),
    };

    private static bool IsEmpty(ListPage page) => page.Threads.Count == 0 && page.Board.Count == 0;

    private static Inert Title(ListRequest list, Person who) => list.Kind switch
    {
        ListKind.Mine => Inert.Fill(Phrases.ListMineTitle, ThreadParts.Name(who)),
        ListKind.Overdue => Inert.Ours(Phrases.ListOverdueTitle),
        ListKind.Board => Inert.Ours(Phrases.ListBoardTitle),
        ListKind.Find => Inert.Fill(Phrases.ListFindTitle, Inert.Line(list.Text, LongestWords)),
        _ => Inert.Ours(Phrases.ListOpenTitle),
    };

    private static string Empty(ListKind kind) => kind switch
    {
        ListKind.Mine => Phrases.ListMineEmpty,
        ListKind.Overdue => Phrases.ListOverdueEmpty,
        ListKind.Find => Phrases.ListFindEmpty,
        _ => Phrases.ListOpenEmpty,
    };

    /// <summary>Which of how many there are on the page, where they do not all fit.</summary>
    private static IEnumerable<CardElement> Counted(ListRequest list, ListPage page, Person who)
    {
        if (list.Kind is ListKind.Board)
        {
            yield return Blocks.Aside(Summary(list, page, who));
        }
        else if (page.Total > page.Threads.Count)
        {
            yield return Blocks.Aside(Phrase.Of(Phrases.ListPart, page.Before + 1, page.Before + page.Threads.Count, page.Total));
        }
    }

    private static IReadOnlyList<CardAction> Buttons(ListRequest list, ListPage page)
    {
        List<CardAction> buttons = [];
        if (list.Trail.Count > 0)
        {
            buttons.Add(Button(Phrases.ButtonBack, list, [.. list.Trail.SkipLast(1)]));
        }

        if (page.Next is { } next && list.Trail.Count < ListButton.MostPages)
        {
            buttons.Add(Button(Phrases.ButtonMore, list, [.. list.Trail, next]));
        }

        return buttons;
    }

    private static ExecuteAction Button(string title, ListRequest list, IReadOnlyList<string> trail) =>
        new(title, Verbs.List, ListButton.Write(list with { Trail = trail }));
}
