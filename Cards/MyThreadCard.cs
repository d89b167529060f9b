using BridgeBot.Cards.Elements;
using BridgeBot.Core.Intake;
using BridgeBot.Core.Threads;

namespace BridgeBot.Cards;

/// <summary>One request as its rep sees it in the personal chat, with what the rep can do about it.</summary>
public static class MyThreadCard
{
    /// <summary>Adaptive Card JSON.</summary>
    public static RenderedCard Render(RequestThread thread, KindCatalog kinds) => CardJson.Fit(most => AdaptiveCard.Of(
        Inert.Ours(Summary(thread)),
        [
            Blocks.Title(Inert.Line(thread.Request.Title, most)),
            ThreadParts.StatusLine(thread),
            Blocks.Panel(ContainerStyle.Emphasis, Blocks.Said(Inert.Of(thread.Request.Text, most))),
            new Container([.. ThreadParts.Rows(thread, kinds, most)]) { Spacing = Spacing.Medium },
            .. ThreadParts.Questions(thread, most),
        ],
        Buttons(thread)));

    /// <summary>What a notification shows.</summary>
    public static string Summary(RequestThread thread) => Inert.Fill(
        Phrases.RequesterOther, Inert.Line(thread.Reference), Inert.Line(thread.Request.Title), ThreadParts.Status(thread)).Value;

    private static IReadOnlyList<CardAction> Buttons(RequestThread thread)
    {
        List<CardAction> buttons = [];
        if (ThreadPolicy.Allows<TellOutcome>(thread.Status) && thread.Feedback is null or { Outcome: Outcome.NotYet })
        {
            buttons.AddRange(HelpedCard.Outcomes(thread));
        }

        if (ThreadPolicy.Allows<Revise>(thread.Status))
        {
            buttons.Add(ThreadButtons.Press(thread, Phrases.ButtonMyChange, Verbs.MyChange));
        }

        if (ThreadPolicy.Allows<Nudge>(thread.Status))
        {
            buttons.Add(ThreadButtons.Press(thread, Phrases.ButtonMyNudge, Verbs.MyNudge));
        }

        if (ThreadPolicy.Allows<Withdraw>(thread.Status))
        {
            buttons.Add(ThreadButtons.Press(thread, Phrases.ButtonMyWithdraw, Verbs.MyWithdraw));
        }

        if (ThreadPolicy.Allows<Reopen>(thread.Status, byRequester: true))
        {
            buttons.Add(ThreadButtons.ReopenButton(Verbs.MyReopen)(thread));
        }

        buttons.Add(ThreadButtons.Press(thread, Phrases.ButtonHistory, Verbs.MyHistory));
        return buttons;
    }
}
