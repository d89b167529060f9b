using System.Globalization;
using BridgeBot.Cards.Elements;
using BridgeBot.Core.Threads;

namespace BridgeBot.Cards;

/// <summary>What happened to a request: who, when, from where, and what was said. Events hold only what both sides were shown.</summary>
public static class HistoryCard
{
    /// <summary>For the rep, in the personal chat. Adaptive Card JSON.</summary>
    public static RenderedCard ForRequester(RequestThread thread, HistoryPage page) =>
        Render(thread, page, Verbs.MyHistory, ThreadButtons.Press(thread, Phrases.ButtonBackToRequest, Verbs.MyShow));

    /// <summary>For marketing, in the place of the request's card. Adaptive Card JSON.</summary>
    public static RenderedCard InPlace(RequestThread thread, HistoryPage page) =>
        Render(thread, page, Verbs.History, ThreadButtons.Press(thread, Phrases.ButtonBackToRequest, Verbs.Show));

    /// <summary>For marketing, below the request's card, where a client shows no answer to a click. Adaptive Card JSON.</summary>
    public static RenderedCard BelowCard(RequestThread thread, HistoryPage page) => Render(thread, page, Verbs.History, null);

    /// <summary>What a notification shows.</summary>
    public static string Summary(RequestThread thread) =>
        Inert.Fill(Phrases.HistorySummary, Inert.Line(thread.Reference), Inert.Line(thread.Request.Title)).Value;

    /// <summary>The newest first, since that is what somebody looks for.</summary>
    private static RenderedCard Render(RequestThread thread, HistoryPage page, string verb, CardAction? back) => CardJson.Fit(most => AdaptiveCard.Of(
        Inert.Ours(Summary(thread)),
        [
            Blocks.Title(Phrases.HistoryTitle),
            QuestionCard.About(thread),
            .. page.Events.Reverse().Select((happened, index) => Entry(thread, happened, index > 0, most)),
            Blocks.Aside(Phrase.Of(Phrases.HistoryShown, page.First, page.Last, thread.Version)) with { Separator = true, Spacing = Spacing.Medium },
        ],
        Buttons(thread, page, verb, back)));

    private static Container Entry(RequestThread thread, ThreadEvent happened, bool separator, int most) => new(
        [
            Blocks.Said(Inert.Ours(Say(thread, happened, most))),
            Blocks.Aside(Phrase.Of(Phrases.HistoryWhen, Moments.DayAndTime(happened.At), Say(happened.Where))) with { Spacing = Spacing.None },
        ])
    {
        Separator = separator ? true : null,
        Spacing = Spacing.Medium,
    };

    private static string Say(RequestThread thread, ThreadEvent happened, int most) => happened switch
    {
        Submitted e => Inert.Fill(
            Phrases.HistorySubmitted, ThreadParts.Name(e.By), Inert.Line(e.Request.Title, most), Inert.Of(e.Request.Text, most)).Value,
        Revised e => Inert.Fill(
            Phrases.HistoryRevised, ThreadParts.Name(e.By), Inert.Line(e.Request.Title, most), Inert.Of(e.Request.Text, most)).Value,
        Posted => Phrases.HistoryPosted,
        PostRefused => Phrases.HistoryPostRefused,
        AskedAgain => Inert.Fill(Phrases.HistoryAskedAgain, ThreadParts.Name(thread.Requester)).Value,
        ClosedUnanswered => Phrases.HistoryClosedUnanswered,
        NameRemoved => Phrases.HistoryNameRemoved,
        _ => Messages.Recorded(thread, happened, most),
    };

    private static string Say(Origin where) => where switch
    {
        Origin.PersonalChat => Phrases.OriginPersonalChat,
        Origin.GroupChat => Phrases.OriginGroupChat,
        Origin.Channel => Phrases.OriginChannel,
        Origin.CommandLine => Phrases.OriginCommandLine,
        _ => Phrases.OriginBot,
    };

    private static List<CardAction> Buttons(RequestThread thread, HistoryPage page, string verb, CardAction? back)
    {
        List<CardAction> buttons = [];
        if (page.First > 1)
        {
            buttons.Add(Turn(thread, Phrases.ButtonOlder, verb, page.First - 1));
        }

        if (page.Last < thread.Version)
        {
            buttons.Add(Turn(thread, Phrases.ButtonNewer, verb, Math.Min(page.Last + HistoryPage.Length, thread.Version)));
        }

        return back is null ? buttons : [.. buttons, back];
    }

    private static ExecuteAction Turn(RequestThread thread, string title, string verb, int until) =>
        ThreadButtons.Press(thread, title, verb).With(Verbs.Until, until.ToString(CultureInfo.InvariantCulture));
}
